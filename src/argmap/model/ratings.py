"""Ratings in words: how likely a claim is, and how strongly a reason bears on its target."""

from __future__ import annotations

import re

from argmap.errors import UnfitError
from argmap.model.limits import check_rating

CREDENCES: dict[str, float] = {
    "very unlikely": 0.05,
    "unlikely": 0.25,
    "even": 0.5,
    "likely": 0.75,
    "very likely": 0.95,
}
"""The credences that have a word and a key (1 to 5)."""

RELEVANCES: dict[str, float] = {"slight": 0.2, "weak": 0.4, "moderate": 0.6, "strong": 0.8, "decisive": 1.0}
"""The relevances that have a word."""

_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")

UNSET = ("none", "unset", "clear")
"""Words that take a rating away."""


def credence_word(value: float | None) -> str:
    """Return the word nearest to a credence, or nothing where there is no view."""
    return "" if value is None else _nearest(value, CREDENCES)


def relevance_word(value: float | None) -> str:
    """Return the word nearest to a relevance, or nothing where it is not rated."""
    return "" if value is None else _nearest(value, RELEVANCES)


def rating_label(label: str, value: float | None, words: dict[str, float]) -> str:
    """Say in a step's label what a rating does, as in ``Rate C17 likely`` or ``Rate C17 0.6 (even)``."""
    if value is None:
        return f"Take the rating of {label} away"
    word = _nearest(value, words)
    return f"Rate {label} {word}" if words[word] == value else f"Rate {label} {value:g} ({word})"


def read_rating(typed: str, words: dict[str, float]) -> float | None:
    """Return the value of a typed rating: one of *words*, a number from 0 to 1, a percentage, or a word for unset."""
    text = " ".join(_HYPHEN.sub(" ", typed.lower()).split())
    if text in UNSET:
        return None
    if text in words:
        return words[text]
    try:
        value = float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)
    except ValueError:
        message = f"“{typed[:40]}” is no rating. Say {', '.join(words)}, a number from 0 to 1, or none."
        raise UnfitError(message) from None
    check_rating("A rating", value)
    return value


def next_rating(value: float | None, words: dict[str, float], direction: int, start: float) -> float:
    """Return the rating one word stronger (*direction* 1) or weaker (-1); *start* is what an unset one counts as.

    A rating beyond the last word stays as it is.
    """
    steps = sorted(words.values())
    now = start if value is None else value
    beyond = [step for step in steps if (step > now if direction > 0 else step < now)]
    if not beyond:
        return now
    return beyond[0] if direction > 0 else beyond[-1]


def _nearest(value: float, words: dict[str, float]) -> str:
    return min(words, key=lambda word: abs(words[word] - value))
