"""Word the statements that write rows from the SQLModel tables: ``python tools/word_statements.py``.

They are kept in ``src/argmap/store/statements.sql``, one a line. With ``--check`` nothing is written, and the
exit status is 1 where the file differs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, literal_column, update
from sqlalchemy.dialects import sqlite

from argmap.store.history import STEP_COLUMNS
from argmap.store.rows import COLUMNS, OWNERS
from argmap.store.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import BindParameter, Column, ColumnElement, Table
    from sqlalchemy.sql.dml import UpdateBase

KEPT = Path(__file__).parents[1] / "src" / "argmap" / "store" / "statements.sql"

_HEAD = "-- Worded from the tables by tools/word_statements.py. The values of an UPDATE are the columns, then the id.\n"


def text() -> str:
    """Return what the file is to hold."""
    return "\n".join([_HEAD, *map(_worded, _statements()), ""])


def _statements() -> Iterator[UpdateBase]:
    """Yield what inserts, updates and deletes the rows of each table; the columns are those that `COLUMNS` names."""
    for name, columns in {**COLUMNS, "step": (*STEP_COLUMNS, "payload")}.items():
        table = TABLES[name]
        if [column.name for column in table.columns] != ["map_no", *columns]:
            message = f"The columns of {name} are not those of its class."
            raise SystemExit(message)
        yield insert(table)
        if name in OWNERS:  # an entity's members are written anew, and never updated
            yield delete(table).where(*_only(table.c[OWNERS[name]]))
        elif name != "step":  # history stays
            yield _updating(table, columns[1:])
            yield delete(table).where(*_only(table.c.id))


def _updating(table: Table, columns: tuple[str, ...]) -> UpdateBase:
    values: dict[str, BindParameter[Any]] = {column: bindparam(column) for column in columns}
    return update(table).where(*_only(table.c.id)).values(values)


def _only(column: Column[str]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions for the rows of the one map whose *column* is the last value given."""
    return column == bindparam("this"), column.table.c.map_no == literal_column("1")


def _worded(statement: UpdateBase) -> str:
    """Return *statement* as SQLite's text, on one line."""
    return " ".join(str(statement.compile(dialect=sqlite.dialect())).split())


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` say whether it is as it should be."""
    if "--check" in arguments:
        stale = KEPT.read_text(encoding="utf-8") != text()
        print(f"{KEPT.name}: {'stale; run tools/word_statements.py' if stale else 'as the tables say'}")
        return int(stale)
    KEPT.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
