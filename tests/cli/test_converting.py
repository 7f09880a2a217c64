"""Foreign files on the command line: losses are told, --strict stops, no file without end is waited for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.cli import content
from argmap.document import Document
from tests.store.raw import snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap, Reading

OUTLINE = "# Yes\n\n- (+) It cuts emissions\n  - (-) Not abroad\n- Poor households pay most\n"
WHOLE = "# Yes\n\n- (+) It cuts emissions\n"


@pytest.fixture
def outline(here: Path) -> str:
    (here / "notes.md").write_text(OUTLINE, encoding="utf-8")
    return "notes.md"


def test_losses_alone_are_no_failure(argmap: Argmap, outline: str) -> None:
    answer = argmap("import", outline)
    assert answer.status == 0
    assert "1 bullet has no sign" in answer.err
    assert "(line 5)" in answer.err


def test_strict_writes_nothing_if_anything_is_lost(argmap: Argmap, here: Path, outline: str) -> None:
    before = snapshot(here)
    for arguments in (("import", outline), ("convert", outline, "out.json"), ("import", outline, "--json")):
        answer = argmap(*arguments, "--strict")
        assert answer.status == 1
        assert "nothing was written" in answer.err
    assert before == snapshot(here)
    (here / "whole.md").write_text(WHOLE)
    assert argmap("import", "whole.md", "--strict").status == 0


def test_strict_holds_for_all_files_together(argmap: Argmap, here: Path, outline: str) -> None:
    (here / "whole.md").write_text(WHOLE)
    assert argmap("import", "whole.md", outline, "--strict").status == 1
    assert not (here / "whole.argmap").exists()


def test_the_report_as_json_says_what_was_lost_and_where(argmap: Argmap, outline: str) -> None:
    told = json.loads(argmap("import", outline, "--json").out)
    (file,) = told["files"]
    assert (told["written"], file["map"], file["claims"]) == (True, "notes.argmap", 4)
    assert [loss["code"] for loss in file["report"]["losses"]] == ["bare"]
    assert file["report"]["losses"][0]["places"] == [{"line": 5, "column": None}]


def test_a_strict_export_writes_nothing(argmap: Argmap, here: Path, m: str) -> None:
    before = snapshot(here)
    assert argmap("export", m, "-o", "out.md", "--strict").status == 1
    assert before == snapshot(here)
    told = json.loads(argmap("export", m, "-o", "out.md", "--json").out)
    assert (told["output"], told["written"]) == ("out.md", True)
    assert "sources" in [loss["code"] for loss in told["report"]["losses"]]
    assert argmap("export", m, "--to", "json", "--json").status == 2


def test_a_branch_is_exported_alone(argmap: Argmap, here: Path, m: str, now: Reading) -> None:
    assert argmap("export", m, "--at", "C4", "-o", "part.json").status == 0
    assert argmap("import", "part.json").status == 0
    part, whole = Document.open(here / "part.argmap").map, now()
    assert [claim.label for claim in part.positions()] == ["C4"]
    assert 0 < len(part.claims) < len(whole.claims)
    assert all(whole.inferences[each.id] == each for each in part.inferences.values())
    assert argmap("export", m, "--at", "C99", "--to", "json").status == 2


def test_one_format_goes_straight_into_another(argmap: Argmap, here: Path, outline: str) -> None:
    answer = argmap("convert", outline, "out.json")
    assert (answer.status, answer.lines) == (0, ["Wrote out.json."])
    assert len(json.loads((here / "out.json").read_text())["claims"]) == 4
    assert argmap("convert", outline, "out.json").status == 3
    assert argmap("convert", outline, "-", "--to", "markdown").out.startswith("# Yes")
    assert argmap("convert", outline, "out.argmap").status == 2
    assert argmap("convert", outline, outline, "--force").status == 2
    assert sorted(path.name for path in here.iterdir()) == ["notes.md", "out.json"]


def test_files_are_taken_into_a_map_that_is_there(argmap: Argmap, m: str, outline: str, now: Reading) -> None:
    before = now()
    assert argmap("export", m, "-o", "again.json").status == 0
    assert argmap("import", outline, "again.json", "--into", m).status == 0
    after = now()
    assert len(after.claims) == 2 * len(before.claims) + 4
    assert after.shared_label() == ""
    assert [claim.text for claim in after.positions()][: len(before.positions())] == [
        claim.text for claim in before.positions()
    ]
    assert argmap("undo", m).status == argmap("undo", m).status == 0
    assert now() == before
    assert argmap("import", outline, "--into", m, "-o", "other.argmap").status == 2


def test_each_file_of_a_folder_becomes_a_map_and_the_others_are_told(argmap: Argmap, here: Path) -> None:
    folder = here / "in"
    folder.mkdir()
    for name, text in (("a.md", WHOLE), ("b.txt", "Just words.\n"), ("c.md", WHOLE), (".hidden", WHOLE)):
        (folder / name).write_text(text)
    answer = argmap("import", "in")
    assert answer.status == 3
    assert "b.txt: This looks like plain text" in answer.err
    assert sorted(path.name for path in here.glob("*.argmap")) == ["a.argmap", "c.argmap"]


def test_a_file_without_end_is_refused(argmap: Argmap, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 2_000_000)
    for answer in (argmap("import", "/dev/zero"), argmap("import", "-", typed=b"# p\n" * 600_000)):
        assert answer.status == 3
        assert "larger than 2 MB, the most argmap imports. Nothing was imported." in answer.err
    assert list(here.iterdir()) == []
