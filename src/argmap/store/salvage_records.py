"""Records: the rows of a damaged file as SQLite lays them down (file format §2.1), read as far as they can be."""

from __future__ import annotations

import struct
from dataclasses import dataclass

Value = None | int | float | str | bytes
"""One value of a row."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE = 7, 8, 9
_FIRST_BLOB = 12
_MOST_COLUMNS = 100
_VARINT = 9


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one row; *damaged* are the places of those that could not be read as they were written."""

    rowid: int
    values: tuple[Value, ...]
    damaged: frozenset[int] = frozenset()


def varint(content: bytes, at: int) -> tuple[int, int]:
    """Return the number of one to nine bytes at *at*, and where it ends; raises `ValueError` beyond the end."""
    value = 0
    for count, byte in enumerate(content[at : at + _VARINT], 1):
        if count == _VARINT:
            return _signed(value << 8 | byte), at + count
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004  # the bit that says more follows
            return value, at + count
    message = "a number is cut off"
    raise ValueError(message)


def read_record(rowid: int, payload: bytes, length: int) -> Record:
    """Return the row in *payload*, of which only a beginning may be there; *length* is what there should be.

    Raises `ValueError` where not even the types of the values can be read.
    """
    types, at = _types(payload)
    whole = at + sum(map(_size, types))
    # Where the lengths do not add up a type is not what it was, and no value is sure to be where it should be.
    damaged = set(range(len(types))) if whole != length else set()
    values: list[Value] = []
    for place, kind in enumerate(types):
        size = _size(kind)
        content = payload[at : at + size]
        value = _value(kind, content) if len(content) == size or kind >= _FIRST_BLOB else None
        if len(content) < size:
            damaged.add(place)
        if isinstance(value, bytes) and kind % 2:
            value, is_damaged = _text(value)
            damaged |= {place} if is_damaged else set()
        values.append(value)
        at += size
    return Record(rowid, tuple(values), frozenset(damaged))


def _types(payload: bytes) -> tuple[list[int], int]:
    """Return the types of a record's values, and where the values begin."""
    end, at = varint(payload, 0)
    types: list[int] = []
    while at < end <= len(payload) and len(types) <= _MOST_COLUMNS:
        kind, at = varint(payload, at)
        types.append(kind)
    if at != end or not types or any(kind < 0 or kind in {10, 11} for kind in types):
        message = "the types of a row cannot be read"
        raise ValueError(message)
    return types, at


def _size(kind: int) -> int:
    if kind >= _FIRST_BLOB:
        return (kind - _FIRST_BLOB) // 2
    return 8 if kind == _REAL else _INTEGERS.get(kind, 0)


def _value(kind: int, content: bytes) -> Value:
    """Return a value that is no text; the bytes of one that is."""
    if kind in _INTEGERS:
        return int.from_bytes(content, signed=True)
    if kind == _REAL:
        (real,) = struct.unpack(">d", content)
        return float(real)
    return {_ZERO: 0, _ONE: 1}.get(kind) if kind < _FIRST_BLOB else content


def _text(content: bytes) -> tuple[str, bool]:
    """Return bytes as text, and whether some of them were none."""
    try:
        return content.decode(), False
    except UnicodeDecodeError:
        return content.decode(errors="replace"), True


def _signed(number: int) -> int:
    return number - (1 << 64) if number >> 63 else number
