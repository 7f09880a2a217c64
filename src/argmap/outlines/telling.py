"""Words that every printed paper has in common: its title, what was asked for, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.outlines.selection import Selected, Selection

UNTITLED = "Argument map"
"""The title of a map that has neither a question nor a title."""


def title_of(map_: ArgumentMap, chosen: Selected | None = None) -> str:
    """Return the title of a paper: the map's question, else its title, else the first claim told."""
    found = one_line(map_.about.question) or one_line(map_.about.title)
    first = one_line(chosen.claims[0].text) if chosen is not None and chosen.claims else ""
    return found or first or UNTITLED


def counted(count: int, word: str) -> str:
    """Return a count with its word, as in ``1 claim`` or ``2 claims``."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def left_out_words(hidden: int) -> str:
    """Say how many claims under a line are not told."""
    return f"({counted(hidden, 'claim')} below left out)"


def limits_told(selection: Selection, chosen: Selected) -> str:
    """Say what was asked for, and how many claims that leaves out; nothing where all is told."""
    asked: list[str] = []
    if selection.at is not None:
        asked.append(f"under {selection.at.label}")
    if selection.side is not None:
        asked.append(f"the side of {selection.side.label}")
    if selection.depth is not None:
        asked.append(f"{counted(selection.depth, 'level')} deep")
    if selection.unanswered:
        asked.append("what is unanswered")
    if selection.top is not None:
        asked.append(f"the strongest {selection.top} for and against")
    if selection.words is not None:
        asked.append(f"at most {counted(selection.words, 'word')}")
    if selection.max_claims is not None:
        asked.append(f"at most {counted(selection.max_claims, 'claim')}")
    missing = f"{chosen.left_out:,} of {counted(chosen.of, 'claim')} left out" if chosen.left_out else ""
    return "; ".join(part for part in (f"Only {', '.join(asked)}" if asked else "", missing) if part)
