"""Connecting: the edges from each step to what it bears on, and the badges that say how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.arranging import Growth
from argmap.drawings.proportions import GUTTER, LANES, STRAIGHT
from argmap.drawings.scene import Badge, Edge, Tone
from argmap.model.inference import USUAL_RELEVANCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.drawings.arranging import Place
    from argmap.drawings.panels import Panel, Slip
    from argmap.drawings.scene import Box, Point, Shape
    from argmap.model import Inference

_ARROW = 8.0
_HALF_ARROW = 4.4
_BEND = 8.0
_THINNEST, _THICKER = 1.0, 1.4
_SHAPES: dict[str, Shape] = {"reason": "circle", "backing": "circle", "objection": "square", "undercut": "diamond"}


def tone_of(inference: Inference | None) -> Tone:
    """Return the tone of a step: for, against, or where the picture starts."""
    if inference is None:
        return "root"
    return "support" if inference.supports else "oppose"


def edges(places: Sequence[Place]) -> Iterator[Edge]:
    """Yield the edge of every panel that bears on something in the same part of a picture."""
    cards: dict[Slip, tuple[Box, Place]] = {}
    panels: dict[Panel, Place] = {}
    for place in places:
        panels[place.panel] = place
        cards.update((slip, (box, place)) for slip, box in zip(place.panel.slips, place.cards, strict=True))
    for place in places:
        if place.step is not None:
            yield _to_step(place, panels[place.step])
        elif place.host is not None:
            box, host = cards[place.host]
            yield _to_claim(place, box) if place.lane is None else _in_pile(place, place.lane, box, host)


def badges(places: Sequence[Place]) -> Iterator[Badge]:
    """Yield the badge of every panel that takes a step."""
    for place in places:
        inference = place.panel.inference
        if inference is not None:
            x, y = near(place.box, place.growth)
            yield Badge(x, y, _SHAPES[inference.kind], tone_of(inference))


def near(box: Box, growth: Growth) -> Point:
    """Return the middle of the side of *box* that faces the start."""
    x, y = box.middle
    if growth is Growth.DOWN:
        return x, box.y
    return (box.x if growth is Growth.RIGHT else box.right), y


def _far(box: Box, growth: Growth) -> Point:
    """Return the middle of the side of *box* that faces what bears on it."""
    x, y = box.middle
    if growth is Growth.DOWN:
        return x, box.bottom
    return (box.right if growth is Growth.RIGHT else box.x), y


def _to_claim(place: Place, target: Box) -> Edge:
    """Run straight, bend within the gutter, and end on the card."""
    growth = place.growth
    start, end = near(place.box, growth), _far(target, growth)
    leaving = _go(start, growth, -STRAIGHT)
    gutter = _go(start, growth, -GUTTER)
    arriving = (gutter[0], end[1]) if growth is not Growth.DOWN else (end[0], gutter[1])
    bend = (GUTTER - STRAIGHT) / 2
    curve = (_go(leaving, growth, -bend), _go(arriving, growth, bend), arriving)
    path = ((leaving,), curve, (_go(end, growth, _ARROW - 1),))
    back = _go(end, growth, _ARROW)
    arrow = (end, _go(back, growth, 0, _HALF_ARROW), _go(back, growth, 0, -_HALF_ARROW))
    return Edge(start, path, arrow, tone_of(place.panel.inference), _width(place))


def _in_pile(place: Place, lane: Point, target: Box, host: Place) -> Edge:
    """Run left to the lane and up along the pile: to a claim of the pile, or bend above it to the claim it hangs at."""
    start = near(place.box, place.growth)
    x, top = lane
    turn = (((x + _BEND, start[1]),), ((x, start[1]), (x, start[1]), (x, start[1] - _BEND)))
    if host.lane is not None:
        end = (x, target.bottom)
        up: tuple[tuple[Point, ...], ...] = ()
    else:
        end = _far(target, host.growth)
        leaving, arriving = (x, top - STRAIGHT), (end[0], top - GUTTER)
        bend = (GUTTER - STRAIGHT) / 2
        curve = ((x, leaving[1] - bend), (arriving[0], arriving[1] + bend), arriving)
        up = ((leaving,), curve)
    path = (*turn, *up, ((end[0], end[1] + _ARROW - 1),))
    arrow = (end, (end[0] - _HALF_ARROW, end[1] + _ARROW), (end[0] + _HALF_ARROW, end[1] + _ARROW))
    return Edge(start, path, arrow, tone_of(place.panel.inference), _width(place))


def _to_step(place: Place, step: Place) -> Edge:
    """Run out of the way of badges, along the cards, and end at the straight piece of the attacked step's edge."""
    growth = place.growth
    start = near(place.box, growth)
    lane = LANES[min(place.nesting, len(LANES)) - 1]
    corner = _go(start, growth, -lane)
    end = _go(near(step.box, growth), growth, -lane, 1)
    back = _go(end, growth, 0, _ARROW)
    curve = (corner, corner, _go(corner, growth, 0, -_BEND))
    path = ((_go(corner, growth, _BEND),), curve, (_go(back, growth, 0, -1),))
    arrow = (end, _go(back, growth, _HALF_ARROW), _go(back, growth, -_HALF_ARROW))
    return Edge(start, path, arrow, tone_of(place.panel.inference), _width(place), dashed=True)


def _width(place: Place) -> float:
    """How thick an edge is: the more the reason is held to matter, the thicker."""
    inference = place.panel.inference
    relevance = USUAL_RELEVANCE if inference is None or inference.relevance is None else inference.relevance
    return _thickness(relevance)


def _thickness(relevance: float) -> float:
    return round(_THINNEST + _THICKER * relevance, 2)


USUAL_WIDTH = _thickness(USUAL_RELEVANCE)
"""How thick an edge is where nobody has said how much the reason matters."""


def _go(point: Point, growth: Growth, along: float, across: float = 0.0) -> Point:
    (x, y), (right, down) = growth.along, growth.across
    return point[0] + along * x + across * right, point[1] + along * y + across * down
