"""Trail: the places that were left by a jump, to go back to and forward again."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.outlines.walk import Place

_MOST = 200


class Trail:
    """Where the cursor jumped from. Walking leaves no trace; going back remembers where it went back from."""

    def __init__(self) -> None:
        """Begin with nothing behind and nothing ahead."""
        self._behind: deque[Place] = deque(maxlen=_MOST)
        self._ahead: deque[Place] = deque(maxlen=_MOST)

    def leave(self, place: Place) -> None:
        """Remember *place*, from which somebody jumps now; what lay ahead is forgotten."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)

    def back(self, here: Place, is_there: Callable[[Place], bool]) -> Place | None:
        """Return the last place left that is still there; None if there is none."""
        return self._go(self._behind, self._ahead, here, is_there)

    def forward(self, here: Place, is_there: Callable[[Place], bool]) -> Place | None:
        """Return the place last gone back from that is still there; None if there is none."""
        return self._go(self._ahead, self._behind, here, is_there)

    @staticmethod
    def _go(places: deque[Place], others: deque[Place], here: Place, is_there: Callable[[Place], bool]) -> Place | None:
        while places:
            place = places.pop()
            if place != here and is_there(place):
                others.append(here)
                return place
        return None
