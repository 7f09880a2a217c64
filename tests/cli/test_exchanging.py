"""Importing and exporting from the command line: nothing is lost, and nothing is written over unasked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.cli.parameters import READ, WRITTEN
from argmap.document import Document
from argmap.formats.registry import FORMATS
from tests.store.raw import snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap, Reading

OUTLINE = "# Yes\n\n- (+) It cuts emissions\n  - (-) Not abroad\n- (-) Poor households pay most\n"


def test_json_goes_out_and_comes_in_whole(argmap: Argmap, here: Path, m: str, now: Reading) -> None:
    assert argmap("export", m, "--to", "json", "-o", "out.json").lines == ["Wrote out.json."]
    answer = argmap("import", "out.json", "-o", "again.argmap")
    assert answer.status == 0
    assert answer.lines == ["Imported again.argmap: 8 claims, 5 inferences, 2 sources."]
    again = Document.open(here / "again.argmap").map
    assert now() == again
    assert now().highest_numbers() == again.highest_numbers()


def test_markdown_goes_out_and_comes_in(argmap: Argmap, here: Path, m: str) -> None:
    assert argmap("export", m, "-o", "out.md").status == 0
    assert argmap("import", "out.md", "-o", "again.argmap").status == 0
    assert argmap("show", "again.argmap").out == argmap("show", m).out
    assert sorted(path.name for path in here.iterdir()) == ["again.argmap", "m.argmap", "out.md"]


def test_the_json_on_standard_output_is_the_file(argmap: Argmap, here: Path, m: str) -> None:
    assert argmap("export", m, "-o", "out.json").status == 0
    written = (here / "out.json").read_bytes().decode()
    assert written == argmap("export", m, "--to", "json").out
    assert written == argmap("export", m, "--to", "json", "-o", "-").out
    assert json.loads(written)["map"]["title"] == "Tax"


def test_what_an_export_leaves_out_is_said(argmap: Argmap, m: str) -> None:
    answer = argmap("export", m, "--to", "markdown")
    assert answer.status == 0
    assert answer.out.startswith("# ") or "\n# " in answer.out
    assert "source" in answer.err


@pytest.mark.parametrize("name", ["out.json", "out.md"])
def test_a_file_that_is_there_is_written_over_only_by_force(argmap: Argmap, here: Path, m: str, name: str) -> None:
    (here / name).write_text("precious")
    before = snapshot(here)
    answer = argmap("export", m, "-o", name)
    assert (answer.status, answer.out) == (3, "")
    assert answer.err.startswith(f"argmap: {name} exists already and was left as it is.")
    assert before == snapshot(here)
    assert argmap("export", m, "-o", name, "--force").status == 0
    assert (here / name).read_text() != "precious"
    assert sorted(path.name for path in here.iterdir()) == sorted(["m.argmap", name])


@pytest.mark.parametrize("name", ["m.argmap", "other.argmap", "OTHER.ARGMAP"])
def test_no_export_takes_the_place_of_a_map(argmap: Argmap, here: Path, m: str, name: str) -> None:
    before = snapshot(here)
    for force in ((), ("--force",)):
        answer = argmap("export", m, "--to", "json", "-o", name, *force)
        assert (answer.status, answer.out) == (2, "")
    assert before == snapshot(here)


def test_a_map_without_suffix_is_not_written_over_by_its_own_export(argmap: Argmap, here: Path) -> None:
    assert argmap("new", "tax").status == 0
    before = snapshot(here)
    assert argmap("export", "tax", "--to", "json", "-o", "tax", "--force").status == 2
    assert before == snapshot(here)


@pytest.mark.parametrize("place", ["missing/out.json", "n" * 300 + ".json", "a\0b.json"])
def test_an_export_to_where_no_file_can_be_is_refused(argmap: Argmap, here: Path, m: str, place: str) -> None:
    before = snapshot(here)
    answer = argmap("export", m, "--to", "json", "-o", place)
    assert (answer.status, answer.out) == (3, "")
    assert answer.err.startswith("argmap: Not saved to ")
    assert before == snapshot(here)


def test_an_outline_is_imported_under_its_own_name(argmap: Argmap, here: Path) -> None:
    (here / "notes.md").write_text(OUTLINE, encoding="utf-8")
    answer = argmap("import", "notes.md")
    assert answer.status == 0
    assert answer.lines[0].startswith("Imported notes.argmap: 4 claims, 3 inferences, 0 source")
    assert argmap("show", "notes.argmap").lines == [
        "= position C1 Yes",
        "  + supports C2 It cuts emissions",
        "    - opposes C3 Not abroad",
        "  - opposes C4 Poor households pay most",
    ]
    assert argmap("log", "notes.argmap").lines[0].endswith("Import notes.md")


def test_an_outline_is_imported_from_standard_input(argmap: Argmap, here: Path) -> None:
    assert argmap("import", "-", "-o", "in.argmap", typed=OUTLINE.encode()).status == 0
    assert argmap("import", "-", typed=OUTLINE.encode()).status == 0
    assert sorted(path.name for path in here.iterdir()) == ["imported.argmap", "in.argmap"]


def test_several_files_are_imported_one_by_one(argmap: Argmap, here: Path, m: str) -> None:
    (here / "one.md").write_text(OUTLINE)
    assert argmap("export", m, "-o", "two.json").status == 0
    assert argmap("import", "one.md", "two.json").status == 0
    assert (here / "one.argmap").exists()
    assert (here / "two.argmap").exists()
    answer = argmap("import", "one.md", "two.json", "-o", "both.argmap")
    assert answer.status == 2
    assert "-o names one map" in answer.err


def test_a_bullet_without_a_sign_means_what_is_said(argmap: Argmap, here: Path) -> None:
    (here / "bare.md").write_text("# Yes\n\n- Since\n")
    assert argmap("import", "bare.md", "--bare", "opposes").status == 0
    assert argmap("show", "bare.argmap").lines[1] == "  - opposes C2 Since"


def test_an_import_never_takes_the_place_of_a_file(argmap: Argmap, here: Path, m: str) -> None:
    (here / "m.md").write_text(OUTLINE)
    before = snapshot(here)
    for arguments in (("import", "m.md"), ("import", "m.md", "-o", m), ("import", "m.md", "-o", "m.md")):
        answer = argmap(*arguments)
        assert (answer.status, answer.out) == (3, "")
        assert "exists already and was left as it is." in answer.err
    assert before == snapshot(here)


_NO_IMPORT = {
    "missing": (None, 3),
    "empty": (b"", 3),
    "white space": (b" \n\n", 3),
    "PDF": (b"%PDF-1.7\n" + bytes(100), 3),
    "ZIP": (b"PK\x03\x04" + bytes(100), 3),
    "broken JSON": (b'{"map": {', 3),
    "other JSON": (b'{"cells": []}', 3),
    "deep JSON": (b'{"map":' * 50_000, 3),
    "HTML": (b"<!DOCTYPE html><p>Sign in</p>", 3),
    "not UTF-8": (b"\xff\xfe\xfa\xfb" * 20, 3),
}


@pytest.mark.parametrize("case", _NO_IMPORT)
def test_a_file_that_cannot_be_understood_is_refused(argmap: Argmap, here: Path, case: str) -> None:
    content, status = _NO_IMPORT[case]
    if content is not None:
        (here / "in.txt").write_bytes(content)
    before = snapshot(here)
    answer = argmap("import", "in.txt")
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.startswith(("argmap: ", "argmap [E-NO-ACCESS]: ", "argmap [E-MISSING]: There is no file "))
    assert len(answer.err.splitlines()) == 1
    assert before == snapshot(here)


@pytest.mark.parametrize("name", [".", "..", "/", "a\0b"])
def test_what_is_no_file_is_not_imported(argmap: Argmap, here: Path, name: str) -> None:
    answer = argmap("import", name)
    assert (answer.status, answer.out) == (3, "")
    assert answer.err.startswith(("argmap: ", "argmap [E-NO-ACCESS]: ", "argmap [E-MISSING]: There is no file "))
    assert list(here.iterdir()) == []


def test_a_map_is_no_file_to_import(argmap: Argmap, here: Path, m: str) -> None:
    before = snapshot(here)
    assert argmap("import", m).status == 3
    assert before == snapshot(here)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--from", "docx"), "There is no format “docx”."),
        (("--from", "json", "--bare", "opposes"), "“bare” means nothing for a file in the format json."),
    ],
)
def test_an_import_that_makes_no_sense_is_refused(
    argmap: Argmap, here: Path, options: tuple[str, ...], sentence: str
) -> None:
    (here / "in.md").write_text(OUTLINE)
    answer = argmap("import", "in.md", *options)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"argmap: {sentence}")
    assert [path.name for path in here.iterdir()] == ["in.md"]


def test_the_help_names_the_formats_there_are() -> None:
    assert READ.split(", ") == [each.name for each in FORMATS if each.read]
    assert WRITTEN.split(", ") == [each.name for each in FORMATS if each.write]
