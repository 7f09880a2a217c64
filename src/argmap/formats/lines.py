"""Lines of a text: where a character stands, for people."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from argmap.formats.report import Place

_LONGEST_QUOTE = 80


class Lines:
    """Knows the line and the column of every place in a text whose lines end in newlines."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0))

    def line(self, start: int) -> Place:
        """Return the line of the character at *start*."""
        return Place(bisect_right(self._starts, start))

    def place(self, start: int) -> Place:
        """Return the line, the column, and the line itself."""
        number = bisect_right(self._starts, start)
        line = self._lines[number - 1].strip()
        quote = line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"
        return Place(number, start - self._starts[number - 1] + 1, quote=quote)
