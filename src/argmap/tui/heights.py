"""Heights: how many lines each visible row takes, summed in blocks so that splicing and looking up stay cheap."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCK = 512


class Heights:
    """The heights of a list of rows; looking up costs the same in a long list, a splice a block and a sum of each."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        """Take over *heights* as they stand."""
        self._blocks: list[list[int]] = []
        self._sums: list[int] = []
        self._rows: list[int] = []  # how many rows stand before each block, and in all
        self._tops: list[int] = []  # how many lines
        self.replace(heights)

    def __len__(self) -> int:
        return self._rows[-1]

    def __getitem__(self, row: int) -> int:
        block, place = self._find(row)
        return self._blocks[block][place]

    @property
    def total(self) -> int:
        """The lines that all rows take together."""
        return self._tops[-1]

    def replace(self, heights: Iterable[int]) -> None:
        """Forget the heights there are and take over *heights*."""
        self._blocks = _cut(list(heights))
        self._sums = [sum(block) for block in self._blocks]
        self._add_up()

    def splice(self, start: int, stop: int, heights: Iterable[int]) -> None:
        """Put *heights* in the place of the rows from *start* up to *stop*."""
        if not self._blocks:
            self.replace(heights)
            return
        first, head = self._find(start)
        last, tail = self._find(stop)
        joined = self._blocks[first][:head]
        joined.extend(heights)
        joined.extend(self._blocks[last][tail:])
        blocks = _cut(joined)
        self._blocks[first : last + 1] = blocks
        self._sums[first : last + 1] = [sum(block) for block in blocks]
        self._add_up()

    def top(self, row: int) -> int:
        """Return the line on which *row* begins."""
        block, place = self._find(row)
        return self._tops[block] + sum(self._blocks[block][:place] if self._blocks else ())

    def at(self, line: int) -> tuple[int, int] | None:
        """Return the row that *line* belongs to and which of its lines it is; None below the last row."""
        if not 0 <= line < self.total:
            return None
        block = bisect_right(self._tops, line) - 1
        line -= self._tops[block]
        ends = list(accumulate(self._blocks[block]))
        place = bisect_right(ends, line)
        return self._rows[block] + place, line - (ends[place - 1] if place else 0)

    def _find(self, row: int) -> tuple[int, int]:
        """Return the block of *row* and its place there; the end of the list is the end of the last block."""
        block = max(min(bisect_right(self._rows, row), len(self._blocks)) - 1, 0)
        return block, row - self._rows[block]

    def _add_up(self) -> None:
        self._rows = list(accumulate(map(len, self._blocks), initial=0))
        self._tops = list(accumulate(self._sums, initial=0))


def _cut(heights: list[int]) -> list[list[int]]:
    return [heights[start : start + _BLOCK] for start in range(0, len(heights), _BLOCK)]
