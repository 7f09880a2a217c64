"""One step in words: when it was taken, what came, what went, and which fields differ."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from argmap.display import one_line
from argmap.model.plain import KIND_NAMES, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Change, Entity

_UNSAID = {"id", "number", "order", "position"}


def told(change: Change) -> Iterator[str]:
    """Yield the rows that tell one change: ``+`` for what came, ``-`` for what went, ``~`` for what differs."""
    if change.before is None or change.after is None:
        sign = "-" if change.after is None else "+"
        yield f"{sign} {_name(change.entity)}{_words(change.entity)}"
        return
    before, after = to_plain(change.before), to_plain(change.after)
    yield f"~ {_name(change.after)}"
    for field in dict.fromkeys((*before, *after)):
        if before.get(field) != after.get(field):
            yield f"    {field}: {_value(before.get(field))} -> {_value(after.get(field))}"


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


def _words(entity: Entity) -> str:
    """Return what an entity says, or failing words the fields that tell it apart."""
    text = getattr(entity, "text", "") or getattr(entity, "title", "")
    if text:
        return f": {one_line(text)}"
    fields = {name: value for name, value in to_plain(entity).items() if name not in _UNSAID}
    return f": {', '.join(f'{name} {_value(value)}' for name, value in fields.items())}" if fields else ""


def _value(value: Any) -> str:  # noqa: ANN401  # a plain value of any field
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"“{one_line(value)}”"
    if isinstance(value, dict):
        return " ".join(f"{name} {each}" for name, each in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
