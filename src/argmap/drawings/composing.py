"""Composing: an arrangement with title and legend around it, as one finished scene."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.drawings.carding import cards_of, frames_of
from argmap.drawings.connecting import badges, edges
from argmap.drawings.heads import words_of
from argmap.drawings.legend import legend_of, shapes_in
from argmap.drawings.proportions import CARD_WIDTH, MARGIN
from argmap.drawings.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.drawings.heads import Head
    from argmap.drawings.scene import Chip
    from argmap.drawings.stacking import Arrangement

LEGEND_GAP = 22.0
_NARROWEST = 3 * CARD_WIDTH


def compose(  # what stands around a picture is said by name
    head: Head,
    arrangement: Arrangement,
    *,
    legend: bool = True,
    chips: Sequence[Chip] = (),
    explained: Sequence[Scene] = (),
    narrowest: float = _NARROWEST,
) -> Scene:
    """Return the finished picture: the arrangement with a *head* over it, a *legend* under it and *chips* on it.

    The legend holds the signs of this picture, and of others that are *explained* along with it. Between its margins
    the picture is *narrowest* pixels wide or wider.
    """
    width = max(arrangement.width, narrowest)
    heads, high = words_of(head, width)
    top = MARGIN + high
    parts = arrangement.moved(MARGIN, top)
    places = [place for part in parts for place in part]
    bottom = top + arrangement.height
    signs = tuple(badges(places))
    cards, frames = tuple(cards_of(places)), tuple(frames_of(places))
    lines = tuple(edge for part in parts for edge in edges(part))
    others = (shapes_in(each.cards, each.frames, each.badges, each.edges) for each in explained)
    there = shapes_in(cards, frames, signs, lines).union(*others)
    entries, rule = legend_of(there, MARGIN, bottom + LEGEND_GAP, width) if legend else ((), None)
    return Scene(
        width=width + 2 * MARGIN,
        height=max([bottom, *(entry.box.bottom for entry in entries)]) + MARGIN,
        title=one_line(head.title),
        language=head.language,
        cards=cards,
        frames=frames,
        edges=lines,
        badges=signs,
        words=(*heads, *(words.moved(MARGIN, top) for words in arrangement.headings)),
        chips=tuple(
            replace(chip, box=chip.box.moved(MARGIN, top), words=chip.words.moved(MARGIN, top)) for chip in chips
        ),
        legend=entries,
        rule=rule,
    )
