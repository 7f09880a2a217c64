"""Strips in Word: paragraphs whose lines are exactly as high as they were reckoned, so that nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from argmap.display import printable
from argmap.publishing.strips import GAP, LINE
from argmap.publishing.typesetting import is_right_to_left

if TYPE_CHECKING:
    from argmap.publishing.strips import Strip

GREY = "595959"
"""The colour of what is less important; as dark as small print has to be."""

_TWIPS = 20  # twentieths of a point
_MANNERS = {
    "strong": "<w:b/>",
    "cite": "<w:b/>",
    "italic": "<w:i/>",
    "faint": f'<w:color w:val="{GREY}"/>',
}


def strip(told: Strip, *, after: float = GAP, style: str = "", new_page: bool = False) -> str:
    """Return a strip as the XML of a paragraph, of a *style* by id; *new_page* begins a page with it."""
    sized = f'<w:sz w:val="{half_points(told.size)}"/>'
    rtl = "<w:rtl/>" if is_right_to_left(told.text) else ""
    runs = "".join(run(each.text, f"{_MANNERS.get(each.manner, '')}{sized}{rtl}") for each in told.runs if each.text)
    before = f'<w:pStyle w:val="{style}"/>' if style else ""
    before += "<w:pageBreakBefore/>" if new_page else ""
    return f"<w:p>{shape(told.size, after=after, indent=told.indent, rtl=bool(rtl), before=before)}{runs}</w:p>"


def shape(size: float, *, after: float, indent: float = 0.0, rtl: bool = False, before: str = "") -> str:
    """Return a paragraph's properties, *before* those that stand first: lines exactly as high as we reckon them."""
    line = f'w:line="{twips(size * LINE)}" w:lineRule="exact"'
    spacing = f'<w:spacing w:before="0" w:after="{twips(after)}" {line}/>'
    indented = f'<w:ind w:left="{twips(indent)}"/>' if indent else ""
    return f"<w:pPr>{before}{'<w:bidi/>' if rtl else ''}{spacing}{indented}</w:pPr>"


def run(text: str, properties: str) -> str:
    """Return words as XML, with the XML of their properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'


def margins(points: float) -> str:
    """Return the XML for how far the text of a table's cells stands from their edges."""
    sides = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def twips(points: float) -> int:
    """Return a length in twentieths of a point, as Word has it."""
    return round(points * _TWIPS)


def half_points(size: float) -> int:
    """Return a size of print in half points, as Word has it."""
    return round(2 * size)
