"""Writing a step: the rows it changes, through the SQLModel metadata, grouped so that a big import is a few calls."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, create_engine, delete, insert, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import NullPool

from argmap.store.connection import connect_to_write
from argmap.store.rows import COLUMNS, MEMBERS, OWNERS, Row, rows_of
from argmap.store.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import BindParameter, Connection, Delete, Engine, Update

    from argmap.model import Change, Entity

Values = dict[str, Any]
Grouped = defaultdict[str, list[Row]]
"""Rows by the table they stand in."""


def engine_for(path: Path) -> Engine:
    """Return an engine whose every connection is a fresh one, made for a single transaction."""
    return create_engine("sqlite://", creator=lambda: connect_to_write(path), poolclass=NullPool)


def write_rows(connection: Connection, changes: Sequence[Change]) -> tuple[Grouped, Grouped]:
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
        connection.exec_driver_sql(_inserting(table), [(1, *row) for row in many])
    return before, after


def insert_values(connection: Connection, table: str, values: Values) -> None:
    """Insert one row of the history."""
    connection.execute(insert(TABLES[table]), [{"map_no": 1, **values}])


def _group(grouped: Grouped, rows: Iterable[tuple[str, Row]]) -> None:
    for table, row in rows:
        grouped[table].append(row)


def _update(connection: Connection, entities: Iterable[Entity]) -> None:
    for entity in entities:
        table, row = rows_of(entity)[0]
        values = dict(zip(COLUMNS[table], row, strict=True))
        connection.execute(_updating(table), values | {"this": values["id"]})


def _delete(connection: Connection, entities: Iterable[Entity]) -> None:
    grouped: defaultdict[str, list[Values]] = defaultdict(list)
    for entity in entities:
        table, _ = rows_of(entity)[0]
        grouped[table].append({"this": str(entity.id)})
    for table, many in grouped.items():
        connection.execute(_deleting(table, "id"), many)


def _delete_members(connection: Connection, entities: Iterable[Entity]) -> None:
    grouped: defaultdict[str, list[Values]] = defaultdict(list)
    for entity in entities:
        table = MEMBERS.get(type(entity))
        if table is not None:
            grouped[table].append({"this": str(entity.id)})
    for table, many in grouped.items():
        connection.execute(_deleting(table, OWNERS[table]), many)


@cache
def _inserting(name: str) -> str:
    """Return the statement that inserts whole rows, as SQLAlchemy words it: one text for many rows is half the time."""
    table = TABLES[name]
    compiled = insert(table).compile(dialect=sqlite.dialect())
    assert [column.name for column in table.columns] == ["map_no", *COLUMNS[name]]
    return str(compiled)


@cache
def _updating(name: str) -> Update:
    table = TABLES[name]
    changed: dict[str, BindParameter[Any]] = {column: bindparam(column) for column in COLUMNS[name][1:]}
    return update(table).where(table.c.id == bindparam("this"), table.c.map_no == 1).values(changed)


@cache
def _deleting(name: str, column: str) -> Delete:
    table = TABLES[name]
    return delete(table).where(table.c[column] == bindparam("this"), table.c.map_no == 1)
