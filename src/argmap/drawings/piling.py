"""Piling: from the top down, claims on which nothing bears stand under one another, or the picture would be a strip."""

from __future__ import annotations

from itertools import groupby
from math import ceil, sqrt
from typing import TYPE_CHECKING

from argmap.drawings.panels import with_attacks
from argmap.drawings.proportions import COUSIN_GAP, GUTTER, LINE, NOTE_LINE, RISE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argmap.drawings.panels import Panel, Slip

    Pair = tuple[Slip | None, Panel]

_LEAST_ROW = GUTTER + 2 * RISE + LINE + NOTE_LINE
"""How far apart two rows of a picture are at least: a gutter, and a card of one line."""

_USUAL_PILE = 4
"""How many times as many claims stand under one another as beside one another, where many piles are side by side."""


def piles(pairs: Sequence[Pair], kids: Callable[[Slip], Sequence[Panel]]) -> Iterator[list[Pair]]:
    """Yield what bears on claims in its order: alone, or several reasons or objections on which nothing bears."""

    def kind(pair: Pair) -> tuple[Slip | None, bool, bool]:
        host, main = pair
        ends = not any(kids(slip) for panel, _, _ in with_attacks(main) for slip in panel.slips)
        return host, ends, main.inference is not None and main.inference.supports

    for (_, ends, _), run in groupby(pairs, key=kind):
        alike = list(run)
        size = ceil(len(alike) / max(1, round(sqrt(len(alike) / _USUAL_PILE)))) if ends else 1
        for first in range(0, len(alike), size):
            yield alike[first : first + size]


def rows_below(height: float) -> int:
    """Return how many rows under its own a pile so many pixels high may reach into."""
    return max(0, ceil((height + COUSIN_GAP) / _LEAST_ROW) - 1)
