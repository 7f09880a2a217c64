"""Order keys: short texts that sort as their owners are ordered, so that moving one thing changes one thing.

A key is an integer part, whose first letter says how many digits follow, and an optional fraction, in base 62
(fractional indexing as described by David Greenspan, "Implementing Fractional Indexing", 2020). Keys compare as plain
text. Equal keys are legal, for example after two copies were joined; ids break the tie.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "a0"


def key_between(before: str | None, after: str | None) -> str:
    """Return a key that sorts after *before* and before *after*; None stands for the open end.

    Where the two leave no room (equal, or not made by these rules) the key follows *before*, as near as can be.
    """
    if before is not None and not _is_key(before):
        return before + "V"
    if after is not None and (not _is_key(after) or (before is not None and before >= after)):
        after = None
    if before is None:
        return FIRST if after is None else _key_before(after)
    return key_after(before) if after is None else _key_inside(before, after)


def key_after(last: str | None) -> str:
    """Return a key that sorts after *last*, the last key there is (None: there is none)."""
    if last is None:
        return FIRST
    if not _is_key(last):
        return last + "V"
    integer, fraction = _parts(last)
    return _next(integer) or integer + _midpoint(fraction, None)


def keys(count: int) -> list[str]:
    """Return *count* keys in order, for things that are put in order for the first time."""
    made: list[str] = []
    last: str | None = None
    for _ in range(count):
        last = key_after(last)
        made.append(last)
    return made


def _key_before(after: str) -> str:
    integer, fraction = _parts(after)
    if fraction:
        return integer
    return _previous(integer) or integer


def _key_inside(before: str, after: str) -> str:
    integer, fraction = _parts(before)
    after_integer, after_fraction = _parts(after)
    if integer == after_integer:
        return integer + _midpoint(fraction, after_fraction)
    following = _next(integer)
    if following is not None and following < after:
        return following
    return integer + _midpoint(fraction, None)


def _is_key(key: str) -> bool:
    if not key or not key.isascii() or not key.isalnum() or not key[0].isalpha():
        return False
    return _integer_length(key[0]) <= len(key) and not (len(key) > _integer_length(key[0]) and key[-1] == DIGITS[0])


def _integer_length(head: str) -> int:
    """Tell how long an integer part with this head is: a..z count up from 2, Z..A the same downwards."""
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _parts(key: str) -> tuple[str, str]:
    length = _integer_length(key[0])
    return key[:length], key[length:]


def _next(integer: str) -> str | None:
    head, digits = integer[0], list(integer[1:])
    for place in reversed(range(len(digits))):
        if digits[place] != DIGITS[-1]:
            digits[place] = DIGITS[DIGITS.index(digits[place]) + 1]
            return head + "".join(digits)
        digits[place] = DIGITS[0]
    if head == "Z":
        return "a" + DIGITS[0]
    if head == "z":
        return None
    longer = chr(ord(head) + 1)
    return longer + DIGITS[0] * (_integer_length(longer) - 1)


def _previous(integer: str) -> str | None:
    head, digits = integer[0], list(integer[1:])
    for place in reversed(range(len(digits))):
        if digits[place] != DIGITS[0]:
            digits[place] = DIGITS[DIGITS.index(digits[place]) - 1]
            return head + "".join(digits)
        digits[place] = DIGITS[-1]
    if head == "a":
        return "Z" + DIGITS[-1]
    if head == "A":
        return None
    longer = chr(ord(head) - 1)
    return longer + DIGITS[-1] * (_integer_length(longer) - 1)


def _midpoint(low: str, high: str | None) -> str:
    """Return a fraction between *low* and *high* (None: one), never ending in the zero digit."""
    found: list[str] = []
    place = 0
    while True:
        low_digit = DIGITS.index(low[place]) if place < len(low) else 0
        high_digit = DIGITS.index(high[place]) if high is not None and place < len(high) else len(DIGITS)
        if low_digit == high_digit:
            found.append(DIGITS[low_digit])
        elif high_digit - low_digit > 1:
            found.append(DIGITS[(low_digit + high_digit) // 2])
            return "".join(found)
        else:
            found.append(DIGITS[low_digit])
            high = None
        place += 1
