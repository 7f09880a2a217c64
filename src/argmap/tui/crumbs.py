"""Crumbs: the claims on the way from the top down to a row, each in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.places import FOCUS

if TYPE_CHECKING:
    from argmap.model import Claim
    from argmap.tui.places import Row
    from argmap.tui.rows import Rows
    from argmap.tui.signs import Signs

_MOST = 3
_LETTERS = 64
_LEAST = 12


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
    names = [_short(f"{claim.label} {claim.text[: room + 1]}", room, signs.ellipsis) for claim in claims[:_MOST][::-1]]
    return [signs.ellipsis, *names] if len(claims) > _MOST else names


def _short(name: str, room: int, ellipsis: str) -> str:
    return name if len(name) <= room else name[:room].rstrip() + ellipsis
