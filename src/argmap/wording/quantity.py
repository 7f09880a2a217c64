"""Quantity: how many of a kind the two wordings speak of, and whether only of that kind."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argmap.wording.flags import Flag, FlagKind
from argmap.wording.lexicon import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.wording.difference import Difference, Reading

_ONLY = frozenset({"only", "solely", "exclusively", "alone", "merely", "purely"})
_TELLING = frozenset({"all", "most", "few"})  # that only one says "no" is for polarity to say


def quantity(between: Difference) -> Iterator[Flag]:
    """Yield a hard flag if each of the two says another quantity, a soft one if only one of them says any."""
    left, right = (
        {word.text: _classes()[word.text] for word in side if word.text in _classes()} for _, side in between.sides
    )
    if left and right:
        if set(left.values()) != set(right.values()):
            words = {word for side in (between.left, between.right) for word in side if word.text in _classes()}
            yield Flag(
                FlagKind.QUANTIFIER,
                hard=between.is_close(words),
                sentence=f"One says {between.quoted(left)}, the other {between.quoted(right)}.",
            )
    elif not _TELLING.isdisjoint((*left.values(), *right.values())):
        yield Flag(FlagKind.QUANTIFIER, hard=False, sentence=f"Only one of them says {between.quoted(left or right)}.")


def only(between: Difference) -> Iterator[Flag]:
    """Yield a flag if one of the two says that it holds of nothing else."""
    one, other = _onlies(between.one), _onlies(between.other)
    if bool(one) != bool(other):
        yield Flag(
            FlagKind.ONLY,
            hard=True,
            sentence=f"Only one of them says {between.quoted(dict.fromkeys(one or other, ''))}.",
        )


def _onlies(reading: Reading) -> list[str]:
    words = reading.words
    return [
        word.text
        for word in words
        if word.text in _ONLY and not (word.place and words[word.place - 1].text in {"not", "if", "let"})
    ]


@cache
def _classes() -> dict[str, str]:
    return {word: group[0] for group in groups("quantifiers") for word in group}
