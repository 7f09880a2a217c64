"""Opposites: pairs of words of which one turns round what the other says."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from argmap.wording.lemma import lemma
from argmap.wording.lexicon import read_sides, sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.wording.lexicon import Group

_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
_SHORTEST = 3
_NOWHERE: frozenset[tuple[int, int]] = frozenset()
_NOTHING: frozenset[str] = frozenset()


class Opposites:
    """Which words are against one another: by the lexicon, by a negative prefix, or by the endings -less and -ful."""

    def __init__(self, rows: Iterable[tuple[Group, Group]]) -> None:
        """Take *rows* of two sides, each word of one against each of the other."""
        self._against: dict[str, set[str]] = {}
        self._places: dict[str, set[tuple[int, int]]] = {}
        for row, both in enumerate(rows):
            one, other = ({lemma(word.casefold()) for word in side} for side in both)
            self._set_against(one - other, other - one)
            for side, listed in enumerate((one, other)):
                for word in listed:
                    self._places.setdefault(word, set()).add((row, side))

    @staticmethod
    def general() -> Opposites:
        """Return the opposites that we ship."""
        return _general()

    @staticmethod
    def with_general(lines: Iterable[str]) -> Opposites:
        """Return the opposites in *lines* (``rise, grow | fall``), besides those that we ship."""
        own = tuple(read_sides(lines))
        return _with_general(own) if own else _general()

    def are(self, one: str, other: str) -> bool:
        """Whether the lemmas *one* and *other* are against one another."""
        return (
            other in self._against.get(one, _NOTHING)
            or other in without_prefix(one)
            or one in without_prefix(other)
            or _by_ending(one, other)
            or _by_ending(other, one)
        )

    def mean_alike(self, one: str, other: str) -> bool:
        """Whether the lemmas *one* and *other* stand on the same side, against the same words."""
        return one == other or not self._places.get(one, _NOWHERE).isdisjoint(self._places.get(other, _NOWHERE))

    def _set_against(self, left: set[str], right: set[str]) -> None:
        for one in left:
            self._against.setdefault(one, set()).update(right)
        for other in right:
            self._against.setdefault(other, set()).update(left)


@lru_cache(maxsize=20_000)
def without_prefix(word: str) -> frozenset[str]:
    """Return what the lemma *word* may be the negation of: "possible" for "impossible"."""
    return frozenset(
        word.removeprefix(prefix)
        for prefix in _NEGATING
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST
    )


def _by_ending(one: str, other: str) -> bool:
    """Whether one is without what the other is full of: "harmless", "harmful"."""
    return one.endswith("less") and other == one.removesuffix("less") + "ful"


@cache
def _general() -> Opposites:
    return Opposites(sides("opposites"))


@lru_cache(maxsize=4)
def _with_general(own: tuple[tuple[Group, Group], ...]) -> Opposites:
    return Opposites((*sides("opposites"), *own))
