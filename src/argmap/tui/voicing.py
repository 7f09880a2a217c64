"""Voicing: two passages are marked one after the other, and are one voice then, or no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing import record_dependence, remove_dependence
from argmap.outlines import dependence_between

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Passage, Step


class Mark:
    """The first of two passages, until the second is chosen."""

    def __init__(self) -> None:
        """Mark nothing yet."""
        self.passage: Passage | None = None

    def press(self, map_: ArgumentMap, passage: Passage) -> Step | None:
        """Mark *passage*, or unmark it; as a second one, return the step that ties it to the first, or unties them."""
        first, self.passage = self.passage, None
        if first is None or first.source not in map_.sources:
            self.passage = passage
            return None
        if first == passage:
            return None
        known = dependence_between(map_, first, passage)
        return remove_dependence(map_, known.id) if known else record_dependence(map_, first, passage)
