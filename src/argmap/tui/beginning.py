"""Beginning: what a map with no claims says under its first row, with the keys that lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_EMPTY = (
    "This map is empty. To begin:",
    "  [edit]  write the question it is about",
    "  [add-reason]  add a position: an answer to it",
    "  [help]  see everything that can be done",
)

_WITH_A_QUESTION = (
    "No answer yet. To go on:",
    "  [add-reason]  add a position: an answer to it",
    "  [edit]  reword the question",
    "  [help]  see everything that can be done",
)


def ways_to_begin(map_: ArgumentMap) -> tuple[str, ...]:
    """Return the lines for *map_*, with ids of actions in brackets for their keys; none once it has claims."""
    if map_.claims:
        return ()
    return _WITH_A_QUESTION if map_.about.question else _EMPTY
