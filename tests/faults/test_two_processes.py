"""Two programs edit one file at the same time: the steps of both are in, each with its own number."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing
from argmap.document import Document
from argmap.store.migrations import upgrade_tables
from argmap.store.recovery import has_journal
from tests.document.handles import check_file, check_history
from tests.faults.counts import STEPS_OF_EACH
from tests.faults.disk import after_kill
from tests.faults.scenes import (
    NAME,
    State,
    bring_in_many,
    contents,
    give_a_reason,
    put,
    put_whole,
    record,
    remove_a_branch,
)
from tests.faults.stand_in import writing_through
from tests.faults.worker import ENOUGH
from tests.faults.working import Worker, workers

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.disk import Operation
    from tests.faults.scenes import Save

GOLDEN = Path(__file__).parents[1] / "store" / "golden"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the worker forks, which Windows cannot")


def test_the_steps_of_two_programs_that_edit_at_the_same_time_are_all_in(folder: Path) -> None:
    path = put_whole(folder)
    known = len(Document.open(path).log())
    with workers(2) as both:
        for name, worker in zip("AB", both, strict=True):
            worker.start("share", path, name, STEPS_OF_EACH)
        for worker in both:
            worker.go()
        said = [line for worker in both for line in worker.hear_all()]
    assert said.count("end 0") == 2, said
    saved = [line.removeprefix("saved ") for line in said if line.startswith("saved ")]
    document = Document.open(path)
    assert len(set(saved)) == 2 * STEPS_OF_EACH
    assert set(saved) == {record.id for record in document.log()[known:]}
    numbers = [claim.number for claim in document.map.claims.values()]
    assert len(numbers) == len(set(numbers))
    words = {claim.text for claim in document.map.claims.values()}
    assert words >= {f"{name} {number}" for name in "AB" for number in range(STEPS_OF_EACH)}
    check_file(path, document.map)
    check_history(path, document.map)


@pytest.mark.parametrize("save", [give_a_reason, bring_in_many, remove_a_branch])
@pytest.mark.parametrize("pragmas", [(), ("cache_size = 4",)])
def test_who_reads_at_any_moment_of_a_save_sees_the_map_before_or_after_or_is_told_to_wait(
    folder: Path, save: Save, pragmas: tuple[str, ...]
) -> None:
    """Another program reads before and after each operation of the disk."""
    document = Document.open(put_whole(folder))
    before = document.log()[-1].id
    with workers() as (reader,):
        reader.start("look", document.path)
        reader.go()
        reader.hear("going")
        look = _Look(reader)
        with writing_through(look, folder, *pragmas):
            save(document)
        reader.tell(ENOUGH)
        assert reader.hear_all() == ["end 0"]
    after = document.log()[-1].id
    assert set(look.seen) <= {f"seen {before}", f"seen {after}", "refused E-BUSY"}, look.seen
    assert look.seen[f"seen {before}"] > 0
    assert list(contents(folder)) == [NAME]


class _Look:
    """Lets another program read the file before every operation on the disk."""

    def __init__(self, reader: Worker) -> None:
        self.reader = reader
        self.seen: Counter[str] = Counter()

    def __call__(self, operation: Operation, do: Callable[[], None]) -> None:
        do()
        if operation.kind != "read":
            self.reader.tell("look")
            self.seen[self.reader.hear_any()] += 1


def test_who_reads_while_a_save_ends_does_not_take_the_file_for_cut_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is looked at while it grows; by the time somebody looks for its journal, the save is over."""
    scene = record("an import", folder, bring_in_many)
    first = next(at for at, each in enumerate(scene.operations) if each.file == NAME)
    put(folder, after_kill(scene.files, scene.operations[: first + 1]))

    def has_journal_once_it_is_over(path: Path) -> bool:
        put(folder, after_kill(scene.files, scene.operations))
        return has_journal(path)

    monkeypatch.setattr("argmap.store.header.has_journal", has_journal_once_it_is_over)
    assert State.of(folder / NAME) == scene.after


def test_a_step_that_came_too_late_can_be_taken_again(folder: Path) -> None:
    """Its new claims get the next free numbers then."""
    ours = Document.open(put_whole(folder))
    theirs = Document.open(ours.path)
    step = editing.add_claim(ours.map, "Ours")
    theirs.do(editing.add_claim(theirs.map, "Theirs"))
    ours.reload()
    ours.do(step)
    numbers = [claim.number for claim in ours.map.claims.values()]
    assert len(numbers) == len(set(numbers))


def test_while_a_file_of_an_older_format_is_upgraded_nobody_else_can_save(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saved between the copy and its taking the file's place would be gone."""
    path = Path(copyfile(GOLDEN / "v1.argmap", folder / NAME))
    told: list[str] = []

    def meanwhile(*arguments: Any) -> None:
        done = subprocess.run([sys.executable, "-c", _TAKE, str(path)], capture_output=True, text=True, check=True)
        told.append(done.stdout.strip())
        upgrade_tables(*arguments)

    monkeypatch.setattr("argmap.store.upgrading.upgrade_tables", meanwhile)
    document = Document.open(path)
    document.do(editing.add_claim(document.map, "Saved in today's format"))
    assert told == ["database is locked"]
    check_history(path, document.map)


_TAKE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""
