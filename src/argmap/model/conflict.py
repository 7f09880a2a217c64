"""Conflicts: two claims that cannot both be true. They take no side."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from argmap.errors import UnfitError
from argmap.model.entity import entity
from argmap.model.ids import ClaimId, ConflictId
from argmap.model.limits import NOTE_LENGTH, check_extras, check_text


class ConflictKind(StrEnum):
    """Contrary claims cannot both be true; contradictory ones cannot both be false either."""

    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"


@entity(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims that cannot both be true. The pair has no order; it is kept sorted by id."""

    id: ConflictId = field(default_factory=ConflictId.new)
    claims: tuple[ClaimId, ClaimId]
    kind: ConflictKind = ConflictKind.CONTRARY
    note: str = ""
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a claim in conflict with itself, and put the pair in its one order."""
        first, second = self.claims
        if first == second:
            message = "A claim cannot be in conflict with itself."
            raise UnfitError(message)
        if first > second:
            object.__setattr__(self, "claims", (second, first))
        check_text("The note", self.note, NOTE_LENGTH)
        check_extras(self)

    def other(self, claim: ClaimId) -> ClaimId:
        """Return the claim that *claim* is in conflict with here."""
        return self.claims[1] if self.claims[0] == claim else self.claims[0]
