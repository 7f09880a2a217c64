"""Polarity: whether one wording turns round what the other says, counted so that two reversals cancel out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.wording.difference import NEGATORS
from argmap.wording.flags import Flag, FlagKind
from argmap.wording.lemma import lemma
from argmap.wording.lexicon import words as listed
from argmap.wording.opposites import without_prefix
from argmap.wording.roles import is_turned_comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.wording.difference import Difference, Reading, Word

_IDLE_AFTER = {
    "not": frozenset({"only", "just", "merely", "least"}),
    "no": frozenset({"doubt", "wonder", "matter", "less"}),
    "nothing": frozenset({"but", "short", "less"}),
}


class _Turn(NamedTuple):
    """One reversal: the words that make it, and how it is said."""

    words: tuple[Word, ...]
    sentence: str


def polarity(between: Difference) -> Iterator[Flag]:
    """Yield a flag if an odd number of reversals stands between the two; hard where little else differs."""
    opposites = list(_opposites(between))
    taken = {word for turn in opposites for word in turn.words}
    negated = _negated(between, taken)
    denied = _denied(between, taken)
    turns = [*opposites, *denied, *_prefixed(between, taken)]
    flips = abs(negated) + len(turns)
    if flips % 2 == 0 or (flips == len(opposites) and is_turned_comparison(between, taken)):
        return
    sentences = [turn.sentence for turn in turns]
    if negated:
        sentences.insert(0, _says_not(between, taken))
    used = {word for turn in turns for word in turn.words}
    yield Flag(FlagKind.POLARITY, hard=between.is_close(used), sentence=" ".join(sentences))


def negations(reading: Reading) -> list[Word]:
    """Return the words that negate in *reading*; "not only" and its like do not."""
    words = reading.words
    return [
        word
        for word in words
        if word.text in NEGATORS
        and (word.place + 1 == len(words) or words[word.place + 1].text not in _IDLE_AFTER.get(word.text, ()))
    ]


def _negated(between: Difference, taken: set[Word]) -> int:
    """Return how many more words negate in the one than in the other; those in *taken* count already, as "yes/no"."""
    one, other = (sum(word not in taken for word in negations(each)) for each in (between.one, between.other))
    return one - other


def _says_not(between: Difference, taken: set[Word]) -> str:
    one, other = ({word.text for word in negations(each) if word not in taken} for each in (between.one, between.other))
    said = sorted(one ^ other) or sorted(one | other)
    return f"Only one of them says {between.quoted(said)}."


def _opposites(between: Difference) -> Iterator[_Turn]:
    spare = list(between.right)
    for word in between.left:
        against = next((each for each in spare if between.terms.opposites.are(word.lemma, each.lemma)), None)
        if against:
            spare.remove(against)
            yield _Turn((word, against), f"{between.quoted((word.text, against.text))} are opposites.")


def _denied(between: Difference, taken: set[Word]) -> list[_Turn]:
    """Return the words that deny on one side, but for those the other side answers with one that denies as well."""
    left, right = (
        [word for word in side if word.lemma in _denying() and word not in taken]
        for side in (between.left, between.right)
    )
    for word in list(left):
        if right:
            left.remove(word)
            right.pop()
    single = [*left, *right]
    return [
        _Turn((word,), f"Only one of them says {between.quoted((word.text,))}.")
        for word in single
        if not any(between.terms.opposites.mean_alike(word.lemma, each.lemma) for each in _facing(between, word))
    ]


def _facing(between: Difference, word: Word) -> Sequence[Word]:
    return between.right if word in between.left else between.left


def _prefixed(between: Difference, taken: set[Word]) -> Iterator[_Turn]:
    """Yield words with a negative prefix whose bare word the other side has: "ineffective", "not effective"."""
    for words, facing in ((between.left, between.other), (between.right, between.one)):
        for word in words:
            bare = without_prefix(word.lemma) & facing.lemmas if word not in taken else set()
            if bare and word.lemma not in _denying():
                yield _Turn((word,), f"Only one of them says {between.quoted((word.text,))}.")


@cache
def _denying() -> frozenset[str]:
    return frozenset(map(lemma, listed("negatives")))
