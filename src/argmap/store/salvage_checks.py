"""Examining a file check by check: what is right with it, what is wrong, and what could not be looked at for that."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten
from argmap.errors import ArgmapError, UnreadableFileError
from argmap.model import ArgumentMap, MapId
from argmap.model.memory import without_collecting
from argmap.store.connection import connect_to_read, reading_refused
from argmap.store.header import APPLICATION_ID, check_header
from argmap.store.migrations import FORMAT, make_tables, upgraded_copy
from argmap.store.reading import check_count, check_schema, fetch_rows
from argmap.store.recovery import beside
from argmap.store.refusals import name_of
from argmap.store.replay import check_history
from argmap.store.rows import entities_in
from argmap.store.salvage import HOPELESS, NOTHING_LEFT, Rescue, survey
from argmap.store.salvage_report import number_of
from argmap.store.state_sum import as_text, sum_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.store.rows import Row

_BEYOND = {"E-BUSY", "E-TOO-SLOW", "E-TOO-MUCH", "E-NO-ACCESS"}
_SHOWN = 5
_CELLS = 160
_ENTRIES = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema LIMIT 1000"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is right (None: not looked at), a sentence and what else is known."""

    name: str
    is_right: bool | None
    said: str
    details: tuple[str, ...] = ()


@dataclass(slots=True)
class Examination:
    """All that was looked at, and, where something is wrong, what could be rescued (None: nothing)."""

    checks: list[Check] = field(default_factory=list)
    rescue: Rescue | None = None

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return all(check.is_right for check in self.checks)


@dataclass(slots=True)
class _Subject:
    """The file under examination, and what earlier checks found out for later ones."""

    path: Path
    connection: sqlite3.Connection
    version: int = 0
    rows: dict[str, list[Row]] = field(default_factory=dict)
    map: ArgumentMap | None = None

    def fetch(self) -> None:
        """Read the rows, in the words of the current format."""
        if not self.rows:
            if self.version < FORMAT:
                older, self.connection = self.connection, upgraded_copy(self.connection, self.version)
                older.close()
            check_count(self.path, self.connection)
            self.rows = fetch_rows(self.connection)


def examine(path: Path) -> Examination:
    """Look at the file at *path* from its first byte to its last step, without writing anything.

    Raises `UnreadableFileError` for what is no map of a format that is read here, or cannot be read at all.
    """
    examination = Examination([*_check_outside(path)])
    with without_collecting():
        examination.checks.extend(_check_inside(path))
    if not examination.is_sound:
        try:
            examination.rescue = survey(path)
        except UnreadableFileError as error:
            if error.code != NOTHING_LEFT or not _says_it_is_ours(path):
                raise
    return examination


def _check_outside(path: Path) -> list[Check]:
    """Check that the file is there, whole and ours, by its first bytes."""
    try:
        check_header(path)
    except UnreadableFileError as error:
        if error.code in {"E-OTHER-APPLICATION", "E-BAD-VERSION"}:
            whole = Check("file", True, "It is there, and as long as it says.")
            return [whole, Check("kind", False, _without_advice(error))]
        _check_for_map(path, error)
        return [Check("file", False, _without_advice(error)), _not_checked("kind")]
    size = path.stat().st_size
    left = [suffix for suffix in ("-journal", "-wal") if beside(path, suffix).is_file()]
    details = tuple(f"What {name_of(path)}{suffix} beside it holds was counted in." for suffix in left)
    return [
        Check("file", True, f"It is there, and as long as it says ({size:,} bytes).", details),
        Check("kind", True, "It is a map of argmap, in a format that is read here."),
    ]


def _check_for_map(path: Path, refused: UnreadableFileError) -> None:
    """Raise the refusal of a file that neither says it is a map nor holds any part of one."""
    if refused.code in HOPELESS:
        raise refused
    if not _says_it_is_ours(path):
        try:
            survey(path)
        except UnreadableFileError as error:
            raise (refused if error.code == NOTHING_LEFT else error) from None


def _without_advice(error: UnreadableFileError) -> str:
    """Return a refusal without the advice that follows it: what to do next is said once, at the end."""
    if error.code == "E-NOT-A-MAP":
        return "Its first bytes are not those of a map."
    first, *_ = str(error).split(". ")
    return first.rstrip(".") + "."


def _says_it_is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(100)[68:72] == APPLICATION_ID.to_bytes(4)
    except (OSError, ValueError):
        return False


def _check_inside(path: Path) -> list[Check]:
    """Check what the database holds; after a check that fails, those that need what it looked at are left out."""
    checks: list[Check] = []
    try:
        with reading_refused(path):
            connection = connect_to_read(path)
    except UnreadableFileError as error:
        return [_failed("tables", error, "It cannot be opened as a database."), *map(_not_checked, _NAMES[1:])]
    subject = _Subject(path, connection)
    try:
        for name, needs, look in _CHECKS:
            if any(not check.is_right for check in checks if check.name in needs):
                checks.append(_not_checked(name))
                continue
            try:
                with reading_refused(path):
                    checks.append(look(subject))
            except UnreadableFileError as error:
                checks.append(_failed(name, error, "It cannot be read to the end."))
    finally:
        subject.connection.close()
    return checks


def _failed(name: str, error: UnreadableFileError, said: str) -> Check:
    """Return the check that met *error*; raises it where the next try may go better, or nobody could go on."""
    if error.code in _BEYOND:
        raise error
    return Check(name, False, said)


def _not_checked(name: str) -> Check:
    return Check(name, None, "Not looked at, for what is wrong above.")


def _look_at_tables(subject: _Subject) -> Check:
    connection = subject.connection
    try:
        subject.version = check_schema(subject.path, connection)
    except UnreadableFileError as error:
        if error.code != "E-SCHEMA":
            raise
        said = "Its tables are not those of a map, so nothing in it was run."
        details = tuple(_differing_tables(connection))
        return Check(
            "tables", False, said if details else "They were not looked into: the file names no format.", details
        )
    return Check("tables", True, f"Its tables are those of a map of format {subject.version}, to the letter.")


def _differing_tables(connection: sqlite3.Connection) -> list[str]:
    """Say which tables and indexes a file has and a map has not, lacks, or has otherwise."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        make_tables(empty, version if 1 <= version <= FORMAT else FORMAT)
        usual = _entries(empty)
    there = _entries(connection)
    return [
        *(f"a map has no {_shown(*entry)}" for entry in there.keys() - usual.keys()),
        *(f"the {_shown(*entry)} is missing" for entry in usual.keys() - there.keys()),
        *(f"the {_shown(*entry)} is another" for entry in usual.keys() & there.keys() if usual[entry] != there[entry]),
    ][:_SHOWN]


def _entries(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    found = connection.execute(_ENTRIES).fetchall()
    return {(str(kind), str(name)): "".join(str(text).split()) for kind, name, text in found}


def _shown(kind: str, name: str) -> str:
    return shorten(f"{kind} {name}", 60)


def _look_at_pages(subject: _Subject) -> Check:
    connection = subject.connection
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        verdicts = [str(verdict) for (verdict,) in connection.execute("PRAGMA integrity_check(100)")]
    finally:
        connection.text_factory = str
    if verdicts == ["ok"]:
        return Check("pages", True, "Its pages fit together, and every index agrees with its table.")
    faults = [line for verdict in verdicts for line in verdict.splitlines() if not line.startswith("***")]
    said = f"Its pages do not fit together: {number_of(len(faults), ('fault', 'faults'))}."
    return Check("pages", False, said, tuple(shorten(one_line(fault), _CELLS) for fault in faults[:_SHOWN]))


def _look_at_links(subject: _Subject) -> Check:
    rows = subject.connection.execute("PRAGMA foreign_key_check")
    faults = Counter((str(table), str(parent)) for table, _, parent, _ in rows)
    if not faults:
        return Check("links", True, "Whatever its parts refer to is there.")
    said = f"{number_of(faults.total(), ('part refers', 'parts refer'))} to what is not there."
    return Check(
        "links", False, said, tuple(f"{count:,} of {own} to {parent}" for (own, parent), count in faults.items())
    )


def _look_at_sum(subject: _Subject) -> Check:
    subject.fetch()
    stored = [state_sum for (state_sum,) in subject.connection.execute("SELECT state_sum FROM file LIMIT 2")]
    if stored == [as_text(sum_of(subject.rows))]:
        return Check("sum", True, "The sum over its rows is the one its last save left.")
    said = "The sum over its rows is not the one its last save left: it was copied during a save, or changed by others."
    return Check("sum", False, said)


def _look_at_content(subject: _Subject) -> Check:
    subject.fetch()
    abouts = subject.rows["map"]
    query = "SELECT map_no FROM map UNION ALL SELECT map_no FROM file"
    if len(abouts) != 1 or subject.connection.execute(query).fetchall() != [(1,), (1,)]:
        return Check("content", False, "It does not hold exactly one map.")
    try:
        subject.map = ArgumentMap(entities_in(subject.rows, MapId(abouts[0][0])))
    except ArgmapError as error:
        return Check("content", False, f"It holds something no map can hold: {error}")
    except (ValueError, KeyError, TypeError):
        return Check("content", False, "It holds a value that no map can hold.")
    map_ = subject.map
    shared = map_.shared_label()
    if shared:
        return Check("content", False, f"Two things in it are both numbered {shared}.")
    counts = (
        number_of(len(map_.claims), ("claim", "claims")),
        number_of(len(map_.inferences), ("inference", "inferences")),
        number_of(len(map_.sources), ("source", "sources")),
    )
    return Check("content", True, f"It holds {counts[0]}, {counts[1]} and {counts[2]}.")


def _look_at_history(subject: _Subject) -> Check:
    assert subject.map is not None  # the check of the content, which this one needs, made it
    head, seq = subject.connection.execute("SELECT head, seq FROM file").fetchone()
    try:
        check_history(subject.path, subject.connection, subject.map, head)
    except UnreadableFileError as error:
        return Check("history", False, _without_name(subject.path, error))
    return Check(
        "history",
        True,
        f"Its {number_of(seq, ('step leads', 'steps lead'))} to what it says, each sealed by the one before.",
    )


def _without_name(path: Path, error: UnreadableFileError) -> str:
    """Return what a refusal of the history says is wrong."""
    said = str(error).removeprefix(f"{name_of(path)} is damaged: ")
    first, *_ = said.split(". ")
    return first[:1].upper() + first[1:] + "."


_CHECKS: tuple[tuple[str, set[str], Callable[[_Subject], Check]], ...] = (
    ("tables", set(), _look_at_tables),
    ("pages", {"tables"}, _look_at_pages),
    ("links", {"tables"}, _look_at_links),
    ("sum", {"tables"}, _look_at_sum),
    ("content", {"tables"}, _look_at_content),
    ("history", {"tables", "content"}, _look_at_history),
)
_NAMES = tuple(name for name, _, _ in _CHECKS)
