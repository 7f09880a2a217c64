"""The pages of DOCX files: their paper and margins, and a foot with the title and the page's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from argmap.publishing.paper import PAPERS, at_foot
from argmap.publishing.word_strips import GREY, print_size, run, twips

if TYPE_CHECKING:
    from docx.document import Document

_MARGIN = 72.0  # points: an inch, as Word's own
_FOOT_MARGIN = 34.0
_FOOT_SIZE = 8.0


def set_pages(document: Document, page: str, title: str) -> None:
    """Set *document* on a *page* (a key of `PAPERS`), with its *title* and the page's number at every foot."""
    width, height = PAPERS[page]
    set_paper(document, width, height, _MARGIN)
    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    for empty in foot.paragraphs:
        empty._p.addprevious(parse_xml(_foot(title, width - 2 * _MARGIN)))  # noqa: SLF001  # python-docx has no other way to it
        empty._p.getparent().remove(empty._p)  # noqa: SLF001  # as above


def set_paper(document: Document, width: float, height: float, margin: float) -> None:
    """Set how large the pages of *document* are, and how much of them stays white all around; in points."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(margin)
    section.header_distance = section.footer_distance = Pt(min(margin, _FOOT_MARGIN))


def _foot(title: str, width: float) -> str:
    look = f'<w:color w:val="{GREY}"/>{print_size(_FOOT_SIZE)}'
    shape = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs><w:spacing w:after="0"/>'
    number = f'<w:fldSimple w:instr=" {{}} ">{run("1", look)}</w:fldSimple>'
    return (
        f"<w:p {nsdecls('w')}><w:pPr>{shape}</w:pPr>{run(at_foot(title, width), look)}"
        f"<w:r><w:tab/></w:r>{number.format('PAGE')}{run(' / ', look)}{number.format('NUMPAGES')}</w:p>"
    )
