"""The line for a person who waits: on a terminal only, only after a second, and never left behind."""

from __future__ import annotations

import io
import sys
from time import sleep
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from argmap.cli import waiting
from argmap.cli.waiting import Waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Argmap


class Terminal(io.StringIO):
    """A terminal of 80 columns that remembers what was written."""

    def isatty(self) -> bool:
        return True

    @property
    def row(self) -> str:
        """What stands on the line in the end."""
        cells = [" "] * 200
        for part in self.getvalue().split("\r"):
            cells[: len(part)] = part
        return "".join(cells).rstrip()


def a_terminal(monkeypatch: pytest.MonkeyPatch, patience: float = 0) -> Terminal:
    """Let messages go to a terminal."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "__stderr__", terminal)
    monkeypatch.setattr(waiting, "_BEAT", 0.01)
    monkeypatch.setattr(waiting, "PATIENCE", patience)
    monkeypatch.setenv("COLUMNS", "80")
    return terminal


def test_what_is_done_soon_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch, patience=1)
    with Waiting().on("Reading notes.md"):
        sleep(0.05)
    assert terminal.getvalue() == ""


def test_what_takes_longer_is_named_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    with Waiting().on("Reading notes.md"):
        sleep(0.1)
        assert terminal.row == "Reading notes.md: 0 s"
    assert terminal.row == ""
    assert terminal.getvalue().isascii()
    assert "\x1b" not in terminal.getvalue()


def test_patience_lasts_for_many_short_works_together(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch, patience=0.1)
    waits = Waiting()
    for number in range(6):
        with waits.on(f"Reading {number}.md"):
            sleep(0.03)
    assert "Reading 0.md" not in terminal.getvalue()
    assert "Reading 5.md" in terminal.getvalue()
    assert terminal.row == ""


@pytest.mark.parametrize("name", ["n" * 300, "\x1b[31m\nred", "名" * 90], ids=["long", "steering", "wide"])
def test_a_strange_name_stays_on_its_line(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    terminal = a_terminal(monkeypatch)
    with Waiting().on(name):
        sleep(0.05)
    lines = terminal.getvalue().split("\r")
    assert any(line.strip() for line in lines)
    assert max(map(cell_len, lines)) < 80
    assert not {"\x1b", "\n"} & set(terminal.getvalue())
    assert terminal.row == ""


def test_an_interruption_takes_the_line_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)

    def interrupted() -> None:
        with Waiting().on("Reading notes.md"):
            sleep(0.05)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert "Reading notes.md" in terminal.getvalue()
    assert terminal.row == ""


def test_where_messages_go_into_a_file_nothing_is_shown(
    argmap: Argmap, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    (here / "notes.md").write_text("# Yes\n\n- (+) So\n")
    assert argmap("import", "notes.md").err == "Next: argmap open notes.argmap\n"
    assert argmap("convert", "notes.md", "notes.json").err == ""
    assert argmap("export", "notes.argmap", "-o", "again.json").err == ""
