"""JSON that breaks off: what stands before the break, as JSON that is whole."""

from __future__ import annotations

import re

_SIGN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[{}\[\],]', re.DOTALL)
_CLOSING = {"{": "}", "[": "]"}
_MOST_LEVELS = 1_000


def upto(text: str, break_: int) -> str | None:
    """Return the values in *text* that end before the character at *break_*, all that is open closed; None for none.

    A value that the break cuts through is left out, with the key before it; so is what holds nothing before the break.
    Where a whole value ends before the break, what follows it is left out.
    """
    open_: list[str] = []
    end = level = 0
    for match in _SIGN.finditer(text, 0, break_):
        sign = match[0]
        if sign in "{[":
            open_.append(_CLOSING[sign])
        elif sign in "}]":
            if not open_ or open_.pop() != sign:
                return None
            end, level = match.end(), len(open_)
        elif sign == "," and open_:
            end, level = match.start(), len(open_)
        if len(open_) > _MOST_LEVELS:
            return None
    return text[:end] + "".join(reversed(open_[:level])) if end else None
