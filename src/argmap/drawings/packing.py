"""Packing: the fragments of an atlas on as few pages as they need, nearly in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.drawings.proportions import HEADING_ROOM, PART_GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.drawings.cutting import Fragment

Page = list[list["Fragment"]]
"""What stands on a page: fragments under one another in columns."""

_LOOK_BACK = 12
"""How many pages back a fragment may stand: not far from what comes before it, and in linear time."""


@dataclass(slots=True)
class _Column:
    width: float
    height: float
    fragments: list[Fragment]


@dataclass(slots=True)
class _Filling:
    """A page as it is filled, *room* pixels wide and *height* high."""

    room: float
    height: float
    columns: list[_Column] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """What stands on it."""
        return [column.fragments for column in self.columns]

    def take(self, fragment: Fragment) -> bool:
        """Put a fragment under another, or in a column of its own, and say whether there was room."""
        high = fragment.height + (HEADING_ROOM if fragment.start is not None or fragment.part.heading else 0)
        used = sum(column.width + PART_GAP for column in self.columns)
        for column in self.columns:
            wider = max(0.0, fragment.width - column.width)
            if column.height + PART_GAP + high <= self.height and used - PART_GAP + wider <= self.room:
                column.width += wider
                column.height += PART_GAP + high
                column.fragments.append(fragment)
                return True
        if self.columns and used + fragment.width > self.room:
            return False
        self.columns.append(_Column(fragment.width, high, [fragment]))
        return True


def filled_up(
    page: Page, fragments: Sequence[Fragment], width: float, height: float, most: float = 1.0
) -> tuple[Page, int]:
    """Return a *page* with as many of *fragments* as it has room for, in their order, and how many these are.

    What holds more than the share *most* of the height is left as it is.
    """
    filling = _Filling(width, height)
    for column in page:
        for fragment in column:
            filling.take(fragment)
    if len(filling.columns) != len(page) or any(column.height > height * most for column in filling.columns):
        return page, 0
    count = next((place for place, each in enumerate(fragments) if not filling.take(each)), len(fragments))
    return filling.page, count


def packed(fragments: Iterable[Fragment], width: float, height: float) -> list[Page]:
    """Return *fragments* on pages of *width* by *height* pixels, each on the first of the last ones that has room.

    A grid, which ends the map, stands on the last one that has.
    """
    pages: list[_Filling] = []
    for fragment in fragments:
        near = pages[-_LOOK_BACK:]
        if not any(page.take(fragment) for page in (reversed(near) if fragment.part.grid else near)):
            pages.append(_Filling(width, height))
            pages[-1].take(fragment)
    return [page.page for page in pages]
