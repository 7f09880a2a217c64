"""Cutting: a map that is too large for a page as fragments that each fit, every claim in full on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from argmap.drawings.arranging import Growth, run
from argmap.drawings.panels import Panel, Slip, every_panel, with_attacks
from argmap.drawings.stacking import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


_MOST_NAMED = 6
"""How many claims of a way are named: the first and the last ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """A piece of a map that a page shows: its *part*, how large it is in pixels, and what goes on elsewhere.

    *start* is the claim it starts at, None where the map itself starts; *path* are the claims above that, the first
    and the last few. It is piece *number* of *count* of a claim with many reasons. On *cuts* more bears than is drawn
    here.
    """

    part: Part
    width: float
    height: float
    start: Slip | None
    path: tuple[Slip, ...]
    cuts: tuple[Slip, ...]
    number: int = 1
    count: int = 1

    def above(self, wanted: Slip) -> tuple[Slip, ...]:
        """Return the claims from where the map starts down to one of the cuts."""
        above: dict[Slip, Slip] = {}
        for slip, kids in (self.part.kids or {}).items():
            above.update((under, slip) for under in slips_of(kids))
        found: list[Slip] = []
        here = above.get(wanted)
        while here is not None:
            found.append(here)
            here = above.get(here)
        way = (*self.path, *reversed(found))
        return way if len(way) <= _MOST_NAMED else (*way[:1], *way[1 - _MOST_NAMED :])

    def rest(self, slip: Slip) -> list[Panel]:
        """Return what bears on the claim of a slip and is not drawn here."""
        drawn = set(self.part.under(slip))
        return [kid for kid in slip.kids if kid not in drawn]


def fragment_of(part: Part) -> Fragment:
    """Return a part where the map starts as a fragment."""
    return Fragment(part, *size_of(part), None, (), cuts_of(part))


def cut(
    start: Slip, path: tuple[Slip, ...], width: float, height: float, kids: Sequence[Panel] | None = None
) -> list[Fragment]:
    """Return the fragments of a claim and all under it, each no larger than *width* by *height* pixels where it can.

    With *kids*, they are what is left to draw of the first level. One fragment follows another as they are read: a
    claim's own branch comes after the piece in which it was cut off.
    """
    found: list[Fragment] = []
    waiting = [(start, path, start.kids if kids is None else kids)]
    while waiting:
        slip, way, left = waiting.pop()
        pieces = _pieces(slip, way, left, width, height)
        found.extend(pieces)
        waiting.extend(
            (each, piece.above(each), each.kids) for piece in reversed(pieces) for each in reversed(piece.cuts)
        )
    return found


def claims_below(roots: Iterable[Panel]) -> dict[Slip, int]:
    """Return how many cards hang under each slip."""
    order = [
        (slip, [each for kid in slip.kids for panel, _, _ in with_attacks(kid) for each in panel.slips])
        for panel in every_panel(roots)
        for slip in panel.slips
    ]
    below: dict[Slip, int] = {}
    for slip, under in reversed(order):
        below[slip] = len(under) + sum(below[each] for each in under)
    return below


def size_of(part: Part) -> tuple[float, float]:
    """Return how wide and how high a part is when it runs from left to right."""
    places = run(part.roots, Growth.RIGHT, part.under)
    return max(place.box.right for place in places), max(place.box.bottom for place in places)


def uniform(panels: Sequence[Panel], depth: int) -> dict[Slip, Sequence[Panel]]:
    """Return what is drawn under each slip when all of *panels* are opened *depth* levels."""
    shown: dict[Slip, Sequence[Panel]] = {}
    level = [slip for root in panels for panel, _, _ in with_attacks(root) for slip in panel.slips]
    for _ in range(depth):
        shown.update((slip, slip.kids) for slip in level)
        level = [under for slip in level for under in slips_of(slip.kids)]
    return shown


def few_of(kids: Sequence[Panel], count: int) -> list[Panel]:
    """Return so many of *kids* in their order, reasons and objections by turns as long as there are both."""
    sides: list[list[Panel]] = [[], []]
    for kid in kids:
        sides[kid.inference is not None and kid.inference.supports].append(kid)
    in_turn = [kid for kid in chain.from_iterable(zip_longest(sides[True], sides[False])) if kid is not None]
    few = set(in_turn[:count])
    return [kid for kid in kids if kid in few]


def cuts_of(part: Part, start: Slip | None = None) -> tuple[Slip, ...]:
    """Return the slips of a part, but for its *start*, whose kids it does not all draw, in the order of reading."""
    places = run(part.roots, Growth.RIGHT, part.under)
    slips = (slip for place in places for slip in place.panel.slips)
    return tuple(slip for slip in slips if slip is not start and len(part.under(slip)) < len(slip.kids))


def _pieces(start: Slip, path: tuple[Slip, ...], kids: Sequence[Panel], width: float, height: float) -> list[Fragment]:
    """Return a branch in as many pieces as its first level needs, each opened as far as there is room."""
    root = Panel(None, [start])
    opened: list[dict[Slip, Sequence[Panel]]] = [{start: each} for each in _runs(root, start, kids, height)]
    before = int(len(kids) < len(start.kids))
    pieces = []
    for number, shown in enumerate(opened, 1 + before):
        _open(root, shown, width, height)
        part = Part((root,), kids=shown)
        cuts = cuts_of(part, start)
        pieces.append(Fragment(part, *size_of(part), start, path, cuts, number, len(opened) + before))
    return pieces


def _runs(root: Panel, slip: Slip, kids: Sequence[Panel], height: float) -> Iterator[list[Panel]]:
    """Yield runs of a claim's *kids* that are no higher than *height*, at least one kid each."""
    taken: list[Panel] = []
    for kid in kids:
        if taken and size_of(Part((root,), kids={slip: [*taken, kid]}))[1] > height:
            yield taken
            taken = []
        taken.append(kid)
    if taken:
        yield taken


def _open(root: Panel, shown: dict[Slip, Sequence[Panel]], width: float, height: float) -> None:
    """Open a piece further: whole levels as long as they fit, then claim by claim."""
    level = [under for kids in list(shown.values()) for under in slips_of(kids)]
    while True:
        level = [slip for slip in level if slip.kids]
        if not level:
            return
        if not _fits(root, {**shown, **{slip: slip.kids for slip in level}}, width, height):
            break
        shown.update((slip, slip.kids) for slip in level)
        level = [under for slip in level for under in slips_of(slip.kids)]
    for slip in level:
        if _fits(root, {**shown, slip: slip.kids}, width, height):
            shown[slip] = slip.kids


def _fits(root: Panel, shown: Mapping[Slip, Sequence[Panel]], width: float, height: float) -> bool:
    wide, high = size_of(Part((root,), kids=shown))
    return wide <= width and high <= height


def slips_of(panels: Iterable[Panel]) -> list[Slip]:
    """Return the slips of *panels* and of what bears on their steps."""
    return [slip for main in panels for panel, _, _ in with_attacks(main) for slip in panel.slips]
