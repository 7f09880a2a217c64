"""Vocabulary: the words of a map, and which of them a typed word may stand for: bent, begun, misspelt, two in one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.matching.stems import sense, small_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sized

_ONE_SLIP = 4
_TWO_SLIPS = 8
_PREFIX = 5
_TWO_WORDS, _PART = 6, 3
_LAST = chr(0x10FFFF)


class Vocabulary:
    """Words in order and by length, so that close ones are found without comparing all."""

    def __init__(self) -> None:
        """Begin with no word."""
        self._sorted: list[str] = []
        self._of_length: defaultdict[int, set[str]] = defaultdict(set)
        self._of_sense: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, words: Iterable[str]) -> None:
        """Take in *words* that are not there yet."""
        new = list(words)
        for word in new:
            self._of_length[len(word)].add(word)
            self._of_sense[sense(word)].add(word)
        if len(new) * 10 > len(self._sorted):
            self._sorted = sorted((*self._sorted, *new))
        else:
            for word in new:
                insort(self._sorted, word)

    def remove(self, word: str) -> None:
        """Forget *word*."""
        self._of_length[len(word)].discard(word)
        self._of_sense[sense(word)].discard(word)
        del self._sorted[bisect_left(self._sorted, word)]

    def close_to(self, word: str, using: Mapping[str, Sized]) -> set[str]:
        """Return the words that *word* may stand for: itself in any of its endings, and the words it begins.

        Of a word that nobody uses, also those a slip or two away. Where there is none of these, it may begin one with a
        slip, or be two words without the space between them; of the two, the one that fewer claims are *using* tells
        more.
        """
        found = set(self._of_sense.get(sense(word), ()))
        if len(word) >= _PREFIX:
            found.update(self._beginning_with(word))
        if word in using or any(map(str.isdigit, word)):  # another number is another claim
            return found
        slips = (len(word) >= _ONE_SLIP) + (len(word) >= _TWO_SLIPS)
        if slips:
            found |= self._misspelt(word, slips)
        return found or self._begun_with_a_slip(word, slips) or _one_of_two(word, using)

    def _misspelt(self, word: str, slips: int) -> set[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found: set[str] = set()
        for length in range(len(word) - slips, len(word) + slips + 1):
            there = self._of_length.get(length, ())
            close = process.extract(word, there, scorer=OSA.distance, score_cutoff=slips, limit=None)
            found.update(each for each, _, _ in close)
        return found

    def _beginning_with(self, start: str) -> list[str]:
        return self._sorted[bisect_left(self._sorted, start) : bisect_left(self._sorted, start + _LAST)]

    def _begun_with_a_slip(self, word: str, slips: int) -> set[str]:
        """Return the words with the same first letter whose beginning *word* misspells."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(word) < _PREFIX:
            return set()
        there = self._beginning_with(word[0])
        starts = [each[: len(word)] for each in there]
        close = process.extract(word, starts, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return {there[place] for _, _, place in close}


def _one_of_two(word: str, using: Mapping[str, Sized]) -> set[str]:
    if len(word) < _TWO_WORDS:
        return set()
    pairs = [(word[:cut], word[cut:]) for cut in range(_PART, len(word) - _PART + 1)]
    known = [pair for pair in pairs if pair[0] in using and pair[1] in using]
    if not known:
        return set()
    best = max(known, key=lambda pair: min(map(len, pair)))
    telling = set(best) - small_words()
    return {min(telling, key=lambda each: (len(using[each]), -len(each), each))} if telling else set()
