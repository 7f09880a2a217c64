"""Stacking: the parts of a picture beside and under one another, in columns or rows that give it a good shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import ceil, log, log2
from operator import attrgetter
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.drawings.arranging import Growth, Place, open_out, run
from argmap.drawings.proportions import CARD_WIDTH, HEADING_ROOM, HEADING_TEXT, PART_GAP, SIBLING_GAP
from argmap.drawings.scene import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argmap.drawings.panels import Panel, Slip

_FEWEST_COLUMNS = 3
_MOST_TRIED = 12
_CLOSE = 1e-6  # pixels that adding in another order may make
_SHAPE = 1.5
"""How much wider than high a picture should be: between paper (1.41) and screens (1.78)."""


_BROAD = 2.25
"""How many times as wide as high a picture from the top down may be before branches are piled up in it."""
_MOST_PILED = 4
"""How many levels under its first panel a branch may have to be piled up."""


class Layout(StrEnum):
    """How a picture is laid out."""

    BUTTERFLY = "butterfly"
    LEFT_RIGHT = "left-to-right"
    TOP_DOWN = "top-down"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a picture: the panels it starts at, under a *heading*; as a *grid* where nothing hangs under them.

    *kids* names what is drawn under each slip, where that is not everything.
    """

    roots: tuple[Panel, ...]
    heading: str = ""
    grid: bool = False
    kids: Mapping[Slip, Sequence[Panel]] | None = None

    def under(self, slip: Slip) -> Sequence[Panel]:
        """Return the panels drawn under *slip*."""
        return slip.kids if self.kids is None else self.kids.get(slip, ())


@dataclass(frozen=True, slots=True)
class _Block:
    """A part laid out with its upper left corner at *x*, *y*.

    It reaches *left* and *right* of the line its column is aligned by, and *height* down.
    """

    places: list[Place]
    heading: str
    x: float
    y: float
    left: float
    right: float
    height: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All parts, each with how far it is to be moved, their headings, and how far they reach from 0, 0."""

    parts: tuple[tuple[Sequence[Place], float, float], ...]
    headings: tuple[Words, ...]
    width: float
    height: float

    def moved(self, x: float, y: float) -> list[list[Place]]:
        """Return the places of each part, *x* to the right and *y* down."""
        return [[place.moved(right + x, down + y) for place in places] for places, right, down in self.parts]


class _Stand:
    """Blocks as they are put at their places."""

    def __init__(self) -> None:
        self.parts: list[tuple[Sequence[Place], float, float]] = []
        self.headings: list[Words] = []

    def put(self, block: _Block, x: float, y: float) -> float:
        """Add a block with its corner at *x*, *y*, under its heading, and return where it ends."""
        if block.heading:
            self.headings.append(Words(x, y + HEADING_TEXT, block.heading, HEADING_TEXT, bold=True))
            y += HEADING_ROOM
        self.parts.append((block.places, x - block.x, y - block.y))
        return y + block.height

    def columns(self, columns: Sequence[Sequence[_Block]]) -> tuple[float, float]:
        """Add columns side by side, in each of which the starts stand in one line; return how far they reach."""
        x = height = 0.0
        for column in columns:
            left = max(block.left for block in column)
            y = 0.0
            for block in column:
                y = self.put(block, x + left - block.left, y) + PART_GAP
            height = max(height, y - PART_GAP)
            x += left + max(block.right for block in column) + PART_GAP
        return x - PART_GAP, height

    def rows(self, rows: Sequence[Sequence[_Block]]) -> tuple[float, float]:
        """Add rows under one another, blocks side by side with their starts above; return how far they reach."""
        width = y = 0.0
        for row in rows:
            x = 0.0
            ends: list[float] = []
            for block in row:
                ends.append(self.put(block, x, y))
                x += block.width + PART_GAP
            width, y = max(width, x - PART_GAP), max(ends) + PART_GAP
        return width, y - PART_GAP

    def done(self, width: float, height: float) -> Arrangement:
        return Arrangement(tuple(self.parts), tuple(self.headings), width, height)


def arrange(parts: Sequence[Part], layout: Layout) -> Arrangement:
    """Return *parts* under one another in as many columns as look best, and what is a grid below them all."""
    if layout is Layout.TOP_DOWN:
        return _piled_up(parts)
    return _arranged(parts, layout, 0)


def _piled_up(parts: Sequence[Part]) -> Arrangement:
    """Return *parts* from the top down; where that is broad, with the more levels piled up the broader it is."""
    plain = _arranged(parts, Layout.TOP_DOWN, 0)
    broad = plain.width / plain.height / _BROAD
    if broad <= 1:
        return plain
    piled = _arranged(parts, Layout.TOP_DOWN, min(_MOST_PILED, ceil(log2(broad))))
    return min(plain, piled, key=lambda each: abs(log(each.width / each.height / _SHAPE)))


def _arranged(parts: Sequence[Part], layout: Layout, levels: int) -> Arrangement:
    stand = _Stand()
    blocks = [_block(part, layout, levels) for part in parts if not part.grid]
    width = height = 0.0
    if blocks:
        is_down = layout is Layout.TOP_DOWN
        width, height = stand.rows(_rows(blocks)) if is_down else stand.columns(_columns(blocks))
    for part in parts:
        if part.grid:
            grid = _grid(part, width)
            width = max(width, grid.right)
            height = stand.put(grid, 0, height + PART_GAP if height else 0.0)
    return stand.done(width, height)


def set_out(columns: Sequence[Sequence[Part]], layout: Layout, width: float) -> Arrangement:
    """Return parts in the given columns; a grid may be *width* pixels wide."""
    stand = _Stand()
    blocks = [[_grid(part, width) if part.grid else _block(part, layout) for part in column] for column in columns]
    return stand.done(*stand.columns(blocks))


def _block(part: Part, layout: Layout, levels: int = 0) -> _Block:
    places = _places(part, layout, levels)
    x, y = min(place.left for place in places), min(place.box.y for place in places)
    right, bottom = max(place.box.right for place in places), max(place.box.bottom for place in places)
    start = next(place for place in places if place.host is None and place.step is None)
    spine = start.box.x if layout is Layout.BUTTERFLY else x
    return _Block(places, one_line(part.heading), x, y, spine - x, right - spine, bottom - y)


def _places(part: Part, layout: Layout, levels: int) -> list[Place]:
    if layout is Layout.TOP_DOWN:
        return run(part.roots, Growth.DOWN, part.under, levels)
    root = part.roots[0]
    if layout is Layout.BUTTERFLY and len(part.roots) == 1 and root.inference is None and not root.attacks:
        return open_out(root, part.under)
    return run(part.roots, Growth.RIGHT, part.under)


def _columns(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Return blocks in columns, in their order, and in the number that comes nearest to a good shape."""
    return min((_split(blocks, count) for count in range(1, min(len(blocks), _MOST_TRIED) + 1)), key=_misshape)


def _rows(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Return blocks in rows, in their order, as wide as the first few together: whichever has the best shape."""
    widest = max(block.width for block in blocks)
    widths = accumulate(block.width + PART_GAP for block in blocks[:_MOST_TRIED])
    rooms = sorted({max(widest, width - PART_GAP) for width in widths})
    return min((_filled(blocks, room, attrgetter("width")) for room in rooms), key=_misshape_of_rows)


def _misshape_of_rows(rows: Sequence[Sequence[_Block]]) -> float:
    width = max(sum(block.width + PART_GAP for block in row) for row in rows) - PART_GAP
    height = sum(max(block.height for block in row) + PART_GAP for row in rows) - PART_GAP
    return abs(log(width / height / _SHAPE))


def _split(blocks: Sequence[_Block], count: int) -> list[list[_Block]]:
    """Fill *count* columns or fewer one after the other, each as high as the least height allows that is enough."""
    low = max(block.height for block in blocks)
    high = sum(block.height + PART_GAP for block in blocks)
    for _ in range(30):  # halves of the range until it is below a pixel
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(blocks, middle)) <= count else (middle, high)
    return _filled(blocks, high)


def _filled(
    blocks: Sequence[_Block], room: float, size: Callable[[_Block], float] = attrgetter("height")
) -> list[list[_Block]]:
    """Return blocks in columns, each filled to *room* by their *size*, before the next is begun."""
    columns: list[list[_Block]] = []
    used = 0.0
    for block in blocks:
        if columns and used + PART_GAP + size(block) <= room + _CLOSE:
            columns[-1].append(block)
            used += PART_GAP + size(block)
        else:
            columns.append([block])
            used = size(block)
    return columns


def _misshape(columns: Sequence[Sequence[_Block]]) -> float:
    widths = (max(each.left for each in column) + max(each.right for each in column) for column in columns)
    height = max(sum(block.height + PART_GAP for block in column) for column in columns)
    return abs(log((sum(widths) + PART_GAP * len(columns)) / height / _SHAPE))


def _grid(part: Part, width: float) -> _Block:
    """Set cards row by row, as many beside one another as fit."""
    columns, step = columns_of(part, width)
    places: list[Place] = []
    y = 0.0
    for first in range(0, len(part.roots), columns):
        roots = part.roots[first : first + columns]
        row = [run([root], Growth.RIGHT)[0].moved(column * step, y) for column, root in enumerate(roots)]
        places.extend(row)
        y = max(place.box.bottom for place in row) + SIBLING_GAP
    right = max(place.box.right for place in places)
    return _Block(places, one_line(part.heading), 0.0, 0.0, 0.0, right, y - SIBLING_GAP)


def columns_of(part: Part, width: float) -> tuple[int, float]:
    """Return how many cards of a grid stand beside one another in *width*, and how far apart they begin."""
    widest = max(slip.width for panel in part.roots for slip in panel.slips)
    step = widest + 2 * SIBLING_GAP
    return max(_FEWEST_COLUMNS if widest == CARD_WIDTH else 1, int((width + 2 * SIBLING_GAP) // step)), step
