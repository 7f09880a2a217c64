"""The steps a file remembers: undo and redo across sessions, who did what when, and what cannot be taken back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import NothingToUndoError, StandsOnItError
from argmap.model import About, ArgumentMap, Claim, added, changed, removed
from argmap.store import Kind, Record
from tests.document.handles import check_file, check_history, claim, labels, objection, reason
from tests.store.raw import digest, steps_in

if TYPE_CHECKING:
    from pathlib import Path


def _open(document: Document) -> Document:
    return Document.open(document.path)


def test_undo_works_in_a_later_session(document: Document) -> None:
    reason(document, "C1", "One")
    objection(document, "C1", "Two")
    assert _open(document).undo().label == "Undo: Add objection C4 to C1"
    assert _open(document).undo().label == "Undo: Add reason C3 to C1"
    again = _open(document)
    assert labels(again.map) == ["C1", "C2"]
    with pytest.raises(NothingToUndoError) as refusal:
        again.undo()
    assert str(refusal.value) == "There is nothing to undo."


def test_redo_works_in_a_later_session(document: Document) -> None:
    reason(document, "C1", "One")
    objection(document, "C1", "Two")
    after = ArgumentMap(document.map.entities())
    document.undo()
    document.undo()
    assert _open(document).redo().label == "Redo: Add reason C3 to C1"
    assert _open(document).redo().label == "Redo: Add objection C4 to C1"
    again = _open(document)
    assert after == again.map
    with pytest.raises(NothingToUndoError) as refusal:
        again.redo()
    assert str(refusal.value) == "There is nothing to redo."


@pytest.mark.parametrize("reopened", [False, True], ids=["in one session", "in the next session"])
def test_a_new_edit_ends_what_could_be_redone(document: Document, *, reopened: bool) -> None:
    reason(document, "C1", "One")
    document.undo()
    objection(document, "C1", "Two")
    later = _open(document) if reopened else document
    with pytest.raises(NothingToUndoError):
        later.redo()
    later.undo()
    assert labels(later.map) == ["C1", "C2"]


def test_a_redone_step_can_be_undone_and_redone(document: Document) -> None:
    reason(document, "C1", "One")
    for _ in range(3):
        document.undo()
        assert labels(document.map) == ["C1", "C2"]
        document.redo()
        assert labels(document.map) == ["C1", "C2", "C3"]
    check_history(document.path, document.map)


def test_undo_and_redo_are_steps_of_their_own_that_name_what_they_take_back(document: Document) -> None:
    reason(document, "C1", "One")
    document.undo()
    document.redo()
    _, step, undo, redo = document.log()
    assert (undo.kind, undo.refers, undo.label) == (Kind.UNDO, step.id, "Undo: Add reason C3 to C1")
    assert (redo.kind, redo.refers, redo.label) == (Kind.REDO, step.id, "Redo: Add reason C3 to C1")


def test_making_the_map_cannot_be_undone(document: Document) -> None:
    before = digest(document.path)
    with pytest.raises(NothingToUndoError):
        document.undo()
    assert before == digest(document.path)


def test_a_step_that_changes_nothing_is_not_saved(document: Document) -> None:
    before = digest(document.path)
    step = editing.set_title(document.map, "Tax")
    assert document.do(step) == step
    assert before == digest(document.path)


def test_numbers_of_removed_things_are_not_given_again(document: Document) -> None:
    reason(document, "C1", "One")
    document.do(editing.remove_claim(document.map, claim(document.map, "C3")))
    assert reason(document, "C1", "Two").label == "Add reason C4 to C1"
    document.do(editing.remove_claim(document.map, claim(document.map, "C4")))
    later = _open(document)
    assert reason(later, "C1", "Three").label == "Add reason C5 to C1"
    assert [use.label for use in later.map.inferences.values()] == ["R3"]


def test_numbers_of_undone_things_are_not_given_again(document: Document) -> None:
    reason(document, "C1", "One")
    document.undo()
    assert reason(_open(document), "C1", "Two").label == "Add reason C4 to C1"


def test_each_kind_of_number_is_remembered_by_the_file(document: Document) -> None:
    reason(document, "C1", "One")
    document.do(editing.add_source(document.map, "S"))
    document.do(editing.add_comment(document.map, document.map.about.id, "N"))
    for _ in range(3):
        document.undo()
    assert _open(document).map.highest_numbers() == (3, 1, 1, 1)


def test_the_log_says_who_did_what_when(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    began = time.time_ns() // 1_000_000
    monkeypatch.setenv("ARGMAP_AUTHOR", "Joe")
    reason(_open(document), "C1", "One")
    reason(Document.open(document.path, author="Ann"), "C1", "Two")
    records = document.log()
    assert [(each.seq, each.author, each.label, each.kind) for each in records] == [
        (1, "Tester", "Make the map", Kind.NEW),
        (2, "Joe", "Add reason C3 to C1", Kind.EDIT),
        (3, "Ann", "Add reason C4 to C1", Kind.EDIT),
    ]
    times = [each.at for each in records]
    assert times == sorted(times)
    assert began - 60_000 <= times[0] <= time.time_ns() // 1_000_000
    assert len({each.session for each in records}) == 3
    assert ["", *(each.id for each in records[:-1])] == [each.parent for each in records]


def test_every_step_is_sealed_by_the_hash_of_all_that_it_says(document: Document) -> None:
    reason(document, "C1", "One")
    document.undo()
    check_history(document.path, document.map)
    for step in steps_in(document.path):
        assert step.right_id == step.id


def test_a_step_of_a_kind_of_its_own_is_undone_like_any_other(document: Document) -> None:
    document.do(editing.add_claim(document.map, "Merged in"), Kind.MERGE)
    assert [each.kind for each in document.log()] == [Kind.NEW, Kind.MERGE]
    document.undo()
    assert labels(document.map) == ["C1", "C2"]


def _write(document: Document, kind: Kind, *changes: object) -> None:
    """Write a step as another program could: the file is sound, though nobody's undo refers to it."""
    head = document.file.read().head
    document.file.write(Record(label="By another program", kind=kind), changes, head)  # type: ignore[arg-type]


def test_what_was_changed_since_cannot_be_undone_alone(document: Document) -> None:
    """A step whose outcome is no longer there is refused, and nothing changes."""
    reason(document, "C1", "One")
    now = document.map.claims[claim(document.map, "C3")]
    reworded = Claim(id=now.id, number=now.number, text="Two")
    _write(document, Kind.UNDO, changed(document.map, reworded))
    later = _open(document)
    before = digest(document.path)
    with pytest.raises(StandsOnItError) as refusal:
        later.undo()
    assert str(refusal.value) == (
        "“Add reason C3 to C1” cannot be undone alone: what it made was changed since. Undo the later steps first."
    )
    assert before == digest(document.path)
    check_file(document.path, later.map)


def test_what_is_there_again_cannot_be_made_once_more(document: Document) -> None:
    """Undoing a removal is refused where the thing is back already."""
    spare = Claim(number=3, text="Spare")
    document.do(editing.add_claim(document.map, "Spare"))
    there = document.map.claims[claim(document.map, "C3")]
    document.do(editing.remove_claim(document.map, there.id))
    _write(document, Kind.REDO, added(there))
    later = _open(document)
    with pytest.raises(StandsOnItError):
        later.undo()
    assert spare.text == later.map.claims[there.id].text


def test_what_is_gone_cannot_be_taken_away_once_more(document: Document) -> None:
    reason(document, "C1", "One")
    use = next(iter(document.map.inferences.values()))
    _write(document, Kind.UNDO, removed(use))
    with pytest.raises(StandsOnItError):
        _open(document).undo()


def test_a_map_is_made_with_what_it_says_of_itself(folder: Path) -> None:
    """A map of claims alone gets an `About` of its own; one that has it keeps it."""
    bare = Document.create(folder / "bare.argmap", [Claim(number=1, text="One")])
    assert [type(each) for each in bare.map.entities()] == [About, Claim]
    about = About(title="Mine")
    assert about == Document.create(folder / "own.argmap", [about]).map.about
