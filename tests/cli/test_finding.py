"""Finding claims and reading the log from the command line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Argmap


def _found(argmap: Argmap, *query: str) -> list[str]:
    return [line.split()[0] for line in argmap("find", "m.argmap", "--plain", *query).lines]


@pytest.mark.usefixtures("m")
@pytest.mark.parametrize(
    ("query", "labels"),
    [
        (("emissions",), ["C3", "C4"]),
        (("emissions", "must"), ["C4"]),
        (("emissions must",), ["C4"]),
        (('"must emissions"',), []),
        (('"emissions must"',), ["C4"]),
        (("is:objection", "is:unsourced"), ["C7"]),
        (("unanswered",), ["C3", "C6", "C7"]),
        (("tag:climate",), ["C3"]),
        (("source:same again",), ["C5"]),
        (("-emissions", "is:premise"), ["C5", "C6", "C7"]),
        (("-is:premise",), ["C1", "C2", "C8"]),
        (("-households", "is:objection"), ["C3", "C7"]),
        (("-health",), ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"]),
        (("--", "-is:premise"), ["C1", "C2", "C8"]),
        (("C5",), ["C5"]),
    ],
)
def test_a_query_finds_claims(argmap: Argmap, query: tuple[str, ...], labels: list[str]) -> None:
    assert _found(argmap, *query) == labels


@pytest.mark.usefixtures("m")
@pytest.mark.parametrize(
    ("query", "labels"),
    [
        (("must emissions",), ["C4"]),
        (("emisions",), ["C3", "C4"]),
        (("huoseholds", "pay"), ["C5"]),
        (("huoseholds pay",), ["C5"]),
        (("emissionsmust",), ["C4"]),
        (("tag:climate", "emisions"), ["C3"]),
        (("tag:klimate", "emissions"), []),
        (("zebra",), []),
    ],
)
def test_where_nothing_fits_what_comes_close_is_told(argmap: Argmap, query: tuple[str, ...], labels: list[str]) -> None:
    assert _found(argmap, *query) == labels
    said = "Nothing fits exactly; these come close:" if labels else "Nothing found."
    assert argmap("find", "m.argmap", *query).err == f"{said}\n"
    told = json.loads(argmap("find", "m.argmap", "--json", *query).out)
    assert [(each["claim"], each["close"]) for each in told] == [(label, True) for label in labels]


def test_what_is_found_is_shown_with_what_it_does(argmap: Argmap, m: str) -> None:
    answer = argmap("find", m, "a")
    assert answer.lines == [
        "C3 It cuts emissions  [supports C1, opposes C2]",
        "C4 Emissions must fall  [supports C1]",
        "C5 Poor households pay most  [opposes C1]",
        "C7 The revenue can be paid back  [opposes C5]",
        "C8 A spare claim  [unplaced]",
    ]
    assert argmap("find", m, "Yes").lines == ["C1 Yes  [position]"]
    assert argmap("find", m, "firms").lines == ["C6 Only where firms compete  [undercuts R1]"]
    assert argmap("find", m, "a", "--plain").lines[0] == "C3 It cuts emissions"


def test_what_is_found_as_json(argmap: Argmap, m: str) -> None:
    assert json.loads(argmap("find", m, "tag:climate", "--json").out) == [
        {
            "claim": "C3",
            "number": 3,
            "text": "It cuts emissions",
            "roles": ["premise", "reason", "objection"],
            "tags": ["climate", "checked"],
            "sources": ["S1"],
        }
    ]
    assert argmap("find", m, "nowhere", "--json").out == "[]\n"


def test_nothing_found_is_said_beside_the_results(argmap: Argmap, m: str) -> None:
    answer = argmap("find", m, "nowhere")
    assert (answer.status, answer.out, answer.err) == (0, "", "Nothing found.\n")


_LINE = re.compile(r" ?\d+  \d{4}-\d\d-\d\d \d\d:\d\d  (.*?)  (.*)")


def test_the_log_lists_every_step_with_its_author(argmap: Argmap, m: str) -> None:
    argmap("add", m, "One more")
    matches = [_LINE.fullmatch(line) for line in argmap("log", m).lines]
    steps = [match.groups() for match in matches if match]
    assert len(steps) == len(matches)
    assert steps[:2] == [("Jane", "Make the map"), ("Jane", "Add reason C3 & C4 to C1")]
    assert steps[-1] == ("Tester", "Add C10")


def test_the_log_is_cut_to_the_last_steps_or_to_one_author(argmap: Argmap, m: str) -> None:
    argmap("add", m, "One more")
    assert [line.rpartition("  ")[2] for line in argmap("log", m, "-n", "2").lines] == ["Merge C9 into C3", "Add C10"]
    assert [line.rpartition("  ")[2] for line in argmap("log", m, "--author", "TEST").lines] == ["Add C10"]
    assert argmap("log", m, "--author", "nobody").out == ""


def test_the_log_as_json(argmap: Argmap, m: str) -> None:
    argmap("undo", m)
    *_, before, last = json.loads(argmap("log", m, "--json").out)
    assert (last["kind"], last["refers"], last["parent"]) == ("undo", before["id"], before["id"])
    assert (last["label"], last["author"]) == ("Undo: Merge C9 into C3", "Tester")
    assert last["step"] == before["step"] + 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", last["at"])
