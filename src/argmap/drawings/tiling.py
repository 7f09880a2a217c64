"""Tiling: a picture as a poster of sheets that overlap, cut between cards, so that every card is whole on one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.drawings.measuring import Weight, text_width
from argmap.drawings.proportions import BADGE, TITLE_TEXT
from argmap.drawings.scene import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.drawings.scene import Edge, Scene, Words

    Span = tuple[float, float]

_SEARCH = 0.15
"""How much of a sheet may stay empty for a cut that meets no card."""

_CLEAR = 4.0
"""How far a cut stays away from a card, in pixels."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Strip:
    """A row or a column of sheets: it shows a picture from *begin* to *end*, and is trimmed at *cut* where it begins.

    The first is not trimmed: its cut is where it begins.
    """

    begin: float
    end: float
    cut: float


@dataclass(frozen=True, slots=True)
class Tile:
    """A sheet of a poster: its *name*, what it shows of the picture, and the names of those beside it, empty for none.

    *cut_x* and *cut_y* are where the sheets meet at its left and its top, *next_x* and *next_y* at its right and its
    bottom; None at the borders of the poster.
    """

    name: str
    window: Box
    scene: Scene
    left: str = ""
    right: str = ""
    above: str = ""
    below: str = ""
    cut_x: float | None = None
    cut_y: float | None = None
    next_x: float | None = None
    next_y: float | None = None


def strips(spans: Iterable[Span], length: float, room: float, overlap: float) -> list[Strip]:
    """Return strips no longer than *room* that show all from 0 to *length*, each *overlap* or more of the one before.

    *spans* are where cards begin and end. Every one no longer than *room* less two overlaps is whole in a strip: where
    no cut within reach meets none, the next strip begins before all that this one cuts off.
    """
    by_end = sorted(spans, key=lambda span: span[1])
    ends = [span[1] for span in by_end]
    firsts = [*accumulate((begin for begin, _ in reversed(by_end)), min)][::-1]  # of all that end as late or later
    gaps = list(_gaps(by_end))
    made: list[Strip] = []
    begin, cut = 0.0, 0.0
    while begin + room < length:
        most = begin + room - overlap / 2
        following = _free_cut(gaps, most - _SEARCH * room, most)
        end = begin + room if following is None else following + overlap / 2
        if following is None:
            after = bisect_right(ends, end)
            following = min([most, *(first - _CLEAR for first in firsts[after : after + 1])])
        made.append(Strip(begin, end, cut))
        begin = max(following - overlap / 2, begin + overlap)  # what is longer than a strip does not stop the rest
        cut = begin + overlap / 2
    made.append(Strip(begin, length, cut))
    return made


def _gaps(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield where no span is, from the first to the last."""
    reached: float | None = None
    for begin, end in sorted(spans):
        if reached is not None and begin > reached:
            yield reached, begin
        reached = end if reached is None else max(reached, end)


def _free_cut(gaps: Sequence[Span], least: float, most: float) -> float | None:
    """Return the last cut between *least* and *most* that lies in a gap, in its middle where it can."""
    for begin, end in reversed(gaps[: bisect_right(gaps, (most, most))]):
        low, high = max(begin + _CLEAR, least), min(end - _CLEAR, most)
        if low <= high:
            return min(max((begin + end) / 2, low), high)
        if end < least:
            break
    return None


def largest(scene: Scene) -> tuple[float, float]:
    """Return the width of the widest card or frame of a picture, and the height of the highest."""
    boxes = _boxes(scene)
    return max(box.width for box in boxes), max(box.height for box in boxes)


def grid(scene: Scene, width: float, height: float, overlap: float) -> tuple[list[Strip], list[Strip]]:
    """Return the columns and the rows of sheets, *width* by *height* pixels each, that a picture needs."""
    boxes = _boxes(scene)
    columns = strips(((box.x, box.right) for box in boxes), scene.width, width, overlap)
    return columns, strips(((box.y, box.bottom) for box in boxes), scene.height, height, overlap)


def tiles(scene: Scene, columns: Sequence[Strip], rows: Sequence[Strip]) -> list[Tile]:
    """Return the sheets of a poster row by row, without those that would be empty."""
    shown: dict[tuple[int, int], tuple[Box, Scene]] = {}
    for row, across in enumerate(rows):
        band = within(scene, Box(0, across.begin, scene.width, across.end - across.begin))
        for column, down in enumerate(columns):
            window = Box(down.begin, across.begin, down.end - down.begin, across.end - across.begin)
            part = within(band, window)
            if not _is_empty(part):
                shown[row, column] = window, part

    def name(row: int, column: int) -> str:
        return _name(row, column) if (row, column) in shown else ""

    return [
        Tile(
            name(row, column),
            window,
            part,
            left=name(row, column - 1),
            right=name(row, column + 1),
            above=name(row - 1, column),
            below=name(row + 1, column),
            cut_x=columns[column].cut if column else None,
            cut_y=rows[row].cut if row else None,
            next_x=columns[column + 1].cut if column + 1 < len(columns) else None,
            next_y=rows[row + 1].cut if row + 1 < len(rows) else None,
        )
        for (row, column), (window, part) in shown.items()
    ]


def within(scene: Scene, window: Box) -> Scene:
    """Return what of a picture can be seen in *window*, at least in part."""
    near = Box(window.x - BADGE * 2, window.y - BADGE * 2, window.width + BADGE * 4, window.height + BADGE * 4)
    return replace(
        scene,
        cards=tuple(card for card in scene.cards if card.box.meets(window)),
        frames=tuple(frame for frame in scene.frames if frame.box.meets(window)),
        edges=tuple(edge for edge in scene.edges if _reach(edge).meets(near)),
        badges=tuple(badge for badge in scene.badges if Box(badge.x, badge.y, 1, 1).meets(near)),
        words=tuple(words for words in scene.words if _room(words).meets(window)),
        legend=tuple(entry for entry in scene.legend if entry.box.meets(near) or _room(entry.words).meets(window)),
    )


def _is_empty(scene: Scene) -> bool:
    return not (scene.cards or scene.frames or scene.edges or scene.words or scene.legend)


def _boxes(scene: Scene) -> list[Box]:
    """Return what no cut should meet: frames, cards without a frame, headings and the legend, with their surrounds."""
    signs = (Box(badge.x - 2 * BADGE, badge.y - BADGE, 4 * BADGE, 2 * BADGE) for badge in scene.badges)
    legend = (
        Box(each.box.x, each.box.y, _room(each.words).right - each.box.x, each.box.height) for each in scene.legend
    )
    headings = (_room(words) for words in scene.words if words.size < TITLE_TEXT)
    cards = (card.box for card in scene.cards if not card.framed)
    return [*cards, *(frame.box for frame in scene.frames), *signs, *legend, *headings]


def _room(words: Words) -> Box:
    """Return the box around a line of text."""
    width = text_width(words.text, words.size, Weight.SEMIBOLD if words.bold else Weight.REGULAR)
    left = {"start": words.x, "middle": words.x - width / 2, "end": words.x - width}[words.anchor]
    return Box(left, words.y - words.size, width, words.size * 1.3)


def _reach(edge: Edge) -> Box:
    points = [edge.start, *edge.arrow, *(point for piece in edge.path for point in piece)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left + 1, max(y for _, y in points) - top + 1)


def _name(row: int, column: int) -> str:
    """Return A1 for the first sheet, A2 for the one right of it, B1 for the one below; after Z comes AA."""
    letters, rest = "", row + 1
    while rest:
        rest, place = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{column + 1}"
