"""MapFile: one .argmap file, read whole and written a step at a time, each step one short transaction."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap import settings
from argmap.errors import StaleError, UnwritableFileError
from argmap.model import Alias, Claim, Comment, Inference, Source
from argmap.model.ids import new_id
from argmap.model.memory import without_collecting
from argmap.store import backups
from argmap.store.connection import (
    connect_to_read,
    connect_to_write,
    reading_refused,
    set_writing,
    writing_refused,
)
from argmap.store.copying import finished_at
from argmap.store.header import APPLICATION_ID
from argmap.store.history import (
    STEP_COLUMNS,
    Record,
    claims_touched,
    encode,
    pack,
    record_of,
    seal,
    unpack,
    values_of,
)
from argmap.store.migrations import make_tables
from argmap.store.reading import Opened, check_schema, read_file
from argmap.store.refusals import name_of
from argmap.store.replay import entities_at, steps
from argmap.store.state_sum import as_text, moved
from argmap.store.upgrading import upgrade_if_older
from argmap.store.writing import insert_step, write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from argmap.model import Change, Entity

_COUNTED: dict[type, int] = {Claim: 0, Alias: 0, Inference: 1, Source: 2, Comment: 3}


class MapFile:
    """Reads a map from its file and writes steps to it; the file is open only while that takes."""

    def __init__(self, path: Path, name: str = "") -> None:
        """Stand for the file at *path*, called *name* in what is told of it; nothing is opened yet."""
        self.path = path
        self._name = name or name_of(path)

    @classmethod
    def create(
        cls,
        path: Path,
        record: Record,
        changes: Sequence[Change],
        *,
        copy_id: str = "",
        highest: Sequence[int] = (0, 0, 0, 0),
    ) -> MapFile:
        """Make a new file whose first step is *changes*; never in the place of a file that is there.

        The file is made beside its place and put there whole. *highest* are the numbers of claims, inferences, sources
        and comments that are not to be given again.
        """
        with without_collecting(), writing_refused(name_of(path), is_new=True), finished_at(path) as unfinished:
            _make_empty(unfinished, copy_id or new_id(), highest)
            cls(unfinished, name_of(path)).write(record, changes, expected="")
        return cls(path)

    def read(self) -> Opened:
        """Read and check the whole file; one that nobody touched since we wrote it needs no proof of its history."""
        *mark, head = settings.own_mark(self.path) or [""]
        return read_file(self.path, str(head) if mark and mark == list(self.fingerprint()) else "")

    def history(self) -> tuple[Record, ...]:
        """Return every step, the oldest first, without their changes."""
        with reading_refused(self.path), closing(connect_to_read(self.path)) as connection:
            check_schema(self.path, connection)
            query = f"SELECT {', '.join(STEP_COLUMNS)} FROM step ORDER BY seq"  # noqa: S608  # our own names
            return tuple(record_of(row) for row in connection.execute(query).fetchall())

    def changes_of(self, step: str) -> tuple[Change, ...]:
        """Return the changes of the step named *step*."""
        with reading_refused(self.path), closing(connect_to_read(self.path)) as connection:
            check_schema(self.path, connection)
            row = connection.execute("SELECT payload FROM step WHERE id = ?", (step,)).fetchone()
            return () if row is None else unpack(row[0])

    def entities_at(self, seq: int) -> list[Entity]:
        """Return what the map held after step *seq*."""
        with reading_refused(self.path), closing(connect_to_read(self.path)) as connection:
            check_schema(self.path, connection)
            return entities_at(connection, seq)

    def steps(self) -> list[tuple[Record, tuple[Change, ...]]]:
        """Return every step with its changes, the oldest first."""
        with reading_refused(self.path), closing(connect_to_read(self.path)) as connection:
            check_schema(self.path, connection)
            return [(record, unpack(packed)) for record, packed in steps(connection)]

    def claims_touched_since(self, seq: int) -> list[tuple[Record, set[str]]]:
        """Return the steps after number *seq*, the oldest first, each with the ids of the claims that it touched."""
        with reading_refused(self.path), closing(connect_to_read(self.path)) as connection:
            check_schema(self.path, connection)
            return [(record, claims_touched(packed)) for record, packed in steps(connection, after=seq)]

    def fingerprint(self) -> tuple[int, ...]:
        """Return what changes when anybody writes the file: inode, size, time and SQLite's change counter.

        Cheap enough to ask every second; reads the counter from the header's bytes 24 to 27. Not while another thread
        saves: closing the file would drop the lock of this process (POSIX).
        """
        try:
            status = self.path.stat()
            if not stat.S_ISREG(status.st_mode):
                return ()  # opening a pipe would wait for somebody to write into it
            with self.path.open("rb") as file:
                file.seek(24)
                counter = int.from_bytes(file.read(4))
        except (OSError, ValueError):
            return ()
        return status.st_ino, status.st_size, status.st_mtime_ns, counter

    def keep_daily(self) -> None:
        """Keep a backup of the file as it is now, unless there is one of this day."""
        backups.keep_daily(self.path)

    def remember(self, head: str) -> None:
        """Remember that the file is as this user's argmap wrote it, with *head* as its newest step."""
        settings.remember_own(self.path, [*self.fingerprint(), head])

    def write(self, record: Record, changes: Sequence[Change], expected: str) -> Record:
        """Save one step in one transaction, if the file's newest step is still *expected*; else raise `StaleError`.

        Returns the record as it was saved, with its number and id. On any failure the file is as it was.
        """
        payload = encode(changes)
        with writing_refused(self._name):
            upgrade_if_older(self.path)
        sealed = record
        try:
            with writing_refused(self._name), closing(connect_to_write(self.path)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    sealed = _write_step(connection, record, payload, changes, expected, self._name)
                    connection.execute("COMMIT")
                except BaseException:
                    with suppress(Exception):  # a full disk ends the transaction by itself
                        connection.execute("ROLLBACK")
                    raise
        except UnwritableFileError:
            if not sealed.id or self._head() != sealed.id:
                raise  # else only what comes after the commit failed: the step is in the file
        return sealed

    def _head(self) -> str:
        """Return the id of the file's newest step, or nothing where it cannot be read."""
        with suppress(Exception), closing(connect_to_read(self.path)) as connection:
            (head,) = connection.execute("SELECT head FROM file").fetchone()
            return str(head)
        return ""


def _write_step(
    connection: sqlite3.Connection, record: Record, payload: bytes, changes: Sequence[Change], expected: str, name: str
) -> Record:
    """Write the changed rows, the step and the file's own row, inside the caller's transaction."""
    ((head, seq, state_sum, *highest),) = connection.execute(
        "SELECT head, seq, state_sum, last_claim, last_inference, last_source, last_comment FROM file"
    ).fetchall()
    if head != expected:
        raise StaleError(name)
    connection.execute("DROP TABLE IF EXISTS sqlite_stat1")  # another program's guesses at how to search
    sealed = seal(replace(record, seq=seq + 1, parent=head), payload)
    before, after = write_rows(connection, changes)
    insert_step(connection, (*values_of(sealed), pack(payload)))
    connection.execute(
        "UPDATE file SET head = ?, seq = ?, state_sum = ?,"
        " last_claim = ?, last_inference = ?, last_source = ?, last_comment = ?",
        (sealed.id, sealed.seq, moved(state_sum, before, after), *_highest(highest, changes)),
    )
    return sealed


def _highest(known: Sequence[int], changes: Sequence[Change]) -> list[int]:
    """Return the highest numbers ever given (claims, inferences, sources, comments), after *changes*."""
    highest = list(known)
    for change in changes:
        place = _COUNTED.get(type(change.after))
        if place is not None:
            highest[place] = max(highest[place], change.after.number)  # type: ignore[union-attr]  # these have numbers
    return highest


def _make_empty(path: Path, copy_id: str, highest: Sequence[int]) -> None:
    """Make a file of the current format that holds no map yet."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        set_writing(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        make_tables(connection)
        connection.execute("INSERT INTO file VALUES (1, ?, '', 0, ?, ?, ?, ?, ?)", (copy_id, as_text(0), *highest))
