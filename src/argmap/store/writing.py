"""Writing a step: the rows it changes, through the SQLModel metadata, grouped so that a big import is a few calls."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, literal_column, update
from sqlalchemy.dialects import sqlite

from argmap.store.history import STEP_COLUMNS
from argmap.store.rows import COLUMNS, MEMBERS, OWNERS, Row, rows_of
from argmap.store.tables import TABLES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from sqlalchemy import BindParameter, Column, ColumnElement
    from sqlalchemy.sql.dml import UpdateBase

    from argmap.model import Change, Entity

Grouped = defaultdict[str, list[Row]]
"""Rows by the table they stand in."""


def write_rows(connection: sqlite3.Connection, changes: Sequence[Change]) -> tuple[Grouped, Grouped]:
    """Write what *changes* change: new entities are inserted, changed ones updated, gone ones deleted.

    Returns the rows that hold the entities before and after, by table, for the state sum.
    """
    before: Grouped = defaultdict(list)
    after: Grouped = defaultdict(list)
    new: Grouped = defaultdict(list)
    gone: list[Entity] = []
    kept: list[Entity] = []
    for change in changes:
        if change.before is not None:
            _group(before, rows_of(change.before))
            (gone if change.after is None else kept).append(change.entity)
        if change.after is not None:
            rows = rows_of(change.after)
            _group(after, rows)
            _group(new, rows if change.before is None else rows[1:])  # an entity's members are written anew
    _delete_members(connection, [*gone, *kept])
    _delete(connection, gone)
    _update(connection, kept)
    for table, many in new.items():
        connection.executemany(_inserting(table), [(1, *row) for row in many])
    return before, after


def insert_step(connection: sqlite3.Connection, row: Row) -> None:
    """Insert one row of the history: the values of `STEP_COLUMNS` and the packed changes."""
    connection.execute(_inserting("step"), (1, *row))


def _group(grouped: Grouped, rows: Iterable[tuple[str, Row]]) -> None:
    for table, row in rows:
        grouped[table].append(row)


def _update(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    for entity in entities:
        table, (id_, *values) = rows_of(entity)[0]
        connection.execute(_updating(table), (*values, id_))


def _delete(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    grouped: defaultdict[str, list[tuple[str]]] = defaultdict(list)
    for entity in entities:
        table, _ = rows_of(entity)[0]
        grouped[table].append((str(entity.id),))
    for table, many in grouped.items():
        connection.executemany(_deleting(table, "id"), many)


def _delete_members(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    grouped: defaultdict[str, list[tuple[str]]] = defaultdict(list)
    for entity in entities:
        table = MEMBERS.get(type(entity))
        if table is not None:
            grouped[table].append((str(entity.id),))
    for table, many in grouped.items():
        connection.executemany(_deleting(table, OWNERS[table]), many)


# SQLAlchemy words the statements from the SQLModel tables; to run them through it as well would double a save's time.


@cache
def _inserting(name: str) -> str:
    """Return the statement that inserts whole rows; its values are the map's number and the columns."""
    table = TABLES[name]
    columns = COLUMNS.get(name, (*STEP_COLUMNS, "payload"))
    assert [column.name for column in table.columns] == ["map_no", *columns]
    return _worded(insert(table))


@cache
def _updating(name: str) -> str:
    """Return the statement that updates one row; its values are the columns but the id, then the id."""
    table = TABLES[name]
    changed: dict[str, BindParameter[Any]] = {column: bindparam(column) for column in COLUMNS[name][1:]}
    return _worded(update(table).where(*_only(table.c.id)).values(changed))


@cache
def _deleting(name: str, column: str) -> str:
    """Return the statement that deletes the rows whose *column* is its one value."""
    table = TABLES[name]
    return _worded(delete(table).where(*_only(table.c[column])))


def _only(column: Column[Any]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions for the rows of the one map whose *column* is the last value given."""
    return column == bindparam("this"), column.table.c.map_no == literal_column("1")


def _worded(statement: UpdateBase) -> str:
    """Return *statement* as SQLite's text."""
    return str(statement.compile(dialect=sqlite.dialect()))
