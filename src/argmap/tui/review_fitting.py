"""Review fitting: how much is said beside the words of a pair, so that all that matters is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.review_text import Detail, between_text, lines_of, pair_texts, why_text

if TYPE_CHECKING:
    from rich.text import Text

    from argmap.matching import Pair
    from argmap.reviewing.review import Review
    from argmap.tui.signs import Signs

BESIDE = 70
"""Cells; on a narrower screen B stands below A."""

_WAYS = (
    (Detail.ALL, Detail.ALL),
    (Detail.SHORT, Detail.ALL),
    (Detail.COUNTS, Detail.ALL),
    (Detail.COUNTS, Detail.COUNTS),
)
"""How much is said of each claim, and of both; the first that fits is taken."""


def fitted_texts(
    review: Review, pair: Pair, size: tuple[int, int], signs: Signs, *, is_stacked: bool, explains: bool
) -> tuple[Text, Text, Text]:
    """Return A, B and what is said of both, with as much as fits into *size*: cells and lines.

    The words of the claims and what speaks against one claim are never left out, also where that does not fit.
    """
    width, room = size
    side = width if is_stacked else (width - 3) // 2
    for beside, below in _WAYS:
        one, other = pair_texts(review, pair, side, signs, beside)
        both = why_text(review, pair, width, signs) if explains else between_text(review, pair, width, signs, below)
        lines = lines_of(one, side), lines_of(other, side)
        if (sum(lines) + 2 if is_stacked else max(lines) + 1) + lines_of(both, width) <= room:
            break
    return one, other, both
