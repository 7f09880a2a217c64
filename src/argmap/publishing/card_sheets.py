"""The sheet that index cards are cut from: its paper, and what stands where on a card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.display import printable
from argmap.drawings.measuring import text_width
from argmap.drawings.wrapping import fit
from argmap.publishing.strips import SURE, height

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.outlines.index_cards import IndexCard
    from argmap.publishing.strips import Strip

POINTS = 72 / 25.4
"""Points in a millimetre."""

INSET = 8 * POINTS
"""Points that stay white along a card's edges: printers reach no further, and scissors stray."""

HEAD, FOOT, GUTTER = 30.0, 12.0, 12.0
"""Points of a card's head, of its foot, and between its two columns."""

HEAD_SIZE = 8.5
"""Points of the print in a card's head, beside the number."""

_LONG_NUMBER = 10  # characters; longer ones are printed smaller
_BESIDE = 60.0  # points for the sign, the label and what keeps the parts of a head apart


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet that two cuts make four cards of: its *width* and *height* as it lies, in points."""

    width: float
    height: float

    @property
    def room(self) -> tuple[float, float]:
        """Width and height inside a card, between its head and its foot."""
        return self.width / 2 - 2 * INSET, self.height / 2 - 2 * INSET - HEAD - FOOT


PAPERS = {"a4": Paper(297 * POINTS, 210 * POINTS), "letter": Paper(11 * 72, 8.5 * 72)}
"""The papers that cards are printed on; of A4 they are A6."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is printed on one card: the card, its strips over the whole width, and two columns under them.

    *share* is the part of the width that the left column has. *place* counts the cards, and the parts of a claim that
    takes several: ``12/139``, ``13/139, part 2 of 3``.
    """

    card: IndexCard
    wide: tuple[Strip, ...]
    left: tuple[Strip, ...] = ()
    right: tuple[Strip, ...] = ()
    share: float = 0.5
    place: str = ""


def face_height(face: Face, width: float, measure: Callable[[Sequence[Strip], float], float] = height) -> float:
    """Return how many points a *face* takes that is so wide, by a *measure* of its strips."""
    columns = (width - GUTTER) * face.share, (width - GUTTER) * (1 - face.share)
    left, right = columns if face.left and face.right else (width, width)
    return measure(face.wide, width) + max(measure(face.left, left), measure(face.right, right))


def answered(card: IndexCard, paper: Paper, lines: float = 1.0) -> str:
    """Return what a card's claim bears on, short enough for so many *lines* of the card's head."""
    if card.target is None:
        return ""
    words = f"{printable(card.target.number)}: {printable(card.target.text)}"
    taken = text_width(card.number, number_size(card)) + text_width(card.relation + card.stands, HEAD_SIZE)
    return fit(words, HEAD_SIZE, max(60.0, lines * SURE * (paper.room[0] - taken - _BESIDE)))


def number_size(card: IndexCard) -> float:
    """Return how large a card's number is printed, in points."""
    return 11.0 if len(card.number) > _LONG_NUMBER else 16.0


def side_of(card: IndexCard) -> str:
    """Return for which side of its start a card speaks: ``for``, ``against`` or nothing."""
    side = card.stands.partition(" ")[0]
    return side if side in {"for", "against"} else ""
