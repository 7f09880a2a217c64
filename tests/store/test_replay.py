"""The history of a stranger's file: chained, and leading to what the file says, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap import settings
from argmap.document import Document
from argmap.editing import add_objection, add_reason, new_map, reword
from argmap.errors import UnreadableFileError
from argmap.model import Comment, added
from argmap.store import MapFile, Record, replay
from argmap.store.history import encode, pack, seal
from argmap.store.reading import read_file
from tests.store.raw import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def document(folder: Path) -> Document:
    """A map with a few steps."""
    made = Document.create(folder / "m.argmap", new_map(question="Why?", positions=["Yes", "No"]), author="A")
    yes, no = made.map.positions()
    made.do(add_reason(made.map, yes.id, "Because", "And because"))
    made.do(reword(made.map, no.id, "Not at all"))
    made.do(add_objection(made.map, no.id, "But"))
    made.undo()
    made.redo()
    return made


def refusal_of(path: Path) -> str:
    """The code a stranger's file is refused with; nothing if it is read."""
    try:
        read_file(path)
    except UnreadableFileError as error:
        return error.code
    return ""


def test_a_file_whose_steps_lead_to_what_it_says_is_read(document: Document) -> None:
    assert refusal_of(document.path) == ""


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE step SET label = 'Something else' WHERE seq = 2",
        "UPDATE step SET author = 'B' WHERE seq = 3",
        "UPDATE step SET at = at + 1 WHERE seq = 4",
        "UPDATE step SET parent = '' WHERE seq = 3",
        "UPDATE step SET refers = '' WHERE seq = 5",
        "UPDATE step SET seq = 99 WHERE seq = 6",
        "DELETE FROM step WHERE seq = 3",
        "DELETE FROM step WHERE seq = 6",
        "DELETE FROM step",
        "UPDATE file SET head = (SELECT id FROM step WHERE seq = 5)",
        "UPDATE step SET payload = (SELECT payload FROM step WHERE seq = 2) WHERE seq = 3",
    ],
)
def test_a_forged_history_is_refused(document: Document, change: str) -> None:
    run(document.path, change)
    assert refusal_of(document.path) == "E-HISTORY"


def test_a_history_that_is_chained_but_leads_elsewhere_is_refused(document: Document) -> None:
    """Whoever forges a step and seals it again still has to meet what the rows say."""
    *_, (record, changes) = document.file.steps()
    payload = encode(changes[:1])
    sealed = seal(record, payload)
    run(
        document.path,
        f"UPDATE step SET payload = x'{pack(payload).hex()}', id = '{sealed.id}' WHERE seq = {record.seq}",
    )
    run(document.path, f"UPDATE file SET head = '{sealed.id}'")
    assert refusal_of(document.path) == "E-HISTORY"


def test_a_step_that_unpacks_to_far_more_than_the_file_is_refused(document: Document) -> None:
    """A few hundred kilobytes cannot make anybody's memory run out."""
    *_, (record, _) = document.file.steps()
    payload = b"[" + b"[]," * 10_000_000 + b"[]]"
    sealed = seal(record, payload)
    assert len(pack(payload)) < 200_000
    run(
        document.path,
        f"UPDATE step SET payload = x'{pack(payload).hex()}', id = '{sealed.id}' WHERE seq = {record.seq}",
        f"UPDATE file SET head = '{sealed.id}'",
    )
    assert refusal_of(document.path) == "E-HISTORY"


def test_a_history_that_takes_for_ever_is_given_up(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the time is up at once."""
    monkeypatch.setattr(replay, "DEADLINE", -1.0)
    assert refusal_of(document.path) == "E-TOO-SLOW"


@pytest.mark.parametrize("at", [2**63 - 1, -(2**63), 253_402_300_800_000], ids=["far", "long ago", "year 10,000"])
def test_an_odd_time_is_kept_as_it_is(document: Document, at: int) -> None:
    """Clocks are wrong sometimes, and strangers write what they like."""
    comment = Comment(number=1, about=document.map.positions()[0].id, text="Odd", at=at)
    head = document.log()[-1].id
    document.file.write(Record(label="Comment", author="B", at=at), [added(comment)], head)
    opened = Document.open(document.path)
    assert opened.map.comments[comment.id] == comment
    assert opened.log()[-1].at == at
    opened.undo()
    assert not opened.map.comments
    assert refusal_of(document.path) == ""


def test_a_file_of_our_own_is_read_without_replaying_it(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    replayed: list[Path] = []
    monkeypatch.setattr("argmap.store.reading.check_history", lambda path, *_: replayed.append(path))
    Document.open(document.path)
    assert replayed == []


def test_a_file_that_somebody_else_touched_is_no_longer_our_own(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    replayed: list[Path] = []
    monkeypatch.setattr("argmap.store.reading.check_history", lambda path, *_: replayed.append(path))
    run(document.path, "UPDATE step SET author = 'B' WHERE seq = 3")
    Document.open(document.path)
    assert replayed == [document.path]


def test_a_copy_is_not_our_own(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    replayed: list[Path] = []
    monkeypatch.setattr("argmap.store.reading.check_history", lambda path, *_: replayed.append(path))
    copy = document.path.with_name("copy.argmap")
    copy.write_bytes(document.path.read_bytes())
    Document.open(copy)
    assert replayed == [copy]


def test_without_a_state_folder_every_file_is_a_stranger_s(
    document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "elsewhere"))
    assert settings.own_mark(document.path) == []
    assert Document.open(document.path).map == document.map


def test_every_step_can_be_gone_back_to(document: Document) -> None:
    seen = [len(MapFile(document.path).entities_at(seq)) for seq in range(1, len(document.log()) + 1)]
    assert seen == [3, 6, 6, 8, 6, 8]
