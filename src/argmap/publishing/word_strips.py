"""Strips in Word: paragraphs whose lines are exactly as high as they were reckoned, so that nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from argmap.display import printable
from argmap.publishing.directions import runs_from_right
from argmap.publishing.strips import GAP, LINE

if TYPE_CHECKING:
    from argmap.publishing.strips import Strip

GREY = "595959"
"""The colour of what is less important; as dark as small print has to be."""

_TWIPS = 20  # twentieths of a point
_MANNERS = {
    "strong": "<w:b/><w:bCs/>",
    "cite": "<w:b/><w:bCs/>",
    "italic": "<w:i/><w:iCs/>",
    "faint": f'<w:color w:val="{GREY}"/>',
}


def strip(told: Strip, *, before: float = 0.0, after: float = GAP, style: str = "", new_page: bool = False) -> str:
    """Return a strip as the XML of a paragraph, of a *style* by id; *new_page* begins a page with it.

    *before* and *after* are the points that stay white over and under it.
    """
    sized = print_size(told.size)
    is_from_right = runs_from_right(told.runs, told.manner)
    rtl = "<w:rtl/>" if is_from_right else ""
    runs = "".join(run(each.text, f"{_MANNERS.get(each.manner, '')}{sized}{rtl}") for each in told.runs if each.text)
    first = f'<w:pStyle w:val="{style}"/>' if style else ""
    first += "<w:pageBreakBefore/>" if new_page else ""
    first += "<w:bidi/>" if is_from_right else ""
    return f"<w:p>{shape(told.size, before=before, after=after, indent=told.indent, first=first)}{runs}</w:p>"


def shape(size: float, *, after: float, before: float = 0.0, indent: float = 0.0, first: str = "") -> str:
    """Return a paragraph's properties, *first* those given as XML: lines exactly as high as we reckon them."""
    line = f'w:line="{twips(size * LINE)}" w:lineRule="exact"'
    spacing = f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" {line}/>'
    indented = f'<w:ind w:left="{twips(indent)}"/>' if indent else ""
    return f"<w:pPr>{first}{spacing}{indented}</w:pPr>"


def run(text: str, properties: str) -> str:
    """Return words as XML, with the XML of their properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'


def margins(points: float) -> str:
    """Return the XML for how far the text of a table's cells stands from their edges."""
    sides = "".join(f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def print_size(points: float) -> str:
    """Return the XML for how large print is, in every script: Word keeps a size apart for Arabic and Hebrew."""
    size = half_points(points)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def twips(points: float) -> int:
    """Return a length in twentieths of a point, as Word has it."""
    return round(points * _TWIPS)


def half_points(size: float) -> int:
    """Return a size of print in half points, as Word has it."""
    return round(2 * size)
