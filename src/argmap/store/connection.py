"""Connections: hardened ones to read a file that anybody may have made, short ones to write."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from argmap.errors import UnwritableFileError
from argmap.store.recovery import is_hot, is_wal, recovered
from argmap.store.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from argmap.errors import UnreadableFileError

DEADLINE = 30.0
"""Seconds after which a query on somebody else's file is ended."""

BUSY = 5.0
"""Seconds to wait for another program that is writing."""

_LIMITS = {
    "LENGTH": 17_000_000,
    "SQL_LENGTH": 100_000,
    "COLUMN": 100,
    "EXPR_DEPTH": 100,
    "COMPOUND_SELECT": 10,
    "VDBE_OP": 250_000,
    "FUNCTION_ARG": 16,
    "ATTACHED": 0,
    "TRIGGER_DEPTH": 1,
}
_SWITCHES = {
    "DEFENSIVE": True,
    "TRUSTED_SCHEMA": False,
    "ENABLE_TRIGGER": False,
    "ENABLE_VIEW": False,
    "ENABLE_LOAD_EXTENSION": False,
    "WRITABLE_SCHEMA": False,
}


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file so that nothing in it can run, nothing is written and no query takes for ever."""
    connection = recovered(path) if is_wal(path) else _reading(path)
    return _prepared(connection, _harden, _limit_time)


def _limit_time(connection: sqlite3.Connection) -> None:
    ends = time.monotonic() + DEADLINE
    connection.set_progress_handler(lambda: int(time.monotonic() > ends), 100_000)
    connection.execute("PRAGMA query_only = ON")


def _reading(path: Path) -> sqlite3.Connection:
    """Open a file to read it, or a mended copy if a save of it was cut short."""
    try:
        return _prepared(_opened(path, "ro"), _harden, _look)
    except sqlite3.OperationalError as error:
        if not is_hot(error):
            raise
        return recovered(path)


def _look(connection: sqlite3.Connection) -> None:
    """Read what a file begins with: SQLite opens it no sooner."""
    connection.execute("SELECT 1 FROM sqlite_schema").fetchone()


def _uri(path: Path, mode: str) -> str:
    """Return the address SQLite opens *path* by, whatever bytes its name has."""
    return f"file://{quote(os.fsencode(path.absolute()))}?mode={mode}"


def connect_beside_writer(path: Path) -> sqlite3.Connection:
    """Open a file to read it while this process holds its lock.

    Nothing but SQLite may open it then: closing any other handle of the file would lose the lock (POSIX).
    """
    return _prepared(_opened(path, "ro"), _harden)


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open a file that is there for one transaction that survives a power cut once it has returned."""
    return _prepared(_opened(path, "rw"), _harden, set_writing)


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, timeout=BUSY)


def _prepared(connection: sqlite3.Connection, *steps: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    """Return *connection* after all *steps*; one that cannot be prepared is closed, as nobody else will."""
    try:
        for step in steps:
            step(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def set_writing(connection: sqlite3.Connection) -> None:
    """Make commits durable, directory entry included, and tie rows to what they refer to."""
    connection.execute("PRAGMA synchronous = EXTRA")  # first: the next line may take a cut-off save back
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def reading_refused(path: Path) -> Iterator[None]:
    """Turn what SQLite and Python raise over a damaged file into `UnreadableFileError`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _refused_by(path, getattr(error, "sqlite_errorname", "")) from error
    except OSError as error:
        raise refusal("E-NO-ACCESS", path, reason=_reason(error)) from error
    except (sqlite3.Error, LookupError, ValueError, TypeError, OverflowError, MemoryError) as error:
        raise refusal("E-DAMAGED", path, reason=type(error).__name__) from error


@contextmanager
def writing_refused(name: str, then: str = "", *, is_new: bool = False) -> Iterator[None]:
    """Turn what SQLite and the system raise while writing the file *name* into `UnwritableFileError`, in words.

    *then* says what to do, where that is not what one does with a map. Of a file that is new, nothing is there yet, and
    what was refused of the unfinished one is told of it.
    """
    try:
        yield
    except UnwritableFileError as error:
        if is_new and not error.is_new:
            raise UnwritableFileError(name, error.reason, is_new=True) from error
        raise
    except (sqlite3.Error, OSError) as error:
        reason = _reason(error)
        if is_new:
            raise UnwritableFileError(name, reason, is_new=True) from error
        if then:
            raise UnwritableFileError(name, reason, then) from error
        if reason in _NEVER:
            raise UnwritableFileError(name, reason, "to go on in a copy: argmap share FILE -o COPY.argmap") from error
        raise UnwritableFileError(name, reason) from error


_NOT_ALLOWED = "the file or its folder may not be written"
_NOT_OPENED = "the file or its folder cannot be opened for writing"
_NEVER = {_NOT_ALLOWED, _NOT_OPENED}
"""The reasons that trying again does not change."""

_REASONS = (
    ("SQLITE_FULL", "the disk is full"),
    ("SQLITE_BUSY", "another program is using the file"),
    ("SQLITE_LOCKED", "another program is using the file"),
    ("SQLITE_READONLY_DBMOVED", "the file was replaced meanwhile"),
    ("SQLITE_READONLY", _NOT_ALLOWED),
    ("SQLITE_PERM", _NOT_ALLOWED),
    ("SQLITE_CANTOPEN", _NOT_OPENED),
    ("SQLITE_IOERR", "the disk reported an error, or is full"),
    ("SQLITE_CORRUPT", "the file is damaged"),
    ("SQLITE_NOTADB", "the file is damaged"),
)


def _reason(error: Exception) -> str:
    """Say in words why the disk did not take a save."""
    if isinstance(error, OSError):
        return os.strerror(error.errno) if error.errno else "the disk refused it"
    name = getattr(error, "sqlite_errorname", "")
    return next((words for begins, words in _REASONS if name.startswith(begins)), "the disk refused it")


def _refused_by(path: Path, code: str) -> UnreadableFileError:
    """Return the refusal for SQLite's error *code*."""
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return refusal("E-BUSY", path)
    if code.startswith("SQLITE_INTERRUPT"):
        return refusal("E-TOO-SLOW", path)
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
        return refusal("E-NO-ACCESS", path, reason="it cannot be opened here; copy it to another folder")
    return refusal("E-DAMAGED", path, reason=code or "unreadable")


def _harden(connection: sqlite3.Connection) -> None:
    for name, value in _LIMITS.items():
        connection.setlimit(getattr(sqlite3, f"SQLITE_LIMIT_{name}"), value)
    if hasattr(connection, "setconfig"):  # Python 3.12
        for name, on in _SWITCHES.items():
            with suppress(sqlite3.OperationalError, AttributeError):  # an older SQLite does not know every switch
                connection.setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), on)
    else:
        connection.set_authorizer(_refuse_what_a_file_asks)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _refuse_what_a_file_asks(*asked: object) -> int:
    """Let everything pass but what a trigger or a view in a file wants to do: those name themselves last."""
    return sqlite3.SQLITE_DENY if asked[-1] else sqlite3.SQLITE_OK
