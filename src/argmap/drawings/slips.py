"""Slips: what is written on each card, broken into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.measuring import Weight
from argmap.drawings.panels import Slip
from argmap.drawings.proportions import (
    BAR_WIDTH,
    CARD_WIDTH,
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
)
from argmap.drawings.wrapping import fit, wrap_text
from argmap.outlines.bibliography import UNDATED, family_names, read_date, web_address

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Source
    from argmap.outlines import Line

_STUB_LINES = 2
_INNER = CARD_WIDTH - 2 * PADDING - STRIPE_ROOM


def slip_for(map_: ArgumentMap, line: Line, *, is_root: bool) -> Slip:
    """Return what the card for *line* says."""
    size, weight = (ROOT_TEXT, Weight.SEMIBOLD) if is_root else (TEXT, Weight.REGULAR)
    lines = wrap_text(line.claim.text, size, _INNER * FILL, weight)
    if line.repeat and len(lines) > _STUB_LINES:
        lines = [*lines[: _STUB_LINES - 1], fit(f"{lines[_STUB_LINES - 1]} …", size, _INNER * FILL, weight)]
    note, url = _note(map_, line)
    height = 2 * RISE + len(lines) * (ROOT_LINE if is_root else LINE) + NOTE_LINE
    return Slip(line.claim, lines, note, url, height, is_root, line.repeat, line.hidden)


def _note(map_: ArgumentMap, line: Line) -> tuple[str, str]:
    """Return the line under a claim (number and sources, or where it is in full) and the first source's address."""
    claim = line.claim
    if line.repeat:
        return f"↗ in full at {claim.label}", ""
    sources = list(dict.fromkeys(citation.source for citation in map_.citations_of(claim.id)))
    named = [map_.sources[source] for source in sources if source in map_.sources]
    more = f"+{line.hidden} below" if line.hidden else ""
    parts = [claim.label, more, "; ".join(map(_short_name, named))]
    room = (_INNER - (BAR_WIDTH + PADDING if claim.credence is not None else 0)) * FILL
    return fit(" · ".join(filter(None, parts)), NOTE_TEXT, room), next(
        filter(None, (web_address(source.url) for source in named)), ""
    )


def _short_name(source: Source) -> str:
    year = read_date(source.issued).year
    return f"{family_names(source)} {year}" if year != UNDATED else family_names(source)
