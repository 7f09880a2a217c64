"""Posters: a picture over many sheets of paper, to be printed, trimmed and put up on a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawings import Layout, draw
from argmap.drawings.tiling import grid, largest, tiles
from argmap.errors import UnfitError
from argmap.publishing.formats import Published
from argmap.publishing.palettes import PALETTES, USUAL, Palette
from argmap.publishing.paper import LEAST_SCALE, PAPERS, at_foot
from argmap.publishing.pictures import ADVICE, POINTS, Mark, Sheet, write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.drawings import Scene
    from argmap.drawings.scene import Point
    from argmap.drawings.tiling import Strip, Tile
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected

OVERLAP = 10 / 25.4 * 72
"""How much of a sheet the next one shows again, at least: 10 mm, in points."""

_MARGIN = 12 / 25.4 * 72  # printers leave some millimetres white
_MOST_SHEETS = 500
_NARROWINGS = 6  # halves of the range of scales until it is below one hundredth
_TICK = 14.0
_FOOT = 14.0


def as_poster(
    map_: ArgumentMap, selected: Selected, paper: str, layout: Layout | None = None, palette: Palette = PALETTES[USUAL]
) -> Published:
    """Return what was *selected* as a PDF with the sheets of a poster on that *paper*, named A1, A2 … B1.

    Every card is whole on one sheet or more. Where no layout is asked for, it is the one that needs fewer sheets.
    Letters are as large as the fewest sheets allow, at most their usual size.
    """
    layouts = (layout,) if layout is not None else (None, Layout.LEFT_RIGHT)
    posters = [(_best(scene, *PAPERS[paper]), scene) for scene in (draw(map_, selected, each) for each in layouts)]
    (scale, across, (columns, rows)), scene = min(posters, key=lambda each: _count(each[0][2]))
    width, height = PAPERS[paper][::-1] if across else PAPERS[paper]
    if len(columns) * len(rows) > _MOST_SHEETS:
        count = len(columns) * len(rows)
        message = (
            f"This poster would have {count:,} sheets of {paper.upper()}, and more than {_MOST_SHEETS} are refused. "
        )
        raise UnfitError(message + ADVICE)
    made = tiles(scene, columns, rows)
    title = at_foot(scene.title, width)
    sheets = [
        _sheet(tile, width, height, scale, f"{tile.name} · {title} · sheet {place} of {len(made)}")
        for place, tile in enumerate(made, 1)
    ]
    written = write_pdf(sheets, palette)
    small = ["A card is too large for the paper, so letters are smaller than 7 points."] if scale < LEAST_SCALE else []
    return Published(written.content, (_told(paper, columns, rows, len(made)), *small, *written.notices))


def _told(paper: str, columns: list[Strip], rows: list[Strip], count: int) -> str:
    empty = len(columns) * len(rows) - count
    left = f", {empty} of them empty and left out" if empty else ""
    if count == 1:
        return f"A poster of 1 sheet of {paper.capitalize()}."
    return (
        f"A poster of {count} sheets of {paper.capitalize()}: {len(rows)} high, {len(columns)} wide{left}. "
        "Trim each at its left and upper lines, and lay it over the one before."
    )


def _best(scene: Scene, width: float, height: float) -> tuple[float, bool, tuple[list[Strip], list[Strip]]]:
    """Return the scale, whether the paper lies across, and the columns and rows, with the fewest sheets."""
    found = []
    for across, (wide, high) in enumerate(((width, height), (height, width))):
        least = min(LEAST_SCALE, _most(scene, wide, high))
        fewest = _count(_cut(scene, wide, high, least))
        low, high_scale = least, max(least, min(POINTS, _most(scene, wide, high)))
        for _ in range(_NARROWINGS if fewest <= _MOST_SHEETS else 0):
            middle = (low + high_scale) / 2
            low, high_scale = (
                (middle, high_scale) if _count(_cut(scene, wide, high, middle)) <= fewest else (low, middle)
            )
        found.append((fewest, -low, bool(across), _cut(scene, wide, high, low)))
    _, minus, across, cut = min(found, key=lambda each: each[:3])
    return -minus, across, cut


def _most(scene: Scene, width: float, height: float) -> float:
    """Return the largest scale at which the largest card is whole on a sheet."""
    widest, highest = largest(scene)
    inner, upper = width - 2 * _MARGIN, height - 2 * _MARGIN - _FOOT
    return min((inner - 2 * OVERLAP) / widest, (upper - 2 * OVERLAP) / highest)


def _cut(scene: Scene, width: float, height: float, scale: float) -> tuple[list[Strip], list[Strip]]:
    inner, upper = (width - 2 * _MARGIN) / scale, (height - 2 * _MARGIN - _FOOT) / scale
    return grid(scene, inner, upper, OVERLAP / scale)


def _count(cut: tuple[list[Strip], list[Strip]]) -> int:
    columns, rows = cut
    return len(columns) * len(rows)


def _sheet(tile: Tile, width: float, height: float, scale: float, foot: str) -> Sheet:
    part = tile.scene
    return Sheet(
        part,
        width,
        height,
        _MARGIN,
        _MARGIN,
        scale,
        foot,
        window=tile.window,
        marks=tuple(_marks(tile, width, height)),
        ticks=tuple(_ticks(tile, width, height, scale)),
    )


def _marks(tile: Tile, width: float, height: float) -> Iterator[Mark]:
    """Yield which sheet comes next at each side."""
    middle, half = (height - _FOOT) / 2, _MARGIN / 2
    if tile.left:
        yield Mark(half, middle, f"{tile.left} ← {tile.name}", upright=True)
    if tile.right:
        yield Mark(width - half, middle, f"{tile.name} → {tile.right}", upright=True)
    if tile.above:
        yield Mark(width / 2, half, f"{tile.name} ↑ {tile.above}")
    if tile.below:
        yield Mark(width / 2, height - _FOOT - half, f"{tile.name} ↓ {tile.below}")


def _ticks(tile: Tile, width: float, height: float, scale: float) -> Iterator[tuple[Point, Point]]:
    """Yield short lines in the margins, where the sheet is trimmed or the next one begins."""
    bottom = height - _MARGIN - _FOOT
    for cut in (tile.cut_x, tile.next_x):
        if cut is not None:
            x = _MARGIN + (cut - tile.window.x) * scale
            yield (x, _MARGIN - 4 - _TICK), (x, _MARGIN - 4)
            yield (x, bottom + 4), (x, bottom + 4 + _TICK)
    for cut in (tile.cut_y, tile.next_y):
        if cut is not None:
            y = _MARGIN + (cut - tile.window.y) * scale
            yield (_MARGIN - 4 - _TICK, y), (_MARGIN - 4, y)
            yield (width - _MARGIN + 4, y), (width - _MARGIN + 4 + _TICK, y)
