"""The pages hold together: links lead somewhere, lines fit, every page is in the index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.docs.pages import DOCS, ROOT, pages

if TYPE_CHECKING:
    from pathlib import Path

WIDEST = 120
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", _prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there, and a heading in it."""
    for link in _LINK.findall(_prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name} links to {link}"
        assert not anchor or anchor in _anchors(target), f"{page.name} links to {link}"


@pytest.mark.parametrize("page", DOCS.rglob("*.md"), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_lines_fit(page: Path) -> None:
    """Prose is no wider than code; tables and what programs print are as wide as they are."""
    wide = [line for line in _prose(page).splitlines() if len(line) > WIDEST and not line.startswith("|")]
    assert wide == []


def test_index_names_every_page() -> None:
    """A page that nobody links to is read by nobody."""
    index = DOCS / "README.md"
    linked = {(DOCS / link.partition("#")[0]).resolve() for link in _LINK.findall(_prose(index))}
    assert {page for page in DOCS.rglob("*.md") if page != index} <= linked
