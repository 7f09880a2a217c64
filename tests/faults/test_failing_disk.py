"""A disk that refuses the first, the second, the third … operation of a save, until none is refused.

Whatever it is that fails, and whether the disk comes back at once or only later: the file reads as before, the map in
memory is as before, the refusal is a sentence, and the same step can be taken again.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import UnwritableFileError
from argmap.model import ArgumentMap, Claim
from tests.document.handles import check_file, check_history
from tests.faults.counts import STRIDE
from tests.faults.disk import Breaker, refusal_of
from tests.faults.scenes import (
    NAME,
    State,
    bring_in_many,
    contents,
    give_a_reason,
    put,
    put_whole,
    remove_a_branch,
    take_back,
)
from tests.faults.stand_in import writing_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.disk import Files, Operation
    from tests.faults.scenes import Save

_READING = frozenset({"read", "lock"})
_WAYS: dict[str, Callable[[int], Breaker]] = {
    "an error, once": Breaker,
    "an error, from then on": lambda number: Breaker(number, stays_broken=True),
    "a full disk, once": lambda number: Breaker(number, "SQLITE_FULL", frozenset({"write", "truncate"})),
    "a full disk, from then on": lambda number: Breaker(
        number, "SQLITE_FULL", frozenset({"create", "write"}), stays_broken=True
    ),
    "what cannot be read, once": lambda number: Breaker(number, kinds=_READING),
    "what cannot be read, from then on": lambda number: Breaker(number, kinds=_READING, stays_broken=True),
}


@pytest.fixture
def whole(folder: Path) -> tuple[Files, State]:
    """A folder with a map that has everything, and what it says."""
    path = put_whole(folder)
    return contents(folder), State.of(path)


def _breakers(way: str, stride: int = 1) -> Iterator[Breaker]:
    """One for every operation there is, or one in *stride*; the last does not strike any more."""
    for number in count(1, stride):
        breaker = _WAYS[way](number)
        yield breaker
        if not breaker.has_struck:
            return


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("save", [give_a_reason, remove_a_branch, take_back])
def test_whatever_operation_of_a_save_fails_nothing_has_happened_and_a_later_try_works(
    folder: Path, whole: tuple[Files, State], way: str, save: Save
) -> None:
    failed = 0
    for breaker in _breakers(way, 1 if save is give_a_reason and way == "an error, once" else STRIDE):
        put(folder, whole[0])
        failed += _tried(folder / NAME, whole[1], breaker, save)
    assert failed >= 2


@pytest.mark.parametrize("way", ["an error, once", "a full disk, from then on"])
def test_an_import_larger_than_memory_that_fails_has_not_happened(
    folder: Path, whole: tuple[Files, State], way: str
) -> None:
    """SQLite writes into the file itself long before the end."""
    failed = 0
    for breaker in _breakers(way, 9 * STRIDE):
        put(folder, whole[0])
        failed += _tried(folder / NAME, whole[1], breaker, bring_in_many, "cache_size = 4")
    assert failed >= 10


def _tried(path: Path, before: State, breaker: Breaker, save: Save, *pragmas: str) -> bool:
    """Save on a disk that may fail, then again on one that does not; tells whether the first failed."""
    document = Document.open(path)
    refusal = ""
    try:
        with writing_through(breaker, path.parent, *pragmas):
            save(document)
    except UnwritableFileError as error:
        refusal = str(error)
    if refusal:
        assert refusal.startswith(f"Not saved to {path}: the disk ")
        assert State.of(path) == before
        assert document.map == before.map
        save(document)
    assert State.of(path).map == document.map
    assert list(contents(path.parent)) == [NAME]
    steps = [record.id for record in document.log()]
    assert steps.index(before.head) == len(steps) - 2, "one step was taken, once"
    if breaker.number % 3 == 1:
        check_file(path, document.map)
        check_history(path, document.map)
    return bool(refusal)


def test_a_save_of_which_only_the_very_end_failed_is_not_done_twice(folder: Path) -> None:
    """The journal is gone, so the step is saved; that the folder then cannot be synced does not undo it."""
    document = Document.open(put_whole(folder))
    step = editing.add_claim(document.map, "Said once")

    def fails_at_last(operation: Operation, do: Callable[[], None]) -> None:
        do()
        if operation.is_final:
            raise refusal_of("SQLITE_IOERR_DIR_FSYNC")

    with writing_through(fails_at_last, folder), suppress(UnwritableFileError):
        document.do(step)
    if step.changes[0].id not in document.map.claims:
        document.do(step)
    assert [claim.text for claim in document.map.claims.values()].count("Said once") == 1
    check_file(document.path, document.map)
    check_history(document.path, document.map)


@pytest.mark.parametrize("way", ["an error, once", "an error, from then on", "a full disk, from then on"])
def test_whatever_operation_fails_while_a_map_is_made_no_half_map_is_left(folder: Path, way: str) -> None:
    claims = [Claim(number=number, text=f"Claim {number}") for number in range(1, 30)]
    failed = 0
    for breaker in _breakers(way, 7 * STRIDE):
        put(folder, {})
        try:
            with writing_through(breaker, folder):
                Document.create(folder / NAME, claims)
        except UnwritableFileError:
            assert contents(folder) == {}
            Document.create(folder / NAME, claims)
            failed += 1
        expected = ArgumentMap([Document.open(folder / NAME).map.about, *claims])
        check_file(folder / NAME, expected)
    assert failed >= 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows syncs no folders")
def test_a_new_map_is_there_after_a_power_cut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it has its name, its folder is synced: the last thing that happens."""
    asked: list[str] = []
    sync, link, rename = os.fsync, os.link, os.rename

    def synced(file: int) -> None:
        asked.append("sync the folder" if stat.S_ISDIR(os.fstat(file).st_mode) else "sync a file")
        sync(file)

    def named(how: Callable[..., None], *names: Any, **options: Any) -> None:
        asked.append("name")
        how(*names, **options)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "link", partial(named, link))
    monkeypatch.setattr(os, "rename", partial(named, rename))
    Document.create(folder / NAME, [Claim(number=1, text="One")])
    assert "name" in asked
    assert "sync the folder" in asked[asked.index("name") :]
