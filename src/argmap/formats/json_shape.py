"""The shape of a JSON text: the outermost keys and what stands right below them, found without reading the whole."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache

_FEW = 400_000
# A text that is never closed goes to the end, so that no place is looked at twice.
_SIGN = re.compile(r'"(?:[^"\\]|\\.)*+\\?(?:"|\Z)|[{}\[\],:]', re.DOTALL)
_DEEPEST = 4


@dataclass(slots=True)
class Shape:
    """What an object holds: its keys, each with the keys (or texts) found up to three levels below, and how they open.

    *opens* says ``{``, ``[``, or ``""`` for what is neither.
    """

    opens: dict[str, str] = field(default_factory=dict)
    below: dict[str, set[str]] = field(default_factory=dict)

    def has(self, key: str, opening: str, *below: str) -> bool:
        """Whether there is *key*, holding an array or an object, with all of *below* somewhere in it."""
        return self.opens.get(key) == opening and self.below[key].issuperset(below)


def mentions(text: str, *words: str) -> bool:
    """Whether the beginning of *text* has one of *words* in quotes: much sooner known than its shape."""
    return any(text.find(f'"{word}"', 0, _FEW) >= 0 for word in words)


def shape_of(text: str) -> Shape:
    """Return the shape of *text*, as far as its beginning shows it; of no object, an empty one."""
    return _shape(text[:_FEW])


@lru_cache(maxsize=1)  # several formats ask for it, one after the other; no more than this beginning is kept
def _shape(text: str) -> Shape:
    return _Scan().shape(text) if text.lstrip()[:1] == "{" else Shape()


class _Scan:
    """Goes through the signs of a text once, however deep they are nested."""

    def __init__(self) -> None:
        self._shape = Shape()
        self._depth = 0
        self._key = ""
        self._last = ""

    def shape(self, text: str) -> Shape:
        """Return the shape of *text*."""
        for match in _SIGN.finditer(text):
            sign = match.group()
            if sign[0] == '"':
                self._take(sign)
            elif sign in "{[":
                if self._depth == 1 and self._key:
                    self._shape.opens[self._key] = sign
                self._depth += 1
            elif sign in "}]":
                self._depth -= 1
            elif self._depth == 1:
                self._separate(sign)
        return self._shape

    def _take(self, quoted: str) -> None:
        self._last = quoted
        if 1 < self._depth <= _DEEPEST and self._key:
            self._shape.below[self._key].add(_plain(quoted))

    def _separate(self, sign: str) -> None:
        """Note the key before a colon; forget it behind a comma."""
        self._key = _plain(self._last) if sign == ":" else ""
        if self._key:
            self._shape.opens.setdefault(self._key, "")
            self._shape.below.setdefault(self._key, set())


def _plain(quoted: str) -> str:
    """Return the text in quotes; a broken one as it is."""
    if "\\" not in quoted:
        return quoted[1:-1]
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted
