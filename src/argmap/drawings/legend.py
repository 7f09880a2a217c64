"""Legend: what the signs in a picture mean, those that it holds, in as many rows as its width asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.measuring import text_width
from argmap.drawings.proportions import FILL
from argmap.drawings.scene import Box, LegendEntry, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.drawings.scene import Badge, Card, Frame, Point

_TEXT = 12.5
_SIGN = 18.0
_ROW = 26.0
_BETWEEN = 26.0
_WORDS: dict[str, str] = {
    "circle": "supports",
    "square": "opposes",
    "diamond": "undercuts: disputes the step, not the claim",
    "step": "dashed line: bears on a step",
    "frame": "AND: premises that work together",
    "stub": "dashed card: in full elsewhere",
    "bar": "bar: how likely the mapper holds it",
}


def legend_of(
    cards: Sequence[Card], frames: Sequence[Frame], badges: Sequence[Badge], x: float, y: float, width: float
) -> tuple[tuple[LegendEntry, ...], tuple[Point, Point] | None]:
    """Return the entries for what the picture holds, from *x*, *y* on, and the line above them."""
    there = _there(cards, frames, badges)
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
        entries.append(
            LegendEntry(box, shape, Words(left + _SIGN + 8, top + 13.5, words, _TEXT, colour="muted"))  # type: ignore[arg-type]
        )
        left += long + _BETWEEN
    return tuple(entries), ((x, y), (x + width, y))


def _there(cards: Sequence[Card], frames: Sequence[Frame], badges: Sequence[Badge]) -> set[str]:
    def kinds() -> Iterator[str]:
        yield from (badge.shape for badge in badges)
        yield from ("frame" for _ in frames[:1])
        yield from ("stub" for card in cards if card.stub)
        yield from ("bar" for card in cards if card.bar is not None)

    return set(kinds())
