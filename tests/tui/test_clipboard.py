"""Text reaches the clipboard of the machine the person sits at."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from argmap.tui import clipboard
from argmap.tui.clipboard import copy_text

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tools are shell scripts here")


@pytest.fixture(autouse=True)
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for tools, the only one that is looked into, and a local screen."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("SSH_CONNECTION", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def put(tools: Path, name: str, script: str) -> None:
    path = tools / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_tool_of_the_platform_takes_it(tools: Path) -> None:
    put(tools, "xclip", f'echo "$@" > {tools}/arguments; /bin/cat > {tools}/taken')
    sent: list[str] = []
    assert copy_text("a – b; $(rm)", sent.append) == "and as text on the clipboard, by xclip"
    assert (tools / "taken").read_text() == "a – b; $(rm)"
    assert (tools / "arguments").read_text() == "-selection clipboard\n"
    assert sent == []


@pytest.mark.parametrize("script", ["", "exit 1", "/bin/sleep 5"])
def test_without_a_tool_that_works_the_terminal_takes_it(
    tools: Path, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.2)
    if script:
        put(tools, "xclip", script)
    sent: list[str] = []
    assert copy_text("words", sent.append) == "and as text on the clipboard, if the terminal lets programs write there"
    assert sent == ["words"]


def test_over_ssh_the_terminal_takes_it(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tools, "xclip", f"/bin/cat > {tools}/taken")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    sent: list[str] = []
    assert copy_text("words", sent.append) == "and as text on the clipboard, if the terminal lets programs write there"
    assert not (tools / "taken").exists()


def test_a_tool_without_its_screen_is_not_asked(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tools, "xclip", "exit 0")
    monkeypatch.delenv("DISPLAY")
    assert (
        copy_text("words", lambda _: None) == "and as text on the clipboard, if the terminal lets programs write there"
    )


def test_what_no_terminal_takes_is_not_sent() -> None:
    sent: list[str] = []
    assert copy_text("x" * (clipboard.TERMINAL_BYTES + 1), sent.append).startswith("not as text")
    assert sent == []
