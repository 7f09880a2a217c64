"""The state sum: an order-free sum over all rows of a map, kept up to date by each step from the rows it touches.

A file that was copied in the middle of a write can pass SQLite's own checks and still mix two states; its sum shows it.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.store.rows import Row

_MODULUS = 1 << 128


def sum_of(rows: Mapping[str, Iterable[Row]]) -> int:
    """Return the sum, modulo 2^128, of the BLAKE2b-128 hashes of *rows*, given by their tables.

    A row is hashed as its table's name and its values as text, parted by NUL, which no text of a map holds.
    """
    total = 0
    number = int.from_bytes
    for table, many in rows.items():
        form = ""
        for row in many:
            form = form or "\0".join([table, *["%s"] * len(row)])  # filled in by C: a large map has 400,000 rows
            total += number(blake2b((form % row).encode("utf-8", "surrogatepass"), digest_size=16).digest())
    return total % _MODULUS


def moved(state_sum: str, gone: Mapping[str, Iterable[Row]], come: Mapping[str, Iterable[Row]]) -> str:
    """Return *state_sum* (32 hexadecimal digits) after the rows *gone* left and the rows *come* came."""
    return as_text((int(state_sum, 16) - sum_of(gone) + sum_of(come)) % _MODULUS)


def as_text(number: int) -> str:
    """Return a sum as a file holds it."""
    return f"{number:032x}"
