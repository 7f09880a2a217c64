"""Alike reading: what the search for duplicates reads of a map, and of the steps that change it; quick to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import ArgumentMap, Claim

if TYPE_CHECKING:
    from argmap.model import ClaimId, Entity, Step


def entities_read(map_: ArgumentMap) -> list[Entity]:
    """Return what a search for duplicates reads of *map_*, to be read in a thread while the map changes."""
    kinds = (map_.claims, map_.aliases, map_.terms, map_.distincts)
    return [entity for table in kinds for entity in table.values()]


def snapshot(map_: ArgumentMap) -> ArgumentMap:
    """Return a map of what a search for duplicates reads of *map_*."""
    return ArgumentMap(entities_read(map_))


def reworded(step: Step) -> list[ClaimId]:
    """Return the claims that have other words after *step*, or are new."""
    return [
        change.after.id
        for change in step.changes
        if isinstance(change.after, Claim)
        and (not isinstance(change.before, Claim) or change.before.text != change.after.text)
    ]
