"""Foreign files on the command line: losses are told, --strict stops, no file without end is waited for."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from argmap.cli import content
from argmap.document import Document
from argmap.wording import normal_form
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
    (here / "same.md").symlink_to(here / outline)
    for name in (outline, f"./{outline}", "same.md"):
        answer = argmap("convert", outline, name, "--force", "--to", "json")
        assert (answer.status, "is what is read" in answer.err) == (2, True)
    (here / "same.md").unlink()
    assert sorted(path.name for path in here.iterdir()) == ["notes.md", "out.json"]


def test_what_no_sign_says_can_be_said_while_converting(argmap: Argmap, outline: str) -> None:
    said = json.loads(argmap("convert", outline, "-", "--to", "json", "--bare", "opposes").out)
    assert [each["polarity"] for each in said["inferences"]] == ["supports", "opposes", "opposes"]
    answer = argmap("convert", "-", "-", "--to", "json", "--bare", "opposes", typed=b"[A]: a\n  + b\n")
    assert (answer.status, "means nothing for a file in the format argdown" in answer.err) == (2, True)


def test_files_are_brought_into_a_map_as_another_map_would_be(
    argmap: Argmap, m: str, outline: str, now: Reading
) -> None:
    """What has the same id is the same; all of it is one step."""
    before = now()
    assert argmap("export", m, "-o", "again.json").status == 0
    answer = argmap("import", outline, "again.json", "--into", m)
    assert answer.status == 0
    assert answer.lines[0] == "Included notes.md: 4 claims, 2 inferences, 0 sources, 0 citations."
    assert "Here already, under the same id: " in answer.out
    assert "argmap dedupe m.argmap" in answer.err
    after = now()
    assert len(after.claims) == len(before.claims) + 4
    assert [claim.text for claim in after.positions()] == [claim.text for claim in before.positions()]
    assert argmap("log", m).lines[-1].endswith("Import notes.md and 1 more file")
    assert argmap("undo", m).status == 0
    assert now() == before
    assert argmap("import", outline, "--into", m, "-o", "other.argmap").status == 2
    assert argmap("import", outline, "--join-identical").status == 2


def test_claims_in_the_same_words_are_joined_across_files_and_map(
    argmap: Argmap, here: Path, m: str, outline: str, now: Reading
) -> None:
    """As with include, and only where that is asked for."""
    shutil.copy(here / outline, here / "twin.md")
    before = len(now().claims)
    answer = argmap("import", outline, "twin.md", "--into", m, "--join-identical")
    assert answer.out.count("Merged, since the words are the same") == 2
    there = {normal_form(claim.text) for claim in now().claims.values()}
    assert len(now().claims) == len(there) < before + 8
    assert argmap("undo", m).status == 0
    assert len(now().claims) == before


def test_a_dry_run_of_an_import_writes_nothing(argmap: Argmap, here: Path, m: str, outline: str) -> None:
    before = snapshot(here)
    assert argmap("import", outline, "--dry-run").lines == [
        "Would make notes.argmap: 4 claims, 2 inferences, 0 sources."
    ]
    assert argmap("import", outline, "--into", m, "--dry-run").lines[0].startswith("Would include notes.md: 4 claims")
    assert argmap("import", outline, "--into", "new.argmap", "-n", "--json").status == 0
    assert before == snapshot(here)


def test_a_map_to_fill_is_made_where_there_is_none(argmap: Argmap, here: Path, outline: str) -> None:
    """It asks what the first file asks, and holds what all of them say."""
    (here / "more.md").write_text("Question: Q?\n\n# Yes\n\n- (+) More\n")
    answer = argmap("import", "more.md", outline, "--into", "all.argmap", "--json")
    assert answer.status == 0
    told = json.loads(answer.out)
    assert [file["claims"] for file in told["files"]] == [2, 4]
    assert told["written"] is True
    made = Document.open(here / "all.argmap").map
    assert made.about.question == "Q?"
    assert len(made.claims) == 6
    assert len(argmap("log", "all.argmap").lines) == 1


def test_a_file_without_end_is_refused(argmap: Argmap, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 2_000_000)
    for answer in (argmap("import", "/dev/zero"), argmap("import", "-", typed=b"# p\n" * 600_000)):
        assert answer.status == 3
        assert "larger than 2 MB, the most argmap reads. Nothing was changed." in answer.err
    assert list(here.iterdir()) == []


def test_a_conversion_goes_through_a_pipe(argmap: Argmap, here: Path, outline: str) -> None:
    """- is standard input and standard output; the report of a file is told beside it, or printed as JSON."""
    raw = (here / outline).read_bytes()
    answer = argmap("convert", "-", "-", "--to", "argdown", typed=raw)
    assert answer.status == 0
    assert answer.out.startswith("===\n")
    assert "1 bullet has no sign" in answer.err
    assert argmap("convert", "-", "-", "--from", "argdown", "--to", "markdown", typed=answer.out.encode()).status == 0
    assert argmap("convert", "-", "-", typed=raw).status == 2
    assert argmap("convert", "-", "out.json", "--strict", typed=raw).status == 1
    assert argmap("convert", "-", "-", "--to", "json", "--json", typed=raw).status == 2
    told = json.loads(argmap("convert", "-", "out.json", "--json", typed=raw).out)
    assert told["written"] is True
    assert [loss["code"] for loss in told["reading"]["losses"]] == ["bare"]
    assert told["writing"] == {"format": "json", "losses": [], "notes": []}


def test_argdown_comes_back_from_a_conversion_into_itself(argmap: Argmap, here: Path) -> None:
    """What was only Argdown's stays in the file, and the same map is read from it."""
    (here / "a.argdown").write_text(ARGDOWN)
    for before, after in (("a", "b"), ("b", "c")):
        assert argmap("convert", f"{before}.argdown", f"{after}.argdown", "--strict").status == 0
    assert (here / "b.argdown").read_text() == (here / "c.argdown").read_text()


ARGDOWN = """===
title: Old town
author: Ada
===

# Ban or not {isGroup: false}

[Ban]: Cars should be *banned* from the [old town](https://example.org). #town {note: 1}
  + <Air>: The air would be cleaner.

## Those who object

<Shops>

(1) Shops would lose customers.
(2) [Need]: The town needs shops.
--
Practical {uses: [1, 2]}
--
(3) [No ban]: Cars should stay.
  -> [Ban]
"""


def test_convert_says_what_makes_a_map(argmap: Argmap, here: Path, outline: str) -> None:
    answer = argmap("convert", outline, "out.argmap")
    assert answer.status == 2
    assert f"argmap import {outline} -o out.argmap" in answer.err
    assert not (here / "out.argmap").exists()
