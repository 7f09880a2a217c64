"""The styles of our DOCX files: those of Verbatim, by name, alias and id, so that its macros and readers find them.

Names and looks as in Verbatim 6 (Pocket, Hat, Block, Tag, Cite, Underline, Emphasis); its template is not used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle, ParagraphStyle

RUN_STYLES = {"cite": "Style13ptBold", "underline": "StyleUnderline", "emphasis": "Emphasis"}
"""The style ids for the manners of runs that have a style."""

FONT = "Calibri"


@dataclass(frozen=True, slots=True)
class _Level:
    """How a heading looks: its alias, its size in points, its underline, and whether it stands in the middle."""

    alias: str
    size: int
    underline: WD_UNDERLINE | bool
    centred: bool


_LEVELS = (
    _Level("Pocket", 26, underline=False, centred=True),
    _Level("Hat", 22, underline=WD_UNDERLINE.DOUBLE, centred=True),
    _Level("Block", 16, underline=True, centred=True),
    _Level("Tag", 13, underline=False, centred=False),
)


LAST_PAGED = 3
"""The lowest level of heading that starts a page in a debate file: pockets, hats and blocks do, tags do not."""


def set_styles(document: Document, *, pages: bool) -> None:
    """Give *document* the styles; with *pages* pockets, hats and blocks start new ones and look as in debate files."""
    normal = document.styles["Normal"]
    _alias(normal.element, "Normal/Card")
    _font(normal, 11)
    normal.paragraph_format.space_after = Pt(8 if pages else 4)
    normal.paragraph_format.line_spacing = 1.08
    for number, level in enumerate(_LEVELS, 1):
        _set_heading(document, number, level, pages=pages)
    _set_run_styles(document)
    for name, size in (("Title", 20), ("Subtitle", 10)):
        style = document.styles[name]
        _font(style, size)
        style.font.italic = style.font.cs_italic = False
        _unspaced(style.element)
        style.font.color.rgb = RGBColor(0, 0, 0) if name == "Title" else RGBColor(0x59, 0x59, 0x59)
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    listed = document.styles.add_style("Bibliography", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    listed.base_style = normal
    listed.paragraph_format.left_indent, listed.paragraph_format.first_line_indent = Pt(18), Pt(-18)


def _set_heading(document: Document, number: int, level: _Level, *, pages: bool) -> None:
    style = document.styles[f"Heading {number}"]
    _alias(style.element, level.alias)
    _alias(document.styles[f"Heading {number} Char"].element, f"{level.alias} Char")
    _font(style, level.size if pages else (16, 14, 12, 11)[number - 1])
    _font(document.styles[f"Heading {number} Char"], level.size)
    style.font.bold = style.font.cs_bold = True
    style.font.italic = style.font.cs_italic = False
    style.font.underline = level.underline if pages else False
    shape = style.paragraph_format
    shape.keep_with_next = shape.keep_together = True
    shape.page_break_before = pages and number <= LAST_PAGED
    shape.alignment = WD_ALIGN_PARAGRAPH.CENTER if pages and level.centred else WD_ALIGN_PARAGRAPH.LEFT
    shape.space_before, shape.space_after = Pt(12 if number == 1 or not pages else 2), Pt(0 if pages else 4)
    if pages and number == 1:
        _box(style.element)


def _set_run_styles(document: Document) -> None:
    cite = document.styles.add_style("Style 13 pt Bold", WD_STYLE_TYPE.CHARACTER)
    cite.element.set(qn("w:styleId"), RUN_STYLES["cite"])
    _alias(cite.element, "Cite")
    cite.font.bold = cite.font.cs_bold = True
    cite.font.underline = False
    _size(cite, 13)
    underline = document.styles.add_style("Style Underline", WD_STYLE_TYPE.CHARACTER)
    underline.element.set(qn("w:styleId"), RUN_STYLES["underline"])
    _alias(underline.element, "Underline")
    underline.font.bold, underline.font.underline = False, True
    _size(underline, 11)
    emphasis = document.styles["Emphasis"]
    emphasis.font.bold = emphasis.font.cs_bold = emphasis.font.underline = True
    emphasis.font.italic = emphasis.font.cs_italic = False
    _size(emphasis, 11)


def _font(style: ParagraphStyle | CharacterStyle, size: int) -> None:
    """Set a style's font for every script, in black."""
    style.font.name = FONT
    _size(style, size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(script), None)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def _size(style: ParagraphStyle | CharacterStyle, points: int) -> None:
    """Set how large a style's print is, in every script: Word keeps a size apart for Arabic and Hebrew."""
    style.font.size = Pt(points)
    size = style.element.rPr.find(qn("w:sz"))
    for old in style.element.rPr.findall(qn("w:szCs")):
        style.element.rPr.remove(old)
    other = OxmlElement("w:szCs")
    other.set(qn("w:val"), size.get(qn("w:val")))
    size.addnext(other)


def _unspaced(style: BaseOxmlElement) -> None:
    """Set a style's letters as close as those of the text."""
    for spacing in style.rPr.findall(qn("w:spacing")):
        style.rPr.remove(spacing)


def _alias(style: BaseOxmlElement, alias: str) -> None:
    """Give a style a second name, which stands right behind the first."""
    element = OxmlElement("w:aliases")
    element.set(qn("w:val"), alias)
    style.find(qn("w:name")).addnext(element)


def _box(style: BaseOxmlElement) -> None:
    """Draw a box of 3 points around a heading."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "24"), ("space", "1"), ("color", "auto")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties = style.find(qn("w:pPr"))
    before = next((child for child in properties if child.tag in _AFTER_BORDERS), None)
    properties.append(borders) if before is None else before.addprevious(borders)


_AFTER_BORDERS = {
    qn(f"w:{name}") for name in ("shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
}
"""What the schema wants behind borders among a paragraph's properties."""
