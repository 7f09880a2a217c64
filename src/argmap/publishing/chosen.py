"""Chosen: the part of a map that goes into a file; one that is empty is refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.outlines import Selection, selected

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.outlines import Selected


def chosen(map_: ArgumentMap, selection: Selection, verb: str = "print") -> Selected:
    """Return the rows of *selection*; refuse with `UnfitError` where there are none to *verb*."""
    found = selected(map_, selection)
    if found.is_empty:
        message = f"There is nothing to {verb}: {_why_empty(map_, selection)}"
        raise UnfitError(message)
    return found


def _why_empty(map_: ArgumentMap, selection: Selection) -> str:
    if not map_.claims:
        return "this map has no claims yet. Add one first."
    if not selected(map_, Selection(at=selection.at, side=selection.side)).rows:
        return "all its claims are unplaced, and these come with the whole map alone. Leave out what narrows it."
    if selection.unanswered and selected(map_, replace(selection, words=None, max_claims=None)).is_empty:
        return "every attack here has an answer."
    return "not even the first claim fits. Allow more with --words or --max-claims."
