"""Piling: from the top down, small branches stand under one another, or the picture would be a strip."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt
from typing import TYPE_CHECKING

from argmap.drawings.panels import with_attacks
from argmap.drawings.proportions import COUSIN_GAP, GUTTER, LINE, NOTE_LINE, RISE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argmap.drawings.panels import Panel, Slip

    Kids = Callable[[Slip], Sequence[Panel]]
    Pair = tuple[Slip | None, Panel]

_LEAST_ROW = GUTTER + 2 * RISE + LINE + NOTE_LINE
"""How far apart two rows of a picture are at least: a gutter, and a card of one line."""

_USUAL_PILE = 4
"""How many times as many claims stand under one another as beside one another, where many piles are side by side."""


@dataclass(frozen=True, slots=True)
class Piled:
    """A panel and the slip it bears on; in a pile, how many *levels* it stands under the first."""

    host: Slip | None
    panel: Panel
    level: int = 0


class Piling:
    """Tells which panels are piled up: those under which there are at most so many *levels*.

    A branch is a list, each panel under what it bears on and further right. So nothing else may stand between them:
    with undercuts, and with premises that work together, only where these are out of the way.
    """

    def __init__(self, roots: Sequence[Panel], kids: Kids, levels: int) -> None:
        self._kids, self._levels = kids, levels
        self._depths: dict[Panel, int | None] = {}
        for main in reversed(_in_order(roots, kids)):
            self._depths[main] = self._depth(main)

    def piles(self, pairs: Sequence[Pair]) -> Iterator[list[Piled]]:
        """Yield what bears on claims in its order: alone, or several reasons or objections with little under them."""

        def kind(pair: Pair) -> tuple[Slip | None, bool, bool]:
            host, main = pair
            return host, self._is_piled(main), main.inference is not None and main.inference.supports

        for (_, is_piled, _), run in groupby(pairs, key=kind):
            alike = list(run)
            if is_piled and len(alike) > 1:
                yield from self._shared_out(alike)
            else:
                yield from ([Piled(*pair)] for pair in alike)

    def _shared_out(self, pairs: Sequence[Pair]) -> Iterator[list[Piled]]:
        """Yield *pairs* with all under them, in piles about equally long."""
        branches = [self._branch(*pair) for pair in pairs]
        total = sum(map(len, branches))
        size = ceil(total / max(1, round(sqrt(total / _USUAL_PILE))))
        pile: list[Piled] = []
        for branch in branches:
            pile += branch
            if len(pile) >= size:
                yield pile
                pile = []
        if pile:
            yield pile

    def _branch(self, host: Slip | None, main: Panel) -> list[Piled]:
        found: list[Piled] = []
        waiting = [Piled(host, main)]
        while waiting:
            here = waiting.pop()
            found.append(here)
            last = here.panel.slips[-1]
            waiting.extend(Piled(last, kid, here.level + 1) for kid in reversed(self._kids(last)))
        return found

    def _is_piled(self, main: Panel) -> bool:
        depth = self._depths[main]
        return depth is not None and depth <= self._levels

    def _depth(self, main: Panel) -> int | None:
        """Return how many levels are under a panel, None where a list cannot show them."""
        *before, last = main.slips
        attacks = [panel for panel, step, _ in with_attacks(main) if step is not None]
        if any(self._kids(slip) for slip in before) or any(self._kids(slip) for each in attacks for slip in each.slips):
            return None
        depths = [self._depths[kid] for kid in self._kids(last)]
        if None in depths or (depths and attacks):
            return None
        return max((1 + depth for depth in depths if depth is not None), default=0)


def _in_order(roots: Sequence[Panel], kids: Kids) -> list[Panel]:
    """Return *roots* and all panels that bear on claims under them, each before what is under it."""
    found: list[Panel] = []
    waiting = list(roots)
    while waiting:
        main = waiting.pop()
        found.append(main)
        waiting.extend(kid for panel, _, _ in with_attacks(main) for slip in panel.slips for kid in kids(slip))
    return found


def rows_below(height: float) -> int:
    """Return how many rows under its own a pile so many pixels high may reach into."""
    return max(0, ceil((height + COUSIN_GAP) / _LEAST_ROW) - 1)
