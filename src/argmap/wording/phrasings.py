"""Phrasings: in which words a claim has come, each different wording once, however many merged claims had it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.wording.normal_form import normal_form

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A wording of a claim other than its own, and the *numbers* of the merged claims that had it.

    No number: it is a wording the claim itself had before a merge gave it another.
    """

    text: str
    numbers: tuple[int, ...]


def phrasings(map_: ArgumentMap, claim: ClaimId) -> tuple[Phrasing, ...]:
    """Return the other wordings of a claim that differ in more than case, spaces and punctuation."""
    own = normal_form(map_.claims[claim].text)
    texts: dict[str, str] = {}
    numbers: dict[str, list[int]] = {}
    for alias in map_.aliases_of(claim):
        for place, text in enumerate(alias.wordings):
            form = normal_form(text)
            if form != own:
                texts.setdefault(form, text)
                numbers.setdefault(form, []).extend([alias.number] if place == 0 else [])
    return tuple(Phrasing(text, tuple(sorted(numbers[form]))) for form, text in texts.items())


def in_same_words(map_: ArgumentMap, claim: ClaimId) -> tuple[int, ...]:
    """Return the numbers of the claims that were merged into a claim and say what it says, word for word."""
    own = normal_form(map_.claims[claim].text)
    return tuple(sorted(alias.number for alias in map_.aliases_of(claim) if normal_form(alias.text) == own))
