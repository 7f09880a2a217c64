"""Two people with one file: both edits end up in it, or the later one is refused with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import StaleError, UnfitError, UnreadableFileError
from argmap.model import ArgumentMap, ConflictKind, Passage, Step, Verdict
from argmap.store import MapFile
from tests.document.handles import (
    check_file,
    check_history,
    claim,
    inference,
    labels,
    objection,
    reason,
    source,
    words,
)
from tests.store.raw import digest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def both(document: Document) -> tuple[Document, Document]:
    """Two documents on one file; R1: C3 & C4 support C1, R2: C5 opposes C3, and a source S1 that C3 cites."""
    reason(document, "C1", "It cuts emissions", "Emissions must fall")
    objection(document, "C3", "Not abroad")
    document.do(editing.add_source(document.map, "Who pays?"))
    document.do(editing.cite(document.map, claim(document.map, "C3"), source(document.map, "S1")))
    return document, Document.open(document.path)


def _same(first: Document, second: Document) -> None:
    """Both hold the file's map, and its history is whole."""
    second.reload()
    first.reload()
    assert first.map == second.map
    check_file(first.path, first.map)
    check_history(first.path, first.map)


def test_both_edits_end_up_in_the_file_with_numbers_of_their_own(both: tuple[Document, Document]) -> None:
    first, second = both
    mine = editing.add_reason(second.map, claim(second.map, "C1"), "Second")
    reason(first, "C1", "First")
    taken = second.do(mine)
    assert taken.label == "Add reason C7 to C1"
    assert words(second.map)["C6"] == "First"
    assert words(second.map)["C7"] == "Second"
    assert [record.label for record in second.log()][-2:] == ["Add reason C6 to C1", "Add reason C7 to C1"]
    _same(first, second)


def test_each_new_thing_of_a_step_gets_a_free_number_and_the_label_names_them(
    both: tuple[Document, Document],
) -> None:
    first, second = both
    mine = editing.add_undercut(second.map, inference(second.map, "R1"), "Two", "Three")
    reason(first, "C1", "One")
    first.do(editing.add_source(first.map, "Another source"))
    taken = second.do(mine)
    assert taken.label == "Add undercut C7 & C8 to C3 & C4's step"
    assert [use.label for use in second.map.uses_of(claim(second.map, "C7"))] == ["R4"]
    assert second.do(editing.add_source(second.map, "A third")).label == "Add source S3"
    _same(first, second)


def test_numbers_that_nobody_else_took_stay(both: tuple[Document, Document]) -> None:
    first, second = both
    mine = editing.add_source(second.map, "Mine")
    reason(first, "C1", "Other numbers altogether")
    assert second.do(mine).label == "Add source S2"
    _same(first, second)


def test_comments_of_both_get_numbers_of_their_own(both: tuple[Document, Document]) -> None:
    first, second = both
    mine = editing.add_comment(second.map, claim(second.map, "C1"), "Mine")
    first.do(editing.add_comment(first.map, claim(first.map, "C1"), "Theirs"))
    second.do(mine)
    assert [(each.label, each.text) for each in second.map.comments_on(claim(second.map, "C1"))] == [
        ("N1", "Theirs"),
        ("N2", "Mine"),
    ]
    _same(first, second)


def test_edits_of_different_claims_do_not_meet(both: tuple[Document, Document]) -> None:
    first, second = both
    mine = editing.reword(second.map, claim(second.map, "C4"), "Mine")
    first.do(editing.reword(first.map, claim(first.map, "C3"), "Theirs"))
    second.do(mine)
    assert (words(second.map)["C3"], words(second.map)["C4"]) == ("Theirs", "Mine")
    _same(first, second)


_CHANGED = "was not done: somebody else changed the same thing. What they wrote is shown now."
_GONE = "was not done: somebody else removed what it hangs on."
_SAID = "was not done: somebody else recorded the same meanwhile."
_TIED = "was not done: somebody else tied something new to what it removes."

_Edit = "Callable[[ArgumentMap], Step]"

CONFLICTING: dict[str, tuple[Callable[[ArgumentMap], Step], Callable[[ArgumentMap], Step], str]] = {
    "both reword one claim": (
        lambda map_: editing.reword(map_, claim(map_, "C3"), "Theirs"),
        lambda map_: editing.reword(map_, claim(map_, "C3"), "Mine"),
        f"“Reword C3” {_CHANGED}",
    ),
    "both name the map": (
        lambda map_: editing.set_title(map_, "Theirs"),
        lambda map_: editing.set_title(map_, "Mine"),
        f"“Set the title” {_CHANGED}",
    ),
    "both add a co-premise to one step": (
        lambda map_: editing.add_co_premise(map_, inference(map_, "R1"), "Theirs"),
        lambda map_: editing.add_co_premise(map_, inference(map_, "R1"), "Mine"),
        f"“Add co-premise C7 to C3 & C4” {_CHANGED}",
    ),
    "the target is gone": (
        lambda map_: editing.remove_claim(map_, claim(map_, "C3")),
        lambda map_: editing.add_objection(map_, claim(map_, "C3"), "Mine"),
        f"“Add objection C6 to C3” {_GONE}",
    ),
    "the step attacked is gone": (
        lambda map_: editing.remove_inference(map_, inference(map_, "R1")),
        lambda map_: editing.add_undercut(map_, inference(map_, "R1"), "Mine"),
        f"“Add undercut C6 to C3 & C4's step” {_GONE}",
    ),
    "the source is gone": (
        lambda map_: editing.remove_source(map_, source(map_, "S1")),
        lambda map_: editing.cite(map_, claim(map_, "C1"), source(map_, "S1")),
        f"“Cite S1 for C1” {_GONE}",
    ),
    "what is reworded is gone": (
        lambda map_: editing.remove_claim(map_, claim(map_, "C5")),
        lambda map_: editing.reword(map_, claim(map_, "C5"), "Mine"),
        f"“Reword C5” {_CHANGED}",
    ),
    "an objection hangs on what is removed": (
        lambda map_: editing.add_objection(map_, claim(map_, "C5"), "Theirs"),
        lambda map_: editing.remove_claim(map_, claim(map_, "C5")),
        f"“Remove C5” {_TIED}",
    ),
    "an undercut hangs on what is removed": (
        lambda map_: editing.add_undercut(map_, inference(map_, "R1"), "Theirs"),
        lambda map_: editing.remove_inference(map_, inference(map_, "R1")),
        f"“Remove C3 & C4's support of C1” {_TIED}",
    ),
    "what is removed is used elsewhere": (
        lambda map_: editing.add_reason(map_, claim(map_, "C2"), claim(map_, "C5")),
        lambda map_: editing.remove_claim(map_, claim(map_, "C5")),
        f"“Remove C5” {_TIED}",
    ),
    "what is removed is cited": (
        lambda map_: editing.cite(map_, claim(map_, "C5"), source(map_, "S1")),
        lambda map_: editing.remove_claim(map_, claim(map_, "C5")),
        f"“Remove C5” {_TIED}",
    ),
    "what is removed cites the source": (
        lambda map_: editing.cite(map_, claim(map_, "C5"), source(map_, "S1")),
        lambda map_: editing.remove_source(map_, source(map_, "S1")),
        f"“Remove source S1” {_TIED}",
    ),
    "what is removed is in a conflict": (
        lambda map_: editing.record_conflict(map_, claim(map_, "C5"), claim(map_, "C2"), ConflictKind.CONTRARY),
        lambda map_: editing.remove_claim(map_, claim(map_, "C5")),
        f"“Remove C5” {_TIED}",
    ),
    "what is removed is commented on": (
        lambda map_: editing.add_comment(map_, claim(map_, "C5"), "Keep this"),
        lambda map_: editing.remove_claim(map_, claim(map_, "C5")),
        f"“Remove C5” {_TIED}",
    ),
    "both record one conflict": (
        lambda map_: editing.record_conflict(map_, claim(map_, "C5"), claim(map_, "C2"), ConflictKind.CONTRADICTORY),
        lambda map_: editing.record_conflict(map_, claim(map_, "C2"), claim(map_, "C5"), ConflictKind.CONTRARY),
        f"“Record a conflict of C2 and C5” {_SAID}",
    ),
    "both say that two passages are one voice": (
        lambda map_: editing.record_dependence(
            map_, Passage(source(map_, "S1"), "1"), Passage(source(map_, "S1"), "2")
        ),
        lambda map_: editing.record_dependence(
            map_, Passage(source(map_, "S1"), "2"), Passage(source(map_, "S1"), "1")
        ),
        f"“Record S1 and S1 as one voice” {_SAID}",
    ),
    "both judge one pair": (
        lambda map_: editing.judge_pair(map_, claim(map_, "C2"), claim(map_, "C5"), Verdict.DIFFERENT),
        lambda map_: editing.judge_pair(map_, claim(map_, "C2"), claim(map_, "C5"), Verdict.DIFFERENT),
        f"“Judge C2 and C5: different” {_SAID}",
    ),
    "what is removed depends on a source": (
        lambda map_: editing.record_dependence(
            map_, Passage(source(map_, "S1"), "1"), Passage(source(map_, "S1"), "2")
        ),
        lambda map_: editing.remove_source(map_, source(map_, "S1")),
        f"“Remove source S1” {_TIED}",
    ),
}


@pytest.mark.parametrize("case", CONFLICTING)
def test_an_edit_that_meets_another_is_refused_and_changes_nothing(both: tuple[Document, Document], case: str) -> None:
    theirs, mine, sentence = CONFLICTING[case]
    first, second = both
    step = mine(second.map)
    first.do(theirs(first.map))
    before = digest(first.path)
    with pytest.raises(UnfitError) as refusal:
        second.do(step)
    assert sentence.replace("C7", "C6") == str(refusal.value)
    assert before == digest(first.path)
    assert first.map == second.map, "what the other wrote is shown"
    reason(second, "C1", "And work goes on")
    _same(first, second)


def test_undo_takes_back_the_step_that_somebody_else_took_meanwhile(both: tuple[Document, Document]) -> None:
    first, second = both
    reason(first, "C1", "Theirs")
    assert second.undo().label == "Undo: Add reason C6 to C1"
    assert labels(second.map) == ["C1", "C2", "C3", "C4", "C5"]
    _same(first, second)


def test_a_change_by_others_is_seen_without_reading_the_file(both: tuple[Document, Document]) -> None:
    first, second = both
    assert not second.changed_outside()
    reason(first, "C1", "Theirs")
    assert second.changed_outside()
    assert not first.changed_outside()
    second.reload()
    assert not second.changed_outside()


def test_a_file_that_can_no_longer_be_read_stays_changed(both: tuple[Document, Document]) -> None:
    """A reload that fails leaves the map as it was and does not pass for reading."""
    first, _ = both
    before = ArgumentMap(first.map.entities())
    first.path.write_bytes(b"no map")
    with pytest.raises(UnreadableFileError):
        first.reload()
    assert before == first.map
    assert first.changed_outside()


def test_an_edit_of_a_file_that_is_gone_is_refused_and_memory_stays(both: tuple[Document, Document]) -> None:
    first, _ = both
    before = ArgumentMap(first.map.entities())
    first.path.unlink()
    with pytest.raises(UnreadableFileError) as refusal:
        reason(first, "C1", "Lost")
    assert refusal.value.code == "E-VANISHED"
    assert f"{first.path} is not there any more" in str(refusal.value)
    assert before == first.map
    assert list(first.path.parent.iterdir()) == []


def test_a_file_that_others_keep_changing_is_given_up(
    both: tuple[Document, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a few tries the edit is refused rather than tried for ever."""
    first, _ = both
    tries: list[str] = []

    def always_stale(file: MapFile, *_: object) -> None:
        tries.append(file.path.name)
        raise StaleError(file.path.name)

    monkeypatch.setattr(MapFile, "write", always_stale)
    with pytest.raises(StaleError) as refusal:
        reason(first, "C1", "Mine")
    assert str(refusal.value) == (
        "tax.argmap was changed by another program since it was read. Nothing was overwritten."
    )
    assert tries == ["tax.argmap"] * 20


def test_the_notices_of_a_step_survive_taking_it_again(both: tuple[Document, Document]) -> None:
    first, second = both
    mine = editing.add_claim(second.map, "With a bell\a")
    reason(first, "C1", "Theirs")
    assert second.do(mine).notices == ("1 control character was removed from what you entered.",)
