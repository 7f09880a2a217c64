"""Weights: how much a word tells, by how few claims hold it; and which rare words are slips for common ones."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from math import log1p
from typing import TYPE_CHECKING

from argmap.matching.stems import stems_of
from argmap.wording import Terms, plain_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model import ArgumentMap

_ENOUGH = 200
_RARE_SHARE = 0.0003
_TYPO_LENGTH = 5
_RARE = 2
_TIMES_MORE_COMMON = 3


class Weights:
    """The weight of each stem, and the stem a misspelt one stands for.

    The weight is the inverse document frequency ``log(1 + (n - d + 0.5) / (d + 0.5))``: *n* claims, of which *d* hold
    the stem. A map of fewer than 200 claims is filled up to 200 with claims as the background table knows them.
    """

    def __init__(self, frequencies: Mapping[str, int], claims: int, slips: Mapping[str, str] | None = None) -> None:
        """Weigh by *frequencies*, in how many of *claims* each stem stands; *slips* say what misspelt words are for."""
        self.slips: Mapping[str, str] = slips or {}
        self._frequencies = frequencies
        self._claims = claims
        self._weights: dict[str, float] = {}

    @staticmethod
    def background() -> Weights:
        """Return the weights of words in general, for texts that belong to no map."""
        return _of_no_map()

    @staticmethod
    def of(map_: ArgumentMap, terms: Terms | None = None) -> Weights:
        """Return the weights of words in *map_*, read by *terms*, else by the map's own."""
        terms = terms or Terms.of(map_)
        return Weights.of_forms(plain_form(claim.text, terms) for claim in map_.claims.values())

    @staticmethod
    def of_forms(forms: Iterable[str]) -> Weights:
        """Return the weights of words in claims with these plain *forms*."""
        forms = tuple(forms)
        slips = _slips(Counter(word for form in forms for word in set(form.split())))
        return Weights(Counter(stem for form in forms for stem in stems_of(form, slips)), len(forms), slips)

    @staticmethod
    def of_words(counts: Mapping[str, int], claims: int) -> Weights:
        """Return the weights of words of which *counts* says in how many of *claims* they stand.

        What `of_forms` returns, but that a claim with two forms of one word counts twice for it.
        """
        slips = _slips(counts)
        frequencies: Counter[str] = Counter()
        for word, count in counts.items():
            for stem in stems_of(word, slips):
                frequencies[stem] += count
        return Weights({stem: min(count, claims) for stem, count in frequencies.items()}, claims, slips)

    def weight(self, stem: str) -> float:
        """Return how much *stem* tells."""
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = self._weighed(stem)
        return known

    def meant(self, word: str) -> str:
        """Return the word that *word* is a slip for, or itself."""
        return self.slips.get(word, word)

    def word_weight(self, word: str) -> float:
        """Return how much a *word* of a plain form tells, in whatever form it stands and however it is misspelt."""
        return sum(map(self.weight, stems_of(word, self.slips)))

    def _weighed(self, stem: str) -> float:
        filled = max(0, _ENOUGH - self._claims)
        held = self._frequencies.get(stem, 0) + filled * _background().get(stem, _RARE_SHARE)
        return log1p((self._claims + filled - held + 0.5) / (held + 0.5))


@cache
def _of_no_map() -> Weights:
    return Weights({}, 0)


@cache
def _background() -> dict[str, float]:
    """Return the share of claims that hold each stem of the background table."""
    shares: dict[str, float] = {}
    for line in files("argmap.matching").joinpath("background.txt").read_text(encoding="utf-8").splitlines():
        share, *words = line.partition("#")[0].split() or [""]
        for word in words:
            for stem in stems_of(word):
                shares.setdefault(stem, float(share) / 1000)
    return shares


def is_known(word: str) -> bool:
    """Whether the background table knows *word*, so that it is not likely a slip."""
    return not stems_of(word).isdisjoint(_background())


def is_slip(one: str, other: str) -> bool:
    """Whether two words of some length begin alike and are one slip apart."""
    from rapidfuzz.distance import OSA

    return (
        min(len(one), len(other)) >= _TYPO_LENGTH
        and one[0] == other[0]
        and one.isalpha()
        and other.isalpha()
        and OSA.distance(one, other, score_cutoff=1) == 1
    )


def _slips(frequencies: Mapping[str, int]) -> dict[str, str]:
    """Return rare words that are one slip away from a word several times as common, with that word."""
    common: dict[str, list[str]] = {}
    for word, count in frequencies.items():
        if count >= _TIMES_MORE_COMMON and len(word) >= _TYPO_LENGTH:
            for key in _deletions(word):
                common.setdefault(key, []).append(word)
    found: dict[str, str] = {}
    for word, count in frequencies.items():
        if count <= _RARE and len(word) >= _TYPO_LENGTH and not is_known(word):
            near = {each for key in _deletions(word) for each in common.get(key, ())}
            fitting = [each for each in near if frequencies[each] >= _TIMES_MORE_COMMON * count and is_slip(word, each)]
            if fitting and not any(_same_stem(word, each) for each in fitting):
                found[word] = max(fitting, key=lambda each: (frequencies[each], each))
    return found


def _same_stem(one: str, other: str) -> bool:
    return stems_of(one) == stems_of(other)


def _deletions(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
