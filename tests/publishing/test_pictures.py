"""PDF and PNG: every claim can be found in them, fonts are inside, sizes stay within what viewers take."""

from __future__ import annotations

import io
import re
import struct
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from argmap.drawings import Layout, Scene, draw
from argmap.errors import UnfitError
from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from argmap.publishing import typesetting
from argmap.publishing.paging import on_paper
from argmap.publishing.paper import LEAST_TEXT, PAPERS
from argmap.publishing.pictures import MOST_PIXELS, one_sheet, write_pdf, write_png
from tests.conftest import a_claim, an_inference
from tests.drawings.scenes import chosen, grown, scene_of, synthetic


def _read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def _text(content: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in _read(content).pages)


@pytest.mark.parametrize("seed", range(3))
def test_every_claim_is_in_the_pdf(seed: int) -> None:
    map_ = synthetic(40 + seed)
    made = write_pdf([one_sheet(scene_of(map_))])
    text = _text(made.content)
    assert [claim.label for claim in map_.claims.values() if "".join(claim.text.split()) not in text] == []
    assert made.notices == ()


@given(st.integers(2, 25), st.integers(0, 10_000))
@settings(max_examples=4)
def test_every_claim_of_any_map_is_in_the_pdf(claims: int, seed: int) -> None:
    """With cycles, co-premises and undercuts of undercuts; scripts that our font has not are read back otherwise."""
    map_ = grown(claims, seed)
    text = _text(write_pdf([one_sheet(scene_of(map_))]).content)
    for claim in map_.claims.values():
        assert claim.label in text
        assert not claim.text.isascii() or "".join(claim.text.split()) in text


def test_long_words_and_other_scripts_are_in_the_pdf() -> None:
    map_ = ArgumentMap([a_claim(1, "W" * 300 + " Ελληνικά Русский Łódź", position="a0")])
    assert "W" * 300 + "ΕλληνικάРусскийŁódź" in _text(write_pdf([one_sheet(scene_of(map_))]).content)


def test_a_pdf_has_its_title_and_its_fonts(small_map: ArgumentMap) -> None:
    reader = _read(write_pdf([one_sheet(scene_of(small_map))]).content)
    assert reader.metadata is not None
    assert reader.metadata.title == "Should the troops stay?"
    names: set[str] = set()
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]  # PDF names
    for font in fonts:
        descended = font.get_object()["/DescendantFonts"][0].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descended["/FontDescriptor"].get_object())
        names.add(descended["/BaseFont"].partition("+")[2].partition("-")[0])
    assert "SourceSansPro" in names


def test_markup_in_a_claim_is_text() -> None:
    map_ = ArgumentMap([a_claim(1, '#panic("x") *bold* $x$ `raw` @ref <label> \\ // no', position="a0")])
    assert '#panic("x")*bold*$x$`raw`@ref<label>\\//no' in _text(write_pdf([one_sheet(scene_of(map_))]).content)


def test_equal_maps_give_equal_bytes(small_map: ArgumentMap) -> None:
    scene = scene_of(small_map)
    assert write_pdf([one_sheet(scene)]).content == write_pdf([one_sheet(scene)]).content
    assert write_png(scene).content == write_png(scene).content


def test_a_character_that_no_font_has_is_named_with_its_claim() -> None:
    map_ = ArgumentMap([a_claim(1, "Fine", position="a0"), a_claim(7, "Odd \U0001e7e0 sign"), an_inference(1, "c1", 7)])
    (notice,) = write_pdf([one_sheet(scene_of(map_))]).notices
    assert "(U+1E7E0), in C7." in notice


def test_a_png_is_as_large_as_the_scene_twice_over(small_map: ArgumentMap) -> None:
    scene = scene_of(small_map)
    content = write_png(scene).content
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert abs(width - 2 * scene.width) <= 2
    assert abs(height - 2 * scene.height) <= 2


def test_a_large_png_has_one_dot_a_pixel() -> None:
    scene = replace(scene_of(ArgumentMap([a_claim(1, position="a0")])), width=11_000.0, height=20.0)
    width, _ = struct.unpack(">II", write_png(scene).content[16:24])
    assert width == 11_000


def test_a_png_is_no_sharper_than_viewers_and_slides_take() -> None:
    small = scene_of(ArgumentMap([a_claim(1, position="a0")]))
    width, height = struct.unpack(">II", write_png(replace(small, width=5_000.0, height=4_800.0)).content[16:24])
    assert (width, height) == (7_500, 7_200)


@pytest.mark.parametrize(("width", "height"), [(20_000.0, 10.0), (10.0, 20_000.0), (11_000.0, 11_000.0)])
def test_a_png_that_is_too_large_is_refused_with_advice(width: float, height: float) -> None:
    assert max(width, height) > 16_384 or width * height > MOST_PIXELS
    with pytest.raises(UnfitError, match=r"--depth.*--page a4"):
        write_png(Scene(width, height, "Large"))


def test_a_pdf_longer_than_viewers_take_is_refused_with_advice() -> None:
    with pytest.raises(UnfitError, match=r"show at most 5 m.*--page a4"):
        write_pdf([one_sheet(Scene(19_300.0, 10.0, "Long"))])


@pytest.mark.parametrize("paper", PAPERS)
def test_a_small_map_fits_on_one_page_of_paper(small_map: ArgumentMap, paper: str) -> None:
    made = on_paper(small_map, chosen(small_map), paper)
    (page,) = _read(made.content).pages
    assert sorted(map(float, page.mediabox[2:])) == pytest.approx(sorted(PAPERS[paper]), abs=0.1)
    assert made.notices == ()


@pytest.mark.parametrize("paper", PAPERS)
def test_no_letter_on_paper_is_smaller_than_can_be_read(paper: str) -> None:
    """On one page or in an atlas, whatever the map; and which of the two it is, is said."""
    for map_ in (synthetic(20), synthetic(150)):
        made = on_paper(map_, chosen(map_), paper)
        assert min(letters_of(made.content)) >= LEAST_TEXT - 0.01
        is_atlas = any("this is an atlas" in notice for notice in made.notices)
        assert is_atlas == (len(_read(made.content).pages) > 1)


def letters_of(content: bytes) -> list[float]:
    """The sizes of all letters in a PDF, in points."""
    sizes: list[float] = []

    def note(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(matrix[3] * size))

    for page in _read(content).pages:
        page.extract_text(visitor_text=note)
    return sizes


def test_what_is_too_large_for_a_page_becomes_an_atlas_and_says_so() -> None:
    map_ = synthetic(150)
    made = on_paper(map_, chosen(map_), "letter")
    reader = _read(made.content)
    assert f"this is an atlas: an overview and its branches, {len(reader.pages)} pages" in made.notices[0]
    text = _text(made.content)
    assert [claim.label for claim in map_.claims.values() if "".join(claim.text.split()) not in text] == []
    for number, page in enumerate(reader.pages, 1):
        assert f"page {number} of {len(reader.pages)}" in " ".join(page.extract_text().split())
        assert sorted(map(float, page.mediabox[2:])) == pytest.approx(sorted(PAPERS["letter"]), abs=0.1)


def test_references_in_an_atlas_lead_to_the_page_they_name_and_back() -> None:
    """Read from the file: where each link leads, and which words it lies on."""
    map_ = synthetic(150)
    reader = _read(on_paper(map_, chosen(map_), "a4").content)
    forward, back = set(), set()
    for number, page in enumerate(reader.pages, 1):
        text = " ".join(page.extract_text().split())
        named = Counter(map(int, [*re.findall(r"→ p\. (\d+)", text), *re.findall(r"↑ p\. (\d+)", text)]))
        linked = Counter(_led_to(reader, annotation) for annotation in page.get("/Annots", []))
        assert linked == named
        forward |= {(number, int(there)) for there in re.findall(r"→ p\. (\d+)", text)}
        back |= {(int(there), number) for there in re.findall(r"↑ p\. (\d+)", text)}
    assert forward == back != set()


def _led_to(reader: PdfReader, annotation: Any) -> int:
    """The number of the page that a link leads to."""
    link = annotation.get_object()
    target = link["/Dest"] if "/Dest" in link else link["/A"]["/D"]
    if isinstance(target, str):
        target = reader.named_destinations[target].dest_array
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}  # type: ignore[union-attr]  # pages of a file have one
    return numbers[target[0].idnum]


def test_a_claim_longer_than_a_page_is_set_smaller_and_said_so() -> None:
    map_ = ArgumentMap([a_claim(1, "word " * 1500, position="a0"), *map(a_claim, range(2, 30))])
    notices = on_paper(map_, chosen(map_), "a4").notices
    assert "too long for its page" in notices[1]


@pytest.mark.parametrize("layout", Layout)
def test_a_selection_is_drawn_alone(layout: Layout) -> None:
    map_ = grown(30, 3)
    at = next(iter(map_.claims.values()))
    scene = draw(map_, selected(map_, Selection(at=at, depth=1)), layout)
    assert 1 <= len(scene.cards) < 30


def test_pages_keep_to_the_rules_of_accessible_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst refuses to write what breaks PDF/UA-1: a page without title, language or tags, a letter without glyph."""
    lenient = typesetting._compile

    def strict(source: bytes, given: object, **options: Any) -> Any:
        return lenient(source, given, **{**options, "strict": True})

    monkeypatch.setattr(typesetting, "_compile", strict)
    map_ = synthetic(60)
    assert b"pdfuaid" in write_pdf([one_sheet(scene_of(map_))]).content
    assert on_paper(map_, chosen(map_), "a4").content.startswith(b"%PDF")
