"""Drawing: from what was selected of a map to a finished picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings.atlas import atlas
from argmap.drawings.composing import compose
from argmap.drawings.growing import grow
from argmap.drawings.stacking import Layout, Part, arrange
from argmap.model.memory import without_collecting
from argmap.outlines import Line
from argmap.outlines.telling import title_of

if TYPE_CHECKING:
    from argmap.drawings.scene import Scene
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected


def draw(map_: ArgumentMap, selected: Selected, layout: Layout | None = None) -> Scene:
    """Return the picture of what was *selected*; without a *layout* the one that fits it."""
    with without_collecting():
        parts = parts_of(map_, selected)
        arrangement = arrange(parts, layout or fitting_layout(parts))
        return compose(title_of(map_, selected), arrangement, language=map_.about.language)


def parts_of(map_: ArgumentMap, selected: Selected) -> list[Part]:
    """Return the parts of a picture: one a start, and the unplaced claims as the last."""
    parts = [Part(tuple(grow(map_, [row.line for row in rows]))) for rows in selected.parts]
    if selected.unplaced:
        loose = grow(map_, [Line(0, claim) for claim in selected.unplaced], loose=True)
        parts.append(Part(tuple(loose), f"Unplaced ({len(loose)})", grid=True))
    return parts


def fitting_layout(parts: list[Part]) -> Layout:
    """Return the layout that fits: with a thesis that has reasons and objections a butterfly, else left to right."""
    for part in parts:
        for panel in part.roots:
            signs = {kid.inference.supports for slip in panel.slips for kid in slip.kids if kid.inference is not None}
            if panel.inference is None and len(signs) > 1:
                return Layout.BUTTERFLY
    return Layout.LEFT_RIGHT


def draw_pages(map_: ArgumentMap, selected: Selected, width: float, height: float) -> list[Scene]:
    """Return the pages of an atlas of what was *selected*, each *width* by *height* pixels between its margins."""
    with without_collecting():
        return atlas(title_of(map_, selected), parts_of(map_, selected), width, height, map_.about.language)
