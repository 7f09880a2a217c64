"""Papers as plain text: wrapped to a width in cells, claims hanging under themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from argmap.display import wrap
from argmap.outlines.paper import Heading, Paragraph, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.outlines.paper import Block, Paper

_NARROWEST = 24
"""Cells that a claim gets at least, however deep it stands, where the page has as many."""

_UNDERLINES = {1: "=", 2: "-", 3: "~"}


def write(paper: Paper, width: int) -> str:
    """Return *paper* as text whose lines have at most *width* cells, where *width* is 20 or more."""
    lines = [*_heading(paper.title, 1, width)]
    if paper.subtitle:
        lines += [*wrap(paper.subtitle, width, cell_len)]
    lines.append("")
    before: Block | None = None
    for block in paper.blocks:
        if _stands_apart(block, before) and lines[-1]:
            lines.append("")
        lines += _block(block, width)
        before = block
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def _stands_apart(block: Block, before: Block | None) -> bool:
    """Whether a blank line goes before *block*."""
    if isinstance(block, Point) and isinstance(before, Point):
        return not block.depth and block.relation != "unplaced" and block.sign != "&"
    if isinstance(block, Paragraph) and isinstance(before, Paragraph) and block.manner == before.manner == "head":
        return False
    return isinstance(block, Heading) or (before is not None and not isinstance(before, Heading))


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block.text, block.level, width)
        case Point():
            yield from _point(block, width)
        case _:
            rest = "  " if block.manner == "reference" else ""
            yield from _hung("", block.text, rest, width)


def _heading(text: str, level: int, width: int) -> Iterator[str]:
    lines = wrap(text, width, cell_len)
    yield from lines
    if level in _UNDERLINES:
        yield _UNDERLINES[level] * max(cell_len(line) for line in lines)


def _point(point: Point, width: int) -> Iterator[str]:
    indent = min(2 * point.depth, max(0, width - _NARROWEST - 16)) if width > _NARROWEST else 0
    lead = " " * indent + "".join(f"{part} " for part in (point.number, point.sign) if part)
    said = f"{point.relation}: " if point.relation else ""
    after = [f"[{point.label}]" if point.label else "", point.cited, f"(see {point.home})" if point.home else ""]
    rest = " " * min(len(lead), max(0, width - _NARROWEST))
    yield from _hung(lead, f"{said}{point.text} {' '.join(part for part in after if part)}", rest, width)
    for remark in point.remarks:
        yield from _hung(rest, remark, rest, width)


def _hung(lead: str, text: str, rest: str, width: int) -> Iterator[str]:
    """Yield *text* wrapped behind *lead*, its other lines behind *rest*; a lead too long for it has its own line."""
    if cell_len(lead) > max(0, width - _NARROWEST // 2) and lead.strip():
        yield from wrap(lead, width, cell_len)
        lead = rest
    for place, line in enumerate(wrap(text, width - max(len(lead), len(rest)), cell_len)):
        yield (rest if place else lead) + line
