"""Searching ahead in a text, each place once: what opens a million times and never closes costs one look."""

from __future__ import annotations

import re

_FENCE = re.compile("={3,}")
_DATA_STOP = re.compile(r"\}(?=\s[^,}])")
_DATA_END = re.compile(r"\}(?!\s*[,}])")
_NEVER = -1


class Searching:
    """Finds where titles, links, data and the like end; remembers what it found until the search has passed it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, tuple[int, int]] = {}
        self._data: tuple[int, int, int] = (0, 0, _NEVER)

    def first(self, sign: str, start: int) -> int:
        """Return where *sign* first stands at or behind *start*, -1 for nowhere."""
        known = self._found.get(sign)
        if known is not None and known[0] <= start and (known[1] == _NEVER or known[1] >= start):
            return known[1]
        found = self._text.find(sign, start)
        self._found[sign] = (start, found)
        return found

    def after(self, sign: str, start: int) -> int:
        """Return the place right behind the first *sign* at or behind *start*, -1 for none."""
        found = self.first(sign, start)
        return found if found < 0 else found + len(sign)

    def title_end(self, start: int, closing: str) -> int:
        """Return where a title that opens at *start* ends: at *closing*, on its line, with something in it; or -1."""
        return self._on_line(start + 1, start + 2, closing)

    def reference_end(self, start: int, closing: str) -> int:
        """Return where a reference that opens at *start* ends, or -1; it must not begin with a dash."""
        if self._text[start + 1 : start + 2] in ("", "-"):
            return -1
        return self._on_line(start + 2, start + 2, closing)

    def link_end(self, start: int) -> int:
        """Return where the link ``[text](address)`` that opens at *start* ends, with one blank behind it, or -1."""
        text = self._text
        middle = self.first("]", start + 1)
        if middle <= start + 1 or text[middle + 1 : middle + 2] != "(":
            return -1
        end = self.first(")", middle + 2)
        if end <= middle + 2:
            return -1
        return end + 1 + (text[end + 1 : end + 2] in (" ", "\t"))

    def fence_end(self, start: int) -> int:
        """Return where front matter that begins at *start* ends, or -1."""
        opening = _FENCE.match(self._text, start)
        if opening is None:
            return -1
        following = self.first("===", opening.end())
        if following >= 0:
            closing = _FENCE.match(self._text, following)
            assert closing is not None
            return closing.end()
        return opening.end() if opening.end() - start >= 6 else -1  # noqa: PLR2004  # two fences with nothing between

    def data_end(self, start: int) -> int:
        """Return where data that begins at *start* ends, or -1.

        It ends at the last brace before one that is followed by white space and then by more than data may hold.
        """
        asked, stop, end = self._data
        if not (asked <= start < stop):
            found = _DATA_STOP.search(self._text, start)
            stop = found.start() + 1 if found else len(self._text)
            end = self._last_end(start, stop)
            self._data = (start, stop, end)
        return end if end > start + 1 else -1

    def _last_end(self, start: int, stop: int) -> int:
        """Return the end of the last closing brace between *start* and *stop* that may end data."""
        place = stop
        while True:
            place = self._text.rfind("}", start, place)
            if place < 0:
                return _NEVER
            if _DATA_END.match(self._text, place):
                return place + 1

    def _on_line(self, line_from: int, closing_from: int, closing: str) -> int:
        found = self.first(closing, closing_from)
        if found < 0:
            return -1
        end_of_line = self.first("\n", line_from)
        return -1 if 0 <= end_of_line < found else found + len(closing)
