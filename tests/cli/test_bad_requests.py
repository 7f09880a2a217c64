"""Requests that make no sense: status 2, a sentence, and the file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.cli.table import COMMANDS
from tests.cli.calls import EDITING, READING, call
from tests.store.raw import snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Answer, Argmap, Reading

NUMBERS = {
    "unknown": "C999",
    "unknown step": "R0",
    "unknown source": "S9",
    "word": "abc",
    "empty": "",
    "letter alone": "C",
    "trailing letter": "17x",
    "huge": "1" + "0" * 30,
    "too many digits": "C" + "9" * 5_000,
    "negative": "C-1",
    "fraction": "C1.5",
    "two": "C1 C2",
    "Arabic digits beyond": "C٩٩",
    "escape": "C\x1b[31m1",
    "NUL": "C\0",
    "half a surrogate pair": "C\udcff",
}
"""What names nothing in the map."""

N = "NUMBER"
"""Stands for a number in a call."""

WITH_A_NUMBER: dict[str, tuple[str, ...]] = {
    "show": ("show", "FILE", "--", N),
    "show --at": ("show", "FILE", "--at", N),
    "show --details": ("show", "FILE", "--details", "--", N),
    "open --at": ("open", "FILE", "--at", N),
    "add --supports": ("add", "FILE", "x", "--supports", N),
    "add --opposes": ("add", "FILE", "x", "--opposes", N),
    "add --undercuts": ("add", "FILE", "x", "--undercuts", N),
    "add --backs": ("add", "FILE", "x", "--backs", N),
    "add --joins": ("add", "FILE", "x", "--joins", N),
    "add --with": ("add", "FILE", "x", "--supports", "C1", "--with", N),
    "link": ("link", "FILE", "--supports", "C1", "--", N),
    "link --supports": ("link", "FILE", "C8", "--supports", N),
    "link --opposes": ("link", "FILE", "C8", "--opposes", N),
    "link --undercuts": ("link", "FILE", "C8", "--undercuts", N),
    "link --backs": ("link", "FILE", "C8", "--backs", N),
    "link --joins": ("link", "FILE", "C8", "--joins", N),
    "link --with": ("link", "FILE", "C8", "--supports", "C1", "--with", N),
    "link --conflicts": ("link", "FILE", "C8", "--conflicts", N),
    "link --no-conflict": ("link", "FILE", "C3", "--no-conflict", N),
    "link --differs": ("link", "FILE", "C3", "--differs", N),
    "link --judge-again": ("link", "FILE", "C3", "--judge-again", N),
    "reword": ("reword", "FILE", "--", N, "x"),
    "set --note": ("set", "FILE", "--note", "x", "--", N),
    "set --title": ("set", "FILE", "--title", "x", "--", N),
    "rate": ("rate", "FILE", "--", N, "likely"),
    "move": ("move", "FILE", "--last", "--", N),
    "move --to": ("move", "FILE", "R2", "--to", N),
    "move --before": ("move", "FILE", "R2", "--before", N),
    "move --before a premise": ("move", "FILE", "C3", "--from", "R1", "--before", N),
    "move --before a position": ("move", "FILE", "C2", "--before", N),
    "move --from": ("move", "FILE", "C3", "--to", "C1", "--from", N),
    "flip": ("flip", "FILE", "--", N),
    "join": ("join", "FILE", "--", N, "R2"),
    "join to": ("join", "FILE", "--", "R1", N),
    "split": ("split", "FILE", "--", N),
    "split --from": ("split", "FILE", "C4", "--from", N),
    "remove": ("remove", "FILE", "--", N),
    "remove --here": ("remove", "FILE", "C3", "--here", N),
    "cite": ("cite", "FILE", "--", N, "S1"),
    "cite source": ("cite", "FILE", "--", "C3", N),
    "comment": ("comment", "FILE", "--", N, "x"),
    "comment --resolve": ("comment", "FILE", "--resolve", N),
    "comment --reopen": ("comment", "FILE", "--reopen", N),
    "comment --edit": ("comment", "FILE", "x", "--edit", N),
    "sources edit": ("sources", "FILE", "edit", "--title", "x", "--", N),
    "sources remove": ("sources", "FILE", "remove", "--", N),
    "sources same": ("sources", "FILE", "same", "--", "S1", N),
    "terms remove": ("terms", "FILE", "remove", "--", N),
    "terms edit": ("terms", "FILE", "edit", "--", N, "a", "b"),
}
"""Every place where a number is asked for."""


def _faults(answer: Answer) -> list[str]:
    """What is wrong with the refusal of a request."""
    lines = answer.err.splitlines()
    return [
        fault
        for fault, holds in (
            (f"status {answer.status}", answer.status != 2),
            (f"said {answer.out!r}", answer.out != ""),
            (f"no sentence of argmap's: {answer.err!r}", not answer.err.startswith("argmap: ")),
            ("more than a sentence and a hint", len(lines) > 2 or (len(lines) == 2 and lines[1][:5] != "See: ")),
            ("longer than anybody reads", len(answer.err) > 500),
            ("not clean", not answer.err.replace("\n", "").isprintable()),
        )
        if holds
    ]


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_number_that_names_nothing_is_refused_everywhere(
    argmap: Argmap, here: Path, m: str, opened: list[object], kind: str
) -> None:
    before = snapshot(here)
    faults = {}
    for name, arguments in WITH_A_NUMBER.items():
        answer = argmap(*(NUMBERS[kind] if each == N else each for each in call(arguments, m)), terminal=True)
        if found := _faults(answer):
            faults[name] = found
        assert before == snapshot(here), name
    assert faults == {}
    assert opened == []


def test_an_unknown_number_comes_with_the_nearest(argmap: Argmap, m: str) -> None:
    assert argmap("reword", m, "C33", "x").err == ("argmap: There is no claim C33 in this map. Close: C6, C7, C8.\n")
    assert argmap("add", m, "x", "--supports", "30").err == (
        "argmap: There is no claim C30 in this map. Close: C6, C7, C8.\n"
    )
    assert argmap("flip", m, "R99").err == "argmap: There is no inference R99 in this map. Close: R3, R4, R5.\n"


def test_a_number_of_the_wrong_kind_says_which_kind_is_meant(argmap: Argmap, m: str) -> None:
    assert argmap("reword", m, "R1", "x").err == "argmap: There is no claim (C…) “R1” in this map.\n"
    assert argmap("cite", m, "C1", "C2").err == "argmap: There is no source (S…) “C2” in this map.\n"
    assert argmap("rate", m, "S1", "likely").err == (
        "argmap: There is no claim (C…) or inference (R…) “S1” in this map.\n"
    )


WITHOUT_WORDS = {"empty": "", "spaces": "   ", "newlines": "\n\n", "invisible": "\u200b\u2060", "controls": "\x1b\x07"}
NO_TEXT = {"NUL": ("a\0b", "a NUL character"), "half a surrogate pair": ("a\udcffb", "half of a surrogate pair")}

T = "TEXT"
"""Stands for a text in a call."""

WITH_WORDS: dict[str, tuple[str, ...]] = {
    "add": ("add", "FILE", T),
    "add reason": ("add", "FILE", T, "--supports", "C1"),
    "add second": ("add", "FILE", "x", T, "--supports", "C1"),
    "add position": ("add", "FILE", T, "--position"),
    "reword": ("reword", "FILE", "C1", T),
    "comment": ("comment", "FILE", "C1", T),
    "comment --on-map": ("comment", "FILE", "--on-map", T),
    "comment --edit": ("comment", "FILE", "--edit", "N1", T),
    "sources add": ("sources", "FILE", "add", "--title", T),
    "sources edit": ("sources", "FILE", "edit", "S1", "--title", T),
    "set --tag": ("set", "FILE", "C1", "--tag", T),
    "terms add": ("terms", "FILE", "add", T, "levy"),
}
"""Every place where a text must say something."""


@pytest.mark.parametrize("kind", WITHOUT_WORDS)
def test_a_text_without_words_is_refused_everywhere(argmap: Argmap, here: Path, m: str, kind: str) -> None:
    before = snapshot(here)
    faults = {}
    for name, arguments in WITH_WORDS.items():
        answer = argmap(*(WITHOUT_WORDS[kind] if each == T else each for each in call(arguments, m)))
        if found := [*_faults(answer), *(["no such sentence"] if "needs at least one word." not in answer.err else [])]:
            faults[name] = found
        assert before == snapshot(here), name
    assert faults == {}


WITH_TEXT = WITH_WORDS | {
    "set --title": ("set", "FILE", "--title", T),
    "set --question": ("set", "FILE", "--question", T),
    "set --description": ("set", "FILE", "--description", T),
    "set --language": ("set", "FILE", "--language", T),
    "set --note": ("set", "FILE", "C1", "--note", T),
    "set --as-of": ("set", "FILE", "C1", "--as-of", T),
    "set --warrant": ("set", "FILE", "R1", "--warrant", T),
    "set --scheme": ("set", "FILE", "R1", "--scheme", T),
    "sources add --note": ("sources", "FILE", "add", "--title", "x", "--note", T),
    "sources edit --url": ("sources", "FILE", "edit", "S1", "--url", T),
    "sources same --note": ("sources", "FILE", "same", "S1", "S2", "--paragraph-a", "9", "--note", T),
    "sources same --paragraph-a": ("sources", "FILE", "same", "S1", "S2", "--paragraph-a", T),
    "cite --quote": ("cite", "FILE", "C4", "S1", "--quote", T),
    "cite --by": ("cite", "FILE", "C4", "S1", "--by", T),
    "cite --edit": ("cite", "FILE", "C3", "--edit", "1", "--via", T),
}
"""Every place where a text is asked for."""


@pytest.mark.parametrize("kind", NO_TEXT)
def test_a_text_no_file_can_hold_is_refused_everywhere(argmap: Argmap, here: Path, m: str, kind: str) -> None:
    before = snapshot(here)
    text, named = NO_TEXT[kind]
    faults = {}
    for name, arguments in WITH_TEXT.items():
        answer = argmap(*(text if each == T else each for each in call(arguments, m)))
        if found := [*_faults(answer), *([f"does not name {named}"] if named not in answer.err else [])]:
            faults[name] = found
        assert before == snapshot(here), name
    assert faults == {}


@pytest.mark.parametrize("name", WITH_TEXT)
def test_control_characters_are_removed_and_reported(argmap: Argmap, m: str, now: Reading, name: str) -> None:
    answer = argmap(*("a\x1b[31mb\x07c" if each == T else each for each in call(WITH_TEXT[name], m)))
    assert answer.status == 0
    assert "2 control characters were removed from what you entered.\n" in answer.err
    held = repr(list(now().entities()))
    assert "a[31mbc" in held
    assert "\\x1b" not in held


@pytest.mark.parametrize("name", WITH_TEXT)
def test_a_megabyte_of_text_is_taken_or_refused_and_never_cut(
    argmap: Argmap, here: Path, m: str, now: Reading, name: str
) -> None:
    """Notes, comments, quotes and warrants hold a million characters; shorter fields say how many they hold."""
    before = snapshot(here)
    text = "word " * 200_000 + "end"
    answer = argmap(*(text if each == T else each for each in call(WITH_TEXT[name], m)))
    assert _faults(answer) == []
    assert "is 1,000,003 characters long; the limit is 1" in answer.err
    assert before == snapshot(here)
    assert now().about.title == "Tax"


def test_a_million_characters_fit_into_a_note(argmap: Argmap, m: str, now: Reading) -> None:
    text = "w" * 1_000_000
    assert argmap("set", m, "C1", "--note", text).status == 0
    assert [claim.note for claim in now().positions()] == [text, ""]


REFUSED = {
    # premises
    "self-premise": (("link", "C3", "--supports", "C3"), "A claim cannot be a reason for or against itself."),
    "self-premise of several": (
        ("add", "x", "--supports", "C3", "--with", "C3"),
        "A claim cannot be a reason for or against itself.",
    ),
    "self-premise by joining": (
        ("link", "C1", "--joins", "R2"),
        "A claim cannot be a reason for or against itself.",
    ),
    "self-premise by moving the claim": (
        ("move", "C5", "--to", "C5"),
        "A claim cannot be a reason for or against itself.",
    ),
    "self-premise by moving the step": (
        ("move", "R2", "--to", "C5"),
        "A claim cannot be a reason for or against itself.",
    ),
    "repeated premise": (
        ("link", "C8", "--supports", "C1", "--with", "C8"),
        "That claim is already a premise of this inference.",
    ),
    "repeated co-premise": (("link", "C3", "--joins", "R1"), "That claim is already a premise of this inference."),
    "step against itself": (("move", "R1", "--to", "R3"), "R1 would attack or back itself."),
    # places
    "no premise": (("flip", "C8"), "C8 is no premise of anything, so there is no step from it."),
    "several steps": (("flip", "C3"), "C3 is used in several steps: say which, R1 (to C1) or R5 (to C2)."),
    "not a premise there": (("split", "C5", "--from", "R1"), "C5 is not a premise of R1."),
    "only premise": (("split", "C5"), "C5 is the only premise of R2; there is nothing to split it from."),
    "joined with itself": (("join", "R1", "R1"), "R1 cannot be joined with itself; name two inferences."),
    "joined though unlike": (
        ("join", "R1", "R2"),
        "R1 and R2 do not bear on the same target in the same way, so they stay apart.",
    ),
    "before a stranger": (
        ("move", "R1", "--before", "R3"),
        "R1 can only be moved among the inferences on the same target.",
    ),
    "two join at once": (
        ("link", "C8", "--joins", "R1", "--with", "C7"),
        "One claim joins a step at a time; call the command once for each.",
    ),
    # pairs
    "conflict with itself": (("link", "C3", "--conflicts", "C3"), "A claim cannot be in conflict with itself."),
    "conflict known": (
        ("link", "C5", "--conflicts", "C3"),
        "C5 and C3 are recorded as in conflict already.",
    ),
    "conflict unknown": (("link", "C3", "--no-conflict", "C4"), "No conflict of C3 and C4 is recorded."),
    "verdict unknown": (("link", "C3", "--judge-again", "C5"), "C3 and C5 have not been judged."),
    "verdict on itself": (
        ("link", "C3", "--differs", "C3"),
        "The two wordings are the same; there is nothing to tell apart.",
    ),
    # ratings
    "rating that is no word": (("rate", "C3", "maybe"), "“maybe” is no rating. Say very unlikely, unlikely, even, "),
    "rating of the wrong kind": (("rate", "R1", "likely"), "“likely” is no rating. Say slight, weak, moderate, "),
    "rating above 1": (("rate", "C3", "1.5"), "A rating must be a number from 0 to 1, not 1.5."),
    "rating above 100 %": (("rate", "C3", "101%"), "A rating must be a number from 0 to 1, not 1.01."),
    "rating below 0": (("rate", "C3", "--", "-0.1"), "A rating must be a number from 0 to 1, not -0.1."),
    "rating without number": (("rate", "C3", "nan"), "A rating must be a number from 0 to 1, not nan."),
    "rating without end": (("rate", "C3", "inf"), "A rating must be a number from 0 to 1, not inf."),
    "rating of nothing": (("rate", "C3", ""), "“” is no rating."),
    # descriptions
    "numbering there is not": (("set", "--numbering", "roman"), "“roman” is no numbering. Choose outline, "),
    "title of a claim": (("set", "C3", "--title", "x"), "--title does not describe a claim. Nothing was changed."),
    "note of the map": (
        ("set", "--note", "x"),
        "--note does not describe the map. Name a claim (C17) or a step (R12). Nothing was changed.",
    ),
    "tag of a step": (("set", "R1", "--tag", "x"), "--tag does not describe a step. Nothing was changed."),
    "position already": (("set", "C1", "--position"), "C1 is a position already."),
    "no position": (("set", "C3", "--no-position"), "C3 is not a position."),
    "right and wrong at once": (
        ("set", "--title", "New", "--numbering", "roman"),
        "“roman” is no numbering. Choose outline, decimal, none.",
    ),
    # sources, citations, comments, terms
    "third citation": (("cite", "C3", "--remove", "3"), "C3 has 1 citation; there is no citation 3."),
    "citation of none": (("cite", "C1", "--edit", "1"), "C1 has 0 citations; there is no citation 1."),
    "voice with itself": (
        ("sources", "same", "S1", "S1"),
        "A passage is one voice with itself already; name two passages.",
    ),
    "voice known": (
        ("sources", "same", "S2", "S1", "--paragraph-a", "12", "--paragraph-b", "4"),
        "These passages of S2 and S1 are recorded as one voice already.",
    ),
    "voice unknown": (
        ("sources", "same", "S1", "S2", "--not"),
        "These passages of S1 and S2 are not recorded as one voice.",
    ),
    "comment without words": (("comment", "C1"), "A comment needs at least one word."),
    "term of one word": (
        ("terms", "add", "levy"),
        "A term needs at least two different words that mean the same.",
    ),
    "term of one word twice": (
        ("terms", "add", "levy", "Levy"),
        "The words of a term must differ in more than case and punctuation from “levy”.",
    ),
    "word of another term": (
        ("terms", "add", "levy", "Carbon tax"),
        "“carbon tax” is a word of the term carbon tax already; edit that one.",
    ),
    "term there is not": (("terms", "remove", "7"), "There is no term 7 in this map."),
    # searches
    "facet there is not": (("find", "is:objecton"), "There is no is:objecton. Did you mean is:objection? There are "),
    # details
    "details of nothing": (("show", "--details"), "Say which claim: argmap show FILE C17 --details"),
    "details of a step": (("show", "R1", "--details"), "Say which claim: argmap show FILE C17 --details"),
    # formats
    "format there is not": (("export", "--to", "docx"), "There is no format “docx”. Formats: json, "),
    # removing
    "branch of a source": (("remove", "S1", "--branch"), "S1 is no claim; --branch removes a claim with "),
    # history
    "nothing to redo": (("redo",), "There is nothing to redo."),
}
"""Requests that fit the command but not the map, and what is said of them."""


@pytest.mark.parametrize("case", REFUSED)
def test_a_request_that_does_not_fit_the_map_is_refused(argmap: Argmap, here: Path, m: str, case: str) -> None:
    (command, *rest), sentence = REFUSED[case]
    before = snapshot(here)
    answer = argmap(command, m, *rest)
    assert _faults(answer) == []
    assert answer.err.startswith(f"argmap: {sentence}")
    assert before == snapshot(here)


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
    assert _faults(answer) == []
    assert answer.err.startswith(f"argmap: {sentence}")
    assert answer.err.splitlines()[1] == f"See: argmap {command} --help"
    assert before == snapshot(here)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"sample", "tour"}))
def test_a_command_that_needs_something_says_so(argmap: Argmap, here: Path, command: str) -> None:
    answer = argmap(command)
    assert _faults(answer) == []
    assert answer.err.startswith("argmap: Missing argument")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_an_option_it_does_not_have(argmap: Argmap, here: Path, command: str) -> None:
    answer = argmap(command, "m.argmap", "--no-such-option")
    assert _faults(answer) == []
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
    assert _faults(answer) == []
    assert "A file needs a name." in answer.err
    assert list(here.iterdir()) == []


def test_reading_calls_change_nothing(argmap: Argmap, here: Path, m: str) -> None:
    before = snapshot(here)
    for name, arguments in READING.items():
        assert argmap(*call(arguments, m)).status == 0, name
    assert before == snapshot(here)


@pytest.mark.parametrize("name", EDITING)
def test_editing_calls_change_the_map(argmap: Argmap, here: Path, m: str, name: str) -> None:
    """Each that can: the table of bad files would prove nothing with calls that do nothing on a good one."""
    assert argmap("link", m, "C8", "--opposes", "C1").status == 0
    if name == "redo":
        assert argmap("reword", m, "C8", "To undo").status == 0
        assert argmap("undo", m).status == 0
    if name == "include":
        assert argmap("new", "other.argmap", "Another question?", "--position", "Yes").status == 0
    before = snapshot(here)
    answer = argmap(*call(EDITING[name], m))
    assert answer.status == 0, answer.err
    assert before != snapshot(here)


def test_a_very_long_word_is_not_said_back_whole(argmap: Argmap, m: str) -> None:
    for arguments in (("undo", m, "--times", "9" * 9_999), (f"--{'x' * 9_999}",), ("rate", m, "C1", "x" * 9_999)):
        answer = argmap(*arguments)
        assert answer.status == 2
        assert len(answer.err) < 500
