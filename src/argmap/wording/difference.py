"""The difference of two wordings: what is left of each when the words they share are taken away."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.wording.lemma import lemma
from argmap.wording.lexicon import words as listed
from argmap.wording.plain_form import plain_words_of, unified
from argmap.wording.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from argmap.wording.opposites import Opposites
    from argmap.wording.terms import Terms

_COMPARED = 200
_LIST = re.compile(r"\w, [^,.;]{1,40},? (?:and|or) ")
_FEW = 6
_LONGEST_SAID = 40
_FEWEST = 2
_TYPO_LENGTH = 5
_TITLE_SHARE = 0.6
_TITLE_WORDS = 4
_ARTICLE_LENGTH = 2  # al-, el-, de

NEGATORS = frozenset(
    [
        *("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "nowhere", "noone"),
        *("hardly", "barely", "scarcely"),
    ]
)
"""Words that turn a claim round and say nothing else."""


class Word(NamedTuple):
    """One word of a plain form: as it stands, what its forms share, and its place."""

    text: str
    lemma: str
    place: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording, read: its words in order, the lemmas of those written as names, and whether it lists three things."""

    words: tuple[Word, ...]
    lemmas: frozenset[str]
    names: frozenset[str]
    lists: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Two readings, and the words of each that the other does not have in any form or with a slip of the pen."""

    one: Reading
    other: Reading
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    terms: Terms

    @property
    def sides(self) -> tuple[tuple[Reading, tuple[Word, ...]], tuple[Reading, tuple[Word, ...]]]:
        """Both readings, each with what only it says."""
        return (self.one, self.left), (self.other, self.right)

    def is_close(self, but: AbstractSet[Word] = frozenset()) -> bool:
        """Whether little differs besides negation and the words in *but*: at most six words, two on one side."""
        rest = [
            sum(1 for word in side if word not in but and word.text not in NEGATORS and not is_small(word.text))
            for side in (self.left, self.right)
        ]
        return min(rest) <= _FEWEST and sum(rest) <= _FEW

    def quoted(self, words: Iterable[str]) -> str:
        """Return *words* of the plain forms for a sentence: in quotes, as people write them."""
        return " and ".join(f"“{shortened(self.terms.written(word))}”" for word in dict.fromkeys(words))


@lru_cache(maxsize=20_000)
def read(text: str, terms: Terms) -> Reading:
    """Read *text* for comparing."""
    plain = plain_words_of(text, terms)
    words = tuple(Word(word, lemma(word), place) for place, word in enumerate(plain))
    lemmas = frozenset(word.lemma for word in words)
    return Reading(words, lemmas, frozenset(_names(text, terms)) & lemmas, _LIST.search(text) is not None)


def difference(one: Reading, other: Reading, terms: Terms) -> Difference:
    """Take away what *one* and *other* share: forms of one word, words written together or apart, slips of the pen."""
    left, right = _unshared(one, other), _unshared(other, one)
    if left and right:
        left, right = _but_fused(left, right), _but_fused(right, left)
        left, right = _but_slips(left, right, terms.opposites)
    return Difference(one, other, tuple(left), tuple(right), terms)


def shortened(word: str) -> str:
    """Return *word*, or the beginning of one too long for a sentence."""
    return word if len(word) <= _LONGEST_SAID else f"{word[:_LONGEST_SAID]}…"


def is_small(word: str) -> bool:
    """Whether *word* says little about what a claim is about."""
    return word in _small_words()


def one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, different or swapped with its neighbour makes *other* of *one*."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other or one == other[1:]


def _names(text: str, terms: Terms) -> Iterable[str]:
    """Yield the lemmas of the words with a capital that do not owe it to beginning the text or to a headline."""
    written = TOKEN.findall(unified(text))
    capitals = [token[:1].isupper() or token[:3] == "al-" for token in written]
    if len(written) >= _TITLE_WORDS and sum(capitals) > _TITLE_SHARE * len(written):
        return
    for place, token in enumerate(written):
        if capitals[place] and place:
            yield from (
                lemma(word)
                for word in terms.memory[token].split()
                if len(word) > _ARTICLE_LENGTH and not is_small(word) and word.replace("_", "").isalpha()
            )


def _unshared(one: Reading, other: Reading) -> list[Word]:
    """Return the words of *one* that *other* has not, or has less often."""
    spare = Counter(word.lemma for word in other.words)
    left = []
    for word in one.words:
        if spare[word.lemma] > 0:
            spare[word.lemma] -= 1
        else:
            left.append(word)
    return left[:_COMPARED]


def _but_fused(left: list[Word], right: list[Word]) -> list[Word]:
    """Leave out of *left* what *right* writes in one word or in two."""
    joined = {lemma(a.text + b.text) for a, b in pairwise(right) if b.place == a.place + 1}
    whole = {word.lemma for word in right}
    out = {word.place for word in left if word.lemma in joined}
    for a, b in pairwise(left):
        if b.place == a.place + 1 and lemma(a.text + b.text) in whole:
            out |= {a.place, b.place}
    return [word for word in left if word.place not in out]


def _but_slips(left: list[Word], right: list[Word], opposites: Opposites) -> tuple[list[Word], list[Word]]:
    """Leave out pairs that differ by a slip of the pen."""
    kept, others = [], list(right)
    for word in left:
        twin = next(
            (each for each in others if _is_slip(word, each) and not opposites.are(word.lemma, each.lemma)), None
        )
        if twin is None:
            kept.append(word)
        else:
            others.remove(twin)
    return kept, others


def _is_slip(one: Word, other: Word) -> bool:
    shorter = min(len(one.text), len(other.text))
    if shorter < _TYPO_LENGTH or one.text[0] != other.text[0] or not (one.text.isalpha() and other.text.isalpha()):
        return False
    return one_slip(one.text, other.text) or one_slip(one.lemma, other.lemma)


@cache
def _small_words() -> frozenset[str]:
    return listed("stopwords")
