"""Amounts: numbers, shares, ranks and dates that differ."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.wording.dates import DAYS, MONTHS
from argmap.wording.difference import is_small, shortened
from argmap.wording.flags import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.wording.difference import Difference, Reading, Word

_NUMBER = re.compile(r"[-±]?\d+(?:\.\d+)?s?")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\ds?")
_RANK = re.compile(r"\d+(?:st|nd|rd|th)")
_MOST_DIGITS = 15
_SHARES = frozenset(
    {
        *("half", "third", "thirds", "quarter", "quarters", "dozen", "dozens", "twice"),
        *("double", "doubles", "doubled", "triple", "triples", "tripled"),
    }
)
_UNITS = frozenset(
    {
        *("percent", "dollar", "euro", "pound", "yen"),
        *("year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours"),
    }
)


def amounts(between: Difference) -> Iterator[Flag]:
    """Yield flags for numbers and dates that one of the two has otherwise, or alone, or in another order."""
    one, other = (_numbers(reading) for reading in (between.one, between.other))
    mine, theirs = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if bool(mine) != bool(theirs):
        mine, theirs = mine or _one_in(between.left), theirs or _one_in(between.right)
    if mine and theirs:
        are_years = all(_YEAR.fullmatch(number) for number in (*mine, *theirs))
        yield _against(FlagKind.DATE if are_years else FlagKind.NUMBER, list(mine), list(theirs))
    elif mine or theirs:
        only = " and ".join(_written(number) for number in mine or theirs)
        yield Flag(FlagKind.NUMBER, hard=False, sentence=f"Only one of them says {only}.")
    elif len(one) > 1 and one != other and _have_moved(between):
        yield Flag(
            FlagKind.NUMBER,
            hard=True,
            sentence=f"The same numbers count other things ({', '.join(map(_written, one))}).",
        )
    for kind, test in (
        (FlagKind.DATE, MONTHS.__contains__),
        (FlagKind.DATE, DAYS.__contains__),
        (FlagKind.NUMBER, _SHARES.__contains__),
        (FlagKind.NUMBER, _UNITS.__contains__),
        (FlagKind.NUMBER, _RANK.fullmatch),
    ):
        mine_, theirs_ = ([word.text for word in side if test(word.text)] for side in (between.left, between.right))
        if mine_ and theirs_:
            yield _against(kind, mine_, theirs_)


def _one_in(words: Sequence[Word]) -> Counter[str]:
    """Count "one" as a number, where it faces another number: "one of the three", "two of the three"."""
    return Counter("1" for word in words if word.text == "one")


def _numbers(reading: Reading) -> list[str]:
    return [word.text for word in reading.words if _NUMBER.fullmatch(word.text)]


def _against(kind: FlagKind, one: Sequence[str], other: Sequence[str]) -> Flag:
    said, answered = (" and ".join(map(_written, each)) for each in (one, other))
    return Flag(kind, hard=True, sentence=f"One says {said}, the other {answered}.")


def _have_moved(between: Difference) -> bool:
    """Whether two numbers stand beside other words in one of the two than in the other; one may have moved in front."""
    one, other = _beside(between.one), _beside(between.other)
    return sum(one[number].isdisjoint(other[number]) for number in one if number in other) > 1


def _beside(reading: Reading) -> dict[str, set[str]]:
    """Return for each number the next word that says something; the one before if a number or nothing follows."""
    telling = [word for word in reading.words if not is_small(word.text)]
    found: dict[str, set[str]] = {}
    for place, word in enumerate(telling):
        if _NUMBER.fullmatch(word.text):
            around = (*telling[place + 1 : place + 2], *telling[max(0, place - 1) : place])
            words = [each.lemma for each in around if not _NUMBER.fullmatch(each.text)]
            found.setdefault(word.text, set()).update(words[:1])
    return found


def _written(number: str) -> str:
    """Return a plain number as people write it, with commas; years and endless rows of digits as they are."""
    if not number.isascii() or not number.isdigit() or _YEAR.fullmatch(number) or not 4 <= len(number) <= _MOST_DIGITS:  # noqa: PLR2004  # thousands have four digits
        number = shortened(number)
        return number.rstrip("_").title() if number in MONTHS or number in DAYS else number
    return f"{int(number):,}"
