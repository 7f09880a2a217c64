"""Paging: a picture on one page where it stays readable there, and else as an atlas of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings import Layout, draw, draw_pages
from argmap.drawings.proportions import MARGIN
from argmap.publishing.formats import Published
from argmap.publishing.palettes import PALETTES, USUAL, Palette
from argmap.publishing.paper import LEAST_SCALE, LEAST_TEXT, PAPERS
from argmap.publishing.pictures import POINTS, Sheet, write_pdf

if TYPE_CHECKING:
    from argmap.drawings import Scene
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected

_FOOT = 22.0


def on_paper(
    map_: ArgumentMap, selected: Selected, paper: str, layout: Layout | None = None, palette: Palette = PALETTES[USUAL]
) -> Published:
    """Return what was *selected* as a PDF of that *paper*, on one page where the letters stay large enough.

    Where no layout is asked for, that takes less room from left to right.
    """
    width, height = PAPERS[paper]
    for tried in (layout,) if layout is not None else (None, Layout.LEFT_RIGHT):
        sheet = _fitted(draw(map_, selected, tried), width, height)
        if sheet is not None:
            return write_pdf([sheet], palette)
    sheets = _atlas(map_, selected, height, width)
    made = write_pdf(sheets, palette)
    why = f"On one page the letters would be smaller than {LEAST_TEXT:g} points"
    notices = [f"{why}, so this is an atlas: an overview and its branches, {len(sheets)} pages."]
    small = [str(place) for place, each in enumerate(sheets, 1) if each.scale < LEAST_SCALE]
    if small:
        notices.append(f"A claim is too long for its page; letters are smaller on page {', '.join(small[:8])}.")
    return Published(made.content, (*notices, *made.notices))


def _fitted(scene: Scene, width: float, height: float) -> Sheet | None:
    """Return the scene in the middle of a page, upright or across, or None where it could not be read."""
    scales = [(min(w / scene.width, h / scene.height), w, h) for w, h in ((width, height), (height, width))]
    scale, wide, high = max(scales)
    if scale < LEAST_SCALE:
        return None
    return _centred(scene, wide, high, min(scale, POINTS))


def _atlas(map_: ArgumentMap, selected: Selected, width: float, height: float) -> list[Sheet]:
    room = width / LEAST_SCALE - 2 * MARGIN, (height - _FOOT) / LEAST_SCALE - 2 * MARGIN
    scenes = draw_pages(map_, selected, *room)
    title = scenes[0].title
    return [
        Sheet(
            scene,
            width,
            height,
            scale=min(LEAST_SCALE, width / scene.width, (height - _FOOT) / scene.height),
            foot=f"{title} · page {place} of {len(scenes)}",
        )
        for place, scene in enumerate(scenes, 1)
    ]


def _centred(scene: Scene, width: float, height: float, scale: float) -> Sheet:
    x, y = (width - scene.width * scale) / 2, (height - scene.height * scale) / 2
    return Sheet(scene, width, height, max(x, 0), max(y, 0), scale)
