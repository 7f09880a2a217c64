"""Writing a step: the rows it changes, grouped so that a big import is a few calls."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.store.rows import MEMBERS, Row, rows_of
from argmap.store.statements import deleting, inserting, updating

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

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
        connection.executemany(inserting(table), [(1, *row) for row in many])
    return before, after


def insert_step(connection: sqlite3.Connection, row: Row) -> None:
    """Insert one row of the history: the values of `STEP_COLUMNS` and the packed changes."""
    connection.execute(inserting("step"), (1, *row))


def _group(grouped: Grouped, rows: Iterable[tuple[str, Row]]) -> None:
    for table, row in rows:
        grouped[table].append(row)


def _update(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    for entity in entities:
        table, (id_, *values) = rows_of(entity)[0]
        connection.execute(updating(table), (*values, id_))


def _delete(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    grouped: defaultdict[str, list[tuple[str]]] = defaultdict(list)
    for entity in entities:
        table, _ = rows_of(entity)[0]
        grouped[table].append((str(entity.id),))
    for table, many in grouped.items():
        connection.executemany(deleting(table), many)


def _delete_members(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    grouped: defaultdict[str, list[tuple[str]]] = defaultdict(list)
    for entity in entities:
        table = MEMBERS.get(type(entity))
        if table is not None:
            grouped[table].append((str(entity.id),))
    for table, many in grouped.items():
        connection.executemany(deleting(table), many)
