"""Briefs as DOCX: a page each, with the two sides in a table of two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt

from argmap.display import printable
from argmap.publishing.word_package import new_document, packed
from argmap.publishing.word_styles import set_styles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.table import _Cell

    from argmap.outlines.brief import Brief, Column, Said

_MARGIN = Mm(12)


def write(briefs: Sequence[Brief]) -> bytes:
    """Return *briefs* as a DOCX file; equal briefs give equal bytes."""
    document = new_document(printable(briefs[0].title))
    set_styles(document, pages=False)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for place, brief in enumerate(briefs):
        if place:
            document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        _add(document, brief)
    return packed(document)


def _add(document: Document, brief: Brief) -> None:
    normal = document.styles["Normal"]
    normal.font.size = Pt(min(brief.size, 8.5) if normal.font.size is None else min(brief.size, normal.font.size.pt))
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(1), 1.0
    document.add_paragraph(printable(brief.title), style="Heading 1")
    document.add_paragraph(printable(brief.position), style="Heading 2")
    table = document.add_table(rows=1, cols=len(brief.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, brief.columns, strict=True):
        _fill(cell, column)
    weak = document.add_paragraph()
    weak.add_run("Weak spots. ").bold = True
    weak.add_run(" ".join((*brief.weak, brief.left_out)).strip())
    if brief.sources:
        sources = document.add_paragraph()
        sources.add_run("Sources. ").bold = True
        sources.add_run(printable(brief.sources))


def _fill(cell: _Cell, column: Column) -> None:
    cell.paragraphs[0].add_run(f"{column.sign} {column.heading}").bold = True
    for place, main in enumerate(column.mains, 1):
        _line(cell, f"{place}. ", main.said, 0, bold=True)
        for reason in main.reasons:
            _line(cell, "+ ", reason, 6)
        for reply in main.replies:
            _line(cell, f"- {column.reply}: ", reply.said, 6)
            for answer in reply.answers:
                _line(cell, f"> {column.answer}: ", answer, 14)
        if main.note:
            cell.add_paragraph().add_run(main.note).italic = True


def _line(cell: _Cell, lead: str, said: Said, indent: int, *, bold: bool = False) -> None:
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(indent)
    paragraph.add_run(lead).bold = True
    paragraph.add_run(printable(said.text)).bold = bold or None
    if said.cited:
        paragraph.add_run(f" {printable(said.cited)}")
