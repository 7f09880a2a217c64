"""Entities as plain JSON values and back: the one translation that exports and the history in a file share.

A plain entity is an object with the entity's fields by name; fields that hold their default are left out, ids are
texts, enumerations their values, tuples arrays. A target says what it is: ``{"claim": id}`` or ``{"inference": id}``.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from itertools import compress
from operator import attrgetter, ne
from reprlib import Repr
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

from argmap.errors import EditError, FormatError
from argmap.model.change import ENTITIES, Change
from argmap.model.ids import ClaimId, EntityId, InferenceId, MapId, SourceId
from argmap.model.limits import ObjectText, object_text
from argmap.model.source import Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.model.change import Entity

Plain = dict[str, Any]

KIND_NAMES: dict[type[Entity], str] = {kind: kind.__name__.lower() for kind in ENTITIES}
"""What each kind of entity is called in plain form."""

_KINDS = {name: kind for kind, name in KIND_NAMES.items()}
_REFERENCES = {ClaimId: "claim", InferenceId: "inference", MapId: "map"}
_REFERENCED = {name: kind for kind, name in _REFERENCES.items()}
OBJECT_TEXTS = frozenset({"extras", "moved"})
"""The fields that hold a JSON object as a text in its one canonical writing: every entity sees to that."""

_ID = 64
_UNREADABLE = (TypeError, ValueError, KeyError, OverflowError, RecursionError)
_PASSAGE = {"source", "paragraph"}
_SHOWN = Repr()
_SHOWN.maxstring = _SHOWN.maxother = _SHOWN.maxlong = 60


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of an entity is written and read; *write* None: as it is."""

    name: str
    default: Any
    write: Callable[[Any], Any] | None
    read: Callable[[Any], Any]

    @property
    def is_needed(self) -> bool:
        """Whether no entity can be without it."""
        return self.default is MISSING


def to_plain(entity: Entity) -> Plain:
    """Return *entity* as a JSON object, without the fields that hold their default."""
    plain = to_packed(entity)
    for name in OBJECT_TEXTS & plain.keys():
        plain[name] = json.loads(plain[name])
    return plain


def to_packed(entity: Entity) -> Plain:
    """Return *entity* as `to_plain` does, but for `OBJECT_TEXTS`: they stay JSON inside a text."""
    kind = type(entity)
    writers, fetch, defaults = _layouts.get(kind) or _layout(kind)
    values = fetch(entity)
    said = compress(zip(writers, values, strict=True), map(ne, values, defaults))
    return {name: value if write is None or name in OBJECT_TEXTS else write(value) for (name, write), value in said}


def is_plain_of(plain: Plain, entity: Entity) -> bool:
    """Tell whether *plain* is what `to_plain` makes of *entity*, in a third of the time that making it takes."""
    kind = type(entity)
    writers, fetch, defaults = _layouts.get(kind) or _layout(kind)
    values = fetch(entity)
    if sum(map(ne, values, defaults)) != len(plain):
        return False
    said = tuple(map(plain.get, _fields(kind), defaults))
    return values == said or all(
        value == there or (write is not None and write(value) == there)
        for (_, write), value, there in zip(writers, values, said, strict=True)
    )


def from_plain(kind: type[Entity], plain: Mapping[str, Any]) -> Entity:
    """Return the entity of *kind* that *plain* describes; refuse anything else with `FormatError`."""
    if not isinstance(plain, dict):
        message = f"{_a(kind)} must be an object."
        raise FormatError(message)
    known = _fields(kind)
    needed = _needed.get(kind) or _needed.setdefault(kind, {name for name, field in known.items() if field.is_needed})
    if needed <= plain.keys():
        try:
            return kind(**{name: known[name].read(value) for name, value in plain.items()})
        except (EditError, *_UNREADABLE):
            pass
    return _explained(kind, known, plain)


def _explained(kind: type[Entity], known: Mapping[str, _Field], plain: Mapping[str, Any]) -> Entity:
    """Read *plain* field by field, to say what in it cannot be read."""
    for name in plain:
        if name not in known:
            message = f"{_a(kind)} has a field “{str(name)[:40]}” that argmap does not know."
            raise FormatError(message)
    values = {name: _read(kind, field, plain) for name, field in known.items() if name in plain or field.is_needed}
    try:
        return kind(**values)
    except EditError as error:
        message = f"{_a(kind)} cannot be taken in. {error}"
        raise FormatError(message) from error


def change_to_plain(change: Change) -> list[Any]:
    """Return *change* as an array: the kind, the entity before, the entity after (null where there is none)."""
    before = None if change.before is None else to_plain(change.before)
    after = None if change.after is None else to_plain(change.after)
    return [KIND_NAMES[type(change.entity)], before, after]


def change_from_plain(plain: object) -> Change:
    """Return the change an array made by `change_to_plain` describes."""
    match plain:
        case [str(name), dict() | None as before, dict() | None as after] if name in _KINDS and (before or after):
            kind = _KINDS[name]
            change = Change(
                None if before is None else from_plain(kind, before),
                None if after is None else from_plain(kind, after),
            )
        case _:
            message = "A recorded change cannot be read."
            raise FormatError(message)
    if change.before is not None and change.after is not None and change.before.id != change.after.id:
        message = "A recorded change turns one entity into another."
        raise FormatError(message)
    return change


def _read(kind: type[Entity], field: _Field, plain: Mapping[str, Any]) -> Any:  # noqa: ANN401  # a field is of any type
    if field.name not in plain:
        message = f"{_a(kind)} lacks its “{field.name}”."
        raise FormatError(message)
    value = plain[field.name]
    try:
        return field.read(value)
    except _UNREADABLE as error:
        message = f"{_a(kind)} has a “{field.name}” that cannot be read: {_SHOWN.repr(value)}."
        raise FormatError(message) from error


def _fields(kind: type[Entity]) -> dict[str, _Field]:
    known = _known.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = {
            field.name: _Field(field.name, field.default, *_translation(field.name, hints[field.name]))
            for field in fields(kind)
        }
        _known[kind] = known
    return known


_known: dict[type[Entity], dict[str, _Field]] = {}
_needed: dict[type[Entity], set[str]] = {}


class _Layout(NamedTuple):
    """All fields of a kind at once: their names and how they are written, what fetches their values, their defaults."""

    writers: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    fetch: Callable[[Entity], tuple[Any, ...]]
    defaults: tuple[Any, ...]


_layouts: dict[type[Entity], _Layout] = {}


def _layout(kind: type[Entity]) -> _Layout:
    known = _fields(kind).values()
    writers = tuple((field.name, field.write) for field in known)
    defaults = tuple(field.default for field in known)
    return _layouts.setdefault(kind, _Layout(writers, attrgetter(*_fields(kind)), defaults))


def _translation(name: str, hint: Any) -> tuple[Callable[[Any], Any] | None, Callable[[Any], Any]]:  # noqa: ANN401  # a type hint is anything
    """Choose how a field with the type *hint* is written and read."""
    if name in OBJECT_TEXTS:
        return json.loads, _object_text
    if isinstance(hint, type) and issubclass(hint, EntityId):
        return None, lambda value: _id_as(hint, value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, hint
    if get_origin(hint) is tuple:
        return _tuple_translation(*get_args(hint))
    if name in {"target", "about"}:
        allowed = get_args(hint)
        return _write_reference, lambda value: _read_reference(value, allowed)
    return None, _time if name == "at" else _CHECKED[hint]


def _tuple_translation(inner: type, *others: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:  # noqa: ANN401  # types or an ellipsis
    """Choose for an array of *inner*: any number of them, or exactly two where the hint names two."""
    array = _array if others == (Ellipsis,) else _pair
    if inner is Passage:
        return (
            lambda passages: [{"source": passage.source, "paragraph": passage.paragraph} for passage in passages],
            lambda values: tuple(_read_passage(value) for value in array(values)),
        )
    if issubclass(inner, EntityId):
        return list, lambda values: tuple([_id_as(inner, value) for value in array(values)])
    return list, lambda values: tuple(_text(value) for value in array(values))


def _read_passage(value: object) -> Passage:
    if not isinstance(value, dict) or not value.keys() <= _PASSAGE:
        raise TypeError
    return Passage(SourceId(_id_text(value["source"])), _text(value.get("paragraph", "")))


def _write_reference(target: EntityId) -> Plain:
    return {_REFERENCES[type(target)]: target}


def _read_reference(value: object, allowed: tuple[type[EntityId], ...]) -> EntityId:
    if not isinstance(value, dict):
        raise TypeError
    ((name, id_),) = value.items()
    kind = _REFERENCED[name]
    if kind not in allowed:
        raise TypeError
    return _id_as(kind, id_)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _id_as(kind: type[EntityId], value: object) -> EntityId:
    """Return *value* as an id of *kind*; one that is an id of that kind has been looked at before."""
    return value if type(value) is kind else kind(_id_text(value))


def _id_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    if not 0 < len(value) <= _ID or not value.isprintable():
        raise ValueError
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**53:
        raise TypeError
    return value


def _time(value: object) -> int:
    """Take any time a file can hold, however odd: it is shown as what it is, and nothing is lost for it."""
    if isinstance(value, bool) or not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise TypeError
    return value


def _rating(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _array(values: object) -> list[Any]:
    if not isinstance(values, list):
        raise TypeError
    return values


def _pair(values: object) -> list[Any]:
    first, second = _array(values)
    return [first, second]


def _object_text(value: object) -> str:
    if isinstance(value, ObjectText):
        return value
    if not isinstance(value, dict):
        raise TypeError
    return object_text(value)


_CHECKED: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _number,
    bool: _flag,
    float | None: lambda value: None if value is None else _rating(value),
    int | None: lambda value: None if value is None else _number(value),
    str | None: lambda value: None if value is None else _text(value),
}


def _a(kind: type[Entity]) -> str:
    """Name a kind with its article, as a sentence begins: ``A claim``, ``An inference``."""
    name = KIND_NAMES[kind]
    return f"An {name}" if name[0] in "aeiou" else f"A {name}"
