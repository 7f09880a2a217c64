"""What was rescued from a damaged file and what was not, entity by entity, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model import (
    About,
    Alias,
    Citation,
    Claim,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Inference,
    Source,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Entity

WORDS: dict[type[Entity], tuple[str, str]] = {
    About: ("title and question", "titles and questions"),
    Claim: ("claim", "claims"),
    Inference: ("inference", "inferences"),
    Conflict: ("conflict", "conflicts"),
    Source: ("source", "sources"),
    Citation: ("citation", "citations"),
    Dependence: ("dependence", "dependences"),
    Comment: ("comment", "comments"),
    Alias: ("merged-away claim", "merged-away claims"),
    Distinct: ("verdict on a pair", "verdicts on pairs"),
    Term: ("term", "terms"),
}
"""What each kind of entity is called, one and many."""

_TEXTS = ("text", "title", "quote", "warrant", "note")


@dataclass(frozen=True, slots=True)
class Note:
    """What became of one entity: its kind in words, its id, its label and words as far as known, and what happened."""

    kind: str
    id: str
    label: str
    what: str
    text: str = ""


@dataclass(slots=True)
class Report:
    """What was kept, by kind; what is lost; what was changed so that it could be kept; what the history gave back.

    *from_history* tells that the whole map is what its history says; *told* are sentences on the rest.
    """

    kept: Counter[str] = field(default_factory=Counter)
    lost: list[Note] = field(default_factory=list)
    repaired: list[Note] = field(default_factory=list)
    restored: list[Note] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    from_history: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is lost or changed, as far as anybody can tell."""
        return not (self.lost or self.repaired or self.told)

    def count(self, entities: Iterable[Entity]) -> None:
        """Count what was kept."""
        self.kept = Counter(WORDS[type(entity)][1] for entity in entities if not isinstance(entity, About))


def note_of(entity: Entity, what: str) -> Note:
    """Return what became of *entity*."""
    text = next((str(value) for name in _TEXTS if (value := getattr(entity, name, ""))), "")
    return Note(WORDS[type(entity)][0], str(entity.id), getattr(entity, "label", ""), what, text)


def number_of(count: int, words: tuple[str, str]) -> str:
    """Return a count with its noun, as in ``1 claim`` and ``12 claims``."""
    return f"{count:,} {words[count != 1]}"
