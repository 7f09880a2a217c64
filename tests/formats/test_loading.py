"""Formats are loaded when they are used: all that the registry names is there, and a conversion loads no others."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from argmap.formats.registry import FORMATS, Later

if TYPE_CHECKING:
    from pathlib import Path

_NAMED = sorted(
    {
        (named.module, named.function)
        for format_ in FORMATS
        for named in (format_.recognises, format_.read, format_.write)
        if isinstance(named, Later)
    }
)
_AIF = '{"nodes": [{"nodeID": "1", "text": "Taxes work", "type": "I"}], "edges": [], "locutions": []}'
_LOADED = (
    "import sys; from argmap.cli.main import main\n"
    "try: main()\n"
    "finally: print(*(name for name in sys.modules if name.startswith('argmap.') or '.' not in name))"
)
_OF_OTHERS = ("argdown.reading", "kialo.reading", "canvas.writing", "tables.writing", "opml.reading")
_OF_TEXTS = ("argdown.recognising", "kialo.entries", "hmm.texts", "tables.csv_text", "markdown_lines", "xml_text")


@pytest.mark.parametrize(("module", "function"), _NAMED)
def test_what_the_registry_names_is_there(module: str, function: str) -> None:
    assert callable(getattr(import_module(f"argmap.formats.{module}"), function))


def test_a_conversion_loads_its_own_formats_alone(tmp_path: Path) -> None:
    """Nor what only files of argmap, the screen, or papers need: a small file is converted as help is shown."""
    (tmp_path / "a.json").write_text(_AIF, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, "convert", str(tmp_path / "a.json"), str(tmp_path / "b.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = set(done.stdout.split())
    assert "argmap.formats.aif.reading" in loaded
    assert not loaded & {f"argmap.formats.{name}" for name in (*_OF_OTHERS, *_OF_TEXTS)}
    assert not loaded & {"argmap.matching", "argmap.outlines", "argmap.drawings", "argmap.store.map_file"}
    assert not loaded & {"sqlmodel", "sqlalchemy", "pydantic", "textual", "yaml", "numpy", "snowballstemmer"}
