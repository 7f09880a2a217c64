"""What a map holds and a foreign format has no word for: how it travels in that format's data, and comes back.

Where the format shows something too, what it shows counts: what was carried fills in what it cannot say.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.errors import ArgmapError
from argmap.formats.mending import told
from argmap.model import (
    About,
    Alias,
    ArgumentMap,
    Citation,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    EntityId,
    Source,
    Term,
)
from argmap.model.limits import HIGHEST_NUMBER
from argmap.model.plain import KIND_NAMES, OBJECT_TEXTS, from_plain, to_packed
from argmap.model.references import references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.formats.report import Place, Tally
    from argmap.model import Entity

Id = TypeVar("Id", bound=EntityId)

CARRIED = "argmap"
"""The key under which it stands."""

_AROUND: tuple[type[Entity], ...] = (Conflict, Source, Citation, Dependence, Comment, Alias, Distinct, Term)
_LONGEST_ID = 64


def packed(entity: Entity, without: Collection[str] = ()) -> dict[str, Any]:
    """Return the fields of *entity* that are not its defaults; foreign things stay JSON inside a text.

    As a text they need no other rules than JSON's own, whatever keys and nesting they have.
    """
    return {name: value for name, value in to_packed(entity).items() if name not in without}


def unpacked(plain: object) -> dict[str, Any]:
    """Return what `packed` packed; anything else is empty."""
    if not isinstance(plain, dict):
        return {}
    fields = dict(plain)
    for name in OBJECT_TEXTS:
        if isinstance(fields.get(name), str):
            fields[name] = _object(fields[name])
    return fields


def around(map_: ArgumentMap) -> dict[str, list[dict[str, Any]]]:
    """Return all of *map_* that is neither a claim nor an inference nor about the map, kind by kind."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entity in map_.entities():
        if isinstance(entity, _AROUND):
            found.setdefault(KIND_NAMES[type(entity)], []).append(packed(entity))
    return found


def from_around(carried: object, place: Place, tally: Tally) -> Iterator[Entity]:
    """Yield the entities that `around` packed; what cannot be read is told."""
    kinds = {KIND_NAMES[kind]: kind for kind in _AROUND}
    for name, entries in carried.items() if isinstance(carried, dict) else ():
        for plain in entries if isinstance(entries, list) and name in kinds else ():
            try:
                yield from_plain(kinds[name], unpacked(plain))
            except ArgmapError:
                told(tally, "unfit", place)


def about_map(map_: ArgumentMap) -> dict[str, Any]:
    """Return what the map says of itself, and the highest numbers it remembers."""
    return {"map": packed(map_.about), "highest": list(map_.highest_numbers())}


def highest_of(value: object) -> tuple[int, int, int, int]:
    """Return the highest numbers that `about_map` packed; anything else is none."""
    match value:
        case [int(claims), int(inferences), int(sources), int(comments)]:
            numbers = (claims, inferences, sources, comments)
            if all(0 <= number <= HIGHEST_NUMBER for number in numbers):
                return numbers
    return (0, 0, 0, 0)


class Ids:
    """Gives out the ids that a file carries, each once; to whom has none, or one that is taken, a new one."""

    def __init__(self) -> None:
        self._taken: defaultdict[type[EntityId], set[str]] = defaultdict(set)

    def take(self, kind: type[Id], wanted: object) -> Id:
        """Return *wanted* as an id of *kind*, or a new one."""
        fits = isinstance(wanted, str) and 0 < len(wanted) <= _LONGEST_ID and wanted.isprintable()
        if not fits or wanted in self._taken[kind]:
            return kind.new()
        id_ = kind(wanted)
        self._taken[kind].add(id_)
        return id_


def number_of(value: object) -> int:
    """Return a number that was carried, 0 for none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= HIGHEST_NUMBER else 0


def belonging(others: list[Entity], there: Collection[EntityId], tally: Tally) -> list[Entity]:
    """Return those of *others* whose claims, inferences and sources are *there* or among them; each id once."""
    known = {*there, *(each.id for each in others if isinstance(each, Source))}
    kept: dict[tuple[type[Entity], EntityId], Entity] = {}
    numbers: set[tuple[type[Entity], int]] = set()
    for each in others:
        number = getattr(each, "number", None)
        doubled = (type(each), each.id) in kept or (number is not None and (type(each), number) in numbers)
        if doubled or isinstance(each, About) or not all(id_ in known for id_ in references(each)):
            told(tally, "unattached", None)
            continue
        kept[type(each), each.id] = each
        if number is not None and not isinstance(each, Alias):
            numbers.add((type(each), number))
    return list(kept.values())


def _object(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
