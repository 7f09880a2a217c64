"""A person opens a map in a real terminal, argues, looks for something, takes it all back and leaves."""

from __future__ import annotations

import json
import signal
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.terminal.emulator import ALTERNATE_SCREEN, MOUSE, PASTE, SANE
from tests.terminal.program import Program, argmap, opened

if TYPE_CHECKING:
    from pathlib import Path

ESCAPE = "\x1b"
ENTER = "\r"
CTRL_E = "\x05"
NAME = "iraq-troops.argmap"
QUESTION = "Should US and coalition forces leave Iraq?"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample map, as the program copies it."""
    made = argmap(tmp_path, "sample")
    assert made.returncode == 0, made.stderr
    return tmp_path / NAME


def shown(path: Path, *arguments: str) -> Any:
    """What a command says in JSON."""
    said = argmap(path.parent, *arguments, "--json")
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


def is_whole(path: Path) -> bool:
    """Whether the file is right in every respect that can be checked, and alone in its folder."""
    examined = argmap(path.parent, "doctor", path.name)
    return examined.returncode == 0 and "is sound" in examined.stdout and list(path.parent.iterdir()) == [path]


def is_sane(program: Program) -> bool:
    """Whether the terminal is as it was before the program ran."""
    terminal = program.terminal
    return terminal.modes == SANE and not terminal.keyboards and program.settings() == program.attributes


def write(program: Program, key: str, asks: str, text: str, *says: str) -> None:
    """Open the editor with *key*, type *text* and save it; the editor *asks* for something, the screen *says* more."""
    program.keys(key)
    program.see(asks)
    program.keys(text)
    program.see(text.strip())
    program.keys(ENTER)
    program.see(*says, "u undo", "? help")


def find(program: Program, words: str, *shows: str) -> None:
    """Find claims as the words are typed, and stay at the first."""
    program.keys("/")
    program.see("Esc go back")
    program.keys(words)
    program.see(words, "1 of ")
    program.keys(ENTER)
    program.see("found · n next", *shows)


def leave(program: Program) -> None:
    """Quit, and look at what is left behind."""
    program.keys("q")
    assert program.end() == 0, program.screen()
    assert not program.terminal.bells
    assert is_sane(program)
    assert not program.screen().strip()


def places(path: Path) -> list[tuple[str, str, str]]:
    """Each claim of the printed argument with the inference it is a premise of, and its relation, in order."""
    return [(line["inference"], line["relation"], line["claim"]) for line in shown(path, "show", path.name)["lines"]]


EDITS = (
    ("+", "A reason for C2", "Allies train the army.", "Add reason C194 to C2"),
    ("-", "An objection to C194", "Training needs no bases.", "Add objection C195 to C194"),
    ("&", "Needed together with C195", "Bases are targets.", "Add co-premise C196 to C195"),
    ("X", "Attack the step R196", "Nobody spoke of bases", "Add undercut C197 to C195 & C196's step"),
    ("e", "Reword C197", " so far.", "Reword C197"),
)
"""The key of an edit, what is asked for, what is typed, and what is said then."""

ADDED = [
    ("R195", "supports", "C194"),
    ("R196", "opposes", "C195"),
    ("R196", "opposes", "C196"),
    ("R197", "undercuts", "C197"),
]


def press_and_save(program: Program, path: Path, key: str) -> None:
    """Press a key that takes a step, and wait until the file has it."""
    written = path.stat().st_mtime_ns
    program.keys(key)
    program.wait(lambda: path.stat().st_mtime_ns > written, f"a step in the file after {key}")


def move(program: Program, path: Path, key: str) -> list[tuple[str, str, str]]:
    """Move the row under the cursor, and return the places once the file has it."""
    press_and_save(program, path, key)
    program.see("Move C194", "u undo")
    return places(path)


def argue(program: Program, path: Path) -> list[str]:
    """Add one of each, reword, and move; return what each step was called."""
    program.keys("j")
    program.see("it answers the question")
    for key, asks, text, says in EDITS:
        write(program, key, asks, text, says)
    before = places(path)
    start = before.index(ADDED[0])
    assert before[start : start + 4] == ADDED
    find(program, "Allies train", "Supports C2")
    after = move(program, path, "K")
    assert after.index(ADDED[0]) == start - 1
    assert Counter(after) == Counter(before)
    assert move(program, path, "J") == before
    return [*(says for *_, says in EDITS), "Move C194", "Move C194"]


def take_back(program: Program, path: Path, steps: list[str]) -> None:
    """Undo *steps*, the last first."""
    for says in reversed(steps):
        press_and_save(program, path, "u")
        program.see(f"Undo: {says}", "Ctrl+R redo")
    program.keys("u")
    program.see("There is nothing to undo.")


def test_a_session_is_what_the_file_holds_and_can_be_taken_back(sample: Path) -> None:
    at_first = shown(sample, "show", NAME)
    with opened(sample) as program:
        program.see(QUESTION, "139 claims", "position C2")
        assert program.terminal.modes > {ALTERNATE_SCREEN, PASTE}
        assert program.terminal.modes & MOUSE
        steps = argue(program, sample)
        reworded = shown(sample, "show", NAME, "C197", "--details")
        assert "Nobody spoke of bases so far." in json.dumps(reworded)
        take_back(program, sample, steps)
        find(program, "twice as many", "C20 ")
        leave(program)
    assert shown(sample, "show", NAME) == at_first
    kinds = Counter(step["kind"] for step in shown(sample, "log", NAME))
    assert kinds == {"new": 1, "edit": len(steps), "undo": len(steps)}
    assert is_whole(sample)


def begin_typing(program: Program) -> None:
    """Stop in the middle of a claim."""
    program.see(QUESTION, "139 claims")
    program.keys("j")
    program.see("it answers the question")
    write(program, *EDITS[0])
    program.keys("-")
    program.see("An objection to C194")
    program.keys("Half a thou")
    program.see("Half a thou")


def test_a_kill_while_somebody_types_leaves_the_file_whole(sample: Path) -> None:
    with opened(sample) as program:
        begin_typing(program)
        program.process.kill()
        assert program.end() == -signal.SIGKILL
    assert is_whole(sample)
    assert [step["label"] for step in shown(sample, "log", NAME)][1:] == [EDITS[0][3]]


def test_a_terminal_that_goes_away_ends_the_program_in_peace(sample: Path) -> None:
    with opened(sample) as program:
        begin_typing(program)
        program.hang_up()
        assert program.end() in {0, 128 + signal.SIGHUP, 120}  # 120: Python's own, where nothing can be written
        assert "Traceback" not in program.screen()
    assert is_whole(sample)


def test_what_is_being_opened_is_said_at_once_and_leaves_nothing_behind(sample: Path) -> None:
    with opened(sample) as program:
        program.see("? help")
        said, first = program.heard.find(b"Opening "), program.heard.find(b"\x1b[?1049h")
        assert 0 <= said < first  # looked up in what was sent: on the screen it may have come and gone in between
        assert "Opening" not in program.screen()
        leave(program)


def test_being_told_to_end_leaves_the_file_whole(sample: Path) -> None:
    with opened(sample) as program:
        begin_typing(program)
        program.process.terminate()
        assert program.end() in {0, -signal.SIGTERM, 128 + signal.SIGTERM}
        assert "Traceback" not in program.screen()
    assert is_whole(sample)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end_leaves_terminal_and_file_sane(sample: Path, told: signal.Signals) -> None:
    with opened(sample) as program:
        begin_typing(program)
        program.process.send_signal(told)
        program.end()
        assert is_sane(program)


def test_the_tour_ends_with_what_to_do_next(tmp_path: Path) -> None:
    program = Program(["-m", "argmap", "tour"], 80, 24, tmp_path, {})
    try:
        program.see("1/7: ")
        program.keys("q")
        program.see("Next: argmap sample --open, or: argmap new")
        assert program.end() == 0
        assert is_sane(program)
    finally:
        program.close()


def test_keys_typed_ahead_go_where_they_would_have_gone_slowly(sample: Path) -> None:
    """A slow line delivers keys in bundles: letters of a claim must not become commands."""
    with opened(sample) as program:
        program.see(QUESTION, "139 claims")
        program.keys(f"j+Typed in one go.{ENTER}-And this too.{ENTER}")
        program.wait(lambda: len(shown(sample, "log", NAME)) >= 3, "two steps", seconds=30)
        assert [step["label"] for step in shown(sample, "log", NAME)][1:] == [
            "Add reason C194 to C2",
            "Add objection C195 to C194",
        ]


def test_a_terminal_may_change_its_size_at_any_moment(sample: Path) -> None:
    with opened(sample) as program:
        program.see(QUESTION, "139 claims")
        for columns, lines in _SIZES:
            program.resize(columns, lines)
            program.wait(partial(_fills, program, columns), f"a screen {columns} wide")
            program.see("iraq-troops", "position C2", "? help")
        leave(program)
    assert is_whole(sample)


def test_the_editor_follows_the_size_of_the_terminal(sample: Path) -> None:
    with opened(sample) as program:
        begin_typing(program)
        for columns, lines in _SIZES:
            program.resize(columns, lines)
            program.see("An objection to C194", "Half a thou", "Enter save")
            program.wait(lambda: _is_whole_under_its_claim(program), "whole editor under its claim")


_SIZES = ((60, 20), (140, 40), (40, 12), (80, 24))


def _fills(program: Program, columns: int) -> bool:
    return len(program.terminal.shown()[0]) > columns - 5


def _is_whole_under_its_claim(program: Program) -> bool:
    lines = [f"{line:160}" for line in program.terminal.shown()]
    top = next((number for number, line in enumerate(lines) if "An objection to C194" in line), None)
    if not top:
        return False
    claim, head, text, foot = lines[top - 1 : top + 3]
    left, right = head.find("╭"), head.find("╮")
    sides = text[left], text[right], foot[left], foot[right]
    is_under = "army." in claim or "Allies train" in claim  # in four lines it covers the second of the claim
    return is_under and sides == ("│", "│", "╰", "╯")


EDITORS = {
    "false": "The editor ended with the error 1",
    "/no/such/editor": "cannot be started",
    "true": "make it wait",
}
"""Editors that change nothing, and what is said after each."""


@pytest.mark.parametrize("editor", EDITORS)
def test_after_any_editor_the_screen_is_there_again(sample: Path, editor: str) -> None:
    with opened(sample, EDITOR=editor) as program:
        program.see(QUESTION, "139 claims")
        program.keys("j")
        program.see("position C2")
        program.keys(CTRL_E)
        program.see(EDITORS[editor], QUESTION)
        assert ALTERNATE_SCREEN in program.terminal.modes
        assert program.settings() != program.attributes
        write(program, *EDITS[0])
        leave(program)
    assert is_whole(sample)
