"""Folds: which rows show what is under them, and which branch is shown alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ClaimId
    from argmap.outlines.walk import Place


class Folds:
    """A level down to which everything is open, and the places that were opened or closed by hand since.

    *focus* is the way from the top down to the claim whose branch is shown alone, empty if everything is shown.
    """

    def __init__(self, level: int | None = None) -> None:
        """Open everything above *level* (counted from 0; None: everything)."""
        self.level = level
        self.focus: tuple[ClaimId, ...] = ()
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

    def by_hand(self) -> Iterator[tuple[Place, bool]]:
        """The places that were opened or closed by hand, and which it was."""
        return iter(self._by_hand.items())

    def to_level(self, level: int | None) -> None:
        """Open everything above *level* and close the rest, whatever was done by hand."""
        self.level = level
        self._by_hand.clear()

    def copy(self) -> Folds:
        """Return folds that stand as these do now."""
        other = Folds(self.level)
        other.focus = self.focus
        other._by_hand.update(self._by_hand)
        return other
