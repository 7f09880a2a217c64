"""Migrations: the numbered steps from one file format to the next. The list only grows; what is released never changes.

New files are made by format 1 and every step after it, so that an upgraded file and a new one have one schema, to the
letter. A step is the SQL in ``schema/vN.sql`` and, where rows change, what it does to the sum over them.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from argmap.store.state_sum import moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.store.rows import Row

FORMAT = 2
"""The newest format this argmap reads and the one it writes (SQLite's ``user_version``)."""

_SOURCE_V1 = "id, number, title, author, container_title, issued, publisher, url, genre, language, note, text, extras"


def _add_accessed(connection: sqlite3.Connection) -> None:
    """Format 2: every source gets an empty day of access, and the sum follows."""
    before: list[Row] = connection.execute(f"SELECT {_SOURCE_V1} FROM source").fetchall()  # noqa: S608  # our own names
    after: list[Row] = [(*row, "") for row in before]
    connection.executescript(_text(2))
    for (state_sum,) in connection.execute("SELECT state_sum FROM file").fetchall():
        connection.execute("UPDATE file SET state_sum = ?", (moved(state_sum, {"source": before}, {"source": after}),))


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {2: _add_accessed}
"""What leads to each format from the one before it."""


def make_tables(connection: sqlite3.Connection, version: int = FORMAT) -> None:
    """Make the tables of a file of format *version* in an empty database."""
    connection.executescript(f"BEGIN;\n{_text(1)}\nCOMMIT;")  # one transaction: each costs five syncs of the disk
    upgrade_tables(connection, 1, version)


def upgrade_tables(connection: sqlite3.Connection, version: int, to: int = FORMAT) -> None:
    """Bring the tables and rows of a database from format *version* to format *to*."""
    for number in range(version + 1, to + 1):
        MIGRATIONS[number](connection)
    connection.execute(f"PRAGMA user_version = {to}")


def upgraded_copy(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    """Return a copy, in memory and of the current format, of a file of an older one that is being read."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(memory)
        upgrade_tables(memory, version)
    except BaseException:
        memory.close()
        raise
    return memory


@cache
def _text(version: int) -> str:
    return files("argmap.store").joinpath("schema", f"v{version}.sql").read_text(encoding="utf-8")
