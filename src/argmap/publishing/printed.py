"""Papers as PDF: pages for printing, typeset from our template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.drawings.wrapping import is_from_right
from argmap.outlines.paper import Heading, Paragraph, Point
from argmap.publishing.directions import is_from_left, runs_from_right
from argmap.publishing.lacking import places_of
from argmap.publishing.paper import PAPERS
from argmap.publishing.typesetting import breakable, typeset

if TYPE_CHECKING:
    from argmap.outlines.paper import Block, Paper

_FROM_RIGHT = {"ar", "dv", "fa", "he", "ks", "pa", "ps", "sd", "ug", "ur", "yi"}
"""The languages whose pages typst sets from right to left."""


def write(paper: Paper, page: str) -> tuple[bytes, tuple[str, ...]]:
    """Return *paper* as a PDF for a *page* of paper, and notices of what no font can show."""
    return typeset("paper", as_data(paper, page), places=places_of(paper))


def as_data(paper: Paper, page: str) -> dict[str, Any]:
    """Return *paper* as the JSON values that the template reads; the size of the *page* in points."""
    return {
        "page": PAPERS[page],
        "title": breakable(paper.title),
        "subtitle": breakable(paper.subtitle),
        "language": paper.language.split("-")[0] if len(paper.language.split("-")[0]) in {2, 3} else "en",
        "mirrored": paper.language.split("-")[0] in _FROM_RIGHT,
        "kind": paper.kind,
        "blocks": [_block(block) for block in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "text": breakable(block.text)}
        case Point():
            return _point(block)
        case Paragraph():
            runs = [{"text": breakable(run.text), "manner": run.manner, "link": run.link} for run in block.runs]
            return {
                "is": "paragraph",
                "manner": block.manner,
                "runs": runs,
                "rtl": runs_from_right(block.runs, block.manner),
                "ltr": is_from_left("".join(run.text for run in block.runs)),
            }


def _point(point: Point) -> dict[str, Any]:
    return {
        "is": "point",
        "depth": point.depth,
        "number": point.number,
        "sign": point.sign,
        "relation": point.relation,
        "text": breakable(point.text),
        "rtl": is_from_right(point.text),
        "ltr": is_from_left(point.text),
        "label": point.label,
        "cited": breakable(point.cited),
        "home": point.home,
        "remarks": [{"text": breakable(remark), "ltr": is_from_left(remark)} for remark in point.remarks],
        "page": point.new_page,
    }
