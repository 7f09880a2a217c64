"""The name that steps and comments carry: chosen, or git's, or the login's; always one that a file can hold."""

from __future__ import annotations

import getpass
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from argmap.settings import author

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody has said who they are, and git is asked anew."""
    from argmap.settings.author import _git_name

    monkeypatch.delenv("ARGMAP_AUTHOR", raising=False)
    _git_name.cache_clear()
    yield
    _git_name.cache_clear()


def _git(monkeypatch: pytest.MonkeyPatch, answer: object) -> list[list[str]]:
    """Let git answer with a name, or fail."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append(command[1:])
        if isinstance(answer, BaseException):
            raise answer
        return subprocess.CompletedProcess(command, 0, str(answer), "")

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_the_name_in_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _git(monkeypatch, "Git Name\n")
    monkeypatch.setenv("ARGMAP_AUTHOR", "  Jane Doe ")
    assert author() == "Jane Doe"
    assert asked == []


def test_git_is_asked_next_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _git(monkeypatch, "Git Name\n")
    monkeypatch.setenv("ARGMAP_AUTHOR", "   ")
    assert [author(), author()] == ["Git Name", "Git Name"]
    assert asked == [["config", "--get", "user.name"]]


@pytest.mark.parametrize(
    "answer",
    ["", OSError("gone"), subprocess.TimeoutExpired("git", 2), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")],
)
def test_the_login_name_is_the_last_resort(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    _git(monkeypatch, answer)
    monkeypatch.setattr(getpass, "getuser", lambda: "jdoe")
    assert author() == "jdoe"


def test_without_git_the_login_name_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(getpass, "getuser", lambda: "jdoe")
    assert author() == "jdoe"


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_somebody_without_a_name_has_none(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def nameless() -> NoReturn:
        raise error

    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(getpass, "getuser", nameless)
    assert author() == ""


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Zoë Müller-Łoś", "Zoë Müller-Łoś"),
        ("داعش", "داعش"),
        ("x\udcffy", "x?y"),
        ("a\x1b[31mb\nc\td", "a [31mb c d"),
        ("\u202eevil", "evil"),
        pytest.param("n" * 999, "n" * 200, id="long"),
    ],
)
def test_a_name_is_kept_as_one_line_that_a_file_can_hold(
    monkeypatch: pytest.MonkeyPatch, given: str, kept: str
) -> None:
    monkeypatch.setenv("ARGMAP_AUTHOR", given)
    assert author() == kept
