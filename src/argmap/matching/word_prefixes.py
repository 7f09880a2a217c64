"""Word prefixes: the pairs of many sets of words that share enough of their weight; needs numpy. See `by_words`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from argmap.matching.speed import FINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Weights = NDArray[np.float64]
    Found = tuple[list[tuple[int, int, float]], float]

_MEETINGS_AT_ONCE = 1_000_000
_CELLS_AT_ONCE = 1 << 23


@dataclass(slots=True)
class _Sets:
    """Sets of words, the lightest first, end to end: set s holds ``words[starts[s]:starts[s + 1]]``.

    *slack* is more than rounding can do to a difference of sums over all of them.
    """

    order: Numbers
    words: Numbers
    starts: Numbers
    weights: Weights
    totals: Weights
    slack: float


@dataclass(slots=True)
class _Meetings:
    """For each word of a beginning, by set: where in the index of beginnings it stands, and what it meets there.

    ``index`` lists the sets of each word one after the other, the lightest first, and ``rests`` what they weigh from
    that word on. The entry at place p meets the sets at ``lowest[p]`` up to p.
    """

    owner: Numbers
    place: Numbers
    lowest: Numbers
    index: Numbers
    rests: Weights


def sharing_pairs(sets: Sequence[Sequence[int]], weights: Sequence[float], at_least: float) -> Iterator[Found]:
    """Do what `by_words.pairs_by_words` says."""
    laid = _laid_out(sets, np.asarray(weights, np.float64))
    meetings = _meetings(laid, at_least / (2 - at_least))
    counts = np.concatenate(([0], np.cumsum(meetings.place - meetings.lowest)))
    ends = np.searchsorted(meetings.owner, np.arange(len(laid.order)), side="right")
    table = np.zeros((max(1, _CELLS_AT_ONCE // max(len(laid.weights), 1)), len(laid.weights)), np.bool_)
    first, entry = 0, 0
    while first < len(laid.order):
        last = int(np.searchsorted(counts[ends], counts[entry] + _MEETINGS_AT_ONCE, side="right"))
        last = min(max(last, first + 1), first + len(table))
        end = int(ends[last - 1])
        one, other = _met(laid, meetings, slice(entry, end), at_least)
        yield _shared(laid, table, (first, last), one, other, at_least), float(counts[end] / max(counts[-1], 1))
        first, entry = last, end
    yield [], 1.0


def _laid_out(sets: Sequence[Sequence[int]], weights: Weights) -> _Sets:
    """Put the sets that hold anything in the order of their weight."""
    lengths = np.fromiter(map(len, sets), np.int64, len(sets))
    flat = np.fromiter((word for words in sets for word in words), np.int64, int(lengths.sum()))
    owners = np.repeat(np.arange(len(sets)), lengths)
    totals: Weights = np.bincount(owners, weights=weights[flat], minlength=len(sets)).astype(np.float64)
    order = np.argsort(totals, kind="stable")
    order = order[lengths[order] > 0]
    rank = np.zeros(len(sets), np.int64)
    rank[order] = np.arange(len(order))
    words = flat[np.argsort(rank[owners], kind="stable")]
    starts = np.concatenate(([0], np.cumsum(lengths[order])))
    return _Sets(order, words, starts, weights, totals[order], FINE * (1 + float(totals.sum())))


def _meetings(laid: _Sets, share: float) -> _Meetings:
    """Index the beginnings of all sets, and find what each may meet there."""
    lengths = np.diff(laid.starts)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    heavy = np.concatenate(([0], np.cumsum(laid.weights[laid.words])))
    rests = heavy[laid.starts[1:]][owner] - heavy[:-1]
    begins = rests >= share * laid.totals[owner] - laid.slack
    owner, words, rests = owner[begins], laid.words[begins], rests[begins]
    count = len(lengths)
    keys = words * count + owner
    by_word = np.argsort(keys, kind="stable")
    place = np.empty(len(keys), np.int64)
    place[by_word] = np.arange(len(keys))
    lightest = np.searchsorted(laid.totals, share * laid.totals[owner] - laid.slack)
    lowest = np.searchsorted(keys[by_word], words * count + lightest)
    return _Meetings(owner, place, np.minimum(lowest, place), owner[by_word], rests[by_word])


def _met(laid: _Sets, meetings: _Meetings, entries: slice, at_least: float) -> tuple[Numbers, Numbers]:
    """Return the pairs that meet at some word, each once, if their rests from there on are heavy enough."""
    place, lowest = meetings.place[entries], meetings.lowest[entries]
    times = place - lowest
    here = np.repeat(place, times)
    there = _counting_up(lowest, times)
    one, other = meetings.index[here], meetings.index[there]
    lighter = np.minimum(meetings.rests[here], meetings.rests[there])
    heavy = lighter >= at_least / 2 * (laid.totals[one] + laid.totals[other]) - laid.slack
    pairs = np.unique(one[heavy] * len(laid.order) + other[heavy])
    return np.divmod(pairs, len(laid.order))


def _shared(
    laid: _Sets, table: NDArray[np.bool_], block: tuple[int, int], one: Numbers, other: Numbers, at_least: float
) -> list[tuple[int, int, float]]:
    """Weigh what each pair has in common: the words of the first, ticked in a table, are looked up for the second."""
    first, last = block
    inside = slice(laid.starts[first], laid.starts[last])
    rows = np.repeat(np.arange(last - first), np.diff(laid.starts[first : last + 1]))
    table[rows, laid.words[inside]] = True
    lengths = np.diff(laid.starts)[other]
    pair = np.repeat(np.arange(len(other)), lengths)
    words = laid.words[_counting_up(laid.starts[other], lengths)]
    hit = table[one[pair] - first, words]
    common = np.bincount(pair[hit], weights=laid.weights[words[hit]], minlength=len(other))
    table[rows, laid.words[inside]] = False
    dice = 2 * common / (laid.totals[one] + laid.totals[other])
    enough = dice >= at_least - FINE
    a, b = laid.order[one[enough]], laid.order[other[enough]]
    return list(zip(np.minimum(a, b).tolist(), np.maximum(a, b).tolist(), dice[enough].tolist(), strict=True))


def _counting_up(starts: Numbers, times: Numbers) -> Numbers:
    """Return start, start + 1, ... so many *times* for each of *starts*, end to end."""
    before = np.cumsum(times) - times
    return np.arange(int(times.sum())) - np.repeat(before - starts, times)
