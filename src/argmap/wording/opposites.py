"""Opposites: pairs of words of which one turns round what the other says."""

from __future__ import annotations

from functools import cache

from argmap.wording.lemma import lemma
from argmap.wording.lexicon import sides

_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
_SHORTEST = 3


def are_opposites(one: str, other: str) -> bool:
    """Whether the lemmas *one* and *other* stand against one another in the lexicon or by a prefix or an ending."""
    return (
        other in _opposites().get(one, ())
        or other in without_prefix(one)
        or one in without_prefix(other)
        or _by_ending(one, other)
        or _by_ending(other, one)
    )


def without_prefix(word: str) -> set[str]:
    """Return what *word* may be the negation of: "possible" for "impossible"."""
    return {
        word.removeprefix(prefix)
        for prefix in _NEGATING
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST
    }


def mean_alike(one: str, other: str) -> bool:
    """Whether the lexicon sets the lemmas *one* and *other* on the same side against the same words."""
    rows = _rows()
    return one == other or not rows.get(one, _NONE).isdisjoint(rows.get(other, _NONE))


_NONE: frozenset[tuple[int, int]] = frozenset()


def _by_ending(one: str, other: str) -> bool:
    """Whether one is without what the other is full of: "harmless", "harmful"."""
    return one.endswith("less") and other == one.removesuffix("less") + "ful"


@cache
def _opposites() -> dict[str, set[str]]:
    against: dict[str, set[str]] = {}
    for left, right in sides("opposites"):
        for one in map(lemma, left):
            for other in map(lemma, right):
                against.setdefault(one, set()).add(other)
                against.setdefault(other, set()).add(one)
    return against


@cache
def _rows() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for row, both in enumerate(sides("opposites")):
        for side, listed in enumerate(both):
            for word in listed:
                found.setdefault(lemma(word), set()).add((row, side))
    return {word: frozenset(places) for word, places in found.items()}
