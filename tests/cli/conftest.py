"""Running argmap in this process, in a folder and with a state of the test's own."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from argmap.cli.main import main
from argmap.document import Document
from tests.store.whole import make_whole

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap

_LEFT_OUT = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "TERM",
    "COLORTERM",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "PYTHONIOENCODING",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the test works in; nothing of the person who runs it shows through."""
    for name in (name for name in os.environ if name in _LEFT_OUT or name.startswith(("ARGMAP_", "_ARGMAP"))):
        monkeypatch.delenv(name)
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("ARGMAP_AUTHOR", "Tester")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@dataclass(frozen=True)
class Answer:
    """What a call of argmap gave."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The results, line by line."""
        return self.out.splitlines()

    @property
    def all(self) -> str:
        """Results and messages."""
        return self.out + self.err


class Argmap(Protocol):
    """Calls argmap with arguments; *typed* is what comes in, *terminal* whether it speaks to a person's terminal."""

    def __call__(self, *arguments: str, typed: bytes = b"", terminal: bool = False) -> Answer: ...


@pytest.fixture
def argmap(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Argmap:
    """Call argmap as a user does."""

    def call(*arguments: str, typed: bytes = b"", terminal: bool = False) -> Answer:
        capsys.readouterr()
        with monkeypatch.context() as patched:
            stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
            patched.setattr(sys, "stdin", stdin)
            if terminal:
                for stream in (stdin, sys.stdout, sys.stderr):
                    patched.setattr(stream, "isatty", lambda: True, raising=False)
            status = main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert "should not have happened" not in captured.err
        return Answer(status, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ARGMAP_STATE_DIR", str(folder / "state"))
        return make_whole(folder / "m.argmap").path


@pytest.fixture
def m(here: Path, _whole: Path) -> str:
    """The name of a map with everything in it, in the folder of the test: see `make_whole`."""
    shutil.copyfile(_whole, here / "m.argmap")
    return "m.argmap"


class Reading(Protocol):
    """Reads the map that lies in the folder now."""

    def __call__(self) -> ArgumentMap: ...


@pytest.fixture
def now(here: Path) -> Reading:
    """The map in ``m.argmap`` as the file holds it."""
    return lambda: Document.open(here / "m.argmap").map


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What was opened on screen instead of opening it: the file's name, the claim, and whether in ASCII."""
    calls: list[tuple[Any, ...]] = []

    def run(document: Document, at: str | None = None, *, ascii_only: bool | None = None, **wishes: object) -> None:
        del wishes
        calls.append((document.path.name, at and document.map.claims[at].label, ascii_only))  # type: ignore[index]

    monkeypatch.setattr("argmap.tui.app.run", run)
    return calls
