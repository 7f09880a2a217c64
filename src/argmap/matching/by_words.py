"""By words: every pair of texts that share enough of the weight of their words, found without comparing all pairs.

**Why no pair is lost.** What two sets of words have in common, by weight, is compared as ``Dice = 2c / (a + b)``: *c*
weighs the common words, *a* and *b* each set. Let ``Dice >= t``.

- ``c <= b`` and ``c >= t/2 (a + b)`` give ``b >= ka`` with ``k = t / (2 - t)``, and from there ``c >= ka``. The same
  holds the other way round. So sets whose weights differ by more than the factor k need not be compared.
- Put the words of each set in one order, the rarest first. All that the two have in common stands, in both, at or after
  their first common word. So in each set the words from there on weigh at least ``c >= ka``: that first common word
  belongs to the *beginning* of both, the words from which on the set still weighs ka. It is enough to look each set's
  beginning up in an index of beginnings.
- Where the first common word stands, the lighter rest must still weigh ``c >= t/2 (a + b)``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.matching.speed import FINE, has_numpy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Found = tuple[list[tuple[int, int, float]], float]

_SETS_AT_ONCE = 200


def pairs_by_words(
    sets: Sequence[Sequence[int]], weights: Sequence[float], at_least: float, *, fast: bool | None = None
) -> Iterator[Found]:
    """Yield the pairs of *sets* whose weighted Dice coefficient is *at_least* that (above 0, at most 1), in batches.

    A set holds different words, each an index into *weights* (above 0), in ascending order: the rarest word should have
    index 0. A pair is two indices of *sets*, the lower first, and its Dice, exact to 1e-9; pairs below *at_least* by
    less than that may be among them. With each batch comes the part of the work that is done, 0 to 1. No pair is lost
    and none comes twice. *fast* uses numpy, by default if there is numpy and enough to do; both ways find the same.
    """
    if fast if fast is not None else has_numpy(len(sets)):
        from argmap.matching.word_prefixes import sharing_pairs

        yield from sharing_pairs(sets, weights, at_least)
    else:
        yield from _plainly(sets, weights, at_least)


def _plainly(sets: Sequence[Sequence[int]], weights: Sequence[float], at_least: float) -> Iterator[Found]:
    totals = [sum(weights[word] for word in words) for words in sets]
    order = sorted((index for index in range(len(sets)) if sets[index]), key=totals.__getitem__)
    share = at_least / (2 - at_least)
    index: defaultdict[int, tuple[list[float], list[int]]] = defaultdict(lambda: ([], []))
    members = [frozenset(words) for words in sets]
    batch: list[tuple[int, int, float]] = []
    for done, one in enumerate(order):
        enough = share * totals[one] - FINE
        beginning = list(_beginning(sets[one], weights, totals[one], enough))
        meeting: set[int] = set()
        for word in beginning:
            lighter, there = index[word]
            meeting.update(there[bisect_left(lighter, enough) :])
        for other in meeting:
            common = sum(weights[word] for word in members[one] & members[other])
            dice = 2 * common / (totals[one] + totals[other])
            if dice >= at_least - FINE:
                batch.append((min(one, other), max(one, other), dice))
        for word in beginning:
            index[word][0].append(totals[one])
            index[word][1].append(one)
        if done % _SETS_AT_ONCE == 0:
            yield batch, (done + 1) / len(order)
            batch = []
    yield batch, 1.0


def _beginning(words: Sequence[int], weights: Sequence[float], total: float, enough: float) -> Iterator[int]:
    """Yield the words of a set up to the last from which on it still weighs *enough*."""
    rest = total
    for word in words:
        if rest < enough:
            return
        yield word
        rest -= weights[word]
