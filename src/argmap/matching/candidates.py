"""Candidates: the pairs of many wordings that can reach a score, by their words or by their letters, and few others."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.matching.by_letters import pairs_by_letters
from argmap.matching.by_words import pairs_by_words
from argmap.matching.speed import FINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.matching.weights import Weights
    from argmap.matching.worded import Worded

    Found = tuple[list[tuple[int, int]], float]

_LEAST_RATIO = 0.85
_RATIO_ABOVE_SCORE = 0.1
_LEAST_DICE = 0.02
_ALL_PAIRS = 20.0
_WORDS_PART = 0.5
_PAIRS_AT_ONCE = 20_000


def alike_in_letters(at_least: float) -> float:
    """Return the ratio of their sorted words from which on two wordings are worth a look whatever their words weigh.

    That is how several slips in few words are found. It is 0.85, and more where scores above 0.75 are asked for.
    """
    return min(max(_LEAST_RATIO, at_least + _RATIO_ABOVE_SCORE), 1.0)


def candidates(
    wordings: Sequence[Worded], weights: Weights, at_least: float, *, fast: bool | None = None
) -> Iterator[Found]:
    """Yield the pairs of *wordings* that may score *at_least*, and those alike in their letters, in batches.

    A pair is two indices, the lower first; some come twice. With each batch comes the part that is done, 0 to 1.

    **Why no pair is lost.** A score is at most the mean of the ratio r of the sorted words and the Dice coefficient d
    of the stems, and r is 1 at most. So a score of s needs ``d >= 2s - 1``: all those pairs are found by their words.
    Where that asks for nothing (s <= 1/2), pairs with hardly a word in common need ``r >= 2s - d``, and are found by
    their letters.
    """
    dice = max(2 * at_least - 1, _LEAST_DICE)
    ratio = 100 * alike_in_letters(at_least)
    if dice > 2 * at_least - 1:
        ratio = min(ratio, 100 * (2 * at_least - dice))
    texts = [each.sorted_form for each in wordings]
    if ratio < _ALL_PAIRS:
        yield from _all_pairs(len(texts))
        return
    alike = partial(_alike, texts, at_least=at_least, ratio=ratio)
    for pairs, done in pairs_by_words(*_weighed(wordings, weights), dice, fast=fast):
        yield [pair[:2] for pair in pairs if alike(*pair)], done * _WORDS_PART
    for found, done in pairs_by_letters(texts, ratio, fast=fast):
        yield found, _WORDS_PART + done * (1 - _WORDS_PART)


def _alike(texts: Sequence[str], one: int, other: int, dice: float, *, at_least: float, ratio: float) -> bool:
    """Whether a pair can score enough with the letters it has in common."""
    from rapidfuzz import fuzz

    needed = min(100 * (2 * at_least - dice), ratio) - 100 * FINE
    return needed <= 0 or fuzz.ratio(texts[one], texts[other], score_cutoff=needed) > 0


def _weighed(wordings: Sequence[Worded], weights: Weights) -> tuple[list[list[int]], list[float]]:
    """Return the stems of each wording as numbers, the heaviest stem having the lowest, and their weights."""
    known = set().union(*(each.stems for each in wordings))
    order = sorted(known, key=lambda stem: (-weights.weight(stem), stem))
    number = {stem: place for place, stem in enumerate(order)}
    return [sorted(map(number.__getitem__, each.stems)) for each in wordings], [weights.weight(stem) for stem in order]


def _all_pairs(count: int) -> Iterator[Found]:
    batch: list[tuple[int, int]] = []
    whole = max(count * (count - 1) // 2, 1)
    for done, pair in enumerate(combinations(range(count), 2), 1):
        batch.append(pair)
        if len(batch) == _PAIRS_AT_ONCE:
            yield batch, done / whole
            batch = []
    yield batch, 1.0
