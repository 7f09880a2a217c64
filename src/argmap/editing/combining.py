"""Combining: many edits as one step, so that a selection is changed, and changed back, at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.editing.entry import Entry
from argmap.errors import EditError
from argmap.model import ArgumentMap, Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.model import Entity, EntityId, Step


@dataclass(frozen=True, slots=True)
class Combined:
    """One step for many edits: how many it holds, and why the others are not in it."""

    step: Step
    done: int
    refused: tuple[EditError, ...]


def combined(
    map_: ArgumentMap, edits: Iterable[Callable[[ArgumentMap], Step]], label: Callable[[int], str]
) -> Combined:
    """Make one step of *edits*, each seeing what those before it did; *label* names it by how many could be made.

    An edit that is refused or changes nothing is left out; where all are refused, so is the whole.
    """
    trial = ArgumentMap(map_.entities())
    trial.remember_highest(*map_.highest_numbers())
    changes: dict[tuple[type[Entity], EntityId], Change] = {}
    refused: list[EditError] = []
    done = 0
    for edit in edits:
        try:
            step = edit(trial)
        except EditError as error:
            refused.append(error)
            continue
        trial.apply(step)
        done += bool(step.changes)
        for change in step.changes:
            key = type(change.entity), change.id
            before = changes[key].before if key in changes else change.before
            changes[key] = Change(before, change.after)
    if refused and not done:
        raise refused[0]
    return Combined(Entry().step(label(done), *changes.values()), done, tuple(refused))
