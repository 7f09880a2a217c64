"""Composing: an arrangement with title and legend around it, as one finished scene."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.drawings.carding import cards_of, frames_of
from argmap.drawings.connecting import badges, edges
from argmap.drawings.legend import legend_of, shapes_in
from argmap.drawings.measuring import Weight
from argmap.drawings.proportions import CARD_WIDTH, MARGIN, TITLE_TEXT
from argmap.drawings.scene import Scene, Words
from argmap.drawings.wrapping import fit, is_from_right, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.drawings.scene import Chip
    from argmap.drawings.stacking import Arrangement

TITLE_LINE = 31.0
UNDER_TITLE = 15.0
LEGEND_GAP = 22.0
_MOST_TITLE_LINES = 3
_NARROWEST = 3 * CARD_WIDTH


def compose(  # what stands around a picture is said by name
    title: str,
    arrangement: Arrangement,
    *,
    language: str = "",
    legend: bool = True,
    chips: Sequence[Chip] = (),
    explained: Sequence[Scene] = (),
    narrowest: float = _NARROWEST,
) -> Scene:
    """Return the finished picture: the arrangement with a *title* over it, a *legend* under it and *chips* on it.

    The legend holds the signs of this picture, and of others that are *explained* along with it. Between its margins
    the picture is *narrowest* pixels wide or wider.
    """
    width = max(arrangement.width, narrowest)
    heads = title_words(title, width)
    top = MARGIN + (len(heads) * TITLE_LINE + UNDER_TITLE if heads else 0)
    parts = arrangement.moved(MARGIN, top)
    places = [place for part in parts for place in part]
    bottom = top + arrangement.height
    signs = tuple(badges(places))
    cards, frames = tuple(cards_of(places)), tuple(frames_of(places))
    others = (shapes_in(each.cards, each.frames, each.badges) for each in explained)
    there = shapes_in(cards, frames, signs).union(*others)
    entries, rule = legend_of(there, MARGIN, bottom + LEGEND_GAP, width) if legend else ((), None)
    return Scene(
        width=width + 2 * MARGIN,
        height=max([bottom, *(entry.box.bottom for entry in entries)]) + MARGIN,
        title=one_line(title),
        language=language,
        cards=cards,
        frames=frames,
        edges=tuple(edge for part in parts for edge in edges(part)),
        badges=signs,
        words=(*heads, *(words.moved(MARGIN, top) for words in arrangement.headings)),
        chips=tuple(
            replace(chip, box=chip.box.moved(MARGIN, top), words=chip.words.moved(MARGIN, top)) for chip in chips
        ),
        legend=entries,
        rule=rule,
    )


def title_words(title: str, width: float) -> list[Words]:
    """Return the lines of a title at the top of a picture that is *width* pixels wide between its margins."""
    if not title.strip():
        return []
    from_right = is_from_right(title)
    lines = wrap_text(title, TITLE_TEXT, width, Weight.SEMIBOLD)
    if len(lines) > _MOST_TITLE_LINES:
        last = fit(f"{lines[_MOST_TITLE_LINES - 1]} …", TITLE_TEXT, width, Weight.SEMIBOLD)
        lines = [*lines[: _MOST_TITLE_LINES - 1], last]
    return [
        Words(
            MARGIN + (width if from_right else 0),
            MARGIN + TITLE_TEXT * 0.8 + place * TITLE_LINE,
            line,
            TITLE_TEXT,
            bold=True,
            anchor="end" if from_right else "start",
            from_right=from_right,
        )
        for place, line in enumerate(lines)
    ]
