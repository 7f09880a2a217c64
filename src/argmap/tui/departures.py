"""Departures: where the cursor was when each step was taken on this screen, to go back there when it is undone."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from argmap.model import EntityId, Step
    from argmap.outlines.walk import Place

_MOST = 500


class Departures:
    """The last steps of one screen, each known by what it changed, and the place of the cursor before it."""

    def __init__(self) -> None:
        """Begin with no step."""
        self._left: deque[tuple[AbstractSet[EntityId], Place]] = deque(maxlen=_MOST)
        self._due: Place | None = None

    def leave(self, step: Step, place: Place) -> None:
        """Remember that *step* was taken at *place*."""
        self._left.append((_changed(step), place))

    def undo(self, step: Step) -> None:
        """Let the cursor be due where it was before the last step that changed what *step* brings back."""
        wanted = _changed(step)
        found = next((each for each in reversed(self._left) if each[0] == wanted), None)
        if found is not None:
            self._left.remove(found)
            self._due = found[1]

    def due(self) -> Place | None:
        """Return, once, where the cursor is to go back to; None if nothing says so."""
        due, self._due = self._due, None
        return due


def _changed(step: Step) -> AbstractSet[EntityId]:
    return frozenset(change.id for change in step.changes)
