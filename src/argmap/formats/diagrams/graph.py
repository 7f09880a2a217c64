"""A map as a plain graph: claims are nodes, and so is every inference that needs a point of its own to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from argmap.model import ArgumentMap, Claim, Conflict, EntityId, Inference

    _Numbered = TypeVar("_Numbered", Claim, Inference)

BLUE, ORANGE, INK, TINT = "#1b5f9e", "#a8430a", "#1c2430", "#eef2f7"
"""For, against, all else, and the ground of positions; words say the same, so that nobody has to see colours."""

WORDS = {"reason": "supports", "objection": "opposes", "backing": "backs", "undercut": "undercuts"}
"""What an edge says, by the kind of its inference."""


@dataclass(frozen=True, slots=True)
class Link:
    """An edge; *inference* is missing for a conflict, which has no direction.

    *is_step* marks the one edge of its inference that leads to the target; the others lead premises to its point.
    """

    source: str
    target: str
    inference: Inference | None = None
    conflict: Conflict | None = None
    is_step: bool = False

    @property
    def word(self) -> str:
        """What the edge says: how the inference bears on its target, or which kind of conflict it is."""
        if self.conflict is not None:
            return self.conflict.kind.value
        return WORDS[self.inference.kind] if self.is_step and self.inference is not None else ""

    @property
    def colour(self) -> str:
        """Blue for, orange against."""
        if self.inference is None:
            return INK
        return BLUE if self.inference.supports else ORANGE


class Graph:
    """The nodes and edges of a map; *names* are their ids: labels such as ``C17`` and ``R3``, each once."""

    def __init__(self, map_: ArgumentMap) -> None:
        self.claims = _by_number(map_.claims.values())
        inferences = _by_number(map_.inferences.values())
        self.points = [each for each in inferences if each.is_joint or map_.is_targeted(each.id)]
        self.names: dict[EntityId, str] = {}
        self._taken: set[str] = set()
        for claim in self.claims:
            self.names[claim.id] = self._name(claim.label)
        for inference in self.points:
            self.names[inference.id] = self._name(inference.label)
        self.links = [link for each in inferences for link in self._links(each)]
        self.links += self._conflicts(map_)

    def _name(self, label: str) -> str:
        """Return *label*, or something like it where two things share it, as in a map that was joined badly."""
        name = label
        while name in self._taken:
            name += "_"
        self._taken.add(name)
        return name

    def _links(self, inference: Inference) -> Iterator[Link]:
        target = self.names[inference.target]
        point = self.names.get(inference.id)
        if point is None:
            yield Link(self.names[inference.premises[0]], target, inference, is_step=True)
            return
        for premise in inference.premises:
            yield Link(self.names[premise], point, inference)
        yield Link(point, target, inference, is_step=True)

    def _conflicts(self, map_: ArgumentMap) -> Iterator[Link]:
        for conflict in map_.conflicts.values():
            first, second = (self.names[claim] for claim in conflict.claims)
            yield Link(first, second, conflict=conflict)


def heading_of(map_: ArgumentMap) -> str:
    """Return what stands over a diagram: the title, the question, or both."""
    about = map_.about
    return " – ".join(dict.fromkeys(part for part in (about.title, about.question) if part))


def _by_number(entities: Iterable[_Numbered]) -> list[_Numbered]:
    return sorted(entities, key=lambda entity: entity.number)
