"""Letter bits: which of many texts can be alike letter by letter, by counting bits; needs numpy.

**Why no pair is lost.** The Indel distance of two texts counts the letters to put in and take out to make one of the
other. A pair of ratio t or more has a distance of at most ``D = floor((1 - t) * (len(a) + len(b)))``.

- Each letter put in or taken out changes the length by 1, so ``|len(a) - len(b)| <= D``.
- It changes how often *one* letter occurs, by 1: the counts of letters of both texts differ by D at most, in sum.
- It breaks one pair of neighbours and makes two, or the other way round: the counts of neighbours differ by 3D at most.

Counts are written as bits, "at least k times this letter", so that a difference of counts is a number of unequal bits.
Leaving bits out, and letting several letters share a count, can only make that number smaller. So whichever bits are
chosen, a pair with more than D (3D) unequal bits cannot reach the ratio, and all others are looked at in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Bits = NDArray[np.uint64]
    Numbers = NDArray[np.int64]

_CODE_POINTS = 0x110000
_KINDS = 64
"""So many kinds of letters are told apart; the rarer ones share the last."""
_LETTER_BITS = 256
_NEIGHBOUR_BITS = 1_024
_SAMPLE = 2_000
_MOST_COUNTED = 40
_RARE = 0.01
_TEXTS_AT_ONCE = 512
_CELLS_AT_ONCE = 1 << 16
"""A block of comparisons that stays in the processor's cache."""
_FINE = 1e-6
"""Rounding errors may let a pair through, and never keep one out."""


def close_pairs(texts: Sequence[str], cutoff: float) -> Iterator[tuple[Numbers, Numbers, float]]:
    """Yield indices of *texts* in pairs, in blocks, with the part that is done (0 to 1) after each.

    Every pair whose ratio (0 to 100) is at least *cutoff* is among them, once, and others are too. *cutoff* is above 0.
    """
    if not texts:
        return
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    order = np.argsort(lengths, kind="stable")
    lengths = lengths[order]
    letters, neighbours = _signatures([texts[index] for index in order.tolist()])
    columns = [np.ascontiguousarray(letters[:, word]) for word in range(letters.shape[1])]
    share = 1 - cutoff / 100
    ends = np.searchsorted(lengths, np.floor(lengths * (1 + share) / (1 - share) + _FINE), side="right")
    done, whole = 0, max(int((ends - np.arange(len(ends))).sum()), 1)
    first = 0
    while first < len(texts):
        last, end = _block(ends, first)
        longest = share * (lengths[last - 1] + lengths[first:end])
        one, other, unequal = _close_in_letters(columns, (first, last, end), longest)
        allowed = np.floor(share * (lengths[one] + lengths[other]) + _FINE)
        within = np.flatnonzero(unequal <= allowed)
        one, other, allowed = one[within], other[within], allowed[within]
        within = np.flatnonzero(_unequal(neighbours, one, other) <= 3 * allowed)
        one, other = one[within], other[within]
        done += int((ends[first:last] - np.arange(first, last)).sum())
        yield order[one], order[other], done / whole
        first = last


def _block(ends: Numbers, first: int) -> tuple[int, int]:
    """Return where the block of rows that begins at *first* ends, and where the texts they meet end."""
    last = min(first + max(1, _CELLS_AT_ONCE // max(int(ends[first]) - first, 1)), len(ends))
    while last - first > 1 and (last - first) * (int(ends[last - 1]) - first) > 2 * _CELLS_AT_ONCE:
        last = first + (last - first) // 2
    return last, int(ends[last - 1])


def _close_in_letters(
    columns: list[Bits], block: tuple[int, int, int], allowed: NDArray[np.float64]
) -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
    """Return the pairs of a block with no more unequal bits than its longest row is *allowed*, and how many these are.

    256 unequal bits are counted as 0: that lets such a pair through, to be looked at closer.
    """
    first, last, end = block
    unequal = np.bitwise_count(columns[0][first:last, None] ^ columns[0][None, first:end])
    for column in columns[1:]:
        unequal += np.bitwise_count(column[first:last, None] ^ column[None, first:end])
    limit = np.minimum(np.floor(allowed + _FINE), 255).astype(np.uint8)
    found = np.flatnonzero(unequal <= limit)
    one, other = np.divmod(found, end - first)
    later = np.flatnonzero(other > one)
    return one[later] + first, other[later] + first, unequal.ravel()[found[later]]


def _unequal(bits: Bits, one: Numbers, other: Numbers) -> Numbers:
    """Count the unequal bits of each pair, no more pairs at once than memory has room for."""
    counted = np.empty(len(one), np.int64)
    for start in range(0, len(one), _CELLS_AT_ONCE):
        part = slice(start, start + _CELLS_AT_ONCE)
        counted[part] = np.bitwise_count(bits[one[part]] ^ bits[other[part]]).sum(axis=1, dtype=np.int64)
    return counted


def _signatures(texts: Sequence[str]) -> tuple[Bits, Bits]:
    """Return the bits of the letters and of the neighbours of each text, one row a text."""
    sample = texts[:: max(1, len(texts) // _SAMPLE)]
    kinds = _kinds_of_letters(sample)
    chosen = [
        _telling(_counted(sample, kinds, cells), bits)
        for cells, bits in ((_KINDS, _LETTER_BITS), (_KINDS**2, _NEIGHBOUR_BITS))
    ]
    made = [np.empty((len(texts), -(-bits // 64)), np.uint64) for bits in (_LETTER_BITS, _NEIGHBOUR_BITS)]
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        part = texts[start : start + _TEXTS_AT_ONCE]
        for rows, (cells, times), size in zip(made, chosen, (_KINDS, _KINDS**2), strict=True):
            counts = _counted(part, kinds, size)
            bits = np.zeros((len(part), rows.shape[1] * 64), np.bool_)
            bits[:, : len(cells)] = counts[:, cells] >= times
            rows[start : start + len(part)] = np.packbits(bits, axis=1).view(np.uint64)
    return made[0], made[1]


def _kinds_of_letters(texts: Sequence[str]) -> NDArray[np.uint8]:
    """Return the kind of each code point: the commonest have one of their own, all others share the last."""
    counted = np.bincount(_code_points("".join(texts)))
    there = np.flatnonzero(counted)
    commonest = there[np.argsort(-counted[there], kind="stable")[: _KINDS - 1]]
    kinds = np.full(_CODE_POINTS, _KINDS - 1, np.uint8)
    kinds[commonest] = np.arange(len(commonest))
    return kinds


def _counted(texts: Sequence[str], kinds: NDArray[np.uint8], cells: int) -> NDArray[np.uint8]:
    """Count each kind of letter (or, where there are *cells* for them, of neighbours) in each text: a row a text."""
    made = np.empty((len(texts), cells), np.uint8)
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        part = texts[start : start + _TEXTS_AT_ONCE]
        lengths = np.fromiter(map(len, part), np.int64, len(part))
        owner = np.repeat(np.arange(len(part)), lengths)
        found = kinds[_code_points("".join(part))].astype(np.int64)
        if cells > _KINDS:
            inside = owner[1:] == owner[:-1]
            found = (found[:-1] * _KINDS + found[1:])[inside]
            owner = owner[1:][inside]
        counts = np.bincount(owner * cells + found, minlength=len(part) * cells)
        made[start : start + len(part)] = np.minimum(counts, _MOST_COUNTED).reshape(len(part), cells)
    return made


def _telling(counts: NDArray[np.uint8], most: int) -> tuple[Numbers, NDArray[np.uint8]]:
    """Choose the bits that tell texts apart best: "at least so many *times* in this *cell*", true of about half."""
    levels: list[NDArray[np.float64]] = []
    for times in range(1, _MOST_COUNTED + 1):
        levels.append((counts >= times).mean(axis=0))
        if levels[-1].max(initial=0) < _RARE:
            break
    shares = np.array(levels)
    spread = (shares * (1 - shares)).ravel()
    best = np.argsort(-spread, kind="stable")[:most]
    cells = best % counts.shape[1]
    return cells, (best // counts.shape[1] + 1).astype(np.uint8)


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
