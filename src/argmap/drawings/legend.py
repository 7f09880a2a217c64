"""Legend: what the signs in a picture mean, those that it holds, in as many rows as its width asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.connecting import USUAL_WIDTH
from argmap.drawings.measuring import text_width
from argmap.drawings.proportions import FILL
from argmap.drawings.scene import Box, LegendEntry, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from argmap.drawings.scene import Badge, Card, Edge, Frame, Point, Sign

_TEXT = 12.5
_SIGN = 18.0
_ROW = 26.0
_BETWEEN = 26.0
_WORDS: dict[Sign, str] = {
    "circle": "supports",
    "square": "opposes",
    "diamond": "undercuts: disputes the step, not the claim",
    "frame": "AND: premises that work together",
    "stub": "dashed card: in full elsewhere",
    "bar": "bar: how likely the mapper holds it",
    "weight": "thicker line: the step bears more strongly",
}


def legend_of(
    there: AbstractSet[str], x: float, y: float, width: float
) -> tuple[tuple[LegendEntry, ...], tuple[Point, Point] | None]:
    """Return the entries for the shapes that are *there*, from *x*, *y* on, and the line above them."""
    if not there:
        return (), None
    entries: list[LegendEntry] = []
    left, top = x, y + _ROW / 2
    for shape, words in _WORDS.items():
        if shape not in there:
            continue
        long = _SIGN + 8 + text_width(words, _TEXT) / FILL
        if entries and left + long > x + width:
            left, top = x, top + _ROW
        box = Box(left, top, _SIGN, _SIGN)
        entries.append(LegendEntry(box, shape, Words(left + _SIGN + 8, top + 13.5, words, _TEXT, colour="muted")))
        left += long + _BETWEEN
    return tuple(entries), ((x, y), (x + width, y))


def shapes_in(
    cards: Sequence[Card], frames: Sequence[Frame], badges: Sequence[Badge], edges: Sequence[Edge]
) -> set[str]:
    """Return the shapes to be explained; lines where some are thicker or thinner than where nobody has rated them."""
    there: set[str] = {badge.shape for badge in badges}
    there.update("frame" for _ in frames[:1])
    there.update("stub" for card in cards if card.stub)
    there.update("bar" for card in cards if card.bar is not None)
    there.update("weight" for edge in edges if edge.width != USUAL_WIDTH)
    return there
