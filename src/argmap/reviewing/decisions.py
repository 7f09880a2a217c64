"""Decisions: the one table of what can be decided about two claims that look alike, for keys, plans and docs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What two claims that look alike are to each other, or to become."""

    KEEP_A = "keep A"
    KEEP_B = "keep B"
    REWRITE = "write"
    DIFFERENT = "different"
    OPPOSES = "opposes"
    SUPPORTS = "supports"
    CONFLICT = "conflict"
    NARROWER = "narrower"
    SKIP = "skip"

    @property
    def merges(self) -> bool:
        """Whether the two become one claim."""
        return self in {Decision.KEEP_A, Decision.KEEP_B, Decision.REWRITE}

    @property
    def is_directed(self) -> bool:
        """Whether it matters which of the two does it to the other."""
        return self in {Decision.OPPOSES, Decision.SUPPORTS, Decision.NARROWER}


@dataclass(frozen=True, slots=True)
class Way:
    """A decision as people take it: its *key*, a few *words*, and *help* that says what becomes of the two."""

    decision: Decision
    key: str
    words: str
    help: str


WAYS: tuple[Way, ...] = (
    Way(Decision.KEEP_A, "a", "one claim, A's wording", "Merge the two; the claim reads as A does."),
    Way(Decision.KEEP_B, "b", "one claim, B's wording", "Merge the two; the claim reads as B does."),
    Way(Decision.REWRITE, "e", "one claim, words of yours", "Merge the two; the claim reads as you write it."),
    Way(Decision.DIFFERENT, "n", "not the same", "Leave both, and never ask about these wordings again."),
    Way(Decision.OPPOSES, "o", "one opposes the other", "Leave both, and make one an objection to the other."),
    Way(Decision.SUPPORTS, "+", "one supports the other", "Leave both, and make one a reason for the other."),
    Way(Decision.CONFLICT, "c", "not both true", "Leave both, and record that they cannot both be true."),
    Way(Decision.NARROWER, "t", "one is more specific", "Leave both, and remember that one says more."),
    Way(Decision.SKIP, "s", "skip", "Leave both undecided; the pair comes again next time."),
)
"""Everything that can be decided, in the order in which it is offered."""

BY_KEY = {way.key: way for way in WAYS}
