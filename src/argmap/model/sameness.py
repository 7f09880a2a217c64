"""Sameness of words: merged-away claims, pairs judged not the same, and terms that mean one thing."""

from __future__ import annotations

import json
from dataclasses import field
from enum import StrEnum

from argmap.errors import UnfitError
from argmap.model.entity import entity
from argmap.model.ids import AliasId, ClaimId, DistinctId, TermId
from argmap.model.limits import (
    CELL_LENGTH,
    NOTE_LENGTH,
    check_each,
    check_extras,
    check_number,
    check_object,
    check_words,
)


@entity(frozen=True, slots=True, kw_only=True)
class Alias:
    """A claim that was merged into another, kept whole so that it can be taken out again.

    The alias has the id the claim had. *moved* is a JSON object in text form: the rest of the claim, and the links and
    citations that moved to the survivor with it.
    """

    id: AliasId
    survivor: ClaimId
    number: int
    text: str
    moved: str = ""
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a claim merged into itself."""
        check_words("A claim", self.text)
        check_number("A claim", self.number)
        object.__setattr__(self, "moved", check_object("What moved", self.moved, CELL_LENGTH))
        check_extras(self)
        if str(self.survivor) == str(self.id):
            message = "A claim cannot be merged into itself."
            raise UnfitError(message)

    @property
    def wordings(self) -> tuple[str, ...]:
        """What the survivor is found by as well: this claim's wording, and its own before the merge changed it."""
        if '"reworded"' not in self.moved:
            return (self.text,)
        reworded = json.loads(self.moved).get("reworded")
        before = reworded[0] if isinstance(reworded, list) and reworded else None
        return (self.text, before) if isinstance(before, str) and before != self.text else (self.text,)


class Verdict(StrEnum):
    """How two wordings that look alike were judged; NARROWER: the first says more than the second."""

    DIFFERENT = "different"
    OPPOSES = "opposes"
    NARROWER = "narrower"


@entity(frozen=True, slots=True, kw_only=True)
class Distinct:
    """A pair of wordings judged not the same, by the normal form of both, so that the pair is not offered again."""

    id: DistinctId = field(default_factory=DistinctId.new)
    wordings: tuple[str, str]
    verdict: Verdict = Verdict.DIFFERENT
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a pair of one wording; pairs without a direction are kept sorted."""
        first, second = self.wordings
        check_words("A wording", first, NOTE_LENGTH)  # a normal form may be longer than its claim
        check_words("A wording", second, NOTE_LENGTH)
        if first == second:
            message = "The two wordings are the same; there is nothing to tell apart."
            raise UnfitError(message)
        if self.verdict is not Verdict.NARROWER and first > second:
            object.__setattr__(self, "wordings", (second, first))
        check_extras(self)


@entity(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that mean the same in this map, the preferred one first (``ISIS``, ``Daesh``, ``Islamic State``)."""

    id: TermId = field(default_factory=TermId.new)
    words: tuple[str, ...]
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a term of fewer than two different words."""
        check_each("A term", self.words)
        object.__setattr__(self, "words", tuple(dict.fromkeys(self.words)))
        if len(set(self.words)) < 2:  # noqa: PLR2004  # a term is a pair at least
            message = "A term needs at least two different words that mean the same."
            raise UnfitError(message)
        check_extras(self)
