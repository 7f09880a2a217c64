"""Crumbs: the claims on the way from the top down to a row, each in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from argmap.display import one_line, shorten
from argmap.tui.places import FOCUS
from argmap.tui.status import Crumbs

if TYPE_CHECKING:
    from argmap.model import Claim
    from argmap.tui.places import Row
    from argmap.tui.rows import Rows
    from argmap.tui.signs import Signs
    from argmap.tui.tree import ArgumentTree

_MOST = 3
_LETTERS = 64
_LEAST = 12


class WayUp(Crumbs):
    """The claims above the row under the cursor of a tree, as many and as much of them as the line holds."""

    def __init__(self, signs: Signs, id_: str, tree: ArgumentTree) -> None:
        """Show the way up from the cursor of *tree*."""
        super().__init__(signs, id_)
        self._tree = tree

    def show_way(self) -> None:
        """Name what the row under the cursor stands under; at the top, the question or the title."""
        rows, row = self._tree.rows, self._tree.row
        names = names_above(rows, row, self.signs, self.size.width or self.app.size.width)
        about = rows.places.map.about
        start = about.question if row.is_claim else about.title
        self.show([("muted", one_line(f" {self.signs.arrow} ".join(names)) or start)])

    def on_resize(self) -> None:
        """Name as much as fits now."""
        self.show_way()


def names_above(rows: Rows, row: Row, signs: Signs, width: int) -> list[str]:
    """Name the claims that *row* stands under, also those out of focus, the nearest last; at most three of them."""
    places = rows.places
    home = places.home(rows.focus) if rows.focus is not None else None
    above = places.above(home if row.place == FOCUS and home is not None else row.place)
    claims: list[Claim] = []
    while above is not None and above[1] in places.map.claims and len(claims) <= _MOST:
        claims.append(places.map.claims[above[1]])
        above = places.above(above)
    room = max((width - 4) // max(len(claims), 1) - 3, _LEAST)
    room = min(room, _LETTERS)
    nearest = claims[:_MOST][::-1]
    cells = room + cell_len(signs.ellipsis)
    names = [shorten(f"{each.label} {each.text[: cells + 1]}", cells, cell_len, signs.ellipsis) for each in nearest]
    return [signs.ellipsis, *names] if len(claims) > _MOST else names
