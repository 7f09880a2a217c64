"""Finding the rows of a damaged file: by its tables, by their indexes, and on pages that no table leads to any more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.store.rows import OWNERS
from argmap.store.salvage_schema import NAMES, fits, looks_like, tables_in, usual_columns

if TYPE_CHECKING:
    from argmap.store.salvage_pages import Pages
    from argmap.store.salvage_records import Record, Value
    from argmap.store.salvage_schema import Table

_OWNING = {"claim_tag": "claim", "premise": "inference", "term_word": "term"}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row by its columns; *damaged* are those that could not be read as written. A *stray* no table led to."""

    rowid: int
    values: dict[str, Value]
    damaged: frozenset[str] = frozenset()
    stray: bool = False


@dataclass(slots=True)
class Found:
    """All that is left of a file's tables.

    *keys* is what the index of each table says it holds, by row; *torn* are the tables of which a page is lost,
    *torn_keys* those whose index is; *unreadable* counts rows that are there and cannot be read.
    """

    rows: dict[str, list[FoundRow]] = field(default_factory=lambda: {name: [] for name in NAMES})
    keys: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=lambda: {name: {} for name in NAMES})
    torn: set[str] = field(default_factory=set)
    torn_keys: set[str] = field(default_factory=set)
    unreadable: Counter[str] = field(default_factory=Counter)

    @property
    def is_empty(self) -> bool:
        """Whether no row of any table was found."""
        return not any(self.rows.values())

    def knows_all(self, table: str) -> bool:
        """Whether every row the table held was found, or is at least known by its key."""
        rows_are_all = table not in self.torn and not self.unreadable[table]
        return rows_are_all or table not in self.torn_keys


def find_rows(pages: Pages) -> Found:
    """Read every row of a map that the pages of a file still hold."""
    found = Found()
    tables, list_is_torn = tables_in(pages)
    seen: set[int] = set()
    misfits: dict[int, list[Record | None]] = {}
    for name in NAMES:
        if name in tables:
            _read_table(pages, tables[name], found, seen, misfits)
        else:
            found.torn.add(name)
            found.torn_keys.add(name)
    if found.torn and (list_is_torn or found.torn & set(tables)):
        _read_strays(pages, found, seen, misfits)
    return found


def _read_table(
    pages: Pages, table: Table, found: Found, seen: set[int], misfits: dict[int, list[Record | None]]
) -> None:
    """Read the rows of one table, and what its index says of them."""
    tree = pages.tree(table.root)
    if tree.is_torn:
        found.torn.add(table.name)
    for number in tree.pages:
        if number in seen:
            found.torn.add(table.name)
            continue
        seen.add(number)
        records = list(pages.records(number))
        if not _are_of(table.name, records):
            misfits[number] = records
            found.torn.add(table.name)
            continue
        for record in records:
            if record is None or len(record.values) < 2:  # noqa: PLR2004  # no row of ours is that short
                found.unreadable[table.name] += 1
            else:
                found.rows[table.name].append(_row(table.name, table.columns, record))
    _read_keys(pages, table, found)


def _are_of(name: str, records: list[Record | None]) -> bool:
    """Whether the rows of one page are of the table; single bad ones among them do not count."""
    known = [record.values for record in records if record is not None]
    return 2 * sum(looks_like(name, values) for values in known) >= len(known)


def _read_keys(pages: Pages, table: Table, found: Found) -> None:
    """Read what a table's index says it holds."""
    if table.name == "file":
        return
    tree = pages.tree(table.index, index=True) if table.index else None
    if tree is None or tree.is_torn:
        found.torn_keys.add(table.name)
    for number in tree.pages if tree is not None else ():
        for record in pages.records(number):
            key = None if record is None else _key(table.name, record)
            if key is None:
                found.torn_keys.add(table.name)
            else:
                found.keys[table.name][key[0]] = key[1]


def _key(name: str, record: Record) -> tuple[int, tuple[str, ...]] | None:
    """Return the row and the key that an entry of an index holds: the key's columns, the map's number, the row."""
    length = 2 if name in OWNERS else 1
    if record.damaged or len(record.values) != length + 2:
        return None
    rowid, values = record.values[-1], record.values[:length]
    texts = tuple(value for value in values if isinstance(value, str))
    return (rowid, texts) if isinstance(rowid, int) and len(texts) == length else None


def _row(name: str, columns: tuple[str, ...], record: Record, *, stray: bool = False) -> FoundRow:
    values = dict(zip(columns, record.values, strict=False))
    damaged = {column for place, column in enumerate(columns[: len(record.values)]) if place in record.damaged}
    damaged |= {column for column, value in values.items() if not fits(name, column, value)}
    for column in usual_columns(name):
        if column.name not in values:
            values[column.name] = "" if column.kind == "TEXT" else None
            damaged |= set() if column.has_default else {column.name}
    return FoundRow(record.rowid, values, frozenset(damaged), stray)


def _read_strays(pages: Pages, found: Found, seen: set[int], misfits: dict[int, list[Record | None]]) -> None:
    """Read rows from pages that no table leads to: what hung on a page that is lost."""
    members: list[Record] = []
    unused = pages.free() | seen - set(misfits)
    for number in range(2, pages.count + 1):
        if number in unused or not pages.is_table_leaf(number):
            continue
        for record in misfits[number] if number in misfits else pages.records(number):
            if record is None:
                continue
            names = [name for name in NAMES if name in found.torn and looks_like(name, record.values)]
            if len(names) == 1 and names[0] not in OWNERS:
                _add_stray(found, names[0], record)
            elif names:
                members.append(record)
    _place_members(found, members)


def _place_members(found: Found, members: list[Record]) -> None:
    """Give tags, premises and words that no table leads to back to the table of their owner."""
    owners: dict[Value, str] = {}
    for name, owning in _OWNING.items():
        owners |= dict.fromkeys((row.values["id"] for row in found.rows[owning]), name)
        owners |= dict.fromkeys((key[0] for key in found.keys[owning].values()), name)
    for record in members:
        owner = owners.get(record.values[1], "")
        if owner in found.torn:
            _add_stray(found, owner, record)


def _add_stray(found: Found, name: str, record: Record) -> None:
    """Add a row that no table leads to, unless the table led to it already."""
    columns = tuple(column.name for column in usual_columns(name))
    found.rows[name].append(_row(name, columns, record, stray=True))
