"""Breaking text into lines that fit a width: between words, in long words, and anywhere in Chinese or Japanese."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.drawings.measuring import Weight, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINER = "\u200d"
_CLOSING = "、。，．！？；：）」』】》〉〕％…"  # no line begins with one of these
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_FROM_RIGHT = ("R", "AL")
_STRONG = ("L", *_FROM_RIGHT)


def wrap_text(text: str, size: float, room: float, weight: Weight = Weight.REGULAR) -> list[str]:
    """Return *text*, cleaned and on one line before, as lines no wider than *room*, at least one.

    A single sign wider than *room* stands on a line of its own.
    """
    lines: list[str] = []
    line, used = "", 0.0
    space = text_width(" ", size, weight)
    for piece, apart in _pieces(one_line(text), size, room, weight):
        width = text_width(piece, size, weight)
        gap = space if apart and line else 0.0
        if line and used + gap + width > room:
            lines.append(line)
            line, used, gap = "", 0.0, 0.0
        line += f" {piece}" if gap else piece
        used += gap + width
    lines.append(line)
    return lines


def fit(text: str, size: float, room: float, weight: Weight = Weight.REGULAR) -> str:
    """Return *text* on one line, its end cut off with an ellipsis where it is wider than *room*."""
    text = one_line(text)
    if text_width(text, size, weight) <= room:
        return text
    room -= text_width("…", size, weight)
    kept, used = "", 0.0
    for sign in signs(text):
        used += text_width(sign, size, weight)
        if used > room:
            break
        kept += sign
    return f"{kept.rstrip(' ,.;:')}…"


def is_from_right(text: str) -> bool:
    """Whether *text* is read from right to left: by its first letter that has a direction (UAX 9, rule P2)."""
    if text.isascii():
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L")
    return first in _FROM_RIGHT


def signs(text: str) -> Iterator[str]:
    """Yield the signs a reader sees: a character with its accents, and what is joined to it."""
    sign = ""
    for character in text:
        if sign and _continues(sign, character):
            sign += character
            continue
        if sign:
            yield sign
        sign = character
    if sign:
        yield sign


def _continues(sign: str, character: str) -> bool:
    if character.isascii():
        return False
    code = ord(character)
    if code in _FLAG_LETTERS:
        return len(sign) == 1 and ord(sign) in _FLAG_LETTERS
    return (
        sign[-1] == _JOINER
        or character == _JOINER
        or character in _CLOSING
        or code in _SKIN_TONES
        or unicodedata.category(character)[0] == "M"
    )


def _pieces(text: str, size: float, room: float, weight: Weight) -> Iterator[tuple[str, bool]]:
    """Yield what is not broken further, and whether a space stands before it."""
    for word in text.split(" "):
        if text_width(word, size, weight) <= room and (word.isascii() or not _has_wide(word)):
            yield word, True
            continue
        apart = True
        for part in _parts(word, size, room, weight):
            yield part, apart
            apart = False


def _parts(word: str, size: float, room: float, weight: Weight) -> Iterator[str]:
    """Cut a word: before and after each wide sign, and where it is wider than *room*."""
    part, used = "", 0.0
    for sign in signs(word):
        width = text_width(sign, size, weight)
        if part and (used + width > room or _has_wide(sign) or _has_wide(part)):
            yield part
            part, used = "", 0.0
        part += sign
        used += width
    yield part


def _has_wide(text: str) -> bool:
    return any(unicodedata.east_asian_width(character) in "WF" for character in text)
