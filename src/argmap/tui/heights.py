"""Heights: how many lines each visible row takes, summed in blocks so that splicing and looking up stay cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCK = 512


class Heights:
    """The heights of a list of rows; every operation costs about a block, however long the list is."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        """Take over *heights* as they stand."""
        self._blocks: list[list[int]] = []
        self._sums: list[int] = []
        self.replace(heights)

    def __len__(self) -> int:
        return sum(map(len, self._blocks))

    def __getitem__(self, row: int) -> int:
        block, place = self._find(row)
        return self._blocks[block][place]

    @property
    def total(self) -> int:
        """The lines that all rows take together."""
        return sum(self._sums)

    def replace(self, heights: Iterable[int]) -> None:
        """Forget the heights there are and take over *heights*."""
        self._blocks = _cut(list(heights))
        self._sums = [sum(block) for block in self._blocks]

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

    def top(self, row: int) -> int:
        """Return the line on which *row* begins."""
        block, place = self._find(row)
        return sum(self._sums[:block]) + sum(self._blocks[block][:place] if self._blocks else ())

    def at(self, line: int) -> tuple[int, int] | None:
        """Return the row that *line* belongs to and which of its lines it is; None below the last row."""
        if line < 0:
            return None
        row = 0
        for block, height in zip(self._blocks, self._sums, strict=True):
            if line < height:
                for each in block:
                    if line < each:
                        return row, line
                    line -= each
                    row += 1
            line -= height
            row += len(block)
        return None

    def _find(self, row: int) -> tuple[int, int]:
        """Return the block of *row* and its place there; the end of the list is the end of the last block."""
        last = len(self._blocks) - 1
        for number, block in enumerate(self._blocks):
            if row < len(block) or number == last:
                return number, row
            row -= len(block)
        return 0, 0


def _cut(heights: list[int]) -> list[list[int]]:
    return [heights[start : start + _BLOCK] for start in range(0, len(heights), _BLOCK)]
