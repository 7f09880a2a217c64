"""Damaged files: all that can be read comes back in a file that opens, and what is lost is listed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import FileExistsAlreadyError, UnreadableFileError
from argmap.model import Claim
from argmap.model.labels import find_claim
from argmap.store import MapFile
from argmap.store import salvage_pages as reading_pages
from argmap.store.reading import read_file
from argmap.store.salvage import salvage, survey
from argmap.store.salvage_checks import examine
from tests.store.raw import fetch, forge, run, snapshot, steps_in
from tests.store.rescuing import (
    CLAIM_3,
    WITHOUT_HISTORY,
    WITHOUT_SUM,
    labels_in,
    refusal_of,
    salvaged,
    zero,
)
from tests.store.spoiling import SPOILED

if TYPE_CHECKING:
    from pathlib import Path


# -- every way to spoil a file ---------------------------------------------------------------------------------------

_CUT = {"half", "header alone", "first page alone"}


@pytest.mark.parametrize("way", SPOILED)
def test_a_spoiled_file_has_findings_or_is_refused(path: Path, way: str) -> None:
    """What is refused when it is opened is never called sound; what is still a map of ours comes back whole."""
    known = read_file(path).map
    SPOILED[way][0](path)
    try:
        examination = examine(path)
    except UnreadableFileError:
        assert refusal_of(path) in {SPOILED[way][1], "E-NOTHING-LEFT"}
        return
    assert not examination.is_sound
    if way not in _CUT:
        map_, rescue = salvaged(path)
        assert known == map_
        assert all(
            note.what.startswith("it stands in a table") or "more than one map" in note.what
            for note in rescue.report.lost
        )


def test_a_sound_file_is_called_sound(path: Path, sample: Path) -> None:
    for each in (path, sample):
        before = snapshot(each.parent)
        assert examine(each).is_sound
        assert before == snapshot(each.parent)


def test_a_sound_file_comes_back_as_it_is(path: Path) -> None:
    known = read_file(path).map
    map_, rescue = salvaged(path)
    assert known == map_
    assert rescue.report.is_whole
    assert known.highest_numbers() == map_.highest_numbers()


# -- rows that no map can hold ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "label", "what"),
    [
        (
            "UPDATE claim SET text = CAST(x'4f6bff' AS TEXT) WHERE number = 3",
            "C3",
            "its words could not be read in full",
        ),
        ("UPDATE claim SET text = ' ' WHERE number = 3", "C3", "its words are lost"),
        ("UPDATE claim SET text = 'a' || char(0) || 'b' WHERE number = 3", "C3", "its words held a character"),
        ("UPDATE claim SET text = hex(zeroblob(6000)) WHERE number = 3", "C3", "its words were too long and were cut"),
        ("UPDATE claim SET credence = 7 WHERE number = 3", "C3", "its credence was no number from 0 to 1"),
        ("UPDATE claim SET implicit = 7 WHERE number = 3", "C3", "its implicit was neither yes nor no"),
        ("UPDATE claim SET extras = '{' WHERE number = 3", "C3", "its rest from another format"),
        ("UPDATE claim SET position = char(10) WHERE number = 1", "C1", "its place could not be read"),
        ("UPDATE claim SET number = -1 WHERE number = 3", "C10", "its number could not be read"),
        ("UPDATE claim SET number = 4 WHERE number = 3", "C10", "its number, C4, was that of another"),
        ("UPDATE inference SET relevance = 9 WHERE number = 1", "R1", "its relevance was no number"),
        ("UPDATE citation SET start = -4", "citation", "its start was before the beginning"),
        ("UPDATE conflict_pair SET kind = 'bitter'", "conflict", "it counts as contrary"),
        ("UPDATE comment SET at = -1", "N1", "its time could not be read"),
        ("UPDATE source SET title = '' WHERE number = 1", "S1", "its title is lost"),
    ],
)
def test_what_a_rule_puts_right_is_kept_and_listed(path: Path, change: str, label: str, what: str) -> None:
    known = read_file(path).map
    run(path, WITHOUT_HISTORY, WITHOUT_SUM, "PRAGMA ignore_check_constraints = ON", change)
    map_, rescue = salvaged(path)
    assert {type(each) for each in known.entities()} == {type(each) for each in map_.entities()}
    assert len(list(known.entities())) == len(list(map_.entities()))
    assert what in labels_in(rescue.report.repaired)[label]
    assert not rescue.report.lost


@pytest.mark.parametrize(
    ("change", "lost", "repaired"),
    [
        (
            "DELETE FROM claim WHERE number = 3",
            {
                "claim": "other parts refer to it",
                "R5": "it lost 1 claim",
                "citation": "it lost",
                "conflict": "it lost",
                "merged-away claim": "it lost",
            },
            {"R1": "it lost its co-premise", "N1": "it is on the map now"},
        ),
        ("DELETE FROM inference WHERE number = 1", {"inference": "other parts refer", "R3": "it lost 1 inference"}, {}),
        (
            "DELETE FROM source WHERE number = 1",
            {"source": "other parts", "citation": "it lost", "dependence": "it lost"},
            {},
        ),
        ("UPDATE inference SET polarity = '' WHERE number = 2", {"R2": "cannot be read"}, {}),
        ("DELETE FROM term_word WHERE place > 0", {"term": "at least two different words"}, {}),
        (
            "UPDATE inference SET target_inference = id, target_claim = NULL WHERE number = 4",
            {"R4": "bear on itself"},
            {},
        ),
    ],
)
def test_what_hangs_on_what_is_gone_goes_with_it_and_is_listed(
    path: Path, change: str, lost: dict[str, str], repaired: dict[str, str]
) -> None:
    run(path, WITHOUT_HISTORY, "PRAGMA ignore_check_constraints = ON", change)
    _, rescue = salvaged(path)
    for expected, notes in ((lost, rescue.report.lost), (repaired, rescue.report.repaired)):
        found = labels_in(notes)
        assert found.keys() == expected.keys()
        for label, what in expected.items():
            assert what in found[label]


def test_what_the_sum_proves_to_be_as_it_was_is_not_listed(path: Path) -> None:
    """A flag that no map can hold is read as the one it was."""
    known = read_file(path).map
    run(path, WITHOUT_HISTORY, "PRAGMA ignore_check_constraints = ON", "UPDATE claim SET implicit = 7 WHERE number = 3")
    map_, rescue = salvaged(path)
    assert known == map_
    assert rescue.report.is_whole


def test_a_second_row_of_the_same_id_is_kept_with_another(path: Path) -> None:
    """The unique index is gone, so that two rows could get one id."""
    run(
        path,
        WITHOUT_HISTORY,
        "PRAGMA writable_schema = ON",
        "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_claim_1'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'PRIMARY KEY (id, map_no),', '') WHERE name = 'claim'",
        "PRAGMA writable_schema = RESET",
        f"INSERT INTO claim SELECT 1, id, number, 'Twice', '', NULL, 0, '', '', '' FROM claim WHERE id = {CLAIM_3}",
    )
    map_, rescue = salvaged(path)
    (second,) = (claim for claim in map_.claims.values() if claim.text == "Twice")
    assert second.label == "C10"
    assert find_claim(map_, "C3").text == "It cuts emissions"
    assert "its id was that of another claim" in " ".join(note.what for note in rescue.report.repaired)


# -- the history as a second source ----------------------------------------------------------------------------------


def test_a_damaged_row_comes_from_the_history_even_where_that_is_broken(path: Path) -> None:
    """The chain does not hold any more, but the steps can be read."""
    known = read_file(path).map
    run(
        path,
        "UPDATE step SET author = 'Nobody' WHERE seq = 2",
        f"UPDATE claim SET text = CAST(x'ff' AS TEXT) WHERE id = {CLAIM_3}",
    )
    map_, rescue = salvaged(path)
    assert known == map_
    assert labels_in(rescue.report.restored).keys() == {"C3"}
    assert not rescue.report.from_history


def test_a_deleted_row_comes_from_the_history(path: Path) -> None:
    known = read_file(path).map
    forge(path, "UPDATE step SET author = 'Nobody' WHERE seq = 2", f"DELETE FROM claim WHERE id = {CLAIM_3}")
    map_, rescue = salvaged(path)
    assert known == map_
    assert not rescue.report.lost


def test_what_was_removed_stays_removed(path: Path) -> None:
    """A step that can be read took it away; steps before it still hold it."""
    document = Document.open(path)
    document.do(editing.remove_claim(document.map, find_claim(document.map, "C8").id))
    run(path, "UPDATE step SET author = 'Nobody' WHERE seq = 2")
    zero(path, 2)
    map_, rescue = salvaged(path)
    assert document.map == map_
    assert not rescue.report.lost


def test_the_history_is_believed_where_it_holds_and_what_else_stood_there_is_listed(path: Path) -> None:
    known = read_file(path).map
    run(
        path,
        "UPDATE claim SET text = 'Other words' WHERE number = 3",
        "INSERT INTO claim VALUES (1, 'new', 99, 'Slipped in', '', NULL, 0, '', '', '')",
    )
    map_, rescue = salvaged(path)
    assert known == map_
    assert rescue.report.from_history
    assert [(note.label, note.text) for note in rescue.report.lost] == [("C99", "Slipped in")]
    assert "(C3)" in rescue.report.told[0]


def test_where_both_can_be_read_and_differ_it_is_said(path: Path) -> None:
    run(path, "UPDATE step SET author = 'Nobody' WHERE seq = 2", "UPDATE claim SET text = 'Other' WHERE number = 3")
    map_, rescue = salvaged(path)
    assert find_claim(map_, "C3").text == "Other"
    assert "(C3)" in rescue.report.told[0]


# -- the new file ----------------------------------------------------------------------------------------------------


def test_the_new_file_is_the_same_map_with_one_step(folder: Path, path: Path) -> None:
    known = read_file(path).map
    zero(path, 2)
    salvage(path, folder / "new.argmap", "Ada")
    (step,) = steps_in(folder / "new.argmap")
    assert (step.label, step.author, step.seq) == ("Salvage from m.argmap", "Ada", 1)
    opened = MapFile(folder / "new.argmap").read()
    assert opened.map.about.id == known.about.id
    assert fetch(folder / "new.argmap", "SELECT copy_id FROM file") != fetch(path, "SELECT copy_id FROM file")


def test_numbers_of_what_was_removed_are_not_given_again(path: Path) -> None:
    run(path, "UPDATE file SET last_claim = 77, last_source = 999999999")
    map_, _ = salvaged(path)
    assert map_.highest_numbers()[0] == 77
    assert map_.next_number(Claim) == 78


@pytest.mark.parametrize("name", ["m.argmap", "other.argmap", "link.argmap"])
def test_nothing_that_is_there_is_written_over(folder: Path, path: Path, name: str) -> None:
    (folder / "other.argmap").write_text("mine")
    (folder / "link.argmap").symlink_to("nowhere")
    before = snapshot(folder)
    with pytest.raises(FileExistsAlreadyError):
        salvage(path, folder / name)
    assert before == snapshot(folder)


def test_what_stands_in_a_log_beside_the_file_comes_back(folder: Path, path: Path) -> None:
    other = folder / "other" / "m.argmap"
    other.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE claim SET note = 'In the log' WHERE number = 4")
        connection.execute(WITHOUT_HISTORY)
        shutil.copyfile(path, other)
        shutil.copyfile(f"{path}-wal", f"{other}-wal")
    map_, _ = salvaged(other)
    assert find_claim(map_, "C4").note == "In the log"
    examination = examine(other)
    assert "-wal" in examination.checks[0].details[0]


def test_a_file_that_takes_for_ever_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pages, "PATIENCE", -1.0)
    with pytest.raises(UnreadableFileError) as refusal:
        survey(path)
    assert refusal.value.code == "E-TOO-SLOW"
