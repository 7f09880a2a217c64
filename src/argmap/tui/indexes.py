"""Indexes: at which of the visible rows each place stands; they are learnt once that is asked often enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.outlines.walk import Place
    from argmap.tui.places import Row

_ROUNDS = 2


class Indexes:
    """Finds rows by their places, until they come or go.

    An edit asks once or twice, and walks to the row. Going from match to match in a large map that is unfolded, or
    badges that come to hundreds of rows, ask again and again: once as many rows were walked over as there are, twice,
    all of them are known and none is walked over any more. ``walked`` counts those that were.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        """Know nothing yet of *rows*, which stay as they are."""
        self.walked = 0
        self._rows = rows
        self._known: dict[Place, int] = {}

    def of(self, place: Place, start: int = 0) -> int | None:
        """Return where *place* stands, from *start* down."""
        if not self._known and self.walked > _ROUNDS * len(self._rows):
            self._known = {row.place: index for index, row in enumerate(self._rows)}
        if self._known:
            index = self._known.get(place, -1)
            return index if index >= start else None
        return self._walk(place, start)

    def _walk(self, place: Place, start: int) -> int | None:
        for index in range(start, len(self._rows)):
            if self._rows[index].place == place:
                self.walked += index - start + 1
                return index
        self.walked += max(len(self._rows) - start, 0)
        return None
