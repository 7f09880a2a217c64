"""What any text and number of a map may be: checked where an entity is made, typed, imported or read alike."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from argmap.errors import EmptyTextError, ForbiddenTextError, OutOfRangeError, TooLongError, UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterable

CLAIM_LENGTH = 10_000
"""Most characters in a claim, a title, a tag or any other short text."""

NOTE_LENGTH = 1_000_000
"""Most characters in a note, a comment, a quote or a description."""

CELL_LENGTH = 16_000_000
"""Most characters in a source's text, the longest cell of a file."""

HIGHEST_NUMBER = 999_999_999
"""The highest number a claim, inference, source or comment may have: what people can still type."""

_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile("\r\n?")
# Neither white space, nor a control, nor one of the characters that Unicode lets a screen leave out altogether.
_VISIBLE = re.compile(
    "[^\\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)


def check_text(what: str, text: str, limit: int = CLAIM_LENGTH) -> None:
    """Refuse *text* that no file can hold: longer than *limit*, with NUL or half a surrogate pair."""
    if len(text) > limit:
        raise TooLongError(what, len(text), limit)
    if not text.isascii() or "\0" in text:
        found = _FORBIDDEN.search(text)
        if found:
            name = "a NUL character" if found.group() == "\0" else "half of a surrogate pair"
            raise ForbiddenTextError(what, name)


def check_words(what: str, text: str, limit: int = CLAIM_LENGTH) -> None:
    """Refuse *text* as `check_text` does, and text without a visible character."""
    if not text or not ((text[:1].isascii() and text[:1].isalnum()) or _VISIBLE.search(text)):
        raise EmptyTextError(what)
    check_text(what, text, limit)


def check_each(what: str, texts: Iterable[str]) -> None:
    """Refuse any of *texts* that is empty or cannot be held."""
    for text in texts:
        check_words(what, text)


def check_rating(what: str, value: float | None) -> None:
    """Refuse a rating that is neither unset nor a number from 0 to 1."""
    if value is not None and not (math.isfinite(value) and 0 <= value <= 1):
        raise OutOfRangeError(what, value)


def check_number(what: str, number: int) -> None:
    """Refuse a number that nobody could type."""
    if not 0 <= number <= HIGHEST_NUMBER:
        message = f"{what} cannot have the number {number:,}; numbers go up to {HIGHEST_NUMBER:,}."
        raise UnfitError(message)


def check_order(key: str) -> None:
    """Refuse an order key that is empty or that no file can hold."""
    if not (key.isprintable() and 0 < len(key) <= CLAIM_LENGTH):
        check_words("An order key", key)


class Described(Protocol):
    """An entity with what a foreign format held and argmap has no word for."""

    @property
    def extras(self) -> str:
        """A JSON object in text form, or nothing."""


def check_extras(entity: Described) -> None:
    """Refuse extras that are no JSON object, and put them into their canonical writing."""
    if entity.extras:
        object.__setattr__(entity, "extras", check_object("What a foreign format held", entity.extras))


def check_object(what: str, text: str, limit: int = NOTE_LENGTH) -> str:
    """Return *text*, a JSON object, in its one canonical writing; empty stays empty, all else is refused."""
    if not text:
        return text
    check_text(what, text, limit)
    if isinstance(text, ObjectText):
        return str(text)
    try:
        canonical = _CANONICAL.encode(_STRICT.decode(text))
    except (ValueError, RecursionError):
        canonical = ""
    if not canonical.startswith("{"):
        message = f"{what} must be a JSON object."
        raise UnfitError(message)
    check_text(what, canonical, limit)
    return canonical


class ObjectText(str):
    """A JSON object in its one canonical writing, as `object_text` makes it: known without a look."""

    __slots__ = ()


def object_text(plain: dict[str, Any]) -> str:
    """Return *plain* in the one canonical writing; what is no JSON (NaN) is written, for `check_object` to refuse."""
    try:
        return ObjectText(_CANONICAL.encode(plain))
    except ValueError:
        return _LOOSE.encode(plain)


def without_controls(text: str) -> tuple[str, int]:
    """Return *text* with line ends as newlines and without control characters but tab, and how many were removed.

    This is the cleaning of text that enters a map; NUL is not removed but refused, by `check_text`.
    """
    if text.isprintable():
        return text, 0
    return _CONTROLS.subn("", _LINE_ENDS.sub("\n", text))


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


# Made once: the functions of the module make a new one for each text, which takes longer than the text does.
_STRICT = json.JSONDecoder(parse_constant=_no_number)
_LOOSE = json.JSONEncoder(ensure_ascii=False)
_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False
)
