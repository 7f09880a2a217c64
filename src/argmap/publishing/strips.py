"""Strips: paragraphs whose height is reckoned before they are printed, by our own measure of lines.

What has to fit on a page or a card is made of them, in every format; a format has to give each line the height it is
reckoned with.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from argmap.drawings.measuring import Weight, text_width
from argmap.drawings.wrapping import wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.outlines.paper import Run

LINE = 1.24
"""How far apart lines stand, in sizes of their print."""

GAP = 2.0
"""Points between paragraphs."""

SURE = 0.95
"""Which part of a line our measure may fill: other programs break lines at other places."""

_SEMIBOLD_FROM = 11.0  # points; what is larger is reckoned semibold, as claims and headings are set


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph on a card: its runs, its print in points, and how far it is indented.

    *manner* is reference where it names a source.
    """

    runs: tuple[Run, ...]
    size: float
    indent: float = 0.0
    manner: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


def height(strips: Sequence[Strip], width: float) -> float:
    """Return how many points *strips* take under one another in a column that is so wide."""
    return sum(_lines(strip, width) * strip.size * LINE + GAP for strip in strips)


def least_height(strips: Sequence[Strip], width: float) -> float:
    """Return what *strips* take at the least, were no line to end early; many times faster than their `height`."""
    return sum(_fewest_lines(strip, width) * strip.size * LINE + GAP for strip in strips)


def _lines(strip: Strip, width: float) -> int:
    return len(wrap_text(strip.text, strip.size, _room(strip, width), _weight(strip)))


def _fewest_lines(strip: Strip, width: float) -> int:
    """Return how many lines full of text there are; each but the last may drop the space at its end."""
    space = text_width(" ", strip.size)
    return max(1, ceil((text_width(strip.text, strip.size, _weight(strip)) - space) / (_room(strip, width) + space)))


def _room(strip: Strip, width: float) -> float:
    return (width - strip.indent) * SURE


def _weight(strip: Strip) -> Weight:
    return Weight.SEMIBOLD if strip.size >= _SEMIBOLD_FROM else Weight.REGULAR
