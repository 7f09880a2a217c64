"""Dates: months and weekdays among the words of a plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MAY = "may_"
"""The month, told from the modal."""

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset(
    {
        *("january", "february", "march", "april", MAY, "june"),
        *("july", "august", "september", "october", "november", "december"),
    }
)
MONTH_WORDS = MONTHS | {"may"}
"""What must stand among the words for `dated` to change anything."""

_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_BEFORE_A_MONTH = frozenset(
    {
        *("in", "of", "since", "until", "till", "during", "by", "from", "before", "after", "between", "through"),
        *("early", "mid", "late", "last", "next", "this", "every"),
    }
)


def dated(words: Sequence[str]) -> list[str]:
    """Return *words* with May told from the modal, and days of a month without their ending ("January 5th")."""
    said = [_month(words, place) if word == "may" else word for place, word in enumerate(words)]
    return said if MONTHS.isdisjoint(said) else [_day(said, place) for place in range(len(said))]


def _month(words: Sequence[str], place: int) -> str:
    around = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
    is_month = any(word[0].isdigit() for word in around) or (place > 0 and words[place - 1] in _BEFORE_A_MONTH)
    return MAY if is_month else "may"


def _day(words: Sequence[str], place: int) -> str:
    word = words[place]
    if not word[0].isdigit() or word[-2:] not in _ENDINGS:
        return word
    after = words[place + 2 : place + 3] if words[place + 1 : place + 2] == ["of"] else words[place + 1 : place + 2]
    beside = (*words[max(0, place - 1) : place], *after)
    return word if MONTHS.isdisjoint(beside) else word[:-2]
