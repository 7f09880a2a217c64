"""Posters on paper: names and neighbours on each sheet, nothing lost, sentences where it cannot be done."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from argmap.drawings import text_width
from argmap.errors import UnfitError
from argmap.model import About, ArgumentMap, MapId
from argmap.publishing.drawn import Manner, publish_picture
from argmap.publishing.paper import LEAST_TEXT, PAPERS
from argmap.publishing.posters import OVERLAP, as_poster
from tests.conftest import a_claim
from tests.drawings.scenes import chosen, synthetic
from tests.publishing.test_pictures import letters_of


def _pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("paper", PAPERS)
def test_sheets_say_who_they_are_and_what_is_beside_them(paper: str) -> None:
    map_ = synthetic(60)
    made = as_poster(map_, chosen(map_), paper)
    reader = PdfReader(io.BytesIO(made.content))
    names = {}
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert sorted(map(float, page.mediabox[2:])) == pytest.approx(sorted(PAPERS[paper]), abs=0.1)
        found = re.search(rf"([A-Z]+\d+) ·.*sheet {number} of {len(reader.pages)}", text, re.DOTALL)
        assert found is not None
        names[found[1]] = text
    ways = 0
    for name, text in names.items():
        for sign, back in ("→←", "↓↑"):
            for other in re.findall(rf"{name} {sign} ([A-Z]+\d+)", text):
                ways += 1
                assert (f"{name} ← {other}" if back == "←" else f"{other} ↑ {name}") in names[other]
    assert ways >= len(names) - 1 > 0
    assert made.notices[0].startswith(f"A poster of {len(reader.pages)} sheets of {paper.capitalize()}")


def test_every_claim_is_on_a_sheet_in_letters_that_can_be_read() -> None:
    map_ = synthetic(60)
    content = as_poster(map_, chosen(map_), "a4").content
    pages = ["".join(text.split()) for text in _pages(content)]
    lost = [claim.label for claim in map_.claims.values() if not any("".join(claim.text.split()) in p for p in pages)]
    assert lost == []
    assert min(letters_of(content)) >= LEAST_TEXT - 0.01


def test_ten_millimetres_overlap() -> None:
    assert pytest.approx(28.35, abs=0.01) == OVERLAP


def test_a_small_map_is_one_sheet(small_map: ArgumentMap) -> None:
    made = as_poster(small_map, chosen(small_map), "a3")
    (page,) = _pages(made.content)
    assert "→" not in page


def test_a_card_larger_than_the_paper_makes_letters_smaller_and_says_so() -> None:
    map_ = ArgumentMap([a_claim(1, "word " * 1900, position="a0"), a_claim(2, position="a1")])
    made = as_poster(map_, chosen(map_), "a4")
    assert any("letters are smaller" in notice for notice in made.notices)
    assert any("word " * 20 in " ".join(page.split()) for page in _pages(made.content))


def test_a_poster_of_thousands_of_sheets_is_refused_with_advice() -> None:
    map_ = synthetic(2000)
    with pytest.raises(UnfitError, match=r"poster would have [\d,]+ sheets of A4.*--depth"):
        as_poster(map_, chosen(map_), "a4")


@pytest.mark.parametrize("kind", ["svg", "png", "html"])
def test_only_paper_has_sheets(small_map: ArgumentMap, kind: str) -> None:
    with pytest.raises(UnfitError, match=r"leave out --tiles.*\.pdf"):
        publish_picture(small_map, chosen(small_map), kind, Manner(tiles=True))


def test_without_a_page_the_sheets_are_a4(small_map: ArgumentMap) -> None:
    made = publish_picture(small_map, chosen(small_map), "pdf", Manner(tiles=True))
    assert "A4" in made.notices[0]


def test_a_long_title_leaves_room_for_the_number_of_the_sheet() -> None:
    map_ = ArgumentMap([About(id=MapId("m"), title="Long title " * 100), a_claim(1, position="a0")])
    (page,) = _pages(as_poster(map_, chosen(map_), "a4").content)
    foot = next(line for line in page.splitlines() if "sheet 1 of 1" in line)
    assert foot.startswith("A1 · Long title")
    assert text_width(foot, 8.0) < PAPERS["a4"][1] - 60
