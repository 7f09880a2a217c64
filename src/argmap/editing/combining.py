"""Combining: several edits as one step, so that what was changed at once is also changed back at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.errors import EditError
from argmap.model import ArgumentMap, Change, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.model import Entity, EntityId

    Edit = Callable[[ArgumentMap], Step]


@dataclass(frozen=True, slots=True)
class Combined:
    """One step for many edits: how many it holds, and why the others are not in it."""

    step: Step
    done: int
    refused: tuple[EditError, ...]


def combined(map_: ArgumentMap, edits: Iterable[Edit], label: Callable[[int], str]) -> Combined:
    """Make one step of *edits*, each seeing what those before it did; *label* names it by how many could be made.

    An edit that is refused or changes nothing is left out; where all are refused, so is the whole.
    """
    trial = _Trial(map_)
    refused: list[EditError] = []
    for edit in edits:
        try:
            trial.make(edit)
        except EditError as error:
            refused.append(error)
    if refused and not trial.done:
        raise refused[0]
    return Combined(trial.step(label(len(trial.done))), len(trial.done), tuple(refused))


def together(map_: ArgumentMap, edits: Sequence[Edit], label: str) -> Step:
    """Make one step of all *edits*, each seeing what those before it did; one that is refused refuses them all.

    A lone edit keeps its own label, which says more than *label* does.
    """
    if len(edits) == 1:
        return edits[0](map_)
    trial = _Trial(map_)
    for edit in edits:
        trial.make(edit)
    return trial.step(trial.done[0].label if len(trial.done) == 1 else label)


class _Trial:
    """A copy of a map on which edits are made one after the other, and what they change in all."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = ArgumentMap(map_.entities())
        self._map.remember_highest(*map_.highest_numbers())
        self._changes: dict[tuple[type[Entity], EntityId], Change] = {}
        self._notices: list[str] = []
        self.done: list[Step] = []

    def make(self, edit: Edit) -> None:
        """Make one edit."""
        step = edit(self._map)
        self._notices.extend(step.notices)
        if not step.changes:
            return
        self._map.apply(step)
        self.done.append(step)
        for change in step.changes:
            key = type(change.entity), change.id
            before = self._changes[key].before if key in self._changes else change.before
            self._changes[key] = Change(before, change.after)

    def step(self, label: str) -> Step:
        """Return all that was made as one step; what came and went again is not in it."""
        changes = tuple(change for change in self._changes.values() if change.before != change.after)
        return Step(label, changes, tuple(self._notices))
