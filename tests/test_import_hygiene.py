"""What start-up loads: help, the version and the start page are there at once, and reading a map is quick."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.model import Claim

if TYPE_CHECKING:
    from pathlib import Path

_LOADED = """
import json, runpy, sys
sys.argv = ["argmap", *sys.argv[1:]]
try:
    runpy.run_module("argmap", run_name="__main__", alter_sys=False)
except SystemExit as left:
    status = left.code
sys.stdout.flush()
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules}), sorted(sys.modules)]))
"""

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "textual", "rapidfuzz", "numpy"}


def _loaded(folder: Path, *arguments: str) -> tuple[int, set[str], set[str]]:
    """The status of a call, and the packages and modules it loads."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "ARGMAP_STATE_DIR": str(folder / "state"), "ARGMAP_AUTHOR": "Tester"},
    )
    status, packages, modules = json.loads(done.stdout.splitlines()[-1])
    return status, set(packages), set(modules)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("--help",), 0), (("--version",), 0), ((), 0), (("no-such-command",), 2), (("add", "--help"), 0), (("new",), 2)],
)
def test_help_loads_next_to_nothing(tmp_path: Path, arguments: tuple[str, ...], status: int) -> None:
    left, packages, modules = _loaded(tmp_path, *arguments)
    assert left == status
    assert packages & (HEAVY | {"rich", "sqlite3", "platformdirs", "yaml", "asyncio"}) == set()
    assert {name for name in modules if name.startswith(("argmap.store", "argmap.tui", "argmap.document"))} == set()


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ()])
def test_help_loads_no_command(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    _, _, modules = _loaded(tmp_path, *arguments)
    assert {name for name in modules if name.startswith("argmap.cli.commands.")} == set()


@pytest.fixture
def m(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A map of one claim."""
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "state"))
    Document.create(tmp_path / "m.argmap", [Claim(number=1, text="One", position="a0")], author="A")
    return "m.argmap"


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "m.argmap"),
        ("show", "m.argmap", "--json"),
        ("find", "m.argmap", "one"),
        ("log", "m.argmap"),
        ("sources", "m.argmap"),
        ("export", "m.argmap", "--to", "json"),
        ("new", "n.argmap"),
        ("add", "m.argmap", "Two"),
    ],
)
@pytest.mark.usefixtures("m")
def test_neither_reading_nor_editing_loads_sqlmodel_or_textual(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    status, packages, _ = _loaded(tmp_path, *arguments)
    assert status == 0
    assert "sqlite3" in packages
    assert packages & HEAVY == set()


@pytest.mark.usefixtures("m")
def test_looking_for_duplicates_loads_rapidfuzz(tmp_path: Path) -> None:
    """The counter-proof: where something heavy is needed, this test sees it."""
    status, packages, _ = _loaded(tmp_path, "dedupe", "m.argmap")
    assert status == 0
    assert "rapidfuzz" in packages & HEAVY


def test_the_package_alone_loads_none_of_its_parts() -> None:
    code = "import sys, argmap; print(sorted(n for n in sys.modules if n.startswith('argmap')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['argmap']"
