"""Arranging: where panels and their cards stand, with the thesis in the middle, from left to right, or from the top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.drawings.contours import tidy
from argmap.drawings.panels import with_attacks
from argmap.drawings.piling import piles, rows_below
from argmap.drawings.proportions import (
    AND_GAP,
    AND_GAP_ACROSS,
    COUSIN_GAP,
    FRAME,
    GUTTER,
    PILE_ROOM,
    SIBLING_GAP,
    STRAIGHT,
)
from argmap.drawings.scene import Box, Point

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.drawings.panels import Panel, Slip
    from argmap.drawings.piling import Pair

    Kids = Callable[[Slip], Sequence[Panel]]
    """Names the panels drawn under a slip; not all of them are on every page."""


class Growth(StrEnum):
    """Which way an argument runs from its start."""

    RIGHT = "right"
    LEFT = "left"
    DOWN = "down"

    @property
    def along(self) -> Point:
        """One pixel that way."""
        return _ALONG[self]

    @property
    def across(self) -> Point:
        """One pixel towards later siblings."""
        return (1.0, 0.0) if self is Growth.DOWN else (0.0, 1.0)

    def box(self, along: float, across: float, length: float, breadth: float) -> Box:
        """Return the box that begins *along* and *across*, *length* by *breadth*."""
        if self is Growth.DOWN:
            return Box(across, along, breadth, length)
        return Box(along if self is Growth.RIGHT else -along - length, across, length, breadth)


_ALONG: dict[Growth, Point] = {Growth.RIGHT: (1.0, 0.0), Growth.LEFT: (-1.0, 0.0), Growth.DOWN: (0.0, 1.0)}


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a panel stands: its *box*, the boxes of its *cards*, and which way it *grows*.

    *host* is the slip and *step* the panel it bears on, of which it has one or none. *nesting* counts the undercuts
    down to it, 0 for what bears on a claim. In a pile, *lane* is the top of the line that edges run up along.
    """

    panel: Panel
    box: Box
    cards: tuple[Box, ...]
    growth: Growth
    host: Slip | None = None
    step: Panel | None = None
    nesting: int = 0
    lane: Point | None = None

    def moved(self, x: float, y: float) -> Place:
        """Return it *x* to the right and *y* down."""
        cards = tuple([card.moved(x, y) for card in self.cards])
        lane = None if self.lane is None else (self.lane[0] + x, self.lane[1] + y)
        return Place(self.panel, self.box.moved(x, y), cards, self.growth, self.host, self.step, self.nesting, lane)


@dataclass(slots=True)
class _Node:
    """A panel before it has a place, or a *pile* of several.

    One with neither only holds the first of a tree together, or keeps *room* for the pile above it.
    """

    panel: Panel | None
    parent: int
    depth: int
    host: Slip | None = None
    step: Panel | None = None
    nesting: int = 0
    pile: Sequence[Pair] = ()
    room: float = 0.0


def all_kids(slip: Slip) -> Sequence[Panel]:
    """Return all panels that bear on a slip's claim."""
    return slip.kids


def run(roots: Sequence[Panel], growth: Growth, kids: Kids = all_kids) -> list[Place]:
    """Return the places of *roots*, side by side, and of everything under them, all running one way."""
    nodes = [_Node(None, 0, -1)]
    _fill(nodes, [(None, root) for root in roots], kids, growth)
    return _placed(nodes, growth)


def open_out(root: Panel, kids: Kids = all_kids) -> list[Place]:
    """Return the places of a butterfly: *root* in the middle, what supports it on the left, what opposes it right."""
    (slip,) = root.slips
    shown = kids(slip)
    sides = []
    for growth, supports in ((Growth.LEFT, True), (Growth.RIGHT, False)):
        nodes = [_Node(root, 0, 0)]
        wanted = [(slip, kid) for kid in shown if kid.inference is not None and kid.inference.supports is supports]
        _fill(nodes, wanted, kids, growth)
        sides.append(_placed(nodes, growth))
    left, right = sides
    body = right[0].box
    left = [place.moved(body.right, 0) for place in left]
    drop = left[0].box.y - body.y
    right = [place.moved(0, max(drop, 0)) for place in right]
    return [*(place.moved(0, max(-drop, 0)) for place in left[1:]), *right]


def _fill(nodes: list[_Node], first: Sequence[Pair], kids: Kids, growth: Growth) -> None:
    """Add *first*, and what hangs under them, to *nodes* in pre-order, attacks beside what they attack."""
    waiting = [*reversed([*_nodes(([pair] for pair in first), 0, nodes[0].depth + 1)])]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        if node.pile:
            height, room = _span(node, growth)
            for deeper in range(1, 1 + rows_below(height)):
                nodes.append(_Node(None, len(nodes) - 1, node.depth + deeper, room=room))
        if node.panel is not None:
            under: list[Pair] = [(slip, kid) for slip in node.panel.slips for kid in kids(slip)]
            together = piles(under, kids) if growth is Growth.DOWN else ([pair] for pair in under)
            waiting.extend(reversed([*_nodes(together, len(nodes) - 1, node.depth + 1)]))


def _nodes(together: Iterable[list[Pair]], parent: int, depth: int) -> Iterator[_Node]:
    for pairs in together:
        if len(pairs) > 1:
            yield _Node(None, parent, depth, pile=pairs)
            continue
        for host, main in pairs:
            for panel, step, nesting in with_attacks(main):
                yield _Node(panel, parent, depth, None if step else host, step, nesting)


def _placed(nodes: Sequence[_Node], growth: Growth) -> list[Place]:
    """Return the places of *nodes*, the ends of their panels that face the start in one line at each depth."""
    spans = [_span(node, growth) for node in nodes]
    across = tidy(
        [node.parent for node in nodes],
        [breadth for _, breadth in spans],
        [node.step is not None for node in nodes],
        SIBLING_GAP,
        COUSIN_GAP,
    )
    longest = [0.0] * (1 + max(node.depth for node in nodes))
    for node, (length, _) in zip(nodes, spans, strict=True):
        if node.panel is not None:
            longest[node.depth] = max(longest[node.depth], length)
    along = list(accumulate((length + GUTTER for length in longest), initial=0.0))
    placed: list[Place] = []
    for node, begin, span in zip(nodes, across, spans, strict=True):
        if node.panel is not None:
            placed.append(_at(node, growth, along[node.depth], begin, span))
        placed.extend(_piled(node.pile, begin, along[node.depth]))
    return placed


def _piled(pile: Iterable[Pair], x: float, y: float) -> Iterator[Place]:
    """Yield the places of a pile with its corner at *x*, *y*: each as if it ran to the right, edges on its left."""
    top = y
    for host, main in pile:
        for panel, step, nesting in with_attacks(main):
            node = _Node(panel, 0, 0, None if step else host, step, nesting)
            span = _span(node, Growth.RIGHT)
            place = _at(node, Growth.RIGHT, x + PILE_ROOM, y, span)
            yield replace(place, lane=(x + PILE_ROOM - STRAIGHT, top))
            y += span[1] + SIBLING_GAP


def _at(node: _Node, growth: Growth, along: float, across: float, span: tuple[float, float]) -> Place:
    panel = node.panel
    assert panel is not None
    inset, gap = (FRAME, _gap(growth)) if panel.is_framed else (0.0, 0.0)
    cards = []
    begin = across + inset
    for slip in panel.slips:
        breadth = slip.width if growth is Growth.DOWN else slip.height
        cards.append(growth.box(along + inset, begin, span[0] - 2 * inset, breadth))
        begin += breadth + gap
    box = growth.box(along, across, *span)
    return Place(panel, box, tuple(cards), growth, node.host, node.step, node.nesting)


def _span(node: _Node, growth: Growth) -> tuple[float, float]:
    """Return how long a panel is in the direction of growth, and how broad across it; of a pile, from the top down."""
    if node.panel is None:
        panels = [panel for _, main in node.pile for panel, _, _ in with_attacks(main)]
        spans = [_span(_Node(panel, 0, 0), Growth.RIGHT) for panel in panels]
        return sum(high + SIBLING_GAP for _, high in spans), max(
            (wide + PILE_ROOM for wide, _ in spans), default=node.room
        )
    panel = node.panel
    widths = [slip.width for slip in panel.slips]
    heights = [slip.height for slip in panel.slips]
    inset = 2 * FRAME if panel.is_framed else 0.0
    gaps = _gap(growth) * (len(heights) - 1)
    if growth is Growth.DOWN:
        return max(heights) + inset, sum(widths) + gaps + inset
    return max(widths) + inset, sum(heights) + gaps + inset


def _gap(growth: Growth) -> float:
    return AND_GAP_ACROSS if growth is Growth.DOWN else AND_GAP
