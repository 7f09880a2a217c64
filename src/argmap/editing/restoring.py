"""Bringing a map back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.entry import Entry
from argmap.model import Change, added, removed

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Step


def restore(map_: ArgumentMap, then: ArgumentMap, label: str) -> Step:
    """Return the step from *map_* to *then*: what is gone comes back, what is new goes, the rest is as it was."""
    wanted = {(type(entity), entity.id): entity for entity in then.entities()}
    changes: list[Change] = []
    for entity in map_.entities():
        before = wanted.pop((type(entity), entity.id), None)
        if before is None:
            changes.append(removed(entity))
        elif before != entity:
            changes.append(Change(entity, before))
    return Entry().step(label, *changes, *map(added, wanted.values()))
