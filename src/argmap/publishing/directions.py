"""Directions: whether a paragraph is read from right to left."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from argmap.drawings.wrapping import is_from_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.outlines.paper import Run

_SOURCES = ("reference", "cite")
"""The manners of paragraphs that name a source."""


def runs_from_right(runs: Sequence[Run], manner: str = "") -> bool:
    """Whether *runs*, a paragraph of that *manner*, are read from right to left.

    A source is, where most of its letters are: an author's name says nothing of the title behind it. Its address does
    not count. Everything else goes by its first letter that has a direction.
    """
    if manner not in _SOURCES:
        return is_from_right("".join(run.text for run in runs))
    letters = Counter(unicodedata.bidirectional(letter) for run in runs if not run.link for letter in run.text)
    return letters["R"] + letters["AL"] > letters["L"]


def is_from_left(text: str) -> bool:
    """Whether no letter of *text* is read from right to left."""
    return not any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def direction(runs: Sequence[Run], manner: str = "") -> str:
    """Return the direction of a paragraph as HTML has it: ``rtl`` or ``ltr``."""
    return "rtl" if runs_from_right(runs, manner) else "ltr"
