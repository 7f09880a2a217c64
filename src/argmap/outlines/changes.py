"""One step in words: when it was taken, what came, what went, and which fields differ."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from argmap.display import one_line
from argmap.model import About, EntityId, Inference, Passage
from argmap.model.naming import joined_names
from argmap.model.plain import KIND_NAMES, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap, Change, Entity

_UNSAID = {"id", "number", "order", "position"}
_SAID_FIRST = {"polarity", "premises", "target"}
_GONE = "something that is gone"


class Teller:
    """Tells the changes of a step, and names what they refer to as people do.

    What is in the map no longer is named by what the step itself held of it, or else as what is gone.
    """

    def __init__(self, map_: ArgumentMap, changes: Iterable[Change]) -> None:
        """Tell *changes* to what has become of them in *map_*."""
        self._map = map_
        self._of_step = {change.id: change.entity for change in changes}

    def told(self, change: Change) -> Iterator[str]:
        """Yield the rows that tell one change: ``+`` for what came, ``-`` for what went, ``~`` for what differs."""
        if change.before is None or change.after is None:
            sign = "-" if change.after is None else "+"
            yield f"{sign} {_name(change.entity)}{self._words(change.entity)}"
            return
        before, after = self._fields(change.before), self._fields(change.after)
        yield f"~ {_name(change.after)}"
        for field in dict.fromkeys((*before, *after)):
            if before.get(field) != after.get(field):
                yield f"    {field}: {_value(before.get(field))} -> {_value(after.get(field))}"

    def _words(self, entity: Entity) -> str:
        """Return what an entity says, or failing words the fields that tell it apart."""
        text = getattr(entity, "text", "") or getattr(entity, "title", "")
        if text:
            return f": {one_line(text)}"
        fields = {name: value for name, value in self._fields(entity).items() if name not in _UNSAID}
        begin = ""
        if isinstance(entity, Inference):
            begin = f"{' & '.join(map(self._called, entity.premises))} {entity.polarity} {self._called(entity.target)}"
            fields = {name: value for name, value in fields.items() if name not in _SAID_FIRST}
        rest = (f"{name} {_value(value)}" for name, value in fields.items())
        said = ", ".join(part for part in (begin, *rest) if part)
        return f": {said}" if said else ""

    def _fields(self, entity: Entity) -> dict[str, Any]:
        """Return the fields of an entity, with names in the place of ids."""
        plain = to_plain(entity)
        for field, value in plain.items():
            if field != "id":
                plain[field] = self._without_ids(getattr(entity, field), value)
        return plain

    def _without_ids(self, value: object, plain: object) -> object:
        match value:
            case EntityId():
                return _Name(self._called(value))
            case Passage():
                return _Name(f"{self._called(value.source)} {value.paragraph}".strip())
            case tuple():
                of_plain = plain if isinstance(plain, list) else list(value)
                return [self._without_ids(each, its) for each, its in zip(value, of_plain, strict=True)]
            case _:
                return plain

    def _called(self, id_: EntityId) -> str:
        found = self._entity(id_)
        if isinstance(found, Inference):
            premises = (getattr(self._entity(premise), "label", _GONE) for premise in found.premises)
            return f"{joined_names(premises)}'s step"
        if isinstance(found, About):
            return "the map"
        return getattr(found, "label", "") or _GONE

    def _entity(self, id_: EntityId) -> Entity | None:
        return self._of_step.get(id_) or self._map.get(id_)


def time_of(at: int, *, seconds: bool = False) -> str:
    """Return a step's time in this machine's zone, to the minute or (*seconds*) as ISO 8601.

    A time no calendar holds comes back as its bare number.
    """
    try:
        moment = datetime.fromtimestamp(at / 1000, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return f"(invalid time {at})"
    return moment.isoformat(timespec="seconds") if seconds else moment.strftime("%Y-%m-%d %H:%M")


def _name(entity: Entity) -> str:
    kind = KIND_NAMES[type(entity)]
    label = getattr(entity, "label", "")
    return f"{kind} {label}" if label else kind


class _Name(str):
    """What something is called, which is no text of somebody's to be put in quotation marks."""

    __slots__ = ()


def _value(value: Any) -> str:  # noqa: ANN401  # a plain value of any field
    if value is None:
        return "nothing"
    if isinstance(value, _Name):
        return value
    if isinstance(value, str):
        return f"“{one_line(value)}”"
    if isinstance(value, dict):
        return " ".join(f"{name} {each}" for name, each in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
