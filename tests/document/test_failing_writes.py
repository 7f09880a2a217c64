"""A save that fails: the file and the map in memory are as they were, nothing lies about, and a later try works."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing
from argmap.document import Document
from argmap.errors import FileExistsAlreadyError, UnwritableFileError
from argmap.model import ArgumentMap, Claim
from argmap.store import connection as connecting
from argmap.store import map_file
from tests.document.handles import check_file, check_history, labels, reason
from tests.store.raw import digest, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.mark.parametrize("stage", ["write_rows", "insert_step"])
def test_a_save_that_breaks_off_changes_nothing(
    document: Document, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """Whatever stage it breaks off at."""
    before, known = snapshot(document.path.parent), ArgumentMap(document.map.entities())
    real: Callable[..., Any] = getattr(map_file, stage)

    def broken(*arguments: Any) -> None:
        real(*arguments)
        raise sqlite3.OperationalError

    with monkeypatch.context() as patched:
        patched.setattr(map_file, stage, broken)
        with pytest.raises(UnwritableFileError) as refusal:
            reason(document, "C1", "One")
    assert str(refusal.value).endswith("The file is as it was before; try again.")
    assert before == snapshot(document.path.parent)
    assert known == document.map
    reason(document, "C1", "One")
    check_file(document.path, document.map)
    check_history(document.path, document.map)


def test_a_fault_of_our_own_while_saving_changes_nothing(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even an error that nobody foresaw leaves half a step behind."""
    before, known = snapshot(document.path.parent), ArgumentMap(document.map.entities())

    def broken(*_: Any) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(map_file, "pack", broken)
    with pytest.raises(ZeroDivisionError):
        reason(document, "C1", "One")
    assert before == snapshot(document.path.parent)
    assert known == document.map


def test_an_undo_that_fails_can_be_tried_again(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    reason(document, "C1", "One")
    with monkeypatch.context() as patched:
        patched.setattr(map_file, "pack", _refuse)
        with pytest.raises(UnwritableFileError):
            document.undo()
    assert labels(document.map) == ["C1", "C2", "C3"]
    document.undo()
    assert labels(document.map) == ["C1", "C2"]
    check_file(document.path, document.map)


def _refuse(*_: Any) -> bytes:
    raise sqlite3.OperationalError


def test_a_file_in_use_says_so(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY", 0.01)
    before = digest(document.path)
    with closing(sqlite3.connect(document.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnwritableFileError) as refusal:
            reason(document, "C1", "One")
        other.execute("ROLLBACK")
    assert "another program is using the file" in str(refusal.value)
    assert before == digest(document.path)
    reason(document, "C1", "One")
    check_file(document.path, document.map)


_FULL = """
    import resource, sys
    from pathlib import Path
    from argmap import editing
    from argmap.document import Document
    from argmap.errors import UnwritableFileError

    document = Document.open(Path(sys.argv[1]))
    claim = next(iter(document.map.claims))
    room = document.path.stat().st_size + 4096
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    before = document.path.read_bytes()
    try:
        document.do(editing.set_note(document.map, claim, "".join(map(chr, range(161, 60_000)))[:50_000]))
    except UnwritableFileError as error:
        print(str(error).partition(": ")[2])
    print(before == document.path.read_bytes(), sorted(p.name for p in document.path.parent.iterdir()))
    print(document.map.claims[claim].note == "", Document.open(document.path).map == document.map)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    document.do(editing.set_note(document.map, claim, "short"))
    print(Document.open(document.path).map == document.map)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is the system's")
def test_a_full_disk_changes_nothing_and_a_later_try_works(document: Document) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_FULL), str(document.path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "the disk reported an error, or is full. The file is as it was before; try again.",
        "True ['tax.argmap']",
        "True True",
        "True",
    ]


_IN_A_COPY = "The file is as it was before; to go on in a copy: argmap share FILE -o COPY.argmap."

_READ_ONLY = """
    import os, sys
    from pathlib import Path
    from argmap import editing
    from argmap.document import Document
    from argmap.errors import ArgmapError

    scratch = Document.open(Path(sys.argv[2]))
    scratch.do(editing.add_claim(scratch.map, "Everything is loaded now"))
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    document = Document.open(Path(sys.argv[1]))
    print(len(document.map.claims))
    try:
        document.do(editing.add_claim(document.map, "One more"))
    except ArgmapError as error:
        print(error.exit_status, str(error).partition(": ")[2])
    print(len(document.map.claims), len(Document.open(document.path).map.claims))
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions of this kind are POSIX's")
@pytest.mark.parametrize(("file", "folder_mode"), [(0o444, 0o755), (0o444, 0o555), (0o666, 0o555)])
def test_a_file_or_folder_that_may_only_be_read_is_read_and_not_written(
    document: Document, tmp_path: Path, file: int, folder_mode: int
) -> None:
    """A file that may be written in a folder that may not cannot be written either: a save needs its journal.

    As root, who may do everything, the program becomes nobody.
    """
    before = snapshot(document.path.parent)
    scratch = Document.create(tmp_path / "scratch.argmap", [Claim(number=1, text="One")])
    document.path.chmod(file)
    document.path.parent.chmod(folder_mode)
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_READ_ONLY), str(document.path), str(scratch.path)],
        capture_output=True,
        text=True,
        check=False,
    )
    document.path.parent.chmod(0o755)
    assert done.stderr == ""
    opened, refused, counts = done.stdout.splitlines()
    assert (opened, counts) == ("2", "2 2")
    assert refused in {
        f"3 the file or its folder may not be written. {_IN_A_COPY}",
        f"3 the file or its folder cannot be opened for writing. {_IN_A_COPY}",
    }
    assert before == snapshot(document.path.parent)


def test_a_map_is_never_made_in_the_place_of_a_file(document: Document) -> None:
    before = snapshot(document.path.parent)
    with pytest.raises(FileExistsAlreadyError) as refusal:
        Document.create(document.path, [Claim(number=1, text="One")])
    assert str(refusal.value) == f"{document.path} exists already and was left as it is. Choose another name."
    assert before == snapshot(document.path.parent)


@pytest.mark.parametrize("kind", ["folder", "dangling link"])
def test_a_map_is_never_made_in_the_place_of_anything_else(folder: Path, kind: str) -> None:
    place = folder / "there.argmap"
    if kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(folder / "nowhere")
    with pytest.raises(FileExistsAlreadyError):
        Document.create(place, [Claim(number=1, text="One")])
    assert list(folder.iterdir()) == [place]


def test_making_a_map_that_fails_leaves_nothing_behind_and_names_the_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_file, "pack", _refuse)
    with pytest.raises(UnwritableFileError) as refusal:
        Document.create(folder / "new.argmap", [Claim(number=1, text="One")])
    assert str(refusal.value).startswith(f"Not saved to {folder / 'new.argmap'}: ")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason_given"),
    [
        ("missing/new.argmap", "there is no folder"),
        ("n" * 300 + ".argmap", "File name too long"),
        ("nul\0.argmap", "no file can have this name"),
    ],
)
def test_a_place_that_cannot_be_is_refused(folder: Path, name: str, reason_given: str) -> None:
    with pytest.raises(UnwritableFileError) as refusal:
        Document.create(folder / name, [Claim(number=1, text="One")])
    assert reason_given in str(refusal.value)
    assert ". Nothing was written; " in str(refusal.value)
    assert "choose another place" in str(refusal.value)
    assert list(folder.iterdir()) == []


def test_a_save_that_lost_the_race_for_the_name_leaves_the_winner(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody makes a file of the name while ours is being made."""
    place = folder / "new.argmap"
    real = map_file._make_empty

    def slow(path: Path, copy_id: str, highest: Sequence[int]) -> None:
        real(path, copy_id, highest)
        place.write_text("theirs")

    monkeypatch.setattr(map_file, "_make_empty", slow)
    with pytest.raises(FileExistsAlreadyError):
        Document.create(place, [Claim(number=1, text="One")])
    assert place.read_text() == "theirs"
    assert list(folder.iterdir()) == [place]


def test_a_step_waits_in_memory_for_nothing(document: Document) -> None:
    """Memory changes only once the file has: a step is on disk when `do` returns."""
    taken = document.do(editing.add_claim(document.map, "On disk"))
    assert taken.label == "Add C3"
    assert labels(Document.open(document.path).map) == ["C1", "C2", "C3"]


@pytest.mark.parametrize("taken", [False, True], ids=["free", "taken"])
def test_a_disk_without_hard_links_will_do(folder: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool) -> None:
    """As on memory sticks; a file that is there is still never replaced."""
    place = folder / "new.argmap"

    def no_links(*_: Any) -> None:
        if taken:
            place.write_text("theirs")
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    if taken:
        with pytest.raises(FileExistsAlreadyError):
            Document.create(place, [Claim(number=1, text="One")])
        assert place.read_text() == "theirs"
    else:
        assert labels(Document.create(place, [Claim(number=1, text="One")]).map) == ["C1"]
    assert list(folder.iterdir()) == [place]
