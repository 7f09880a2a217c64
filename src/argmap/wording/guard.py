"""The guard: what speaks against taking two wordings that look alike for one claim."""

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


@dataclass(frozen=True, slots=True)
class Flag:
    """One difference in meaning, said in a *sentence*: *hard* asks a person before anything is merged, soft is a note."""

    kind: FlagKind
    hard: bool
    sentence: str


_NEGATIONS = frozenset({"not", "no", "never", "cannot", "without", "nor", "neither", "none", "nobody", "nothing"})


def guard(first: str, second: str) -> tuple[Flag, ...]:
    """Return what speaks against the two normal forms meaning the same, in no order; symmetric but for its words."""
    one, other = (_negations(form) for form in (first, second))
    if len(one) % 2 == len(other) % 2:
        return ()
    said = " ".join(sorted({*one, *other}))
    return (Flag(FlagKind.POLARITY, hard=True, sentence=f"Only one of them is negated ({said})."),)


def _negations(form: str) -> list[str]:
    return [word for word in form.split() if word in _NEGATIONS or word.endswith("n't")]
