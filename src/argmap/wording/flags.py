"""Flags: what speaks against taking two wordings that look alike for one claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FlagKind(StrEnum):
    """What differs between two wordings that look alike."""

    POLARITY = "polarity"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUANTIFIER = "quantifier"
    ONLY = "only"
    ROLES = "roles"
    MODALITY = "modality"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Flag:
    """One difference in meaning, said in a *sentence*; *hard* asks a person before a merge, soft is a note."""

    kind: FlagKind
    hard: bool
    sentence: str
