"""Composing: an arrangement with title and legend around it, as one finished scene."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.drawings.carding import cards_of, frames_of
from argmap.drawings.connecting import badges, edges
from argmap.drawings.legend import legend_of
from argmap.drawings.measuring import Weight
from argmap.drawings.proportions import CARD_WIDTH, MARGIN, TITLE_TEXT
from argmap.drawings.scene import Scene, Words
from argmap.drawings.wrapping import is_from_right, wrap_text

if TYPE_CHECKING:
    from argmap.drawings.stacking import Arrangement

_HEADING_ROOM = 30.0
_TITLE_LINE = 31.0
_LEGEND_GAP = 22.0
_NARROWEST = 3 * CARD_WIDTH


def compose(title: str, arrangement: Arrangement, *, language: str = "", legend: bool = True) -> Scene:
    """Return the finished picture: the arrangement with a *title* over it and a *legend* under it."""
    width = max(arrangement.width, _NARROWEST)
    size = TITLE_TEXT
    lines = wrap_text(title, size, width, Weight.SEMIBOLD) if title.strip() else []
    from_right = is_from_right(title)
    heads = [
        Words(
            MARGIN + (width if from_right else 0),
            MARGIN + size * 0.8 + place * _TITLE_LINE,
            line,
            size,
            bold=True,
            anchor="end" if from_right else "start",
            from_right=from_right,
        )
        for place, line in enumerate(lines)
    ]
    top = MARGIN + len(lines) * _TITLE_LINE + (_HEADING_ROOM / 2 if lines else 0)
    places = [place.moved(MARGIN, top) for place in arrangement.places]
    headings = [replace(words, x=words.x + MARGIN, y=words.y + top) for words in arrangement.headings]
    bottom = top + arrangement.height
    signs = tuple(badges(places))
    cards, frames = tuple(cards_of(places)), tuple(frames_of(places))
    entries, rule = legend_of(cards, frames, signs, MARGIN, bottom + _LEGEND_GAP, width) if legend else ((), None)
    bottom = max([bottom, *(entry.box.bottom for entry in entries)])
    return Scene(
        width=width + 2 * MARGIN,
        height=bottom + MARGIN,
        title=one_line(title),
        language=language,
        cards=cards,
        frames=frames,
        edges=tuple(edges(places)),
        badges=signs,
        words=(*heads, *headings),
        legend=entries,
        rule=rule,
    )
