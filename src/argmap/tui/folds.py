"""Folds: which rows show what is under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.outlines.walk import Place


class Folds:
    """A level down to which everything is open, and the places that were opened or closed by hand since."""

    def __init__(self, level: int | None = None) -> None:
        """Open everything above *level* (counted from 0; None: everything)."""
        self.level = level
        self._by_hand: dict[Place, bool] = {}

    def is_open(self, place: Place, depth: int) -> bool:
        """Whether what is under *place*, which stands at *depth*, is shown."""
        by_hand = self._by_hand.get(place)
        if by_hand is not None:
            return by_hand
        return self.level is None or depth < self.level

    def set(self, place: Place, *, is_open: bool) -> None:
        """Open or close one place."""
        self._by_hand[place] = is_open

    def to_level(self, level: int | None) -> None:
        """Open everything above *level* and close the rest, whatever was done by hand."""
        self.level = level
        self._by_hand.clear()

    def copy(self) -> Folds:
        """Return folds that stand as these do now."""
        other = Folds(self.level)
        other._by_hand.update(self._by_hand)
        return other
