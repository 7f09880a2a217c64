"""Chosen: the part of a map that goes into a file; one that is empty is refused with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.outlines import selected

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected, Selection


def chosen(map_: ArgumentMap, selection: Selection) -> Selected:
    """Return the rows of *selection*; refuse with `UnfitError` where there are none."""
    found = selected(map_, selection)
    if found.is_empty:
        raise UnfitError(_why_empty(map_, selection))
    return found


def _why_empty(map_: ArgumentMap, selection: Selection) -> str:
    if not map_.claims:
        return "There is nothing to print: this map has no claims yet. Add one first."
    if selection.unanswered:
        return "There is nothing to print: every attack here has an answer."
    return "There is nothing to print: not even the first claim fits. Allow more with --words or --max-claims."
