"""Word files as pages: their paper, numbers at the foot, headings that share a page, and print of one size."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from argmap.model import About, ArgumentMap, MapId
from argmap.outlines import Selection
from argmap.publishing import format_of
from argmap.publishing.card_sheets import PAPERS as SHEETS
from argmap.publishing.paper import PAPERS
from argmap.publishing.printouts import Wishes, printed
from tests.conftest import a_claim, an_inference

if TYPE_CHECKING:
    from docx.document import Document

KINDS = ("outline", "blocks", "brief", "memo", "cards")


def content_of(map_: ArgumentMap, kind: str, name: str = "docx", page: str | None = None) -> bytes:
    return printed(map_, kind, Selection(), format_of(name), Wishes(page=page)).content


def document_of(map_: ArgumentMap, kind: str, page: str | None = None) -> Document:
    return docx.Document(io.BytesIO(content_of(map_, kind, page=page)))


@pytest.mark.parametrize("page", [None, "a4", "letter"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_can_be_printed_on(debate: ArgumentMap, kind: str, page: str | None) -> None:
    usual = page or "a4"
    size = (SHEETS[usual].width, SHEETS[usual].height) if kind == "cards" else PAPERS[usual]
    section = document_of(debate, kind, page).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.pt, section.page_height.pt) == pytest.approx(size, abs=0.1)
    box = pypdf.PdfReader(io.BytesIO(content_of(debate, kind, "pdf", page))).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("kind", ["outline", "blocks", "memo"])
def test_pages_are_numbered_under_the_title(debate: ArgumentMap, kind: str) -> None:
    foot = document_of(debate, kind).sections[0].footer._element
    assert [each.get(qn("w:instr")).strip() for each in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert next(foot.iter(qn("w:t"))).text in {"Should we tax carbon?", "Memo"}


def test_a_heading_of_a_debate_file_shares_the_page_of_the_one_above(debate: ArgumentMap) -> None:
    """Styles start a page at each of them; a page with nothing but a heading would be wasted on paper."""
    paragraphs = document_of(debate, "blocks").paragraphs
    told = [(paragraph.style.name if paragraph.style else "", paragraph) for paragraph in paragraphs]
    stay = {
        (before, name)
        for (before, _), (name, paragraph) in itertools.pairwise(told)
        if paragraph.paragraph_format.page_break_before is False
    }
    assert stay == {("Heading 1", "Heading 2"), ("Heading 2", "Heading 3")}
    begin = {name for name, paragraph in told if paragraph.paragraph_format.page_break_before is None}
    assert {"Heading 1", "Heading 2"} <= begin  # a pocket, and the second hat of one


@pytest.mark.parametrize("kind", KINDS)
def test_print_is_as_large_and_as_bold_in_every_script(kind: str) -> None:
    """Word has a size and a boldness of its own for Arabic and Hebrew."""
    claims = [a_claim(1, "يجب أن نبقى", "a0"), a_claim(2, "צריך לצאת"), a_claim(3, "العراق")]
    about = About(id=MapId("m"), question="שאלה")
    map_ = ArgumentMap([about, *claims, an_inference(1, "c1", 2), an_inference(2, "c1", 3, opposes=True)])
    document = document_of(map_, kind)
    styles = {"Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Title", "Subtitle", "Style 13 pt Bold"}
    told = [style.element.rPr for style in document.styles if style.name in styles]
    assert len(told) == len(styles)
    told += document.element.body.iter(qn("w:rPr"))
    for properties in told:
        for ours, other in (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs")):
            one, two = properties.find(qn(ours)), properties.find(qn(other))
            if one is not None:
                assert two is not None
                assert one.get(qn("w:val")) == two.get(qn("w:val"))
