"""What a damaged file says of its tables: where each begins, its columns, and which rows look like its own."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from argmap.store.migrations import make_tables
from argmap.store.rows import COLUMNS

if TYPE_CHECKING:
    from argmap.store.salvage_pages import Pages
    from argmap.store.salvage_records import Record, Value

NAMES = (*COLUMNS, "step", "file")
"""Every table of a map's file."""

_CONSTRAINTS = {"primary", "check", "foreign", "unique", "constraint"}
_SCHEMA_COLUMNS = 5
_WORD = re.compile(r"[^\s\"`\[\](),]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as argmap makes it."""

    name: str
    kind: str
    may_be_null: bool
    has_default: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table and its index of keys begin, and the names of its columns."""

    name: str
    root: int
    index: int
    columns: tuple[str, ...]


def tables_in(pages: Pages) -> tuple[dict[str, Table], bool]:
    """Return the tables a file names, and whether its list of them is torn.

    A table that a torn list leaves out is looked for where argmap puts it.
    """
    tree = pages.tree(1)
    entries: dict[str, tuple[int, str]] = {}
    is_torn = tree.is_torn
    for number in tree.pages:
        for record in pages.records(number):
            entry = None if record is None else _entry(record)
            if entry is None:
                is_torn = True
            else:
                entries.setdefault(entry[0], entry[1:])
    usual = _usual_entries()
    found: dict[str, Table] = {}
    for name in NAMES:
        key = f"sqlite_autoindex_{name}_1"
        table, index = (
            entries.get(each) or ((*usual[each],) if is_torn and each in usual else None) for each in (name, key)
        )
        if table is not None:
            found[name] = Table(name, table[0], index[0] if index else 0, _columns(name, table[1]))
    return found, is_torn


def looks_like(name: str, values: tuple[Value, ...]) -> bool:
    """Whether *values* could be a row that argmap wrote into the table called *name*."""
    columns = usual_columns(name)
    if len(values) > len(columns) or not all(column.has_default for column in columns[len(values) :]):
        return False
    return all(_fits(column, value) for column, value in zip(columns, values, strict=False))


def fits(name: str, column: str, value: Value) -> bool:
    """Whether *value* is of the type that *column* holds."""
    return any(each.name == column and _fits(each, value) for each in usual_columns(name))


@cache
def usual_columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a table as argmap makes it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        make_tables(empty)
        rows = empty.execute(f"PRAGMA table_info({name})").fetchall()
    return tuple(
        Column(column, kind, not needed or column == "map_no", default is not None)
        for _, column, kind, needed, default, _ in rows
    )


def _fits(column: Column, value: Value) -> bool:
    if value is None:
        return column.may_be_null
    kinds = {"TEXT": str, "INTEGER": int, "REAL": int | float, "BLOB": bytes}
    return isinstance(value, kinds[column.kind])


def _entry(record: Record) -> tuple[str, int, str] | None:
    """Return the name, the first page and the text of a table or index; None for an entry that cannot be read."""
    if len(record.values) != _SCHEMA_COLUMNS:
        return None
    kind, name, _, root, text = record.values
    if not isinstance(name, str) or not isinstance(root, int) or record.damaged & {0, 1, 3}:
        return None
    return (name, root, text if isinstance(text, str) else "") if kind in {"table", "index"} else ("", 0, "")


@cache
def _usual_entries() -> dict[str, tuple[int, str]]:
    """Return where argmap puts its tables and indexes in a new file, and their texts."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        make_tables(empty)
        rows = empty.execute("SELECT name, rootpage, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {name: (root, text) for name, root, text in rows}


def _columns(name: str, text: str) -> tuple[str, ...]:
    """Return the names of a table's columns, by its own text where that names all of ours."""
    usual = tuple(column.name for column in usual_columns(name))
    own = tuple(words[0] for part in _parts(text) if (words := _WORD.findall(part)))
    own = tuple(word for word in own if word.lower() not in _CONSTRAINTS)
    return own if set(usual) <= set(own) else usual


def _parts(text: str) -> list[str]:
    """Cut what stands in a statement's outer brackets at its outer commas."""
    parts, depth = [""], 0
    for sign in text[text.find("(") :]:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
