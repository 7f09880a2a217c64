"""Reading files that another program left unfinished: on a copy, so that reading never changes the file itself.

A ``-journal`` beside a file holds what a write that was cut off had replaced; a file in WAL mode has its newest pages
in a ``-wal``. SQLite would put both right by writing. Readers let it do so on a copy in a temporary folder; the file
itself is put right by the first edit.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

_JOURNAL_BEGINS = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"  # SQLite file format §3
_WAL = 2
_WAL_MARKS = slice(18, 20)  # SQLite file format §1.3.3: the versions to write and to read with


class Mended(sqlite3.Connection):
    """A connection to a copy, in memory, of a file that had to be put right to be read."""


def is_hot(error: sqlite3.OperationalError) -> bool:
    """Whether SQLite refused to read because a save was cut off and its journal lies beside the file."""
    name: str = getattr(error, "sqlite_errorname", "")
    return name in {"SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_CANTINIT"}


def has_journal(path: Path) -> bool:
    """Whether a journal lies beside the file that says how a save that was cut off is taken back."""
    try:
        with beside(path, "-journal").open("rb") as file:
            return file.read(len(_JOURNAL_BEGINS)) == _JOURNAL_BEGINS
    except (OSError, ValueError):
        return False


def is_wal(path: Path) -> bool:
    """Whether another program left the file in its own way of writing, or a log of that way lies beside it.

    SQLite would take up a log whatever the file's header says, and leave a ``-shm`` beside it.
    """
    if beside(path, "-wal").exists():
        return True
    with path.open("rb") as file:
        return _WAL in file.read(20)[_WAL_MARKS]


def recovered(path: Path) -> sqlite3.Connection:
    """Return a connection to the file as it is once put right, in memory; the file itself is not touched."""
    with tempfile.TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.argmap"
        shutil.copyfile(path, copy)
        for suffix in ("-journal", "-wal"):
            if beside(path, suffix).is_file():
                shutil.copyfile(beside(path, suffix), beside(copy, suffix))
        memory = sqlite3.connect(":memory:", isolation_level=None, factory=Mended)
        try:
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute("PRAGMA journal_mode = DELETE")
                connection.backup(memory)
        except BaseException:
            memory.close()
            raise
        return memory


def beside(path: Path, suffix: str) -> Path:
    """Return SQLite's own file beside the one at *path*, such as its ``-journal``."""
    return path.with_name(path.name + suffix)
