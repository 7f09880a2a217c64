"""Drawing: from what was selected of a map to a finished picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.atlas import atlas
from argmap.drawings.composing import compose
from argmap.drawings.cutting import claims_below
from argmap.drawings.growing import grow
from argmap.drawings.heads import Head
from argmap.drawings.panels import with_attacks
from argmap.drawings.stacking import Layout, Part, arrange
from argmap.model.memory import without_collecting
from argmap.outlines.pro_con import comment_told
from argmap.outlines.telling import title_of

if TYPE_CHECKING:
    from argmap.drawings.scene import Scene
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected


_LEAST_WING = 0.125
"""How large a share of a butterfly its smaller wing is, at least: with less, half of the picture would be empty."""


def draw(map_: ArgumentMap, selected: Selected, layout: Layout | None = None) -> Scene:
    """Return the picture of what was *selected*; without a *layout* the one that fits it."""
    with without_collecting():
        parts = parts_of(map_, selected)
        arrangement = arrange(parts, layout or fitting_layout(parts))
        return compose(_head(map_, selected), arrangement)


def parts_of(map_: ArgumentMap, selected: Selected) -> list[Part]:
    """Return the parts of a picture: one a start, and the unplaced claims as the last."""
    parts = [Part(tuple(grow(map_, rows))) for rows in selected.parts]
    if selected.unplaced:
        loose = grow(map_, selected.loose, loose=True)
        parts.append(Part(tuple(loose), f"Unplaced ({len(loose)})", grid=True))
    return parts


def fitting_layout(parts: list[Part]) -> Layout:
    """Return the layout that fits: a butterfly where both of its wings have something to show, else left to right."""
    below = claims_below(root for part in parts for root in part.roots)
    wings = {True: 0, False: 0}
    for part in parts:
        for panel in part.roots:
            for kid in (each for slip in panel.slips for each in slip.kids if panel.inference is None):
                assert kid.inference is not None
                slips = [slip for each, _, _ in with_attacks(kid) for slip in each.slips]
                wings[kid.inference.supports] += sum(1 + below[slip] for slip in slips)
    is_lopsided = min(wings.values()) < _LEAST_WING * sum(wings.values()) or not all(wings.values())
    return Layout.LEFT_RIGHT if is_lopsided else Layout.BUTTERFLY


def draw_pages(map_: ArgumentMap, selected: Selected, width: float, height: float) -> list[Scene]:
    """Return the pages of an atlas of what was *selected*, each *width* by *height* pixels between its margins."""
    with without_collecting():
        return atlas(_head(map_, selected), parts_of(map_, selected), width, height)


def _head(map_: ArgumentMap, selected: Selected) -> Head:
    remarks = tuple(comment_told(each) for each in selected.on_map)
    return Head(title_of(map_, selected), map_.about.language, remarks)
