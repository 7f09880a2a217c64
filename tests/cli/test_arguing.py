"""Arguing from the command line: every edit of the editing layer, what it does and what it says."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from argmap.model import ConflictKind, Verdict
from argmap.model.labels import find_claim, find_inference

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Inference
    from tests.cli.conftest import Argmap, Reading


def _steps(map_: ArgumentMap) -> dict[str, str]:
    """Each inference in short: what bears on what, and how."""
    return {each.label: _step(map_, each) for each in map_.inferences.values()}


def _step(map_: ArgumentMap, inference: Inference) -> str:
    premises = " & ".join(map_.claims[premise].label for premise in inference.premises)
    target = map_.require(inference.target)
    return f"{premises} {'+' if inference.supports else '-'} {target.label}"  # type: ignore[union-attr]


def test_what_is_there_already_is_not_said_twice(argmap: Argmap, m: str, now: Reading) -> None:
    argmap("link", m, "C7", "--opposes", "C2")
    before = now()
    for arguments in (("link", m, "C7", "--opposes", "C2"), ("move", m, "R4", "--to", "C2")):
        answer = argmap(*arguments)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == "argmap: C7's objection to C2 is there already. Nothing was changed.\n"
    assert now() == before


def _order(map_: ArgumentMap, label: str) -> list[str]:
    """What bears on a claim or an inference, in its order."""
    target = find_inference(map_, label) if label[0] == "R" else find_claim(map_, label)
    return [each.label for each in map_.bearing_on(target.id)]


def test_the_map_these_tests_begin_with(m: str, now: Reading) -> None:
    assert m == "m.argmap"
    assert _steps(now()) == {
        "R1": "C3 & C4 + C1",
        "R2": "C5 - C1",
        "R3": "C6 - R1",
        "R4": "C7 - C5",
        "R5": "C3 - C2",
    }


ADDED = {
    "reason": (("--supports", "C1"), "C10 + C1", "Add reason C10 to C1"),
    "reason by bare number": (("--supports", "1"), "C10 + C1", "Add reason C10 to C1"),
    "objection": (("--opposes", "c2"), "C10 - C2", "Add objection C10 to C2"),
    "undercut": (("--undercuts", "R2"), "C10 - R2", "Add undercut C10 to C5's step"),
    "undercut of a claim's only step": (("--undercuts", "C5"), "C10 - R2", "Add undercut C10 to C5's step"),
    "undercut by --opposes": (("--opposes", "R2"), "C10 - R2", "Add undercut C10 to C5's step"),
    "backing": (("--backs", "R3"), "C10 + R3", "Add backing C10 to C6's step"),
    "with a claim there is": (("--opposes", "C1", "--with", "C8"), "C10 & C8 - C1", "Add objection C10 & C8 to C1"),
    "with two": (
        ("--opposes", "C1", "--with", "C8", "--with", "C7"),
        "C10 & C8 & C7 - C1",
        "Add objection C10 & C8 & C7 to C1",
    ),
}


@pytest.mark.parametrize("case", ADDED)
def test_a_claim_is_added_with_its_place(argmap: Argmap, m: str, now: Reading, case: str) -> None:
    options, step, label = ADDED[case]
    answer = argmap("add", m, "New words", *options)
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines == [f"Done: {label}.", "  C10: New words"]
    assert _steps(now())["R6"] == step
    assert find_claim(now(), "C10").text == "New words"


def test_a_claim_joins_a_step(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("add", m, "New words", "--joins", "R2").lines == [
        "Done: Add co-premise C10 to C5.",
        "  C10: New words",
    ]
    assert _steps(now())["R2"] == "C5 & C10 - C1"


def test_a_claim_is_added_without_a_place(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("add", m, "New words").lines == ["Done: Add C10.", "  C10: New words"]
    assert _steps(now()).keys() == {"R1", "R2", "R3", "R4", "R5"}


def test_a_position_is_added_behind_the_others(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("add", m, "Half", "--position").lines == ["Done: Add position C10.", "  C10: Half"]
    assert [claim.label for claim in now().positions()] == ["C1", "C2", "C10"]


def test_several_texts_are_co_premises_of_one_step(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap("add", m, "One", "Two", "Three", "--supports", "C2")
    assert answer.lines == ["Done: Add reason C10 & C11 & C12 to C2.", "  C10: One", "  C11: Two", "  C12: Three"]
    assert _steps(now())["R6"] == "C10 & C11 & C12 + C2"


def test_a_claim_that_begins_with_a_dash_stands_behind_two(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("add", m, "--supports", "C1", "--", "-5 degrees is cold").status == 0
    assert argmap("reword", m, "C8", "--", "--help is no option here").status == 0
    assert find_claim(now(), "C10").text == "-5 degrees is cold"
    assert find_claim(now(), "C8").text == "--help is no option here"


def test_a_text_may_come_in(argmap: Argmap, m: str, now: Reading) -> None:
    typed = "  Ça vaut\n2 500 €  \n".encode()
    assert argmap("add", m, "-", "--supports", "C1", typed=typed).status == 0
    assert argmap("reword", m, "C8", "-", typed=typed).status == 0
    assert argmap("set", m, "C8", "--note", "-", typed=typed).status == 0
    assert argmap("comment", m, "C8", "-", typed=typed).status == 0
    assert find_claim(now(), "C10").text == find_claim(now(), "C8").text == "Ça vaut 2 500 €"
    assert find_claim(now(), "C8").note == "Ça vaut\n2 500 €"
    assert now().comments_on(find_claim(now(), "C8").id)[0].text == "Ça vaut\n2 500 €"


def test_what_comes_in_and_is_no_text_is_refused(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap("add", m, "-", typed=b"caf\xe9")
    assert (answer.status, answer.err) == (
        2,
        "argmap: What came in is not UTF-8 text (byte 4). Nothing was changed.\n",
    )
    assert len(now().claims) == 8


LINKED = {
    "reason": (("C8", "--supports", "C2"), {"R6": "C8 + C2"}),
    "objection": (("C8", "--opposes", "C2"), {"R6": "C8 - C2"}),
    "undercut": (("C8", "--undercuts", "R4"), {"R6": "C8 - R4"}),
    "backing": (("C8", "--backs", "C7"), {"R6": "C8 + R4"}),
    "co-premise": (("C8", "--joins", "R2"), {"R2": "C5 & C8 - C1"}),
    "with others": (("C8", "--supports", "C2", "--with", "C7", "--with", "C6"), {"R6": "C8 & C7 & C6 + C2"}),
    "a cycle": (("C1", "--supports", "C3"), {"R6": "C1 + C3"}),
}


@pytest.mark.parametrize("case", LINKED)
def test_a_claim_is_used_once_more(argmap: Argmap, m: str, now: Reading, case: str) -> None:
    arguments, changed = LINKED[case]
    before = _steps(now())
    answer = argmap("link", m, *arguments)
    assert (answer.status, answer.err) == (0, "")
    assert _steps(now()) == before | changed
    assert len(now().claims) == 8


def test_a_conflict_is_recorded_and_taken_back(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("link", m, "C1", "--conflicts", "C2", "--contradictory").status == 0
    (conflict,) = now().conflicts_of(find_claim(now(), "C1").id)
    assert conflict.kind is ConflictKind.CONTRADICTORY
    assert argmap("link", m, "C2", "--no-conflict", "C1").status == 0
    assert now().conflicts_of(find_claim(now(), "C1").id) == ()
    assert argmap("link", m, "C1", "--conflicts", "C2").status == 0
    (conflict,) = now().conflicts_of(find_claim(now(), "C1").id)
    assert conflict.kind is ConflictKind.CONTRARY


@pytest.mark.parametrize("verdict", Verdict)
def test_a_pair_is_judged_and_judged_again(argmap: Argmap, m: str, now: Reading, verdict: Verdict) -> None:
    assert argmap("link", m, "C5", "--differs", "C7", "--verdict", verdict.value).status == 0
    known = {each.wordings: each.verdict for each in now().distincts.values()}
    assert verdict in [known[pair] for pair in known if "poor households pay most" in pair]
    assert argmap("link", m, "C7", "--judge-again", "C5").status == 0
    assert len(now().distincts) == 1


def test_a_claim_is_reworded_and_keeps_its_links(argmap: Argmap, m: str, now: Reading) -> None:
    before = _steps(now())
    assert argmap("reword", m, "C3", "It lowers emissions").lines == ["Done: Reword C3."]
    assert find_claim(now(), "C3").text == "It lowers emissions"
    assert _steps(now()) == before


def test_an_edit_that_changes_nothing_says_so(argmap: Argmap, m: str) -> None:
    assert argmap("reword", m, "C3", " It cuts  emissions ").lines == ["Nothing to change: it is so already."]
    assert argmap("log", m, "-n", "1").lines[0].endswith("Merge C9 into C3")


def test_a_map_is_described_in_one_step(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap(
        *("set", m, "--title", "T", "--question", "Q?", "--description", "D", "--language", "de"),
        *("--numbering", "decimal"),
    )
    about = now().about
    assert answer.lines == ["Done: Describe the map."]
    assert (about.title, about.question, about.description, about.language, about.numbering) == (
        *("T", "Q?", "D", "de"),
        "decimal",
    )
    assert argmap("undo", m).status == 0
    assert (now().about.title, now().about.question, now().about.language) == ("Tax", "Should we tax carbon?", "")


@pytest.mark.parametrize(
    ("option", "field"),
    [
        ("--title", "title"),
        ("--question", "question"),
        ("--description", "description"),
        ("--language", "language"),
    ],
)
def test_one_thing_of_the_map_is_described_and_taken_away(
    argmap: Argmap, m: str, now: Reading, option: str, field: str
) -> None:
    assert argmap("set", m, option, "Words").lines == [f"Done: Set the {field}."]
    assert getattr(now().about, field) == "Words"
    assert argmap("set", m, option, "").status == 0
    assert getattr(now().about, field) == ""


def test_a_claim_is_described_in_one_step(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap(
        *("set", m, "C3", "--note", "Noted", "--tag", "#new", "--tag", "Checked", "--untag", "CLIMATE"),
        *("--as-of", "2024-07", "--implicit", "--position"),
    )
    claim = find_claim(now(), "C3")
    assert answer.lines == ["Done: Describe C3."]
    assert (claim.note, claim.tags, claim.as_of) == ("Noted", ("checked", "new", "Checked"), "2024-07")
    assert (claim.implicit, claim.is_position) == (True, True)
    assert argmap("set", m, "C3", "--note", "", "--as-of", "", "--stated", "--no-position").status == 0
    claim = find_claim(now(), "C3")
    assert (claim.note, claim.as_of, claim.implicit, claim.is_position) == ("", "", False, False)
    assert argmap("undo", m, "-n", "2").status == 0
    assert find_claim(now(), "C3").tags == ("climate", "checked")


def test_one_tag_comes_and_one_goes(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("set", m, "C3", "--tag", "new").lines == ["Done: Tag C3."]
    assert argmap("set", m, "C3", "--untag", "#climate").lines == ["Done: Tag C3."]
    assert find_claim(now(), "C3").tags == ("checked", "new")
    assert argmap("set", m, "C3", "--untag", "never there").lines == ["Nothing to change: it is so already."]


def test_a_step_is_described(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("set", m, "R2", "--warrant", "Since", "--scheme", "expert opinion").lines == ["Done: Describe R2."]
    step = find_inference(now(), "R2")
    assert (step.warrant, step.scheme) == ("Since", "expert opinion")
    assert argmap("set", m, "R2", "--warrant", "").lines == ["Done: Set the warrant of C5's objection to C1."]
    assert find_inference(now(), "R2").warrant == ""


RATED = {
    "very unlikely": 0.05,
    "unlikely": 0.25,
    "even": 0.5,
    "likely": 0.75,
    "very likely": 0.95,
    "Very-Likely": 0.95,
    "0.33": 0.33,
    "33%": 0.33,
    "1": 1.0,
    "0": 0.0,
    "none": None,
}


@pytest.mark.parametrize("typed", RATED)
def test_a_claim_is_rated(argmap: Argmap, m: str, now: Reading, typed: str) -> None:
    assert argmap("rate", m, "C3", typed).status == 0
    assert find_claim(now(), "C3").credence == RATED[typed]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("slight", 0.2), ("weak", 0.4), ("moderate", 0.6), ("strong", 0.8), ("decisive", 1.0), ("0.5", 0.5)],
)
def test_a_step_is_rated(argmap: Argmap, m: str, now: Reading, typed: str, value: float) -> None:
    assert argmap("rate", m, "R2", typed).status == 0
    assert find_inference(now(), "R2").relevance == value
    assert argmap("rate", m, "R2", "none").lines == ["Done: Take the rating of C5's objection to C1 away."]
    assert find_inference(now(), "R2").relevance is None


MOVED = {
    "a step to a claim": (("R4", "--to", "C2"), {"R4": "C7 - C2"}),
    "a step to a step": (("R4", "--to", "R2"), {"R4": "C7 - R2"}),
    "a claim with its step": (("C7", "--to", "C2"), {"R4": "C7 - C2"}),
    "a co-premise out of its step": (("C4", "--to", "C2"), {"R1": "C3 + C1", "R6": "C4 + C2"}),
    "a shared claim out of one step": (
        ("C3", "--from", "R1", "--to", "C8"),
        {"R1": "C4 + C1", "R6": "C3 + C8"},
    ),
}


@pytest.mark.parametrize("case", MOVED)
def test_a_step_or_a_claim_is_moved(argmap: Argmap, m: str, now: Reading, case: str) -> None:
    arguments, changed = MOVED[case]
    before = _steps(now())
    answer = argmap("move", m, *arguments)
    assert (answer.status, answer.err) == (0, "")
    assert _steps(now()) == before | changed


def test_steps_are_reordered(argmap: Argmap, m: str, now: Reading) -> None:
    assert _order(now(), "C1") == ["R1", "R2"]
    assert argmap("move", m, "R2", "--before", "R1").status == 0
    assert _order(now(), "C1") == ["R2", "R1"]
    assert argmap("move", m, "R2", "--last").status == 0
    assert _order(now(), "C1") == ["R1", "R2"]
    assert argmap("move", m, "C5", "--before", "R1").status == 0
    assert _order(now(), "C1") == ["R2", "R1"]
    assert argmap("move", m, "C5", "--before", "C4").lines == ["Nothing to change: it is so already."]


def test_co_premises_are_reordered(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("move", m, "C4", "--before", "C3").status == 0
    assert _steps(now())["R1"] == "C4 & C3 + C1"
    assert argmap("move", m, "C4", "--last").status == 0
    assert _steps(now())["R1"] == "C3 & C4 + C1"


def test_positions_are_reordered(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("move", m, "C2", "--before", "C1").status == 0
    assert [claim.label for claim in now().positions()] == ["C2", "C1"]
    assert argmap("move", m, "C2", "--last").status == 0
    assert [claim.label for claim in now().positions()] == ["C1", "C2"]


def test_a_step_is_flipped(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("flip", m, "C5").lines == ["Done: Turn C5's objection to C1 into a reason."]
    assert _steps(now())["R2"] == "C5 + C1"
    assert argmap("flip", m, "R3").lines == ["Done: Turn C6's undercut of C3 & C4's step into a backing."]
    assert _steps(now())["R3"] == "C6 + R1"


def test_two_steps_are_joined_and_a_premise_is_split_off(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("add", m, "New", "--opposes", "C1").status == 0
    assert argmap("join", m, "C5", "C10").lines == ["Done: Join C10 to C5."]
    assert _steps(now())["R2"] == "C5 & C10 - C1"
    assert argmap("split", m, "C5").lines == ["Done: Make C5 an objection of its own."]
    assert (_steps(now())["R2"], _steps(now())["R7"]) == ("C10 - C1", "C5 - C1")
    assert argmap("split", m, "C3", "--from", "R1").lines == ["Done: Make C3 a reason of its own."]
    assert _order(now(), "C1") == ["R1", "R8", "R2", "R7"]


def test_a_claim_is_removed_everywhere(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap("remove", m, "C3")
    assert answer.lines == ["Done: Remove C3."]
    assert re.fullmatch(r"\d things? changed with it. To take it back: argmap undo m.argmap\n", answer.err)
    assert _steps(now()) == {"R1": "C4 + C1", "R2": "C5 - C1", "R3": "C6 - R1", "R4": "C7 - C5"}
    assert (len(now().citations), len(now().conflicts), len(now().comments), len(now().aliases)) == (1, 0, 1, 0)


def test_a_claim_is_removed_in_one_place(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("remove", m, "C3", "--here", "R1").lines == ["Done: Remove C3 here."]
    assert _steps(now())["R1"] == "C4 + C1"
    assert _steps(now())["R5"] == "C3 - C2"
    assert argmap("remove", m, "C7", "--here", "R4").status == 0
    assert "C7" not in {claim.label for claim in now().claims.values()}, "nothing else held it"


def test_a_claim_is_taken_out_of_a_step_and_kept(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("remove", m, "C7", "--here", "R4", "--keep").lines == ["Done: Take C7 from under C5."]
    assert "R4" not in _steps(now())
    assert find_claim(now(), "C7").text == "The revenue can be paid back"


def test_a_branch_is_removed_and_what_is_used_elsewhere_stays(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("remove", m, "C5", "--branch").lines == ["Done: Remove the branch of C5."]
    assert {claim.label for claim in now().claims.values()} == {"C1", "C2", "C3", "C4", "C6", "C8"}
    assert argmap("remove", m, "C3", "--branch", "--here", "R1").status == 0
    assert _steps(now())["R5"] == "C3 - C2"


@pytest.mark.parametrize(
    ("number", "label"),
    [("R1", "Remove C3 & C4's support of C1"), ("S1", "Remove source S1"), ("N2", "Remove comment N2")],
)
def test_a_step_a_source_or_a_comment_is_removed(argmap: Argmap, m: str, number: str, label: str) -> None:
    assert argmap("remove", m, number).lines == [f"Done: {label}."]
    assert argmap("remove", m, number).status == 2


def test_steps_are_undone_and_redone(argmap: Argmap, m: str, now: Reading) -> None:
    assert argmap("add", m, "One").status == 0
    assert argmap("add", m, "Two").status == 0
    assert argmap("undo", m).lines == ["Undone: Add C11."]
    assert argmap("undo", m).lines == ["Undone: Add C10."]
    assert len(now().claims) == 8
    assert argmap("redo", m, "--times", "2").lines == [
        "Redone: Add C10.",
        "  C10: One",
        "Redone: Add C11.",
        "  C11: Two",
    ]
    assert len(now().claims) == 10


def test_undo_goes_back_to_the_beginning_and_says_when_it_is_there(argmap: Argmap, m: str, now: Reading) -> None:
    answer = argmap("undo", m, "-n", "1000")
    assert (answer.status, answer.err) == (0, "There is nothing more to undo.\n")
    assert answer.lines[-1] == "Undone: Add reason C3 & C4 to C1."
    assert argmap("undo", m).err == "argmap: There is nothing to undo.\n"
    assert [claim.label for claim in now().claims.values()] == ["C1", "C2"]


JSON = {
    "add": (
        ("add", "m.argmap", "New", "--supports", "C1", "--json"),
        {"step": "Add reason C10 to C1", "added": ["C10", "R6"], "changed": [], "removed": []},
    ),
    "link": (
        ("link", "m.argmap", "C8", "--joins", "R1", "--json"),
        {"step": "Add co-premise C8 to C3 & C4", "added": [], "changed": ["R1"], "removed": []},
    ),
    "reword": (
        ("reword", "m.argmap", "C1", "Words", "--json"),
        {"step": "Reword C1", "added": [], "changed": ["C1"], "removed": []},
    ),
    "set": (
        ("set", "m.argmap", "--title", "T", "--question", "Q", "--json"),
        {"step": "Describe the map", "added": [], "changed": ["about"], "removed": []},
    ),
    "rate": (
        ("rate", "m.argmap", "R1", "weak", "--json"),
        {"step": "Rate C3 & C4's support of C1 weak", "added": [], "changed": ["R1"], "removed": []},
    ),
    "move": (
        ("move", "m.argmap", "R2", "--to", "C2", "--json"),
        {"step": "Move C5 under C2", "added": [], "changed": ["R2"], "removed": []},
    ),
    "flip": (
        ("flip", "m.argmap", "R2", "--json"),
        {"step": "Turn C5's objection to C1 into a reason", "added": [], "changed": ["R2"], "removed": []},
    ),
    "split": (
        ("split", "m.argmap", "C4", "--json"),
        {"step": "Make C4 a reason of its own", "added": ["R6"], "changed": ["R1"], "removed": []},
    ),
    "remove": (
        ("remove", "m.argmap", "C8", "--json"),
        {"step": "Remove C8", "added": [], "changed": [], "removed": ["C8"]},
    ),
    "undo": (
        ("undo", "m.argmap", "--json"),
        [{"step": "Undo: Merge C9 into C3", "added": [], "changed": [], "removed": ["alias"]}],
    ),
    "nothing": (
        ("reword", "m.argmap", "C1", "Yes", "--json"),
        {"step": "Reword C1", "added": [], "changed": [], "removed": []},
    ),
}


@pytest.mark.parametrize("case", JSON)
def test_what_a_step_did_is_said_as_json(argmap: Argmap, m: str, case: str) -> None:
    assert m == "m.argmap"
    arguments, value = JSON[case]
    answer = argmap(*arguments)
    assert (answer.status, answer.err) == (0, "")
    assert json.loads(answer.out) == value


def test_steps_undone_until_none_is_left_are_said_as_json(argmap: Argmap, m: str) -> None:
    answer = argmap("undo", m, "-n", "1000", "--json")
    steps = json.loads(answer.out)
    assert answer.status == 0
    assert steps[0]["step"] == "Undo: Merge C9 into C3"
    assert steps[-1]["step"] == "Undo: Add reason C3 & C4 to C1"
    again = argmap("redo", m, "-n", str(len(steps)), "--json")
    assert again.status == 0
    assert [step["step"] for step in json.loads(again.out)] == [
        step["step"].replace("Undo", "Redo") for step in reversed(steps)
    ]
