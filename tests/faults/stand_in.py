"""Python's sqlite3, as far as the store uses it to write, on a disk of ours: so the store's own code runs on it.

apsw brings its own SQLite and lets Python be its disk. Here it takes the place of ``sqlite3.connect`` for every
database that is opened to be written in one folder; whoever reads still goes through the real sqlite3.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from unittest import mock
from urllib.parse import unquote, urlsplit

import apsw

from tests.faults.disk import Disk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.faults.disk import Hand

_connect = sqlite3.connect


@contextmanager
def writing_through(hand: Hand, folder: Path, *pragmas: str) -> Iterator[None]:
    """Let everything that writes databases in *folder* write through *hand*; *pragmas* come on top of the store's."""
    disk = Disk(hand)

    def connect(database: Any, *arguments: Any, **options: Any) -> Any:
        path = _written(database)
        if path is None or path.parent != folder:
            return _connect(database, *arguments, **options)
        return _Connection(path, disk, pragmas)

    try:
        with mock.patch.object(sqlite3, "connect", connect):
            yield
    finally:
        disk.unregister()


def _written(database: Any) -> Path | None:
    """The path of a database that is to be written."""
    text = str(database)
    if not text.startswith("file:"):
        return None if text == ":memory:" else Path(text)
    parts = urlsplit(text)
    return None if "mode=ro" in parts.query else Path(unquote(parts.path))


@contextmanager
def _told_as_sqlite3_does() -> Iterator[None]:
    """Raise what sqlite3 would."""
    try:
        yield
    except apsw.Error as error:
        code = getattr(error, "extendedresult", 0) or getattr(error, "result", 0)
        name = apsw.mapping_extended_result_codes.get(code) or apsw.mapping_result_codes.get(code) or "SQLITE_ERROR"
        said = (sqlite3.IntegrityError if isinstance(error, apsw.ConstraintError) else sqlite3.OperationalError)(
            str(error)
        )
        said.sqlite_errorname = str(name)
        said.sqlite_errorcode = code
        raise said from error


class _Cursor:
    """A cursor that has fetched all there is."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._rows: list[tuple[Any, ...]] = []

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        with _told_as_sqlite3_does():
            self._rows = list(self._connection.cursor().execute(statement, tuple(values)))
        return self

    def executemany(self, statement: str, many: Sequence[Sequence[Any]]) -> Self:
        for values in many:
            self.execute(statement, values)
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        return self._rows.pop(0) if self._rows else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        rows, self._rows = self._rows, []
        return rows

    def close(self) -> None:
        self._rows = []


class _Connection:
    """A connection without a transaction of its own accord, as with ``isolation_level=None``."""

    isolation_level = None

    def __init__(self, path: Path, disk: Disk, pragmas: Sequence[str]) -> None:
        with _told_as_sqlite3_does():
            self._apsw = apsw.Connection(str(path), vfs=disk.name)
        for pragma in pragmas:
            self.execute(f"PRAGMA {pragma}")

    @property
    def in_transaction(self) -> bool:
        return self._apsw.in_transaction

    def cursor(self, *_: object) -> _Cursor:
        return _Cursor(self._apsw)

    def execute(self, statement: str, values: Sequence[Any] = ()) -> _Cursor:
        return self.cursor().execute(statement, values)

    def executemany(self, statement: str, many: Sequence[Sequence[Any]]) -> _Cursor:
        return self.cursor().executemany(statement, many)

    def executescript(self, script: str) -> None:
        self.execute(script)

    def commit(self) -> None:
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        self._apsw.close(force=True)

    def setlimit(self, category: int, limit: int) -> None:
        self._apsw.limit(category, limit)

    def setconfig(self, switch: int, on: bool) -> None:
        self._apsw.config(switch, int(on))
