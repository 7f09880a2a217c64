"""Requests that make no sense: status 2, a sentence, and the file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


def wrong_with(answer: Answer) -> list[str]:
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
        if found := wrong_with(answer):
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
        if found := [
            *wrong_with(answer),
            *(["no such sentence"] if "needs at least one word." not in answer.err else []),
        ]:
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
        if found := [*wrong_with(answer), *([f"does not name {named}"] if named not in answer.err else [])]:
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
    assert wrong_with(answer) == []
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
    assert wrong_with(answer) == []
    assert answer.err.startswith(f"argmap: {sentence}")
    assert before == snapshot(here)


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
