"""Modality: how sure or how bound the two wordings are, and of which time they speak. Notes, never hard."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argmap.wording.flags import Flag, FlagKind
from argmap.wording.lexicon import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.wording.difference import Difference, Reading

_TENSES = {
    **dict.fromkeys(("was", "were", "did", "had", "used"), "past"),
    **dict.fromkeys(("is", "are", "am", "does", "do"), "present"),
    "will": "future",
}


def modality(between: Difference) -> Iterator[Flag]:
    """Yield a note if one of the two is surer or more bound than the other, else if they speak of different times."""
    left, right = (
        {word.text: _classes()[word.text] for word in side if word.text in _classes()} for _, side in between.sides
    )
    if set(left.values()) != set(right.values()):
        yield Flag(FlagKind.MODALITY, hard=False, sentence=_sentence(between, left, right))
        return
    one, other = _times(between.one), _times(between.other)
    if one and other and set(one.values()).isdisjoint(other.values()):
        times = " and ".join(sorted(set(one.values()))), " and ".join(sorted(set(other.values())))
        yield Flag(
            FlagKind.MODALITY, hard=False, sentence=f"One speaks of the {times[0]}, the other of the {times[1]}."
        )


def _sentence(between: Difference, left: dict[str, str], right: dict[str, str]) -> str:
    if left and right:
        return f"One says {between.quoted(left)}, the other {between.quoted(right)}."
    return f"Only one of them says {between.quoted(left or right)}."


def _times(reading: Reading) -> dict[str, str]:
    return {word.text: _TENSES[word.text] for word in reading.words if word.text in _TENSES}


@cache
def _classes() -> dict[str, str]:
    return {word: group[0] for group in groups("modals") for word in group}
