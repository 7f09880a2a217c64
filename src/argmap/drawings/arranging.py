"""Arranging: where panels and their cards stand, with the thesis in the middle, from left to right, or from the top."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.drawings.contours import tidy
from argmap.drawings.proportions import (
    AND_GAP,
    AND_GAP_ACROSS,
    COUSIN_GAP,
    FRAME,
    GUTTER,
    SIBLING_GAP,
)
from argmap.drawings.scene import Box, Point

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.drawings.panels import Panel, Slip

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
    down to it, 0 for what bears on a claim.
    """

    panel: Panel
    box: Box
    cards: tuple[Box, ...]
    growth: Growth
    host: Slip | None = None
    step: Panel | None = None
    nesting: int = 0

    def moved(self, x: float, y: float) -> Place:
        """Return it *x* to the right and *y* down."""
        cards = tuple([card.moved(x, y) for card in self.cards])
        return Place(self.panel, self.box.moved(x, y), cards, self.growth, self.host, self.step, self.nesting)


@dataclass(slots=True)
class _Node:
    """A panel before it has a place; the first of a tree may have none, and only holds the others together."""

    panel: Panel | None
    parent: int
    depth: int
    host: Slip | None = None
    step: Panel | None = None
    nesting: int = 0
    kids: list[Panel] = field(default_factory=list)


def all_kids(slip: Slip) -> Sequence[Panel]:
    """Return all panels that bear on a slip's claim."""
    return slip.kids


def run(roots: Sequence[Panel], growth: Growth, kids: Kids = all_kids) -> list[Place]:
    """Return the places of *roots*, side by side, and of everything under them, all running one way."""
    nodes = [_Node(None, 0, -1)]
    _fill(nodes, [(None, root) for root in roots], kids)
    return _placed(nodes, growth)


def open_out(root: Panel, kids: Kids = all_kids) -> list[Place]:
    """Return the places of a butterfly: *root* in the middle, what supports it on the left, what opposes it right."""
    (slip,) = root.slips
    shown = kids(slip)
    sides = []
    for growth, supports in ((Growth.LEFT, True), (Growth.RIGHT, False)):
        nodes = [_Node(root, 0, 0)]
        wanted = [(slip, kid) for kid in shown if kid.inference is not None and kid.inference.supports is supports]
        _fill(nodes, wanted, kids)
        sides.append(_placed(nodes, growth))
    left, right = sides
    body = right[0].box
    left = [place.moved(body.right, 0) for place in left]
    drop = left[0].box.y - body.y
    right = [place.moved(0, max(drop, 0)) for place in right]
    return [*(place.moved(0, max(-drop, 0)) for place in left[1:]), *right]


def _fill(nodes: list[_Node], first: Sequence[tuple[Slip | None, Panel]], kids: Kids) -> None:
    """Add *first*, and what hangs under them, to *nodes* in pre-order, attacks beside what they attack."""
    waiting: list[_Node] = []

    def push(pairs: Iterable[tuple[Slip | None, Panel]], parent: int, depth: int) -> None:
        made = [
            _Node(panel, parent, depth, None if step else host, step, nesting)
            for host, main in pairs
            for panel, step, nesting in with_attacks(main)
        ]
        waiting.extend(reversed(made))

    push(first, 0, nodes[0].depth + 1)
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        assert node.panel is not None
        under = [(slip, kid) for slip in node.panel.slips for kid in kids(slip)]
        push(under, len(nodes) - 1, node.depth + 1)


def with_attacks(panel: Panel) -> Iterator[tuple[Panel, Panel | None, int]]:
    """Yield a panel and what bears on its step, and on those steps, each with its step and how deep it is nested."""
    waiting: list[tuple[Panel, Panel | None, int]] = [(panel, None, 0)]
    while waiting:
        here, step, nesting = waiting.pop()
        yield here, step, nesting
        waiting.extend((attack, here, nesting + 1) for attack in reversed(here.attacks))


def _placed(nodes: Sequence[_Node], growth: Growth) -> list[Place]:
    """Return the places of *nodes*, the ends of their panels that face the start in one line at each depth."""
    spans = [_span(node.panel, growth) for node in nodes]
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
    return [
        _at(node, growth, along[node.depth], begin, span)
        for node, begin, span in zip(nodes, across, spans, strict=True)
        if node.panel is not None
    ]


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


def _span(panel: Panel | None, growth: Growth) -> tuple[float, float]:
    """Return how long a panel is in the direction of growth, and how broad across it."""
    if panel is None:
        return 0.0, 0.0
    widths = [slip.width for slip in panel.slips]
    heights = [slip.height for slip in panel.slips]
    inset = 2 * FRAME if panel.is_framed else 0.0
    gaps = _gap(growth) * (len(heights) - 1)
    if growth is Growth.DOWN:
        return max(heights) + inset, sum(widths) + gaps + inset
    return max(widths) + inset, sum(heights) + gaps + inset


def _gap(growth: Growth) -> float:
    return AND_GAP_ACROSS if growth is Growth.DOWN else AND_GAP
