"""Older formats: read without being changed, upgraded at the first edit, with a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from errno import ENOSPC
from pathlib import Path
from shutil import copyfile

import pytest

from argmap.document import Document
from argmap.editing import add_claim
from argmap.errors import UnwritableFileError
from argmap.formats import read, write
from argmap.model import ArgumentMap
from argmap.store import backups_of
from argmap.store.header import version_of
from argmap.store.migrations import FORMAT, MIGRATIONS, make_tables
from argmap.store.upgrading import upgrade_if_older
from tests.store.raw import snapshot

GOLDEN = Path(__file__).parent / "golden"
RELEASED = sorted(GOLDEN.glob("v*.argmap"), key=lambda path: path.stem)


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest) -> Path:
    """A file as the first argmap of its format wrote it."""
    path: Path = request.param
    return path


@pytest.fixture
def older(golden: Path, folder: Path) -> Path:
    """A copy of a file of an older format."""
    return Path(copyfile(golden, folder / "older.argmap"))


def test_there_is_a_golden_file_of_every_older_format() -> None:
    assert [f"v{number}" for number in range(1, FORMAT)] == [path.stem for path in RELEASED]


def test_every_step_leads_to_the_next_format() -> None:
    assert list(range(2, FORMAT + 1)) == list(MIGRATIONS)


def test_an_older_file_says_what_it_always_said(golden: Path) -> None:
    expected = read(golden.with_suffix(".json").read_bytes(), golden.name)
    assert ArgumentMap(expected.entities) == Document.open(golden).map


def test_reading_an_older_file_changes_no_byte(older: Path) -> None:
    before = older.read_bytes()
    document = Document.open(older)
    document.log()
    assert before == older.read_bytes()
    assert [older] == list(older.parent.iterdir())


def test_the_first_edit_brings_an_older_file_to_the_format_of_today(older: Path) -> None:
    before = older.read_bytes()
    document = Document.open(older)
    steps = [record.id for record in document.log()]
    document.do(add_claim(document.map, "One more."))
    assert version_of(older) == FORMAT
    again = Document.open(older)
    assert document.map == again.map
    assert steps == [record.id for record in again.log()][:-1], "the history is the same, hash for hash"
    assert any(version_of(backup) < FORMAT for backup in backups_of(older))
    assert before not in {path.read_bytes() for path in older.parent.iterdir()}
    assert [older] == list(older.parent.iterdir())


def test_an_upgraded_file_and_a_new_one_have_one_schema(older: Path) -> None:
    query = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    upgrade_if_older(older)
    with closing(sqlite3.connect(older)) as upgraded, closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        make_tables(new)
        assert new.execute(query).fetchall() == upgraded.execute(query).fetchall()


def test_an_upgraded_file_holds_the_same_map(older: Path) -> None:
    before = write(Document.open(older).map, "json").content
    upgrade_if_older(older)
    assert before == write(Document.open(older).map, "json").content


def test_an_older_file_can_be_undone_to_its_beginning(older: Path) -> None:
    document = Document.open(older)
    undone = sum(record.kind.value in {"edit", "redo"} for record in document.log())
    undone -= sum(record.kind.value == "undo" for record in document.log())
    for _ in range(undone):
        document.undo()
    assert {True} == {claim.is_position for claim in Document.open(older).map.claims.values()}


@pytest.mark.parametrize("place", ["backups.keep", "upgrade_tables", "set_writing", "Path.chmod", "Path.replace"])
def test_an_upgrade_that_breaks_off_leaves_the_older_file(
    older: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Wherever the disk fails; what was half made is gone, and a later edit upgrades."""
    document = Document.open(older)
    document.file.keep_daily()
    before = snapshot(older.parent)

    def broken(*_: object, **__: object) -> None:
        raise OSError(ENOSPC, "full")

    with monkeypatch.context() as patched:
        target = f"pathlib.{place}" if place.startswith("Path") else f"argmap.store.upgrading.{place}"
        patched.setattr(target, broken)
        with pytest.raises(UnwritableFileError, match="No space left on device"):
            document.do(add_claim(document.map, "One more."))
    assert before == snapshot(older.parent)
    document.do(add_claim(document.map, "One more."))
    assert document.map == Document.open(older).map
    assert version_of(older) == FORMAT


def test_a_file_in_use_is_not_upgraded_and_nothing_is_lost(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.store.connection.BUSY", 0.01)
    document = Document.open(older)
    before = older.read_bytes()
    with closing(sqlite3.connect(older, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnwritableFileError, match="another program is using the file"):
            document.do(add_claim(document.map, "One more."))
    assert before == older.read_bytes()
    document.do(add_claim(document.map, "One more."))
    assert document.map == Document.open(older).map
