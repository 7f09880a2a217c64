"""argmap's own JSON: the whole map in one text, equal bytes for equal maps."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.json_entries import Section, entries_of
from argmap.formats.json_text import load
from argmap.formats.report import Imported
from argmap.model import (
    About,
    Alias,
    Citation,
    Claim,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Inference,
    Source,
    Term,
)
from argmap.model.limits import HIGHEST_NUMBER
from argmap.model.plain import OBJECT_TEXTS, to_packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Entity, Numbered

FORMAT = "argmap-json"
VERSION = 1

SECTIONS: dict[str, type[Entity]] = {
    "claims": Claim,
    "inferences": Inference,
    "conflicts": Conflict,
    "sources": Source,
    "citations": Citation,
    "dependences": Dependence,
    "comments": Comment,
    "aliases": Alias,
    "distincts": Distinct,
    "terms": Term,
}
"""The arrays of the outermost object, and the kind of entity each holds."""

HIGHEST = ("claims", "inferences", "sources", "comments")
"""What the object "highest" remembers the highest number of."""

_NAMES_ITSELF = re.compile(rf'"format"\s*:\s*"{FORMAT}"')
_SLACK = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def recognises(text: str) -> bool:
    """Whether *text* is an object that says it is argmap's JSON."""
    return text.lstrip()[:1] == "{" and _NAMES_ITSELF.search(text) is not None


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read the map that *text* describes; ids, numbers and places in the order may be left out."""
    outermost = _outermost(load(text, name), name)
    sections = [Section("map", About, [outermost.get("map", {})])]
    for title, kind in SECTIONS.items():
        found = outermost.get(title, [])
        if not isinstance(found, list):
            message = f"“{title}” must be an array of objects."
            raise FormatError(message, name=name)
        sections.append(Section(title, kind, found))
    return Imported(entries_of(sections, text, name, tally), tally.report(), _highest(outermost, name))


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write all of *map_*; nothing is lost, so nothing is told to *tally*."""
    del tally
    about = next((entity for entity in map_.entities() if isinstance(entity, About)), None)
    parts = [f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},\n  "map": ']
    parts.append("{}" if about is None else _object(_plain(about), "  "))
    remembered = _remembered(map_)
    if remembered:
        parts.append(f',\n  "highest": {_object(remembered, "  ")}')
    kinds: dict[type[Entity], list[Entity]] = {kind: [] for kind in SECTIONS.values()}
    for entity in map_.entities():
        if not isinstance(entity, About):
            kinds[type(entity)].append(entity)
    for title, kind in SECTIONS.items():
        parts.append(f',\n  "{title}": {_array(sorted(kinds[kind], key=_sorting(map_, kind)))}')
    parts.append("\n}\n")
    # Half a surrogate pair can only come from outside the rules of a map; as an escape it stays valid JSON.
    return "".join(parts).encode("utf-8", "backslashreplace")


def _outermost(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        message = "A map in JSON is one object, with “claims”, “inferences” and so on in it. Nothing was imported."
        raise FormatError(message, name=name)
    if value.get("format", FORMAT) != FORMAT:
        message = f"“format” must be “{FORMAT}”. Nothing was imported."
        raise FormatError(message, name=name)
    version = value.get("version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        message = f"“version” must be {VERSION}. Nothing was imported."
        raise FormatError(message, name=name)
    if version > VERSION:
        message = f"A newer argmap wrote version {version} of this format; this one reads {VERSION}. Update argmap."
        raise FormatError(message, name=name)
    unknown = [key for key in value if key not in {"format", "version", "map", "highest", *SECTIONS}]
    if unknown:
        message = f"argmap does not know “{unknown[0][:40]}” in a map. It knows map, {', '.join(SECTIONS)}."
        raise FormatError(message, name=name)
    return value


def _highest(outermost: dict[str, Any], name: str) -> tuple[int, int, int, int]:
    found = outermost.get("highest", {})
    numbers: list[int] = []
    for title in HIGHEST:
        number = found.get(title, 0) if isinstance(found, dict) else None
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= HIGHEST_NUMBER:
            message = f"“highest” must be an object with whole numbers for {', '.join(HIGHEST)}. Nothing was imported."
            raise FormatError(message, name=name)
        numbers.append(number)
    claims, inferences, sources, comments = numbers
    return claims, inferences, sources, comments


def _remembered(map_: ArgumentMap) -> dict[str, int]:
    """Return the highest numbers the map remembers of things that are gone."""
    there = (
        max(_top(map_.claims.values()), _top(map_.aliases.values())),
        _top(map_.inferences.values()),
        _top(map_.sources.values()),
        _top(map_.comments.values()),
    )
    return {
        title: remembered
        for title, remembered, highest in zip(HIGHEST, map_.highest_numbers(), there, strict=True)
        if remembered > highest
    }


def _top(entities: Iterable[Numbered | Alias]) -> int:
    return max((entity.number for entity in entities), default=0)


def _sorting(map_: ArgumentMap, kind: type[Entity]) -> Callable[[Any], Any]:
    """Return what puts entities of *kind* in the one order of the format."""
    if kind is Citation:
        return lambda cited: (map_.claims[cited.claim].number, cited.order, cited.id)
    if kind in {Conflict, Dependence, Distinct, Term}:
        return lambda entity: entity.id
    return lambda entity: (entity.number, entity.id)


def _plain(entity: Entity) -> dict[str, Any]:
    """Return *entity* as a JSON object that always says its place in the order; `OBJECT_TEXTS` are JSON already."""
    plain = to_packed(entity)
    if isinstance(entity, Inference | Citation):
        plain["order"] = plain.pop("order", entity.order)
    return plain


def _array(entities: Iterable[Entity]) -> str:
    objects = ",\n    ".join([_object(_plain(entity), "    ") for entity in entities])
    return f"[\n    {objects}\n  ]" if objects else "[]"


def _object(plain: dict[str, Any], indent: str) -> str:
    """Lay *plain* out: one field a line, whatever a field holds on that line."""
    lines = f",\n{indent}  ".join(
        [f'"{key}": {_text(key, value) if isinstance(value, str) else _value(value)}' for key, value in plain.items()]
    )
    return f"{{\n{indent}  {lines}\n{indent}}}"


def _text(key: str, text: str) -> str:
    return text if key in OBJECT_TEXTS else encode_basestring(text)


def _value(value: object) -> str:
    if type(value) is int:
        return str(value)
    if type(value) is list and len(value) == 1 and isinstance(value[0], str):  # what most inferences have: a premise
        return f"[{encode_basestring(value[0])}]"
    if type(value) is dict and len(value) == 1:  # and a target
        ((key, inner),) = value.items()
        if type(key) is str and isinstance(inner, str):
            return f"{{{encode_basestring(key)}: {encode_basestring(inner)}}}"
    try:
        return _SLACK.encode(value)
    except (ValueError, RecursionError):
        message = "What a foreign format left in this map holds a number that is no JSON. The file was not written."
        raise FormatError(message) from None
