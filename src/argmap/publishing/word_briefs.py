"""Briefs as DOCX: a page each, with the two sides in a table of two columns.

How high a page gets is reckoned before it is written, by our own measure of lines, and each line is given exactly that
height; Word's usual font is narrower than the one we measure by.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from argmap.display import printable
from argmap.outlines.brief import NOTHING_SAID
from argmap.outlines.paper import Run
from argmap.publishing.paper import PAPERS
from argmap.publishing.strips import Strip, height
from argmap.publishing.word_package import new_document, packed
from argmap.publishing.word_pages import set_paper
from argmap.publishing.word_strips import margins, strip, twips
from argmap.publishing.word_styles import set_styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.outlines.brief import Brief, Column, Said

MARGIN = 34.0
"""Points around the page that stay white."""

_CELL = 4.0  # points between a column's edge and its text
_SPARE = 0.96  # how much of a page may be filled
_SMALLEST = 7.5  # points; Word has halves, and the tersest brief is set in 7.4
_SOURCES = 7.5


def write(briefs: Sequence[Brief], page: str) -> bytes:
    """Return *briefs* as a DOCX file, one a *page* of paper; equal briefs give equal bytes."""
    document = new_document(printable(briefs[0].title))
    set_styles(document, pages=False)
    width, height = PAPERS[page]
    set_paper(document, width, height, MARGIN)
    end = document.element.body[-1]  # the section's properties
    for place, brief in enumerate(briefs):
        for element in _page(brief, width - 2 * MARGIN, new_page=place > 0):
            end.addprevious(parse_xml(element))
    return packed(document)


def fits(brief: Brief, page: str) -> bool:
    """Whether *brief* stands on one *page*, with something to spare."""
    width, height = PAPERS[page]
    return page_height(brief, width - 2 * MARGIN) <= _SPARE * (height - 2 * MARGIN)


def page_height(brief: Brief, width: float) -> float:
    """Return how many points *brief* takes on its page, where lines may be so wide."""
    column = width / len(brief.columns) - 2 * _CELL
    sides = max(height(list(_column(each, brief)), column) for each in brief.columns)
    return height(_above(brief), width) + sides + 2 * _CELL + height(list(_below(brief)), width)


def _page(brief: Brief, width: float, *, new_page: bool) -> Iterator[str]:
    """Yield the elements of a brief's page."""
    for place, (told, style) in enumerate(zip(_above(brief), ("Heading1", "Heading2"), strict=True)):
        yield _spaced(strip(told, style=style, new_page=new_page and not place))
    yield _table(brief, width)
    yield from (_spaced(strip(told)) for told in _below(brief))


def _spaced(paragraph: str) -> str:
    return paragraph.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)


def _table(brief: Brief, whole: float) -> str:
    width = twips(whole / len(brief.columns))
    line = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    borders = "".join(line.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = f'<w:gridCol w:w="{width}"/>' * len(brief.columns)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{''.join(strip(told) for told in _column(column, brief))}</w:tc>"
        for column in brief.columns
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width * len(brief.columns)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins(_CELL)}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )


def _above(brief: Brief) -> list[Strip]:
    return [_plain(brief.title, 15.0, "strong"), _plain(brief.position, 11.0, "strong")]


def _column(column: Column, brief: Brief) -> Iterator[Strip]:
    size = _size(brief)
    yield _plain(f"{column.sign} {column.heading}", size + 1, "strong")
    for place, main in enumerate(column.mains, column.first):
        yield _told(f"{place}. ", main.said, size, manner="strong")
        yield from (_told("+ ", reason, size, 6) for reason in main.reasons)
        for reply in main.replies:
            yield _told(f"- {column.reply}: ", reply.said, size, 6)
            yield from (_told(f"> {column.answer}: ", answer, size, 14) for answer in reply.answers)
            if reply.note:
                yield replace(_plain(reply.note, size, "italic"), indent=14)
        if main.note:
            yield _plain(main.note, size, "italic")
    if not column.mains:
        yield _plain(NOTHING_SAID, size, "italic")


def _below(brief: Brief) -> Iterator[Strip]:
    words = " ".join((*brief.weak, brief.left_out)).strip()
    yield Strip((Run("Weak spots. ", "strong"), Run(printable(words))), _size(brief))
    if brief.comments:
        yield Strip((Run("Comments. ", "strong"), Run(printable(brief.comments))), _size(brief))
    if brief.sources:
        yield Strip((Run("Sources. ", "strong"), Run(printable(brief.sources))), _SOURCES)


def _told(lead: str, said: Said, size: float, indent: float = 0.0, manner: str = "") -> Strip:
    cited = (Run(f" {printable(said.cited)}"),) if said.cited else ()
    return Strip((Run(lead, "strong"), Run(printable(said.text), manner), *cited), size, indent)


def _plain(text: str, size: float, manner: str) -> Strip:
    return Strip((Run(printable(text), manner),), size)


def _size(brief: Brief) -> float:
    """Return the size of print, in halves of points."""
    return max(_SMALLEST, round(2 * brief.size) / 2)
