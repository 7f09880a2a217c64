"""Reading a file into memory: check it, fetch its rows, build the map. Changes no byte."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model import ArgumentMap, MapId
from argmap.model.memory import without_collecting
from argmap.store.connection import connect_to_read, reading_refused
from argmap.store.header import check_header
from argmap.store.migrations import FORMAT, make_tables, upgraded_copy
from argmap.store.recovery import Mended
from argmap.store.refusals import name_of, refusal
from argmap.store.replay import check_history
from argmap.store.rows import COLUMNS, Row, entities_in
from argmap.store.state_sum import as_text, sum_of

if TYPE_CHECKING:
    from pathlib import Path

FILE_COLUMNS = ("copy_id", "head", "seq", "state_sum", "last_claim", "last_inference", "last_source", "last_comment")
"""The columns of the one row a file keeps about itself."""

MOST_ROWS = 4_000_000
"""Most rows a map may have; one of 100,000 claims has about 400,000."""

_FEW_BYTES = 1 << 25
_STATISTICS = ("table", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)")
"""What another program's ANALYZE leaves in a file: data for SQLite, in which nothing can run."""

_SCHEMA = "SELECT type, name, sql FROM sqlite_schema LIMIT 1000"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Opened:
    """What reading a file gives: the map, the id of its newest step, how many steps there are, and a notice.

    The *notice* is a sentence for the person at the screen; it is empty unless the file had to be mended to be read.
    """

    map: ArgumentMap
    head: str
    seq: int
    notice: str = ""


def read_file(path: Path, own: str = "") -> Opened:
    """Read and check a whole file; refuse a wrong or damaged one with `UnreadableFileError`.

    *own* is empty for a file that anybody may have made: all its pages are checked and its history is replayed. For a
    file that nobody touched since this user's argmap wrote it, *own* is the id of its newest step then: a quick check
    of its pages and the sum over its rows will do.
    """
    check_header(path)
    with reading_refused(path), without_collecting():
        connection = connect_to_read(path)
        try:
            connection.execute("BEGIN")
            notice = _mended(path) if isinstance(connection, Mended) else ""
            version = check_schema(path, connection)
            _check_pages(path, connection, quick=bool(own))
            if version < FORMAT:
                older, connection = connection, upgraded_copy(connection, version)
                older.close()
            opened = _read_map(path, connection)
            if not own or opened.head != own:
                check_history(path, connection, opened.map, opened.head)
            return replace(opened, notice=notice)
        finally:
            connection.close()


def _mended(path: Path) -> str:
    """Say that the file at *path* is shown as SQLite puts it right, which was done in memory."""
    return (
        f"{name_of(path)} was left unfinished by another program, or by a save that was cut off. It is shown as it is "
        "once put right; the file itself was not changed and is put right by the first edit."
    )


def check_schema(path: Path, connection: sqlite3.Connection) -> int:
    """Refuse a file whose schema is not, to the letter, that of its format; so nothing foreign in it ever runs.

    Returns the format.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    found = connection.execute(_SCHEMA).fetchall()
    if not all(isinstance(value, str | None) for row in found for value in row):
        raise refusal("E-SCHEMA", path)
    if not 1 <= version <= FORMAT or _schema_of(found) != _expected_schema(version):
        raise refusal("E-SCHEMA", path)
    return int(version)


def fetch_rows(connection: sqlite3.Connection) -> dict[str, list[Row]]:
    """Return all rows that hold the map's state, by table; rows of other maps, which no file has, count for nothing."""
    return {
        table: connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE map_no = 1").fetchall()  # noqa: S608  # our own names
        for table, columns in COLUMNS.items()
    }


def _read_map(path: Path, connection: sqlite3.Connection) -> Opened:
    check_count(path, connection)
    about_file = connection.execute(f"SELECT {', '.join(FILE_COLUMNS)} FROM file").fetchall()  # noqa: S608  # as above
    rows = fetch_rows(connection)
    maps = connection.execute("SELECT map_no FROM map UNION ALL SELECT map_no FROM file").fetchall()
    if maps != [(1,), (1,)] or len(rows["map"]) != 1:
        raise refusal("E-DAMAGED", path, reason="it does not hold exactly one map")
    _, head, seq, state_sum, *highest = about_file[0]
    if as_text(sum_of(rows)) != state_sum:
        raise refusal("E-MIXED", path)
    try:
        map_ = ArgumentMap(entities_in(rows, MapId(rows["map"][0][0])))
    except ArgmapError as error:
        raise refusal("E-CONTENT", path, reason=error) from error
    shared = map_.shared_label()
    if shared:
        raise refusal("E-CONTENT", path, reason=f"two things are both numbered {shared}.")
    map_.remember_highest(*highest)
    return Opened(map_, head, seq)


def check_count(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file of more rows than memory could take, before any is fetched; a small file cannot hold as many."""
    if path.stat().st_size > _FEW_BYTES:
        rows = sum(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COLUMNS)  # noqa: S608  # our own names
        if rows > MOST_ROWS:
            raise refusal("E-TOO-MUCH", path, rows=rows)


def _check_pages(path: Path, connection: sqlite3.Connection, *, quick: bool) -> None:
    check = "quick_check" if quick else "integrity_check"  # the second also compares every index with its table
    (verdict,) = connection.execute(f"PRAGMA {check}(1)").fetchone()
    if verdict != "ok":
        raise refusal("E-DAMAGED", path, reason="its pages do not fit together")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise refusal("E-DAMAGED", path, reason="parts of it refer to parts that are missing")


@cache
def _expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    """Return what SQLite says of a database with our schema of format *version*; asked of an empty one in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        make_tables(empty, version)
        return _schema_of(empty.execute(_SCHEMA).fetchall())


def _schema_of(rows: list[Row]) -> frozenset[tuple[str, str, str]]:
    found = frozenset((kind, name, _SPACE.sub(" ", sql or "").strip()) for kind, name, sql in rows if sql)
    return found - {_STATISTICS}
