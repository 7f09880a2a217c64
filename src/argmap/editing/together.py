"""Several edits of the same things as one step, to be saved and undone at once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from argmap.model import Change, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Entity, EntityId


def together(label: str, steps: Iterable[Step]) -> Step:
    """Return one step that does what *steps* do: edits made for the same map, each of other fields of what is there.

    A lone edit keeps its own label, which says more than *label* does.
    """
    steps = list(steps)
    merged: dict[EntityId, Change] = {}
    for change in (change for step in steps for change in step.changes):
        known = merged.get(change.id)
        merged[change.id] = change if known is None else _both(known, change)
    doing = [step for step in steps if step.changes]
    notices = tuple(notice for step in steps for notice in step.notices)
    return Step(doing[0].label if len(doing) == 1 else label, tuple(merged.values()), notices)


def _both(first: Change, second: Change) -> Change:
    """Return the change of one entity that makes both changes."""
    before, after = first.before, first.after
    if before is None or after is None or second.before != before or second.after is None:
        message = "only edits of things that are there, made for the same map, go together"
        raise ValueError(message)
    new = {field.name: getattr(second.after, field.name) for field in fields(before)}
    return Change(before, _with(after, {name: value for name, value in new.items() if value != getattr(before, name)}))


def _with(entity: Entity, new: dict[str, object]) -> Entity:
    return replace(entity, **new)  # type: ignore[arg-type]  # the values come from an entity of the same kind
