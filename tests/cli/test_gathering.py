"""Importing several files and folders: each is read once, by name, and what is skipped is told."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.cli import gathering
from argmap.cli.gathering import gather, names_of_maps
from argmap.document import Document
from tests.store.raw import snapshot

if TYPE_CHECKING:
    from tests.cli.conftest import Argmap

OUTLINE = "# Yes\n\n- (+) It cuts emissions\n"


@pytest.fixture
def essays(here: Path) -> Path:
    """A folder as a teacher gets one: outlines, a folder in it, notes, links, a map, and what the system left."""
    folder = here / "essays"
    (folder / "late").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("b.md", "A.md", "late/c.md", ".DS_Store", ".git/d.md", "old.argmap"):
        (folder / name).write_text(f"# {name}\n\n- (+) It cuts emissions\n")
    (folder / "words.txt").write_text("Just words.\n")
    (here / "secret.md").write_text(OUTLINE)
    (folder / "link.md").symlink_to(here / "secret.md")
    (folder / "around").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe")
    return folder


def test_a_folder_is_walked_by_name_and_only_downwards(essays: Path) -> None:
    gathered = gather([essays])
    names = [file.relative_to(essays).as_posix() for file in gathered.files]
    assert names == ["A.md", "b.md", "late/c.md", "words.txt"]
    assert {path.name: why.split(",")[0] for path, why in gathered.skipped} == {
        ".DS_Store": "hidden",
        ".git": "hidden",
        "around": "a link to another place",
        "link.md": "a link to another place",
        "old.argmap": "a map already",
        "pipe": "no ordinary file",
    }
    assert gathered.failures == []


def test_a_file_that_is_named_twice_is_read_once(essays: Path) -> None:
    """By its own name, in its folder, or through a link that was named itself."""
    gathered = gather([essays / "b.md", essays, essays / "late" / ".." / "b.md"])
    assert [file.name for file in gathered.files] == ["b.md", "A.md", "c.md", "words.txt"]
    assert [file.name for file in gather([essays / "link.md"]).files] == ["link.md"]
    assert gather([Path("-"), Path("-")]).files == [Path("-")]


def test_a_folder_with_very_much_in_it_is_refused(essays: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip of the finger reads no whole disk."""
    monkeypatch.setattr(gathering, "MOST_ENTRIES", 5)
    gathered = gather([essays, essays / "b.md"])
    assert [file.name for file in gathered.files] == ["b.md"]
    assert gathered.skipped == []
    ((_, failure),) = gathered.failures
    assert "holds more than 5 files" in str(failure)


def test_a_folder_that_cannot_be_read_stops_nothing(essays: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walked = Path.iterdir

    def iterdir(path: Path) -> object:
        if path.name == "late":
            raise PermissionError(13, "Permission denied")
        return walked(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    gathered = gather([essays])
    assert [file.name for file in gathered.files] == ["A.md", "b.md", "words.txt"]
    ((_, failure),) = gathered.failures
    assert str(failure) == f"The folder {essays / 'late'} cannot be read: Permission denied."


def test_each_map_has_a_name_of_its_own() -> None:
    files = [Path(name) for name in ("a/tax.md", "b/tax.md", "b/Tax.txt", "c.md", "-", "../x/c.argdown")]
    assert [str(name) for name in names_of_maps(files).values()] == [
        "a-tax-md.argmap",
        "b-tax-md.argmap",
        "b-Tax-txt.argmap",
        "c-md.argmap",
        "imported.argmap",
        "x-c-argdown.argmap",
    ]


def test_each_file_of_a_folder_becomes_a_map_and_the_others_are_told(argmap: Argmap, here: Path, essays: Path) -> None:
    answer = argmap("import", "essays")
    assert answer.status == 3
    assert "words.txt cannot" not in answer.err
    assert "argmap: words.txt: This looks like plain text" in answer.err
    assert "Skipped (hidden): .DS_Store, .git." in answer.err
    assert "Skipped (a link to another place): around, link.md." in answer.err
    assert sorted(path.name for path in here.glob("*.argmap")) == ["A.argmap", "b.argmap", "c.argmap"]
    assert sorted(path.name for path in essays.rglob("*.argmap")) == ["old.argmap"]


def test_a_folder_becomes_one_map(argmap: Argmap, here: Path, essays: Path) -> None:
    """The file that cannot be read is told and has its place in the report; the others are there, in order."""
    answer = argmap("import", "essays", "--into", "all.argmap", "--join-identical", "--json")
    assert answer.status == 3
    told = json.loads(answer.out)
    assert [Path(file["file"]).name for file in told["files"]] == ["A.md", "b.md", "c.md", "words.txt"]
    assert "plain text" in told["files"][3]["error"]
    assert len(told["skipped"]) == 6
    made = Document.open(here / "all.argmap").map
    assert [claim.text for claim in made.claims.values()] == ["A.md", "It cuts emissions", "b.md", "late/c.md"]
    del essays


def test_with_strict_a_file_that_cannot_be_read_keeps_all_back(argmap: Argmap, here: Path, essays: Path) -> None:
    del essays
    before = snapshot(here)
    for more in ((), ("--into", "all.argmap")):
        answer = argmap("import", "essays", "--strict", *more)
        assert answer.status == 3
        assert "Not every file could be read, so nothing was written." in answer.err
    assert before == snapshot(here)


def test_where_no_file_can_be_read_no_map_is_made(argmap: Argmap, here: Path) -> None:
    (here / "one.txt").write_text("Words.\n")
    (here / "two.txt").write_text("")
    answer = argmap("import", "one.txt", "two.txt", "--into", "all.argmap")
    assert (answer.status, answer.out) == (3, "")
    assert not (here / "all.argmap").exists()
