"""Upgrading a file of an older format, at its first edit: on a copy, with a backup, put in place whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from argmap.store import backups
from argmap.store.connection import connect_beside_writer, connect_to_write, set_writing
from argmap.store.copying import finished_at
from argmap.store.header import version_of
from argmap.store.migrations import FORMAT, upgrade_tables

if TYPE_CHECKING:
    from pathlib import Path


def upgrade_if_older(path: Path) -> None:
    """Bring the file at *path* to the current format, if it is of an older one. Its history stays as it is."""
    version = version_of(path)
    if version == FORMAT:
        return
    backups.keep(path)
    locked = connect_to_write(path)
    try:
        locked.execute("BEGIN IMMEDIATE")  # nobody may save between the copy and its taking the file's place
        with finished_at(path.resolve(), force=True) as unfinished:
            with (
                closing(connect_beside_writer(path)) as source,  # SQLite copies nothing from one that is writing
                closing(sqlite3.connect(unfinished, isolation_level=None)) as copy,
            ):
                source.backup(copy)
                set_writing(copy)
                upgrade_tables(copy, version)
            unfinished.chmod(path.stat().st_mode & 0o7777)
            if os.name == "nt":  # Windows does not let a file be replaced that is open
                locked.close()
    finally:
        locked.close()
