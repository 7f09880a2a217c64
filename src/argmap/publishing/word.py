"""Papers as DOCX: built on python-docx, with real headings, real numbering and the styles of debate files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from argmap.display import printable
from argmap.drawings.wrapping import is_from_right
from argmap.outlines.numbering import MOST_NUMBERED
from argmap.outlines.paper import Heading, Point
from argmap.publishing.directions import runs_from_right
from argmap.publishing.word_numbering import add_numbering
from argmap.publishing.word_package import new_document, packed
from argmap.publishing.word_pages import set_pages
from argmap.publishing.word_styles import LAST_PAGED, RUN_STYLES, set_styles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.oxml.xmlchemy import BaseOxmlElement

    from argmap.outlines.paper import Block, Paper, Paragraph

_INDENT = 360  # twentieths of a point a level
_DEEPEST = 12
"""How far points are indented; what is deeper stands beside it, by its number."""


def write(paper: Paper, page: str) -> bytes:
    """Return *paper* as a DOCX file for a *page* of paper; equal papers give equal bytes."""
    document = new_document(paper.title)
    set_styles(document, pages=paper.kind == "blocks")
    set_pages(document, page, printable(paper.title))
    body = _Body(document.element.body, add_numbering(document, paper.numbering))
    if paper.kind != "blocks":  # a debate file begins with its first pocket
        body.add("Title", [_run(paper.title)], from_right=is_from_right(paper.title))
        if paper.subtitle:
            body.add("Subtitle", [_run(paper.subtitle)], from_right=is_from_right(paper.subtitle))
    before: Block | None = None
    for block in paper.blocks:
        body.add_block(block, before)
        before = block
    return packed(document)


class _Body:
    """The body of a document: paragraphs are put before its last element, which python-docx would search each time."""

    def __init__(self, body: BaseOxmlElement, numbering: int | None) -> None:
        self._end = body[-1]  # the section's properties
        self._numbering = numbering
        self._bookmarks = 0

    def add(self, style: str, content: Iterable[BaseOxmlElement], *, from_right: bool) -> BaseOxmlElement:
        """Add a paragraph of *style* (an id; empty is Normal) and return its properties."""
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        paragraph.append(properties)
        if style:
            properties.append(_element("w:pStyle", style))
        if from_right:
            properties.append(OxmlElement("w:bidi"))
        paragraph.extend(content)
        self._end.addprevious(paragraph)
        return properties

    def add_block(self, block: Block, before: Block | None) -> None:
        """Add whatever a paper holds, behind what stands *before* it."""
        match block:
            case Heading():
                properties = self.add(f"Heading{block.level}", [_run(block.text)], from_right=is_from_right(block.text))
                if isinstance(before, Heading) and before.level < block.level <= LAST_PAGED:
                    _stay(properties)
            case Point():
                self._add_point(block)
            case _:
                self._add_paragraph(block)

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        runs = [_run(run.text, run.manner) for run in paragraph.runs]
        style = {"reference": "Bibliography"}.get(paragraph.manner, "")
        properties = self.add(style, runs, from_right=runs_from_right(paragraph.runs, paragraph.manner))
        if paragraph.manner == "cite":  # its card stands on the same page
            properties.insert(0, OxmlElement("w:keepNext"))

    def _add_point(self, point: Point) -> None:
        numbered = self._numbering is not None and point.depth < MOST_NUMBERED and bool(point.number)
        lead = "" if numbered or not point.number else f"{point.number} "
        content = [_run(f"{lead}{point.sign} " if point.sign else lead)]
        if point.relation:
            content.append(_run(f"{point.relation}: ", "strong"))
        content += self._marked(point, _run(point.text, "strong" if not point.depth and point.number else ""))
        after = " ".join(part for part in (f"[{point.label}]", point.cited) if part)
        content.append(_run(f" {after}", "faint"))
        if point.home:
            content.append(_jump(point.label, _run(f" (see {point.home})", "faint")))
        properties = self.add("ListParagraph", content, from_right=is_from_right(point.text))
        _place(properties, point, self._numbering if numbered else None)
        for remark in point.remarks:
            said = self.add("ListParagraph", [_run(remark, "italic")], from_right=is_from_right(remark))
            _indent(said, point.depth)

    def _marked(self, point: Point, run: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Put a bookmark around the text of a claim that is told in full, for repeats to point at."""
        if point.home:
            return [run]
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), point.label)
        return [start, run, end]


def _place(properties: BaseOxmlElement, point: Point, numbering: int | None) -> None:
    """Say that a point starts a page, keeps with what follows, is numbered, and how far it is indented."""
    bidi = properties.find(qn("w:bidi"))
    if not point.depth:
        properties.append(OxmlElement("w:keepNext"))
    if point.new_page:
        properties.append(OxmlElement("w:pageBreakBefore"))
    if numbering is None:
        _indent(properties, point.depth)
    else:
        numbered = OxmlElement("w:numPr")
        numbered.extend([_element("w:ilvl", str(point.depth)), _element("w:numId", str(numbering))])
        properties.append(numbered)
    if bidi is not None:  # the schema wants it behind the numbering and before the indentation
        properties.remove(bidi)
        indentation = properties.find(qn("w:ind"))
        properties.append(bidi) if indentation is None else indentation.addprevious(bidi)


def _stay(properties: BaseOxmlElement) -> None:
    """Keep a heading on the page of the heading above it: its style would leave that one on a page of its own."""
    begins = _element("w:pageBreakBefore", "0")
    properties.insert(1, begins)  # right behind the style


def _indent(properties: BaseOxmlElement, depth: int) -> None:
    element = OxmlElement("w:ind")
    element.set(qn("w:left"), str(_INDENT * (min(depth, _DEEPEST) + 1)))
    properties.append(element)


def _run(text: str, manner: str = "") -> BaseOxmlElement:
    run = OxmlElement("w:r")
    direct = {"strong": ("w:b", "w:bCs"), "italic": ("w:i", "w:iCs")}.get(manner)
    properties = OxmlElement("w:rPr")
    if manner in RUN_STYLES:
        properties.append(_element("w:rStyle", RUN_STYLES[manner]))
    elif direct:
        properties.extend(map(OxmlElement, direct))
    elif manner == "faint":
        properties.append(_element("w:color", "595959"))
    if is_from_right(text):
        properties.append(OxmlElement("w:rtl"))
    if len(properties):
        run.append(properties)
    words = OxmlElement("w:t")
    words.set(qn("xml:space"), "preserve")
    words.text = text
    run.append(words)
    return run


def _jump(anchor: str, run: BaseOxmlElement) -> BaseOxmlElement:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.append(run)
    return link


def _element(name: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element
