"""Reading changes no byte of a file and leaves nothing beside it, whatever state somebody left it in."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import UnreadableFileError
from argmap.store import MapFile
from argmap.store import connection as connecting
from tests.document.handles import check_file
from tests.store.raw import patch, run, snapshot
from tests.store.whole import make_whole


@pytest.fixture
def path(folder: Path) -> Path:
    """A map with everything."""
    return make_whole(folder / "m.argmap").path


def test_reading_changes_nothing(path: Path) -> None:
    os.utime(path, ns=(1, 1))
    before = snapshot(path.parent)
    file = MapFile(path)
    opened = file.read()
    records = file.history()
    file.changes_of(records[-1].id)
    file.fingerprint()
    Document.open(path).log()
    assert before == snapshot(path.parent)
    assert path.stat().st_mtime_ns == 1
    assert (opened.head, opened.seq) == (records[-1].id, len(records))


def test_a_file_left_in_write_ahead_mode_is_read(path: Path) -> None:
    known = MapFile(path).read().map
    patch(path, 18, b"\2\2")
    before = snapshot(path.parent)
    assert known == MapFile(path).read().map
    assert len(MapFile(path).history()) > 1
    assert before == snapshot(path.parent)


def test_what_stands_in_a_write_ahead_log_is_read(path: Path) -> None:
    """The newest state is in the log beside the file; both stay as they are."""
    document = Document.open(path)
    other = path.with_name("other.argmap")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE file SET last_claim = 77")
        shutil.copyfile(path, other)
        shutil.copyfile(f"{path}-wal", f"{other}-wal")
    before = snapshot(path.parent)
    opened = MapFile(other).read()
    assert document.map == opened.map
    assert opened.map.highest_numbers()[0] == 77
    assert before == snapshot(path.parent)


def test_the_first_edit_takes_a_file_out_of_write_ahead_mode(path: Path) -> None:
    run(path, "PRAGMA journal_mode = WAL")
    assert path.read_bytes()[18:20] == b"\2\2"
    document = Document.open(path)
    document.do(editing.set_title(document.map, "Edited"))
    assert path.read_bytes()[18:20] == b"\1\1"
    check_file(path, document.map)


_CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE claim SET text = text || ' changed', note = hex(zeroblob(20000))")
connection.execute("UPDATE source SET note = hex(zeroblob(20000))")
os._exit(0)
"""


@pytest.fixture
def cut_off(path: Path) -> Path:
    """A map whose last save was cut off in the middle by a crash: the file is half written, its journal beside it."""
    before = path.read_bytes()
    subprocess.run([sys.executable, "-c", _CUT_OFF, str(path)], check=True)
    assert before != path.read_bytes()
    assert Path(f"{path}-journal").stat().st_size > 0
    return path


def test_a_save_that_was_cut_off_is_read_as_if_it_had_not_begun(folder: Path) -> None:
    known = make_whole(folder / "m.argmap").map
    subprocess.run([sys.executable, "-c", _CUT_OFF, str(folder / "m.argmap")], check=True)
    before = snapshot(folder)
    assert sorted(before) == ["m.argmap", "m.argmap-journal"]
    assert known == MapFile(folder / "m.argmap").read().map
    assert before == snapshot(folder)


def test_a_journal_that_somebody_tampered_with_changes_no_map_unseen(folder: Path) -> None:
    """What it puts back is checked like everything else: the file is refused, or says what it said before the save."""
    path = folder / "m.argmap"
    known = make_whole(path).map
    subprocess.run([sys.executable, "-c", _CUT_OFF, str(path)], check=True)
    journal = Path(f"{path}-journal")
    content = journal.read_bytes()
    refused = 0
    for place in [*range(28), *range(28, len(content), len(content) // 40)]:
        spoiled = bytearray(content)
        spoiled[place] ^= 0x21
        journal.write_bytes(spoiled)
        before = snapshot(folder)
        try:
            assert known == MapFile(path).read().map, f"byte {place}"
        except UnreadableFileError:
            refused += 1
        assert before == snapshot(folder), f"byte {place}"
    assert refused > 0


@pytest.mark.parametrize("mode", [b"\1\1", b"\2\2"], ids=["own way of writing", "write-ahead way of writing"])
def test_a_write_ahead_log_of_another_file_is_ignored(path: Path, mode: bytes) -> None:
    known = MapFile(path).read().map
    patch(path, 18, mode)
    Path(f"{path}-wal").write_bytes(bytes.fromhex("377f0682002de218") + bytes(range(256)) * 40)
    before = snapshot(path.parent)
    assert known == MapFile(path).read().map
    assert before == snapshot(path.parent)


def test_the_first_edit_puts_a_cut_off_save_right(cut_off: Path) -> None:
    document = Document.open(cut_off)
    document.do(editing.set_title(document.map, "Edited"))
    check_file(cut_off, document.map)


def test_a_file_that_another_program_keeps_locked_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnreadableFileError) as refusal:
            MapFile(path).read()
        other.execute("ROLLBACK")
    assert refusal.value.code == "E-BUSY"
    assert str(refusal.value) == f"{path} is in use by another program. Try again in a moment."


def test_a_file_that_takes_for_ever_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the time is up at once."""
    run(path, "UPDATE claim SET note = hex(zeroblob(6000000))")
    monkeypatch.setattr(connecting, "DEADLINE", -1.0)
    monkeypatch.setattr(sqlite3, "connect", _impatient)
    with pytest.raises(UnreadableFileError) as refusal:
        MapFile(path).read()
    assert refusal.value.code == "E-TOO-SLOW"
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        _made[-1].execute("SELECT 1")


class _Impatient(sqlite3.Connection):
    """Looks at the clock after every instruction rather than after a hundred thousand."""

    def set_progress_handler(self, handler: object, _every: int) -> None:
        super().set_progress_handler(handler, 1)  # type: ignore[arg-type]


_connect = sqlite3.connect


_made: list[sqlite3.Connection] = []


def _impatient(*arguments: object, **options: object) -> sqlite3.Connection:
    _made.append(_connect(*arguments, **options, factory=_Impatient))  # type: ignore[call-overload]
    return _made[-1]


@pytest.mark.parametrize(
    "name",
    [
        "a?b#c%20d.argmap",
        "new\nline.argmap",
        "quo'te\"s.argmap",
        "; DROP TABLE claim; --.argmap",
        "file:x?mode=memory",
        "\udcff\udcfe.argmap",
        "داعش.argmap",
        "-rf",
        " ",
        "n" * 240 + ".argmap",
    ],
)
def test_a_file_of_any_name_is_made_read_and_written(folder: Path, name: str) -> None:
    document = make_whole(folder / name)
    check_file(folder / name, document.map)


def test_a_path_that_begins_with_two_slashes_is_a_path(path: Path) -> None:
    assert MapFile(Path(f"/{path}")).read().map.about.title == "Tax"


def test_the_fingerprint_of_a_file_that_is_gone_is_of_nothing(path: Path) -> None:
    assert len(MapFile(path).fingerprint()) == 4
    path.unlink()
    assert MapFile(path).fingerprint() == ()
