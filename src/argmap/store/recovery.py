"""Reading what a crash or another program left half done, in a copy: the file itself changes no byte."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

_WAL = 2
_BESIDE = ("-journal", "-wal")


def is_wal(path: Path) -> bool:
    """Whether another program left the file in write-ahead mode, in which even reading makes files beside it."""
    with path.open("rb") as file:
        file.seek(18)
        return _WAL in file.read(2)


def is_hot(error: sqlite3.OperationalError) -> bool:
    """Whether *error* says that a save was cut short, and must be rolled back before anybody reads."""
    return getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY_ROLLBACK"


def recovered(path: Path) -> sqlite3.Connection:
    """Return a database in memory that holds what the file holds once its journals are worked in."""
    with TemporaryDirectory(prefix="argmap-") as folder:
        copy = Path(folder, "copy")
        shutil.copyfile(path, copy)
        for ending in _BESIDE:
            beside = path.with_name(path.name + ending)
            if beside.is_file():
                shutil.copyfile(beside, copy.with_name(copy.name + ending))
        with closing(sqlite3.connect(copy, isolation_level=None)) as mended:
            mended.execute("PRAGMA journal_mode = DELETE")
            memory = sqlite3.connect(":memory:", isolation_level=None)
            try:
                mended.backup(memory)
            except BaseException:
                memory.close()
                raise
            return memory
