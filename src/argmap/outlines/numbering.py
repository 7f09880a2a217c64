"""Numbering: the numbers of an outline's lines, as in I.A.1.a.i, and where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.outlines.line import Line

MOST_NUMBERED = 6
"""How many levels are numbered; what is deeper goes by the claim's own number, since I.A.1.a.i.1.… helps nobody."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_UNITS = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = 26
_ROMAN_END = 4000  # the numerals have no sign beyond


def numbers(lines: Iterable[Line], manner: str = "outline") -> Iterator[str]:
    """Yield the number of each line: *manner* is ``outline`` (I.A.1), ``decimal`` (1.1.1) or ``none``.

    Lines deeper than `MOST_NUMBERED` levels have their claim's own number; with ``none`` all have none.
    """
    counts: list[int] = []
    for line in lines:
        if manner == "none":
            yield ""
        elif line.depth >= MOST_NUMBERED:
            yield line.claim.label
        else:
            del counts[line.depth + 1 :]
            counts.extend([0] * (line.depth + 1 - len(counts)))
            counts[line.depth] += 1
            yield ".".join(_sign(level, count, manner) for level, count in enumerate(counts))


def roman(count: int) -> str:
    """Return a count from 1 in Roman numerals; from 4,000 on in digits."""
    if count >= _ROMAN_END:
        return str(count)
    found: list[str] = []
    for value, sign in (*_ROMAN, *_UNITS):
        found.append(sign * (count // value))
        count %= value
    return "".join(found)


def letters(count: int) -> str:
    """Return a count from 1 in letters, as Word counts: A to Z, then AA, BB to ZZ, then AAA."""
    again, letter = divmod(count - 1, _LETTERS)
    return chr(ord("A") + letter) * (again + 1)


_LEVELS: tuple[Callable[[int], str], ...] = (
    roman,
    letters,
    str,
    lambda count: letters(count).lower(),
    lambda count: roman(count).lower(),
    str,
)


def _sign(level: int, count: int, manner: str) -> str:
    return str(count) if manner == "decimal" else _LEVELS[level](count)
