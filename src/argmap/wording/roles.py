"""Roles: the same words with doer and done-to exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.wording.difference import is_small
from argmap.wording.flags import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.wording.difference import Difference, Reading

_ARTICLES = frozenset({"a", "an", "the"})
_JOINING = frozenset({"and", "or", "nor", "as", "well", "be", "equal", "between", "both"})
_LONGEST = 80


def roles(between: Difference) -> Iterator[Flag]:
    """Yield a flag if the two say the same words but with two parts exchanged, so that who does what is turned round.

    Moving a clause to the front, turning a list round and passive voice exchange no roles. Numbers are for `amounts`.
    """
    if any(not is_small(word.text) for side in (between.left, between.right) for word in side):
        return
    one, other = _telling(between.one), _telling(between.other)
    passive = _is_passive(between.one) != _is_passive(between.other)
    exchanged = _exchanged(*_whole(between)) or _exchanged(one, other)
    if exchanged != passive and (exchanged or one == other):
        yield Flag(FlagKind.ROLES, hard=True, sentence="They use the same words, but who does what is turned round.")


def _exchanged(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether *other* is *one* with two parts exchanged around words that do more than join them in a list."""
    if len(one) != len(other) or len(one) > _LONGEST:
        return False
    start, end = 0, len(one)
    while start < end and one[start] == other[start]:
        start += 1
    while end > start and one[end - 1] == other[end - 1]:
        end -= 1
    return _two_words(one, other) or _two_parts(one[start:end], other[start:end])


def _two_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two words have changed places throughout: "more to A than B to A" and "more to B than A to B"."""
    moved = [place for place in range(len(one)) if one[place] != other[place]]
    pairs = {frozenset((one[place], other[place])) for place in moved}
    if len(pairs) != 1:
        return False
    middle = one[moved[0] + 1 : moved[-1]]
    return not _JOINING.issuperset(middle)


def _two_parts(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether *one* is X M Y and *other* Y M X, where M says something; X Y and Y X is a clause moved to the front."""
    size = len(one)
    if any(one[cut:] == other[: size - cut] and one[:cut] == other[size - cut :] for cut in range(1, size)):
        return False
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
