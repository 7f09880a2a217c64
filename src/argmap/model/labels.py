"""Labels: the numbers people type (``C17``, ``r41``, ``17``) and the entities they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.errors import UnknownNumberError
from argmap.model.claim import Claim
from argmap.model.comment import Comment
from argmap.model.inference import Inference
from argmap.model.source import Source

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap, Numbered

_LABEL = re.compile(r"\s*([A-Za-z]?)\s*0*(\d{1,9})\s*")

KINDS: dict[str, tuple[type[Numbered], str]] = {
    "C": (Claim, "claim"),
    "R": (Inference, "inference"),
    "S": (Source, "source"),
    "N": (Comment, "comment"),
}
"""The letter before a number, the kind of entity it names, and the word for it."""


def find(map_: ArgumentMap, typed: str, letters: str = "CRSN") -> Numbered:
    """Return what *typed* names: a letter of *letters* and a number, where a bare number means the first letter.

    Raises `UnknownNumberError` with the nearest numbers there are.
    """
    match = _LABEL.fullmatch(typed)
    letter = (match.group(1).upper() or letters[0]) if match else ""
    if match is None or letter not in letters:
        words = " or ".join(f"{KINDS[each][1]} ({each}…)" for each in letters)
        wanted = f"“{typed[:40]}”"
        raise UnknownNumberError(wanted, words)
    kind, word = KINDS[letter]
    number = int(match.group(2))
    found = map_.numbered(kind, number)
    if found is None:
        wanted = f"{letter}{number}"
        raise UnknownNumberError(wanted, word, _close(map_, letter, number))
    return found


def find_claim(map_: ArgumentMap, typed: str) -> Claim:
    """Return the claim *typed* names, or raise `UnknownNumberError`."""
    found = find(map_, typed, "C")
    assert isinstance(found, Claim)  # the letter decides the kind
    return found


def find_inference(map_: ArgumentMap, typed: str) -> Inference:
    """Return the inference *typed* names, or raise `UnknownNumberError`."""
    found = find(map_, typed, "R")
    assert isinstance(found, Inference)  # the letter decides the kind
    return found


def find_source(map_: ArgumentMap, typed: str) -> Source:
    """Return the source *typed* names, or raise `UnknownNumberError`."""
    found = find(map_, typed, "S")
    assert isinstance(found, Source)  # the letter decides the kind
    return found


def find_comment(map_: ArgumentMap, typed: str) -> Comment:
    """Return the comment *typed* names, or raise `UnknownNumberError`."""
    found = find(map_, typed, "N")
    assert isinstance(found, Comment)  # the letter decides the kind
    return found


def _close(map_: ArgumentMap, letter: str, number: int) -> tuple[str, ...]:
    """Up to three labels there are that come nearest to *number*, those with the same digits somewhere first."""
    kind, _ = KINDS[letter]
    there = (entity.number for entity in map_.entities() if isinstance(entity, kind))
    digits = str(number)
    nearest = sorted(there, key=lambda have: (digits not in str(have), abs(have - number), have))
    return tuple(f"{letter}{have}" for have in sorted(nearest[:3]))
