"""Measuring text: how wide it is, by the widths of the font that pictures are set in."""

from __future__ import annotations

import json
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("widths.json")
_THOUSANDTHS = 1000
_WIDE = 1000  # a character of Chinese, Japanese or Korean, or an emoji, fills its square
_UNKNOWN = 720  # other scripts come from fonts we cannot know; most of their letters are narrower


class Weight(StrEnum):
    """How heavy letters are."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"


def text_width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return the width of *text* set at *size*, in the unit of *size*; kerning is left out, as it narrows."""
    return _width(text, weight) * size / _THOUSANDTHS


@lru_cache(maxsize=100_000)
def _width(text: str, weight: Weight) -> int:
    widths = _widths(weight)
    return sum([widths[character] for character in text])


class _Widths(dict[str, int]):
    """The width of each character; one that the font has not is reckoned by its kind."""

    def __missing__(self, character: str) -> int:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            width = 0
        elif unicodedata.east_asian_width(character) in "WF":
            width = _WIDE
        else:
            width = _UNKNOWN if unicodedata.category(character)[0] in "LMN" else _WIDE
        self[character] = width
        return width


@cache
def _widths(weight: Weight) -> _Widths:
    """Read the table that ``tools/build_widths.py`` writes."""
    runs = json.loads(_TABLE.read_text(encoding="utf-8"))[weight]
    return _Widths((chr(first + place), width) for first, widths in runs for place, width in enumerate(widths))
