"""Manners: exit statuses, streams, interrupts, narrow encodings, and what happens when argmap itself is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

import argmap as package
from argmap.cli.main import main
from tests.cli.calls import EDITING, READING, call
from tests.store.raw import snapshot

if TYPE_CHECKING:
    from tests.cli.conftest import Argmap

_FULL = Path("/dev/full")


def _run(*arguments: str, typed: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m argmap`` as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


def test_python_m_argmap_is_argmap(m: str) -> None:
    shown = _run("show", m, "C5")
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"C5 Poor households pay most" in shown.stdout
    assert _run("--version").stdout.decode().strip() == f"argmap {package.__version__}"


def test_the_status_of_the_process_is_that_of_the_command(m: str) -> None:
    assert _run("show", "missing.argmap").returncode == 3
    assert _run("show", m, "C99").returncode == 2
    assert _run("open", m).returncode == 4


def test_the_installed_command_is_argmap(m: str) -> None:
    program = os.path.join(os.path.dirname(sys.executable), "argmap")  # noqa: PTH118, PTH120  # not resolved: a venv
    if not os.access(program, os.X_OK):
        pytest.skip("argmap is not installed as a command here")
    shown = subprocess.run([program, "show", m, "C5"], capture_output=True, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")


def test_what_comes_in_from_another_program_is_taken(here: Path, m: str, argmap: Argmap) -> None:
    assert _run("add", m, "-", "--supports", "C1", typed="Ça coûte".encode()).returncode == 0
    assert argmap("show", m, "C10").lines == ["+ supports C10 Ça coûte"]
    assert list(snapshot(here)) == [m]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_knows_fewer_characters_gets_what_it_can(argmap: Argmap, encoding: str) -> None:
    assert argmap("new", "words.argmap", "-q", "Où? الانسحاب 撤军", "-p", "Ja").status == 0
    for arguments in (("show", "words.argmap"), ("show", "words.argmap", "--json")):
        shown = _run(*arguments, PYTHONIOENCODING=encoding)
        assert (shown.returncode, shown.stderr) == (0, b"")
        assert b"Ja" in shown.stdout


def test_results_go_to_standard_output_and_messages_beside_it(argmap: Argmap, m: str) -> None:
    found = argmap("find", m, "nowhere")
    assert (found.out, found.err) == ("", "Nothing found.\n")
    made = argmap("new", "other.argmap", "-p", "Yes")
    assert "Made other.argmap" in made.out
    assert "Next:" in made.err


@pytest.mark.parametrize("name", [*READING, *EDITING])
def test_what_goes_to_a_file_or_a_program_holds_no_colour(
    argmap: Argmap, m: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many colours the terminal has from which argmap is called."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    arguments = call({**READING, **EDITING}[name], m)
    for answer in (argmap(*arguments), argmap(arguments[0], "--help"), argmap(arguments[0], "--wrong")):
        assert answer.out + answer.err
        assert "\x1b" not in answer.out + answer.err


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_an_interrupt_ends_with_130_and_no_word(
    argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr("argmap.cli.commands.find_.open_map", interrupted)
    answer = argmap("find", m, "x")
    assert (answer.status, answer.out, answer.err.strip()) == (130, "", "")


# A process started in the background ignores Ctrl+C from its beginning, and so do the processes it starts.
_SLEEPER = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from argmap.cli.commands import find_
def slow(file):
    print("reading", flush=True)
    time.sleep(60)
find_.open_map = slow
from argmap.cli.main import main
sys.exit(main(["find", "m.argmap", "x"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way there")
def test_control_c_ends_a_process_with_130() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SLEEPER], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"reading\n"
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read().strip() == b""
        assert time.monotonic() - began < 30


@pytest.mark.skipif(not _FULL.exists(), reason="no device here is always full")
@pytest.mark.parametrize("output", [("show",), ("draw", "--to", "svg", "-o", "-")])
def test_an_output_that_takes_no_more_is_told_with_status_3(m: str, output: tuple[str, ...]) -> None:
    command, *options = output
    with _FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", command, m, *options], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert done.stderr.decode() == (
        "argmap: Not all was printed: No space left on device. What was saved in a file stays saved; "
        "make room, or send the output elsewhere.\n"
    )


def test_an_error_of_argmaps_own_is_a_sentence_and_status_1(
    m: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> NoReturn:
        message = "a fault\x1b[31m of ours"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("argmap.cli.commands.find_.open_map", broken)
    assert main(["find", m, "x"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "argmap: this should not have happened (ZeroDivisionError: a fault␛[31m of ours). Your file is as it was. "
        "Set ARGMAP_TRACEBACK=1 to see more, and please report it.\n"
    )
    monkeypatch.setenv("ARGMAP_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["find", m, "x"])


def test_the_author_of_a_step_is_who_the_environment_says(
    argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGMAP_AUTHOR", "x\udcffy \x1b[31m")
    assert argmap("add", m, "One").status == 0
    assert "  x?y [31m  " in argmap("log", m, "-n", "1").out


def test_a_state_folder_that_cannot_be_made_is_no_error(
    argmap: Argmap, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here.parent / "file").write_text("no folder")
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(here.parent / "file" / "state"))
    assert argmap("new", "tax.argmap", "-p", "Yes").status == 0
    assert argmap("add", "tax.argmap", "One").status == 0
    assert argmap().status == 0


def test_no_input_is_an_option_and_a_variable(argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert argmap("--no-input", "show", m).status == 0
    monkeypatch.setenv("ARGMAP_NO_INPUT", "1")
    assert argmap("show", m).status == 0
