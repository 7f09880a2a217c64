"""Numerals: number words as digits, so that "two thousand" and "2,000" are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNIT_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_UNITS = {word: number for number, word in enumerate(_UNIT_WORDS)}
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS, 2)}
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS, 1)}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_CURRENCIES = frozenset({"dollar", "euro", "pound", "yen"})
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_PRONOUN_AFTER = frozenset({"no", "any", "every", "some", "each", "this", "that", "the", "which", "only"})
_PRONOUN_BEFORE = frozenset(
    {
        *("of", "another", "should", "can", "must", "would", "who", "may", "might", "could", "cannot", "that", "which"),
        *("has", "is"),
    }
)
_MOST_DIGITS = 15
_ENDLESS = 1e18
_BEGINNINGS = frozenset({*_UNITS, *_TENS, *_ORDINALS, "a"})

NUMBER_WORDS = frozenset({*_UNITS, *_TENS, *_SCALES, *_ORDINALS})
"""What must stand among the words for `in_digits` to change anything."""


def in_digits(words: Sequence[str]) -> list[str]:
    """Return *words* with every number word in digits: "two thousand" as 2000, "first" as 1st."""
    said: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        number, place = _number(words, place) if word in _BEGINNINGS or word[0].isdigit() else ("", place + 1)
        said += number.split() or [word]
    return said


def _number(words: Sequence[str], start: int) -> tuple[str, int]:
    """Read a number at *start*: its digits, or nothing, and where to read on."""
    word = words[start]
    if word in _ORDINALS:
        return ordinal(_ORDINALS[word]), start + 1
    if word == "one" and _is_pronoun(words, start):
        return "", start + 1
    total, current, place, last = 0.0, 0.0, start, ""
    while place < len(words) and (kind := _kind(words, place, last)):
        word = words[place]
        if kind == "scale" and word == "hundred":
            current = (current or 1) * 100
        elif kind == "scale":
            total, current = total + (current or 1) * _SCALES[word], 0.0
        elif kind != "and":
            current += _value(word)
        last, place = kind, place + 1
    if not last or last == "a":
        return "", start + 1
    if last == "tens" and place < len(words) and _ORDINALS.get(words[place], 10) < 10:  # noqa: PLR2004  # twenty-first
        return ordinal(int(total + current) + _ORDINALS[words[place]]), place + 1
    if last == "digits" and place == start + 1:
        return _scaled(words, start)
    return _digits(total + current), place


def _scaled(words: Sequence[str], start: int) -> tuple[str, int]:
    """Read digits with a currency and a scale behind them, as "$2 trillion" is plain: 2 dollar trillion."""
    after = words[start + 1 : start + 3]
    if len(after) == 2 and _is_plain(words[start]) and after[0] in _CURRENCIES and after[1] in _SCALES:  # noqa: PLR2004  # currency and scale
        return f"{_digits(float(words[start]) * _SCALES[after[1]])} {after[0]}", start + 3
    return "", start + 1


def _kind(words: Sequence[str], place: int, last: str) -> str:  # one answer a kind of word
    """Say what the word at *place* adds to a number whose last part was *last*; nothing if it belongs to none."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    if word in _UNITS:
        return "unit" if last in {"", "scale", "and"} or (last == "tens" and 0 < _UNITS[word] < 10) else ""  # noqa: PLR2004  # twenty-one to twenty-nine
    if word in _TENS:
        return "tens" if last in {"", "scale", "and"} else ""
    if word in _SCALES:
        return "scale" if last else ""
    if word == "a":
        return "a" if not last and following in _SCALES else ""
    if word == "and":
        return "and" if last == "scale" and (following in _UNITS or following in _TENS) else ""
    return "digits" if not last and _is_plain(word) else ""


def _is_plain(word: str) -> bool:
    """Whether *word* is a number in digits, short enough to be counted with."""
    bare = word.replace(".", "", 1)
    return bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS


def _value(word: str) -> float:
    if word == "a":
        return 1.0
    return float(_UNITS.get(word) or _TENS.get(word) or (0 if word == "zero" else word))


def _is_pronoun(words: Sequence[str], place: int) -> bool:
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return before in _PRONOUN_AFTER or after in _PRONOUN_BEFORE or not after


def ordinal(number: int) -> str:
    """Return *number* as ``1st``, ``2nd`` ..."""
    tens = number % 100 // 10 == 1
    return f"{number}{'th' if tens else _ENDINGS.get(number % 10, 'th')}"


def _digits(number: float) -> str:
    if number > _ENDLESS:
        return f"{number:.0e}"  # "hundred hundred hundred ...": nothing that anybody counts
    return str(int(number)) if number == int(number) else f"{number:.6f}".rstrip("0")
