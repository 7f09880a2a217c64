"""Calls that no command understands: refused with status 2 and a sentence that says what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.cli.table import COMMANDS
from tests.cli.test_bad_requests import wrong_with
from tests.store.raw import snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap

USAGE = {
    "two places": (
        ("add", "x", "--supports", "C1", "--opposes", "C2"),
        "A claim gets one place at a time. Add it once, then use argmap link for its other places.",
    ),
    "a place and a position": (
        ("add", "x", "--supports", "C1", "--position"),
        "A claim gets one place at a time. Add it once, then use argmap link for its other places.",
    ),
    "several for nothing": (
        ("add", "x", "y"),
        "Several claims are needed together for something: say --supports, --opposes, --undercuts or --backs.",
    ),
    "together for nothing": (
        ("add", "x", "--with", "C3"),
        "Several claims are needed together for something: say --supports, --opposes, --undercuts or --backs.",
    ),
    "link to nothing": (("link", "C3"), "Say how to link it, with one of --supports, --opposes, "),
    "link to two": (("link", "C3", "--supports", "C1", "--backs", "R2"), "Say how to link it, with one of "),
    "move nowhere": (("move", "R1"), "Say where to, with one of --to, --before and --last."),
    "move to two places": (
        ("move", "R1", "--to", "C2", "--last"),
        "Say where to, with one of --to, --before and --last.",
    ),
    "set nothing": (("set", "C3"), "Say what to set, for example --note or --title."),
    "cite nothing": (("cite", "C3"), "Name the source, such as S2. To add one: argmap sources FILE add --title …"),
    "export to nothing": (("export",), "Say which format: --to json, "),
    "keep what is nowhere": (("remove", "C3", "--keep"), "--keep goes with --here alone: "),
    "a step into a file": (("restore", "--step", "1", "-o", "x.argmap"), "-o goes with --backup."),
    "a step and a backup": (("restore", "--step", "1", "--backup", "1"), "--step and --backup do different things. "),
    "a contradiction of nothing": (
        ("link", "C8", "--supports", "C1", "--contradictory"),
        "--contradictory goes with --conflicts.",
    ),
    "a verdict on a reason": (
        ("link", "C8", "--supports", "C1", "--verdict", "narrower"),
        "--verdict goes with --differs.",
    ),
    "a conflict of several": (
        ("link", "C8", "--conflicts", "C1", "--with", "C3"),
        "--conflicts and --with do different things. Choose one.",
    ),
    "another source for a citation": (
        ("cite", "C3", "S2", "--edit", "1"),
        "SOURCE and --edit do different things. Choose one.",
    ),
    "edit and remove a citation": (
        ("cite", "C3", "--edit", "1", "--remove", "1"),
        "--edit and --remove do different things. Choose one.",
    ),
    "describe what is removed": (
        ("cite", "C3", "--remove", "1", "--note", ""),
        "--remove takes the whole citation away. Leave out what describes it, or say --edit.",
    ),
    "a comment and an answer to one": (
        ("comment", "C3", "Which year?", "--resolve", "N1"),
        "NUMBER and --resolve do different things. Choose one.",
    ),
    "resolve and reopen": (
        ("comment", "--resolve", "N1", "--reopen", "N1"),
        "--resolve and --reopen do different things. Choose one.",
    ),
    "a comment on two things": (
        ("comment", "C3", "Which year?", "--on-map", "Sources!"),
        "NUMBER and --on-map do different things. Choose one.",
    ),
    "two texts for a comment": (
        ("comment", "C3", "Which year?", "--edit", "N1"),
        "NUMBER and --edit do different things. Choose one.",
    ),
    "two starts": (("show", "C1", "--at", "C2"), "NUMBER and --at do different things. Choose one."),
    "a step of the log, and a claim": (
        ("log", "--show", "1", "--claim", "C1"),
        "--show and --claim do different things. Choose one.",
    ),
    "force without a plan": (("dedupe", "--force"), "--force goes with --plan."),
    "typo in an option": (("add", "x", "--suports", "C1"), "No such option"),
    "typo in an option of find": (("find", "x", "--plian"), "No such option"),
    "no number of steps": (("undo", "--times", "0"), "Invalid value for '--times'"),
    "no number of levels": (("show", "--depth", "-1"), "Invalid value for '--depth'"),
    "no verdict": (("link", "C3", "--differs", "C4", "--verdict", "same"), "Invalid value for '--verdict'"),
    "too much": (("flip", "R1", "R2"), "Got unexpected extra argument"),
    "too little": (("reword", "C1"), "Missing argument"),
    "a subcommand there is not": (("sources", "ad"), "No such command"),
}
"""Calls that no command understands, and what is said of them."""


@pytest.mark.parametrize("case", USAGE)
def test_a_call_that_no_command_understands_is_refused(argmap: Argmap, here: Path, m: str, case: str) -> None:
    (command, *rest), sentence = USAGE[case]
    before = snapshot(here)
    answer = argmap(command, m, *rest)
    assert wrong_with(answer) == []
    assert answer.err.startswith(f"argmap: {sentence}")
    assert answer.err.splitlines()[1] == f"See: argmap {command} --help"
    assert before == snapshot(here)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"sample", "tour"}))
def test_a_command_that_needs_something_says_so(argmap: Argmap, here: Path, command: str) -> None:
    answer = argmap(command)
    assert wrong_with(answer) == []
    assert answer.err.startswith("argmap: Missing argument")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_an_option_it_does_not_have(argmap: Argmap, here: Path, command: str) -> None:
    answer = argmap(command, "m.argmap", "--no-such-option")
    assert wrong_with(answer) == []
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("chek", "There is no command “chek”.\n"),
        ("ad", "There is no command “ad”. Did you mean add?\n"),
        ("sow", "There is no command “sow”. Did you mean show?\n"),
        ("exprot", "There is no command “exprot”. Did you mean export?\n"),
        ("", "There is no command “”.\n"),
        ("x" * 99, f"There is no command “{'x' * 40}”.\n"),
        ("a\x1b[31mb", "There is no command “a␛[31mb”.\n"),
        ("map.pdf", "There is no command “map.pdf”.\n"),
    ],
)
def test_a_command_there_is_not_is_refused_with_the_nearest(argmap: Argmap, typed: str, sentence: str) -> None:
    answer = argmap(typed)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"argmap: {sentence}See: argmap --help\n"


def test_an_option_there_is_not_comes_with_the_nearest(argmap: Argmap, m: str) -> None:
    assert "Did you mean" in argmap("add", m, "x", "--suports", "C1").err
    assert "--supports" in argmap("add", m, "x", "--suports", "C1").err
    assert "--plain" in argmap("find", m, "x", "--plian").err
    assert "--version" in argmap("--versoin").err


def test_words_that_begin_with_a_dash_are_taken_behind_two(argmap: Argmap, m: str) -> None:
    hint = 'See: argmap add --help    Words that begin with a dash stand behind --, as in: -- "-5 degrees"'
    for words in ("-5 degrees", "- a list", "--- ", "--not so--"):
        refused = argmap("add", m, words, "--supports", "C1")
        assert (refused.status, refused.err.splitlines()[1:]) == (2, [hint])
    assert argmap("add", m, "--supports", "C1", "--", "-5 degrees").status == 0
    assert "-5 degrees" in argmap("show", m).out
    assert argmap("flip", m, "-5").err.splitlines()[1] == "See: argmap flip --help"  # which takes no words


def test_an_empty_text_is_said_too(argmap: Argmap, m: str) -> None:
    """It takes a description away, so it goes together with as little as any other."""
    assert argmap("cite", m, "C3", "--remove", "1", "--note", "").status == 2
    assert argmap("cite", m, "C3", "--edit", "1", "--note", "").status == 0


def test_the_one_text_of_a_comment_is_its_new_words(argmap: Argmap, m: str) -> None:
    number = argmap("comment", m).lines[0].partition(" ")[0]
    assert argmap("comment", m, "--edit", number, "Which year?").status == 0
    assert "Which year?" in argmap("comment", m).out


@pytest.mark.parametrize("command", [("new",), ("show",), ("doctor",), ("import",)])
def test_a_file_without_a_name_is_no_folder(argmap: Argmap, here: Path, command: tuple[str, ...]) -> None:
    answer = argmap(*command, "")
    assert wrong_with(answer) == []
    assert "A file needs a name." in answer.err
    assert list(here.iterdir()) == []
