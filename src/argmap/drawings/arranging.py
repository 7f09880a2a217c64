"""Arranging: where panels and their cards stand, with the thesis in the middle, from left to right, or from the top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.drawings.contours import tidy
from argmap.drawings.panels import with_attacks
from argmap.drawings.piling import Piled, Piling, rows_below
from argmap.drawings.proportions import (
    AND_GAP,
    AND_GAP_ACROSS,
    COUSIN_GAP,
    FRAME,
    GUTTER,
    NEST_GAP,
    NEST_ROOM,
    OBJECTION_LANE,
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

    Together = Callable[[Sequence[Pair]], Iterable[list[Piled]]]
    """Says which of the panels that bear on claims stand in one pile."""


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
    down to it, 0 for what bears on a claim. In a pile, *lane* is the top of the line that its edge runs up along; where
    it bears on another panel of the pile, the line goes on up to that.
    """

    panel: Panel
    box: Box
    cards: tuple[Box, ...]
    growth: Growth
    host: Slip | None = None
    step: Panel | None = None
    nesting: int = 0
    lane: Point | None = None

    @property
    def left(self) -> float:
        """How far left it reaches, with the line that its edge runs along in a pile."""
        return self.box.x if self.lane is None else self.lane[0]

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
    pile: Sequence[Piled] = ()
    room: float = 0.0


def all_kids(slip: Slip) -> Sequence[Panel]:
    """Return all panels that bear on a slip's claim."""
    return slip.kids


def run(roots: Sequence[Panel], growth: Growth, kids: Kids = all_kids, levels: int = 0) -> list[Place]:
    """Return the places of *roots*, side by side, and of everything under them, all running one way.

    From the top down, branches of at most so many *levels* under their first panel are piled up.
    """
    nodes = [_Node(None, 0, -1)]
    together = Piling(roots, kids, levels).piles if growth is Growth.DOWN else _each_alone
    _fill(nodes, [(None, root) for root in roots], kids, together)
    return _placed(nodes, growth)


def open_out(root: Panel, kids: Kids = all_kids) -> list[Place]:
    """Return the places of a butterfly: *root* in the middle, what supports it on the left, what opposes it right."""
    (slip,) = root.slips
    shown = kids(slip)
    sides = []
    for growth, supports in ((Growth.LEFT, True), (Growth.RIGHT, False)):
        nodes = [_Node(root, 0, 0)]
        wanted = [(slip, kid) for kid in shown if kid.inference is not None and kid.inference.supports is supports]
        _fill(nodes, wanted, kids, _each_alone)
        sides.append(_placed(nodes, growth))
    left, right = sides
    body = right[0].box
    left = [place.moved(body.right, 0) for place in left]
    drop = left[0].box.y - body.y
    right = [place.moved(0, max(drop, 0)) for place in right]
    return [*(place.moved(0, max(-drop, 0)) for place in left[1:]), *right]


def _each_alone(pairs: Sequence[Pair]) -> Iterator[list[Piled]]:
    yield from ([Piled(*pair)] for pair in pairs)


def _fill(nodes: list[_Node], first: Sequence[Pair], kids: Kids, together: Together) -> None:
    """Add *first*, and what hangs under them, to *nodes* in pre-order, attacks beside what they attack."""
    waiting = [*reversed([*_nodes(_each_alone(first), 0, nodes[0].depth + 1)])]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        if node.pile:
            height, room = _span(node, Growth.DOWN)
            for deeper in range(1, 1 + rows_below(height)):
                nodes.append(_Node(None, len(nodes) - 1, node.depth + deeper, room=room))
        if node.panel is not None:
            under: list[Pair] = [(slip, kid) for slip in node.panel.slips for kid in kids(slip)]
            waiting.extend(reversed([*_nodes(together(under), len(nodes) - 1, node.depth + 1)]))


def _nodes(piles: Iterable[list[Piled]], parent: int, depth: int) -> Iterator[_Node]:
    for pile in piles:
        if len(pile) > 1:
            yield _Node(None, parent, depth, pile=pile)
        else:
            yield from _with_attacks(pile[0], parent, depth)


def _with_attacks(piled: Piled, parent: int = 0, depth: int = 0) -> Iterator[_Node]:
    for panel, step, nesting in with_attacks(piled.panel):
        yield _Node(panel, parent, depth, None if step else piled.host, step, nesting)


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


def _piled(pile: Iterable[Piled], x: float, y: float) -> Iterator[Place]:
    """Yield the places of a pile with its corner at *x*, *y*: each as if it ran to the right, edges on its left."""
    for node, level, down, span in _stacked(pile):
        left = x + PILE_ROOM + level * NEST_ROOM
        inference = node.panel.inference if node.panel else None
        aside = OBJECTION_LANE if level and inference is not None and not inference.supports else 0.0
        yield replace(_at(node, Growth.RIGHT, left, y + down, span), lane=(left - STRAIGHT - aside, y))


def _stacked(pile: Iterable[Piled]) -> Iterator[tuple[_Node, int, float, tuple[float, float]]]:
    """Yield what stands in a pile from the top down: the panel, its level, how far down it begins, its span."""
    down, before = 0.0, 0
    for piled in pile:
        down += NEST_GAP - SIBLING_GAP if piled.level > before else 0.0
        before = piled.level
        for node in _with_attacks(piled):
            span = _span(node, Growth.RIGHT)
            yield node, piled.level, down, span
            down += span[1] + SIBLING_GAP


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
        stacked = list(_stacked(node.pile))
        high = max((down + span[1] + SIBLING_GAP for _, _, down, span in stacked), default=0.0)
        rooms = (PILE_ROOM + level * NEST_ROOM + span[0] for _, level, _, span in stacked)
        return high, max(rooms, default=node.room)
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
