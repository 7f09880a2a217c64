"""Pictures in the documentation: drawings show what is drawn today, and every picture that a page shows is there."""

from __future__ import annotations

import re
from functools import cache
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import DOCS, ROOT

_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<path>[^)]+)\)")
_PNG = b"\x89PNG"


@cache
def _tool() -> Any:
    spec = util.spec_from_file_location("print_pictures", ROOT / "tools" / "print_pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["drawing-butterfly", "drawing-left-right", "drawing-top-down"])
def test_drawings_are_up_to_date(name: str) -> None:
    """If not: ``python tools/print_pictures.py``, and look at them."""
    assert (DOCS / "pictures" / f"{name}.svg").read_bytes() == _tool().drawing(name)


def test_every_picture_of_a_page_is_there_and_says_what_it_shows() -> None:
    found = [(path, match) for path in DOCS.rglob("*.md") for match in _PICTURE.finditer(path.read_text("utf-8"))]
    assert {f"paper-{name}.png" for name in _tool().PRINTED} <= {Path(match["path"]).name for _, match in found}
    for path, match in found:
        assert (path.parent / match["path"]).is_file()
        assert len(match["words"].split()) > 3


def test_a_page_can_be_taken() -> None:
    assert _tool().page("cards").startswith(_PNG)
