"""Readying: what stands before the first rows, and what comes after them, as a new program sees it."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap import tui
from argmap.document import Document
from argmap.tui.readying import LATER
from tests.tui.conftest import CLAIMS, sample_entities

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE_OF_ITS_OWN = {("app.py", "textual.drivers.linux_driver"), ("app.py", "argmap.tui.thrift")}
"""Not to be had on Windows."""

_LATER_THAN_ROWS = (
    *LATER,
    *("argmap.wording", "argmap.reviewing", "argmap.formats", "argmap.publishing", "argmap.drawings"),
    *("argmap.outlines.outline", "argmap.tui.forms", "argmap.tui.exporting"),
    *("sqlmodel", "rapidfuzz", "numpy", "snowballstemmer", "tomllib"),
)

_OPENED = """
import asyncio, gc, json, sys
from pathlib import Path

import argmap.cli.commands.open_
from argmap.document import Document
from argmap.model.memory import without_collecting
from argmap.tui import alike_search, readying, screen
from argmap.tui.app import ArgmapApp

readied = []
screen.make_ready = lambda: readied.append(True)
alike_search.BEGIN_SECONDS = None


async def main():
    app = ArgmapApp(Document.open(Path(sys.argv[1])))
    async with app.run_test() as pilot:
        await pilot.pause()
        said = {"rows": len(app.screen.tree_view.rows), "readied": len(readied), "loaded": sorted(sys.modules)}
        said |= {"collects": gc.isenabled(), "kept": gc.get_freeze_count()}
        readying.make_ready()
        print(json.dumps(said | {"then": sorted(sys.modules)}))


with without_collecting():
    asyncio.run(main())
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a new program that opens a map says of itself."""
    folder = tmp_path_factory.mktemp("readying")
    path = folder / "m.argmap"
    Document.create(path, sample_entities(), author="A")
    done = subprocess.run(
        [sys.executable, "-c", _OPENED, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "ARGMAP_STATE_DIR": str(folder / "state"), "ARGMAP_AUTHOR": "Tester"},
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_no_row_waits_for_what_rows_do_not_need(opened: dict[str, Any]) -> None:
    """A module that is found here is to be imported where it is used; `LATER` has those that the first keys need."""
    assert opened["rows"] >= len(CLAIMS)
    assert "argmap.outlines.walk" in opened["loaded"]
    assert [name for name in _LATER_THAN_ROWS if name in opened["loaded"]] == []


def _imported_in_functions(path: Path) -> Iterator[str]:
    """Name the modules that functions in a file import; of a package, those of its modules that are named."""
    whole = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    functions = (each for each in whole if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
    for imported in {each for function in functions for each in ast.walk(function)}:
        if isinstance(imported, ast.Import):
            yield from (name.name for name in imported.names)
        elif isinstance(imported, ast.ImportFrom) and imported.module:
            for name in imported.names:
                yield _module(imported.module, name.name)


def _module(source: str, name: str) -> str:
    found = find_spec(source)
    is_package = found is not None and found.submodule_search_locations is not None
    return f"{source}.{name}" if is_package and find_spec(f"{source}.{name}") is not None else source


def test_what_the_rows_need_is_imported_at_the_top(opened: dict[str, Any]) -> None:
    """An import inside a function says that no row needs the module; where one does, that is not true and a riddle."""
    folder = Path(tui.__file__).parent
    found = {
        (str(path.relative_to(folder)), name) for path in folder.rglob("*.py") for name in _imported_in_functions(path)
    }
    assert len(found) > len(LATER)
    assert {each for each in found if each[1] in opened["loaded"]} <= _PLACE_OF_ITS_OWN


def test_what_the_first_keys_need_is_asked_for_once_the_rows_stand(opened: dict[str, Any]) -> None:
    assert opened["readied"] == 1
    assert [name for name in (*LATER, "argmap.wording") if name not in opened["then"]] == []


def test_litter_is_collected_once_the_rows_stand_and_the_map_is_none(opened: dict[str, Any]) -> None:
    assert opened["collects"]
    assert opened["kept"] > 0
