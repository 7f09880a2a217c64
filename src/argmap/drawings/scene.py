"""Scene: a finished picture as shapes at their places, the same for every writer; pixels from the upper left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Point = tuple[float, float]
Tone = Literal["root", "support", "oppose"]
Shape = Literal["circle", "square", "diamond"]
Sign = Literal["circle", "square", "diamond", "frame", "stub", "bar", "weight"]
Colour = Literal["ink", "muted", "paper", "root", "support", "oppose"]


class Box(NamedTuple):
    """A rectangle; a tuple, as a picture is made of many."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, x: float, y: float) -> Box:
        """Return it *x* to the right and *y* down."""
        return Box(self.x + x, self.y + y, self.width, self.height)

    def meets(self, other: Box) -> bool:
        """Whether it has any area in common with another."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Words(NamedTuple):
    """A line of text whose letters stand on *y*; *x* is its left end, its middle or its right end, by *anchor*."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    colour: Colour = "ink"
    from_right: bool = False

    def moved(self, x: float, y: float) -> Words:
        """Return them *x* to the right and *y* down."""
        return self._replace(x=self.x + x, y=self.y + y)


@dataclass(frozen=True, slots=True)
class Bar:
    """How far a claim is believed: the filled *share* of a bar, 0 to 1."""

    box: Box
    share: float


@dataclass(frozen=True, slots=True)
class Chip:
    """A mark that leads to another page (counted from 0): a *filled* one on a card, or words above a branch."""

    box: Box
    words: Words
    page: int
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """A claim at its place: *label* is its number, *text* all of its words.

    *stripe* is the thick line at the side that faces what the claim bears on. A *stub* stands for a claim that is
    shown in full elsewhere; a *framed* one is one of several premises. *remarks* are comments, under the note.
    """

    box: Box
    label: str
    text: str
    tone: Tone
    words: tuple[Words, ...]
    note: Words
    url: str = ""
    bar: Bar | None = None
    stripe: tuple[Point, Point] | None = None
    stub: bool = False
    framed: bool = False
    remarks: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around premises that work together, and the words between them."""

    box: Box
    tone: Tone
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a premise to what it bears on: *path* holds ends of straight pieces and triples of Bézier curves."""

    start: Point
    path: tuple[tuple[Point, ...], ...]
    arrow: tuple[Point, Point, Point]
    tone: Tone
    width: float
    dashed: bool = False

    @property
    def end(self) -> Point:
        """The point of its arrow."""
        return self.arrow[0]


@dataclass(frozen=True, slots=True)
class Badge:
    """The sign on a step: a circle with + (for), a square with − (against) or a diamond with × (undercut)."""

    x: float
    y: float
    shape: Shape
    tone: Tone


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A shape of the legend and the words beside it."""

    box: Box
    shape: Sign
    words: Words


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture: *width* by *height* pixels."""

    width: float
    height: float
    title: str
    language: str = ""
    cards: tuple[Card, ...] = ()
    frames: tuple[Frame, ...] = ()
    edges: tuple[Edge, ...] = ()
    badges: tuple[Badge, ...] = ()
    words: tuple[Words, ...] = ()
    chips: tuple[Chip, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    rule: tuple[Point, Point] | None = None
