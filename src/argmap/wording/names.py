"""Names: people, peoples, places and bodies that one wording has and the other has not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argmap.wording.dates import DAYS, MONTH_WORDS
from argmap.wording.difference import one_slip, shortened
from argmap.wording.flags import Flag, FlagKind
from argmap.wording.lemma import lemma
from argmap.wording.lexicon import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

from argmap.wording.difference import Difference

_TYPO_LENGTH = 5
_CALENDAR = frozenset(map(lemma, MONTH_WORDS | DAYS))


def names(between: Difference) -> Iterator[Flag]:
    """Yield a hard flag where each of the two names something else, a soft one where only one names something."""
    seen = known_names() | ((between.one.names | between.other.names) - _CALENDAR)
    left, right = ({word.lemma: word.text for word in side if word.lemma in seen} for _, side in between.sides)
    for name in list(left):
        twin = next((each for each in right if _are_one(name, each)), None)
        if twin is not None:
            del left[name], right[twin]
    if left and right:
        said = f"One names {_said(between, left)}, the other {_said(between, right)}."
        yield Flag(FlagKind.NAME, hard=True, sentence=said)
    elif left or right:
        yield Flag(FlagKind.NAME, hard=False, sentence=f"Only one of them names {_said(between, left or right)}.")


@cache
def known_names() -> frozenset[str]:
    """Return the lemmas of the names in the gazetteer."""
    return frozenset(group[0] for group in groups("names"))


def _are_one(name: str, other: str) -> bool:
    """Whether two names mean one thing: a capital and its country, or a slip in a name that no list knows."""
    if _governed().get(name, name) == _governed().get(other, other):
        return True
    known = known_names()
    return (
        min(len(name), len(other)) >= _TYPO_LENGTH and not (name in known and other in known) and one_slip(name, other)
    )


@cache
def _governed() -> dict[str, str]:
    return {name: group[0] for group in groups("capitals") for name in group}


def _said(between: Difference, names: dict[str, str]) -> str:
    """Return names as people write them, with a capital where no term says how."""
    written = ((text, between.terms.written(text)) for text in names.values())
    return " and ".join(shortened(said.title() if said == text else said) for text, said in written)
