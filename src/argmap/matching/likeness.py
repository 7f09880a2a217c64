"""Likeness: how alike two wordings are, and what speaks against their being one claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.wording import guard, normal_form

if TYPE_CHECKING:
    from argmap.wording import Flag


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are: *score* 1 for the same, 0 for nothing in common; *why* says it in a sentence."""

    score: float
    flags: tuple[Flag, ...]
    why: str

    @property
    def is_flagged(self) -> bool:
        """Whether a person must look before the two are merged."""
        return any(flag.hard for flag in self.flags)


def compare(first: str, second: str) -> Likeness:
    """Compare two wordings."""
    from rapidfuzz import fuzz

    one, other = normal_form(first), normal_form(second)
    if one == other:
        return Likeness(1.0, (), "The words are the same.")
    score = fuzz.token_sort_ratio(one, other) / 100
    return Likeness(score, guard(one, other), "They share most of their words.")
