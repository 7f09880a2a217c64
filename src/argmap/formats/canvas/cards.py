"""The nodes and edges of a canvas as a file has them; what is broken is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.canvas.telling import tell
from argmap.formats.carried import CARRIED, unpacked
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

Plain = dict[str, Any]

VERSION = "canvas"
"""The key by which argmap knows a canvas that it wrote, even one without nodes."""

_NODES = re.compile(r'"nodes"\s*:\s*\[')
_TYPE = re.compile(r'"type"\s*:\s*"(?:text|file|link|group)"')
_PLACE = re.compile(r'"width"\s*:\s*-?[0-9]')
_OURS = re.compile(rf'"{VERSION}"\s*:\s*1\b')
_LONGEST_LABEL = 40


@dataclass(slots=True, eq=False)
class Card:
    """A node: *plain* is all that the file says of it, *own* what argmap has put there."""

    id: str
    plain: Plain
    own: Plain

    @property
    def text(self) -> str:
        """Its words, if it holds any itself."""
        text = self.plain.get("text")
        return text if self.plain.get("type") == "text" and isinstance(text, str) else ""

    @property
    def place(self) -> Place:
        """What a report calls it."""
        return Place(label=f"node {self.id[:_LONGEST_LABEL]}")


@dataclass(slots=True, eq=False)
class Arrow:
    """An edge between two nodes, from where its arrow begins to where it points."""

    source: Card
    target: Card
    plain: Plain
    own: Plain

    @property
    def label(self) -> object:
        """What it says."""
        return self.plain.get("label")

    @property
    def is_directed(self) -> bool:
        """Whether it points one way: edges have an arrow where they end, and none where they begin, if not said."""
        return (self.plain.get("fromEnd") == "arrow") != (self.plain.get("toEnd") != "none")

    @property
    def place(self) -> Place:
        """What a report calls it."""
        named = f"{self.source.id[:_LONGEST_LABEL]} to {self.target.id[:_LONGEST_LABEL]}"
        return Place(label=f"edge from {named}")


@dataclass(slots=True)
class Canvas:
    """A whole file; *rest* is what it says beside nodes and edges."""

    cards: dict[str, Card] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    rest: Plain = field(default_factory=dict)


def recognises(text: str) -> bool:
    """Whether *text* is an object with nodes of the four types, in their places."""
    if text.lstrip()[:1] != "{" or not _NODES.search(text):
        return False
    return (_TYPE.search(text) is not None and _PLACE.search(text) is not None) or _OURS.search(text) is not None


def canvas_of(plain: Plain, tally: Tally) -> Canvas:
    """Return the nodes and edges in *plain*, a whole file."""
    canvas = Canvas(rest={key: value for key, value in plain.items() if key not in {"nodes", "edges"}})
    for each in _objects(plain, "nodes", tally):
        _add_card(canvas, each, tally)
    for each in _objects(plain, "edges", tally):
        _add_arrow(canvas, each, tally)
    return canvas


def is_backwards(plain: Plain) -> bool:
    """Whether the one arrow of an edge is at the end it was drawn from."""
    return plain.get("fromEnd") == "arrow" and plain.get("toEnd") == "none"


def _add_card(canvas: Canvas, plain: Plain, tally: Tally) -> None:
    id_ = _id(plain.get("id"))
    if not id_ or id_ in canvas.cards:
        number = len(canvas.cards) + 1
        while not id_ or id_ in canvas.cards:
            id_ = f"new{number}"
            number += 1
        tell(tally, "node-id", Place(label=f"node {id_[:_LONGEST_LABEL]}"))
    canvas.cards[id_] = Card(id_, plain, unpacked(plain.get(CARRIED)))


def _add_arrow(canvas: Canvas, plain: Plain, tally: Tally) -> None:
    ends = [_id(plain.get(key)) for key in ("fromNode", "toNode")]
    source, target = (canvas.cards.get(end) for end in ends)
    if source is None or target is None:
        named = " to ".join(end[:_LONGEST_LABEL] or "?" for end in ends)
        tell(tally, "dangling", Place(label=f"edge from {named}"))
        return
    if is_backwards(plain):
        source, target = target, source
    canvas.arrows.append(Arrow(source, target, plain, unpacked(plain.get(CARRIED))))


def _id(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _objects(plain: Plain, key: str, tally: Tally) -> list[Plain]:
    """Return the objects in a list of the file; what is no object, or no list, is told."""
    found = plain.get(key)
    entries = found if isinstance(found, list) else []
    objects = [each for each in entries if isinstance(each, dict)]
    wrong = len(entries) - len(objects) if isinstance(found, list) else int(found is not None)
    tell(tally, "no-object", Place(label=f"“{key}”"), wrong)
    return objects
