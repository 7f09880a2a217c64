"""Slips: what is written on each card, broken into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.measuring import Weight
from argmap.drawings.panels import Slip
from argmap.drawings.proportions import (
    BAR_WIDTH,
    FILL,
    LINE,
    NOTE_LINE,
    NOTE_TEXT,
    PADDING,
    RISE,
    ROOT_LINE,
    ROOT_TEXT,
    STRIPE_ROOM,
    TEXT,
    TOWER,
    WIDTHS,
)
from argmap.drawings.wrapping import fit, wrap_text
from argmap.outlines.bibliography import short_name, web_address
from argmap.outlines.pro_con import comment_told

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.outlines import Line, Row

_STUB_LINES = 2


def slip_for(map_: ArgumentMap, row: Row, *, is_root: bool) -> Slip:
    """Return what the card for the line of a *row* says."""
    line = row.line
    size, weight = (ROOT_TEXT, Weight.SEMIBOLD) if is_root else (TEXT, Weight.REGULAR)
    for width in WIDTHS:
        room = _inner(width) * FILL
        lines = wrap_text(line.claim.text, size, room, weight)
        if line.repeat and len(lines) > _STUB_LINES:
            lines = [*lines[: _STUB_LINES - 1], fit(f"{lines[_STUB_LINES - 1]} …", size, room, weight)]
        remarks = [each for said in row.comments for each in wrap_text(comment_told(said), NOTE_TEXT, room)]
        height = 2 * RISE + len(lines) * (ROOT_LINE if is_root else LINE) + (1 + len(remarks)) * NOTE_LINE
        if height <= TOWER * width:
            break
    note, url = _note(map_, line, width)
    return Slip(line.claim, lines, note, url, width, height, is_root, line.repeat, line.hidden, remarks)


def _inner(width: float) -> float:
    return width - 2 * PADDING - STRIPE_ROOM


def _note(map_: ArgumentMap, line: Line, width: float) -> tuple[str, str]:
    """Return the line under a claim (number and sources, or where it is in full) and the first source's address."""
    claim = line.claim
    more = f"+{line.hidden:,} below" if line.hidden else ""
    if line.repeat:
        return " · ".join(filter(None, (f"↗ in full at {claim.label}", more))), ""
    sources = list(dict.fromkeys(citation.source for citation in map_.citations_of(claim.id)))
    named = [map_.sources[source] for source in sources if source in map_.sources]
    parts = [claim.label, more, "; ".join(map(short_name, named))]
    room = (_inner(width) - (BAR_WIDTH + PADDING if claim.credence is not None else 0)) * FILL
    return fit(" · ".join(filter(None, parts)), NOTE_TEXT, room), next(
        filter(None, (web_address(source.url) for source in named)), ""
    )
