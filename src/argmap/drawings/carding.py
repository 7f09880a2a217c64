"""Carding: cards and frames with their words, bars and stripes, from the places of panels."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.drawings.arranging import Growth
from argmap.drawings.connecting import tone_of
from argmap.drawings.proportions import (
    BAR_HEIGHT,
    BAR_WIDTH,
    BASELINE,
    NOTE_LINE,
    NOTE_TEXT,
    PADDING,
    RISE,
    STRIPE_ROOM,
)
from argmap.drawings.scene import Bar, Box, Card, Frame, Words
from argmap.drawings.wrapping import is_from_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.drawings.arranging import Place
    from argmap.drawings.panels import Slip
    from argmap.drawings.scene import Point, Tone

_NOTE_RISE = RISE + 1.5
_STRIPE_INSET = 3.0
_STRIPE_RISE = 7.0
_AND_TEXT = 12.5
_AND_DROP = 4.0


def cards_of(places: Iterable[Place]) -> Iterator[Card]:
    """Yield the cards of all panels, in the order of the argument."""
    for place in places:
        tone = tone_of(place.panel.inference)
        for slip, box in zip(place.panel.slips, place.cards, strict=True):
            yield _card(slip, box, tone, place.growth, framed=place.panel.is_framed)


def frames_of(places: Iterable[Place]) -> Iterator[Frame]:
    """Yield the frames around premises that work together, with AND between them."""
    for place in places:
        if place.panel.is_framed:
            tone = tone_of(place.panel.inference)
            yield Frame(place.box, tone, tuple(_and(one, other, tone) for one, other in pairwise(place.cards)))


def _and(one: Box, other: Box, tone: Tone) -> Words:
    """Return the word between two cards, which stand under or beside one another."""
    if other.y > one.y:
        x, y = one.middle[0], (one.bottom + other.y) / 2
    else:
        x, y = (one.right + other.x) / 2, one.middle[1]
    return Words(x, y + _AND_DROP, "AND", _AND_TEXT, bold=True, anchor="middle", colour=tone)


def ends_of(slip: Slip, box: Box, growth: Growth) -> tuple[float, float, float]:
    """Return where the text on a card begins and ends from left to right, and where the feet of its note stand."""
    left, right = box.x + PADDING, box.right - PADDING
    if not slip.is_root:
        left, right = (left, right - STRIPE_ROOM) if growth is Growth.LEFT else (left + STRIPE_ROOM, right)
    return left, right, box.bottom - _NOTE_RISE - len(slip.remarks) * NOTE_LINE


def _card(slip: Slip, box: Box, tone: Tone, growth: Growth, *, framed: bool) -> Card:
    left, right, foot = ends_of(slip, box, growth)
    return Card(
        box=box,
        label=slip.claim.label,
        text=one_line(slip.claim.text),
        tone=tone,
        words=_words(slip, box, left, right),
        note=Words(left, foot, slip.note, NOTE_TEXT, colour="muted"),
        url=slip.url,
        bar=_bar(slip, right, foot),
        stripe=None if slip.is_root else _stripe(box, growth),
        stub=slip.repeat,
        framed=framed,
        remarks=tuple(
            Words(left, foot + place * NOTE_LINE, line, NOTE_TEXT) for place, line in enumerate(slip.remarks, 1)
        ),
    )


def _words(slip: Slip, box: Box, left: float, right: float) -> tuple[Words, ...]:
    from_right = is_from_right(slip.claim.text)
    first = box.y + RISE + slip.line_height * BASELINE
    return tuple(
        Words(
            right if from_right else left,
            first + place * slip.line_height,
            line,
            slip.text_size,
            bold=slip.is_root,
            anchor="end" if from_right else "start",
            from_right=from_right,
        )
        for place, line in enumerate(slip.lines)
    )


def _bar(slip: Slip, right: float, foot: float) -> Bar | None:
    if slip.claim.credence is None or slip.repeat:
        return None
    return Bar(Box(right - BAR_WIDTH, foot - BAR_HEIGHT - 1, BAR_WIDTH, BAR_HEIGHT), slip.claim.credence)


def _stripe(box: Box, growth: Growth) -> tuple[Point, Point]:
    """Return the ends of the line along the side that faces the start; from the top down it stays at the left."""
    x = box.right - _STRIPE_INSET if growth is Growth.LEFT else box.x + _STRIPE_INSET
    return (x, box.y + _STRIPE_RISE), (x, box.bottom - _STRIPE_RISE)
