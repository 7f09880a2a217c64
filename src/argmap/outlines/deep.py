"""Deep chains: where an argument that goes down without end is cut into pieces that fit on paper and in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outlines.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Claim
    from argmap.outlines.walk import Start

MOST_LEVELS = 200
"""How deep an outline goes; nobody reads further in, and the indentation of 100,000 levels would fill a disk."""

MOST_INDENTED = 5 * MOST_LEVELS
"""How far lines are indented: steps attacked by steps again and again, with no new claim, can go deeper still."""


def deep_starts(map_: ArgumentMap, starts: Sequence[Start], levels: int = MOST_LEVELS) -> tuple[Claim, ...]:
    """Return the claims to start anew at, so that no claim is shown in full more than *levels* below a start.

    Walked from *starts* and these together, each of them is a repeat at its place (``see C201 below``) and shown in
    full as a root of its own, so nothing is left out.
    """
    found: list[Claim] = []
    if len(map_.claims) <= levels:
        return ()
    while True:
        deeper = [line for line in walk(map_, (*starts, *found)) if line.depth >= levels and not line.repeat]
        if not deeper:
            return tuple(found)
        pieces = [line for line in deeper if line.depth % levels == 0]
        found.extend(dict.fromkeys(line.claim for line in pieces or deeper))
