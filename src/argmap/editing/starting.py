"""Starting a map: its question and the positions that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.entry import Entry
from argmap.model import About, Claim
from argmap.model.order import keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import Entity


def new_map(*, title: str = "", question: str = "", positions: Sequence[str] = ()) -> tuple[Entity, ...]:
    """Return what a new map holds: what it says of itself, and its positions in their order."""
    entry = Entry()
    about = About(title=entry.line(title), question=entry.line(question))
    placed = zip(positions, keys(len(positions)), strict=True)
    claims = (
        Claim(number=number, text=entry.line(text), position=place) for number, (text, place) in enumerate(placed, 1)
    )
    return (about, *claims)
