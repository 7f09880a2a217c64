"""By letters: every pair of texts whose ratio of common letters reaches a cutoff, found without comparing all pairs."""

from __future__ import annotations

from functools import partial
from itertools import compress
from typing import TYPE_CHECKING

from argmap.matching.speed import FINE, has_numpy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Found = tuple[list[tuple[int, int]], float]

_ROWS_AT_ONCE = 200


def pairs_by_letters(texts: Sequence[str], cutoff: float, *, fast: bool | None = None) -> Iterator[Found]:
    """Yield the pairs of *texts* with ``rapidfuzz.fuzz.ratio`` >= *cutoff* (above 0, at most 100), in batches.

    A pair is two indices, the lower first; with each batch comes the part of the work that is done, 0 to 1. No pair is
    lost and none comes twice. *fast* uses numpy, by default if it is there and worth it; both ways find the same.
    """
    if fast if fast is not None else has_numpy(len(texts)):
        yield from _by_bits(texts, cutoff)
    else:
        yield from _by_length(texts, cutoff)


def _by_bits(texts: Sequence[str], cutoff: float) -> Iterator[Found]:
    from rapidfuzz import fuzz

    from argmap.matching.letter_bits import close_pairs

    ratio = partial(fuzz.ratio, score_cutoff=cutoff)
    for first, second, done in close_pairs(texts, cutoff):
        one, other = first.tolist(), second.tolist()
        ratios = map(ratio, [texts[index] for index in one], [texts[index] for index in other])
        alike = compress(zip(one, other, strict=True), [each >= cutoff for each in ratios])
        yield [(a, b) if a < b else (b, a) for a, b in alike], done
    yield [], 1.0


def _by_length(texts: Sequence[str], cutoff: float) -> Iterator[Found]:
    """Compare each text with those not shorter than it, up to the length at which no ratio can reach the cutoff.

    The distance of two texts is at least the difference of their lengths, and at the cutoff t it is at most (1 - t)
    times the sum of them; so the longer is at most (2 - t) / t times as long as the shorter.
    """
    from rapidfuzz import fuzz, process

    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    in_order = [texts[index] for index in order]
    longest = (200 - cutoff) / cutoff + FINE
    batch: list[tuple[int, int]] = []
    end = 0
    for place, text in enumerate(in_order):
        while end < len(in_order) and len(in_order[end]) <= len(text) * longest + FINE:
            end += 1
        later = in_order[place + 1 : end]
        for _, _, offset in process.extract_iter(text, later, scorer=fuzz.ratio, score_cutoff=cutoff):
            pair = (order[place], order[place + 1 + offset])
            batch.append(pair if pair[0] < pair[1] else pair[::-1])
        if place % _ROWS_AT_ONCE == 0:
            yield batch, (place + 1) / len(in_order)
            batch = []
    yield batch, 1.0
