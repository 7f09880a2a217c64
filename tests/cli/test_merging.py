"""Merging, unmerging and including as people do it: told before, asked where there is reason, undone at any time."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.model import Claim

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap, Reading


def _pair(here: Path, first: str, second: str) -> None:
    """Two claims with the given words, as C10 and C11."""
    document = Document.open(here / "m.argmap")
    for text in (first, second):
        document.do(editing.add_reason(document.map, document.map.positions()[0].id, text))


def test_a_merge_says_what_it_does_and_how_to_take_it_back(argmap: Argmap, m: str, here: Path, now: Reading) -> None:
    _pair(here, "Firms will invest more", "Firms will invest more!")
    answer = argmap("merge", m, "C10", "C11")
    assert answer.status == 0
    assert answer.lines[:2] == ["Merge C11: Firms will invest more!", "into  C10: Firms will invest more"]
    assert "  2 links will say the same and become 1." in answer.lines
    assert "Done: Merge C11 into C10." in answer.lines
    assert answer.err.strip().endswith("argmap unmerge m.argmap C11")
    assert argmap("show", m, "C11", "--details").lines[0] == "C10 Firms will invest more"
    assert "merged into it, in the same words: C11" in argmap("show", m, "C10", "--details").out
    assert argmap("unmerge", m, "--list").lines[-1] == "C11 is C10 now, in the same words: Firms will invest more!"
    assert argmap("unmerge", m, "C11").status == 0
    assert now().numbered(Claim, 11).text == "Firms will invest more!"  # type: ignore[union-attr]  # a claim


def test_the_other_may_stay_and_a_new_wording_be_given(argmap: Argmap, m: str, here: Path, now: Reading) -> None:
    _pair(here, "Firms will invest more", "Firms invest more")
    assert argmap("merge", m, "C10", "C11", "--keep", "second", "--text", "Firms put in more money").status == 0
    assert now().numbered(Claim, 10).label == "C11"  # type: ignore[union-attr]  # a claim
    assert [each.number for each in [now().numbered(Claim, 11)]] == [11]  # type: ignore[union-attr]  # a claim
    assert "C11 Firms put in more money" in argmap("find", m, "firms").out


def test_opposites_must_be_confirmed_in_writing(argmap: Argmap, m: str, here: Path, now: Reading) -> None:
    _pair(here, "Firms will invest more", "Firms will not invest more")
    before = now()
    answer = argmap("merge", m, "C10", "C11", "--yes")
    assert answer.status == 4
    assert "A person must decide." in answer.err
    assert argmap("merge", m, "C10", "C11", typed=b"no\n", terminal=True).status == 4
    assert argmap("--no-input", "merge", m, "C10", "C11", typed=b"merge\n", terminal=True).status == 4
    assert now() == before
    assert argmap("merge", m, "C10", "C11", typed=b"merge\n", terminal=True).status == 0


def test_a_reason_for_the_other_asks_for_a_yes(argmap: Argmap, m: str, now: Reading) -> None:
    claims = len(now().claims)
    assert argmap("add", m, "It cuts emissions a lot", "--supports", "C3").status == 0
    assert argmap("merge", m, "C3", "C10").status == 4
    assert argmap("merge", m, "C3", "C10", typed=b"n\n", terminal=True).status == 4
    assert argmap("merge", m, "C3", "C10", typed=b"y\n", terminal=True).status == 0
    assert len(now().claims) == claims


def test_an_objection_forbids_a_merge_and_the_way_out_is_told(argmap: Argmap, m: str) -> None:
    assert argmap("add", m, "It raises emissions", "--opposes", "C3").status == 0
    answer = argmap("merge", m, "C3", "C10", "--yes", "--confirm", "merge")
    assert answer.status == 2
    assert "To do so: argmap remove m.argmap R" in answer.err


def test_one_claim_is_told_to_be_one(argmap: Argmap, m: str) -> None:
    assert argmap("merge", m, "C3", "C9").err == "argmap: C3 and C9 are one claim already: C3.\n"
    assert "C3 was not merged into another claim. Merged into it: C9." in argmap("unmerge", m, "C3").err
    assert argmap("unmerge", m).status == 2
    assert argmap("unmerge", m, "C77").status == 2


def test_another_map_is_included_as_one_step(argmap: Argmap, m: str, here: Path, now: Reading) -> None:
    assert argmap("new", "other.argmap", "Another question?", "--position", "Yes", "--position", "No").status == 0
    before = now()
    other = (here / "other.argmap").read_bytes()
    dry = argmap("include", m, "other.argmap", "--dry-run")
    assert dry.lines[0] == "Would include other.argmap: 2 claims, 0 inferences, 0 sources, 0 citations."
    assert now() == before
    answer = argmap("include", m, "other.argmap")
    assert answer.lines[1].startswith("  Its question is another (Another question?)")
    assert len(now().claims) == len(before.claims) + 2
    again = json.loads(argmap("include", m, "other.argmap", "--json").out)
    assert (again["claims"], again["known"]) == (0, 2)
    assert argmap("undo", m).status == 0
    assert now() == before
    assert (here / "other.argmap").read_bytes() == other


def test_a_copy_of_the_same_map_brings_nothing(argmap: Argmap, m: str, here: Path) -> None:
    shutil.copyfile(here / m, here / "copy.argmap")
    answer = argmap("include", m, "copy.argmap")
    assert "Nothing to change: all of it is here already." in answer.err


def test_a_map_is_not_included_in_itself_nor_what_is_no_map(argmap: Argmap, m: str, here: Path) -> None:
    (here / "link.argmap").symlink_to(here / m)
    for name in (m, "./m.argmap", "link.argmap"):
        assert "both are the same file" in argmap("include", m, name).err
    (here / "notes.argmap").write_text("no map")
    assert argmap("include", m, "notes.argmap").status == 3
    assert argmap("include", m, "missing.argmap").status == 3


def test_a_map_that_is_not_there_is_not_offered_to_be_begun(argmap: Argmap, m: str) -> None:
    answer = argmap("include", m, "nowhere.argmap")
    assert answer.status == 3
    assert "There is no file nowhere.argmap to include. Nothing was changed." in answer.err
    assert "argmap new" not in answer.err
    assert argmap("include", m, "").status == 2
