"""Roles: the same words with doer and done-to exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.wording.difference import is_small
from argmap.wording.flags import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from argmap.wording.difference import Difference, Reading, Word

_ARTICLES = frozenset({"a", "an", "the"})
_JOINING = frozenset({"and", "or", "nor", "as", "well", "be", "equal", "between", "both"})
_LONGEST = 80
_MOST_PAIRS = 3


def roles(between: Difference) -> Iterator[Flag]:
    """Yield a flag if the two say the same words but with two parts exchanged, so that who does what is turned round.

    Moving a clause to the front, turning a list round and passive voice exchange no roles. Numbers are for `amounts`.
    """
    if any(not is_small(word.text) for side in (between.left, between.right) for word in side):
        return
    if between.one.lists and between.other.lists:
        return  # a list can be turned round, and without its commas it looks like doers and done-to
    one, other = _telling(between.one), _telling(between.other)
    passive = _is_passive(between.one) != _is_passive(between.other)
    exchanged = _exchanged(*_whole(between)) or _exchanged(one, other)
    if exchanged != passive and (exchanged or one == other):
        yield Flag(FlagKind.ROLES, hard=True, sentence="They use the same words, but who does what is turned round.")


def is_turned_comparison(between: Difference, opposites: AbstractSet[Word]) -> bool:
    """Whether both compare, with *opposites* and with sides exchanged: "A is more than B", "B is less than A"."""
    one, other = (
        [word.lemma for word in reading.words if word not in opposites and word.text not in _ARTICLES]
        for reading in (between.one, between.other)
    )
    return "than" in one and "than" in other and _exchanged(one, other)


def _exchanged(one: list[str], other: list[str]) -> bool:
    """Whether *other* is *one* with two parts exchanged around words that do more than join them in a list."""
    if len(one) > _LONGEST or sorted(one) != sorted(other):
        return False
    start, end = 0, len(one)
    while start < end and one[start] == other[start]:
        start += 1
    while end > start and one[end - 1] == other[end - 1]:
        end -= 1
    one, other = one[start:end], other[start:end]
    if any(one[cut:] + one[:cut] == other for cut in range(1, len(one))):
        return False  # a clause was moved to the front
    return _words_exchanged(one, other) or _parts_exchanged(one, other)


def _words_exchanged(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words have changed places two by two: "more to A than B to A" and "more to B than A to B"."""
    moved = [place for place in range(len(one)) if one[place] != other[place]]
    pairs = {frozenset((one[place], other[place])) for place in moved}
    words = {word for pair in pairs for word in pair}
    if not 1 <= len(pairs) <= _MOST_PAIRS or len(words) != 2 * len(pairs):
        return False
    between = {one[place] for place in range(moved[0], moved[-1])} - words
    return not _JOINING.issuperset(between)


def _parts_exchanged(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether *one* is X M Y and *other* Y M X, where M says something."""
    size = len(one)
    ends = [last for last in range(1, size) if one[size - last :] == other[:last]]
    starts = [first for first in range(1, size) if one[:first] == other[size - first :]]
    return any(
        one[first : size - last] == other[last : size - first] and not _JOINING.issuperset(one[first : size - last])
        for first in starts
        for last in ends
        if first + last < size
    )


def _whole(between: Difference) -> tuple[list[str], list[str]]:
    one, other = (
        [word.lemma for word in reading.words if word.text not in _ARTICLES and not word.text[0].isdigit()]
        for reading in (between.one, between.other)
    )
    return one, other


def _telling(reading: Reading) -> list[str]:
    return [word.lemma for word in reading.words if not is_small(word.text) and not word.text[0].isdigit()]


def _is_passive(reading: Reading) -> bool:
    """Whether "by" names a doer: behind a form of "be", and before no number."""
    words = reading.words
    return any(
        word.text == "by"
        and any(before.lemma == "be" for before in words[max(0, word.place - 6) : word.place])
        and not (word.place + 1 < len(words) and words[word.place + 1].text[0].isdigit())
        for word in words
    )
