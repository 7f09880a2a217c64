"""Pages: the parts a damaged file is made of, each read by itself, so that no bad one hides a good one.

SQLite stops at the first page it cannot read. Here the trees of pages (file format §1.6) are walked without it: nothing
of the file can run, and what hangs on a lost page is still found, since every page says itself what it is.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.store.salvage_records import Record, read_record, varint

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 300.0
"""Seconds after which reading a damaged file is ended."""

_SMALLEST, _USUAL, _LARGEST = 512, 4096, 65_536
_HEADER = 100
_LONGEST = 17_000_000
_INDEX_NODE, _TABLE_NODE, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_NODES, _LEAVES = {_INDEX_NODE, _TABLE_NODE}, {_INDEX_LEAF, _TABLE_LEAF}


class TooSlowError(Exception):
    """Reading takes too long; the file may be made so that it does."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The pages of one tree that hold rows, and whether any page of it is lost."""

    pages: tuple[int, ...]
    is_torn: bool


class Pages:
    """The pages of a file, numbered from 1; what is missing at its end reads as zeros."""

    def __init__(self, content: bytes) -> None:
        """Look at the bytes of a whole file, or of what is left of one."""
        self._content = content
        self.size = _page_size(content)
        self.count = -(-len(content) // self.size)
        self.format = int.from_bytes(content[60:64])
        self._usable = self.size - (content[20] if len(content) > _HEADER and content[20] <= _HEADER else 0)
        self._overflowed: set[int] = set()
        self._ends = time.monotonic() + PATIENCE

    def check_time(self) -> None:
        """Raise `TooSlowError` once reading has taken too long."""
        if time.monotonic() > self._ends:
            raise TooSlowError

    def page(self, number: int) -> bytes:
        """Return one page, filled up with zeros."""
        self.check_time()
        start = (number - 1) * self.size
        return self._content[start : start + self.size].ljust(self.size, b"\0") if number > 0 else bytes(self.size)

    def kind(self, number: int) -> int:
        """Return what a page says it is, or 0 if it cannot be that."""
        kind, *_ = _head(self.page(number), number)
        return kind

    def is_table_leaf(self, number: int) -> bool:
        """Whether a page holds rows of a table."""
        return self.kind(number) == _TABLE_LEAF

    def is_table(self, number: int) -> bool:
        """Whether a page is part of a table."""
        return self.kind(number) in {_TABLE_LEAF, _TABLE_NODE}

    def tree(self, root: int, *, index: bool = False) -> Tree:
        """Walk from *root* to all pages that hold rows: the leaves, and for an index the nodes as well."""
        node, leaf = (_INDEX_NODE, _INDEX_LEAF) if index else (_TABLE_NODE, _TABLE_LEAF)
        found: list[int] = []
        seen: set[int] = set()
        is_torn = False
        waiting = [root]
        while waiting:
            number = waiting.pop()
            kind = self.kind(number) if 0 < number <= self.count and number not in seen else 0
            seen.add(number)
            if kind == leaf or (index and kind == node):
                found.append(number)
            if kind == node:
                waiting.extend(reversed(self._children(number)))
            is_torn = is_torn or kind not in {node, leaf}
        return Tree(tuple(found), is_torn)

    def records(self, number: int) -> Iterator[Record | None]:
        """Yield the rows on a page; None for one that cannot be read."""
        page = self.page(number)
        kind, count, start = _head(page, number)
        for at in _pointers(page, start, count):
            try:
                yield self._record(page[: self._length(number)], kind, at)
            except ValueError:
                yield None

    def free(self) -> set[int]:
        """Return the pages that hold nothing any more, only what was removed."""
        found: set[int] = set()
        trunk = int.from_bytes(self._content[32:36])
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            trunk, count = int.from_bytes(page[:4]), int.from_bytes(page[4:8])
            if count <= self.size // 4:
                found.update(int.from_bytes(page[at : at + 4]) for at in range(8, 8 + 4 * count, 4))
        return found

    def _children(self, number: int) -> list[int]:
        page = self.page(number)
        _, count, start = _head(page, number)
        below = [int.from_bytes(page[at : at + 4]) for at in _pointers(page, start, count)]
        return [*below, int.from_bytes(page[start - 4 : start])]

    def _length(self, number: int) -> int:
        """Return how much of a page the file still has."""
        return max(0, min(self.size, len(self._content) - (number - 1) * self.size))

    def _record(self, page: bytes, kind: int, at: int) -> Record:
        if kind == _INDEX_NODE:
            at += 4
        length, at = varint(page, at)
        rowid, at = varint(page, at) if kind == _TABLE_LEAF else (0, at)
        if not 0 < length <= _LONGEST:
            message = "a row cannot be as long as that"
            raise ValueError(message)
        local = self._local(length, is_table=kind == _TABLE_LEAF)
        payload = page[at : at + local]
        if local < length:
            payload += self._overflow(int.from_bytes(page[at + local : at + local + 4]), length - local)
        return read_record(rowid, payload, length)

    def _local(self, length: int, *, is_table: bool) -> int:
        """Return how much of a row stands on its own page (file format §1.6)."""
        usable = self._usable
        most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (usable - 12) * 32 // 255 - 23
        share = least + (length - least) % (usable - 4)
        return share if share <= most else least

    def _overflow(self, number: int, length: int) -> bytes:
        """Return the rest of a long row, as far as its pages are there; no page belongs to two rows."""
        found = bytearray()
        while len(found) < length and 0 < number <= self.count and number not in self._overflowed:
            page = self.page(number)
            if not any(page):
                break
            self._overflowed.add(number)
            found += page[4 : min(self._usable, self._length(number))]
            number = int.from_bytes(page[:4])
        return bytes(found[:length])


def _head(page: bytes, number: int) -> tuple[int, int, int]:
    """Return a page's kind, how many rows it has and where their places are listed; kind 0 for no such page."""
    at = _HEADER if number == 1 else 0
    kind = page[at]
    start = at + (12 if kind in _NODES else 8)
    count = int.from_bytes(page[at + 3 : at + 5])
    if kind not in _NODES | _LEAVES or start + 2 * count > len(page):
        return 0, 0, start
    return kind, count, start


def _pointers(page: bytes, start: int, count: int) -> list[int]:
    """Return where the rows of a page stand, as far as they can stand there."""
    end = start + 2 * count
    places = dict.fromkeys(int.from_bytes(page[at : at + 2]) for at in range(start, end, 2))
    return [place for place in places if end <= place < len(page) - 3]


def _page_size(content: bytes) -> int:
    """Return the size of a page: what the header says, or else the size by which the pages look best."""
    said = int.from_bytes(content[16:18])
    said = _LARGEST if said == 1 else said
    if said >= _SMALLEST and not said & (said - 1):
        return said
    sizes = [_SMALLEST << power for power in range(8)]
    return max(sizes, key=lambda size: (_looks(content, size), size == _USUAL))


def _looks(content: bytes, size: int) -> int:
    """Return how many bytes lie on pages that look like pages of this size; a thousand pages tell."""
    found = 0
    for number, at in enumerate(range(0, min(len(content), 1000 * size), size), 1):
        page = content[at : at + size].ljust(size, b"\0")
        kind, count, start = _head(page, number)
        places = _pointers(page, start, count)
        if kind and 0 < count == len(places) and max(places) >= size // 2:  # rows fill a page from its end
            found += size
    return found
