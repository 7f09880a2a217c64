"""Replaying a file's history: taking its steps one after the other, from nothing."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from argmap.model.plain import KIND_NAMES, is_plain_of
from argmap.store.history import STEP_COLUMNS, Record, record_of, seal, unpack, unpacked
from argmap.store.refusals import refusal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.model import ArgumentMap, Entity

DEADLINE = 60.0
"""Seconds after which the replay of somebody else's history is ended."""

State = dict[tuple[str, str], dict[str, Any]]
"""Plain entities by their kind and id."""

_COUNTED = {
    "claim": "last_claim",
    "alias": "last_claim",
    "inference": "last_inference",
    "source": "last_source",
    "comment": "last_comment",
}
_COLUMNS = ", ".join(STEP_COLUMNS)


def check_history(path: Path, connection: sqlite3.Connection, map_: ArgumentMap, head: str) -> None:
    """Refuse a file whose steps are not chained by their hashes up to *head*, or do not lead to *map_*."""
    state: State = {}
    given = dict.fromkeys(_COUNTED.values(), 0)
    last = Record(label="")
    most, ends = _most(path), time.monotonic() + DEADLINE
    for record, packed in steps(connection):
        if time.monotonic() > ends:
            raise refusal("E-TOO-SLOW", path)
        try:
            payload = unpacked(packed, most)
            follows = _follow(state, json.loads(payload), given)
        except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
            raise refusal("E-HISTORY", path, reason=f"step {last.seq + 1} cannot be read") from error
        chained = record.seq == last.seq + 1 and record.parent == last.id and seal(record, payload).id == record.id
        if not chained or not follows:
            raise refusal("E-HISTORY", path, reason=f"step {last.seq + 1} is not the one that was taken")
        last = record
    if last.id != head:
        raise refusal("E-HISTORY", path, reason="its newest step is missing")
    remembered = connection.execute(f"SELECT {', '.join(given)} FROM file").fetchone()  # noqa: S608  # our own names
    if any(number > kept for number, kept in zip(given.values(), remembered, strict=True)):
        raise refusal("E-HISTORY", path, reason="it forgot a number it had given")
    if not _says(state, map_):
        raise refusal("E-HISTORY", path, reason="its steps do not lead to what it says")


def _most(path: Path) -> int:
    """Return the most bytes one step may unpack to in a file as large as this one; beyond that it is a bomb.

    What a step brings into a map fills about as many bytes of the file, in rows, and those stay until another program
    compacts it.
    """
    return min(1 << 28, (1 << 24) + 8 * path.stat().st_size)


def _says(state: State, map_: ArgumentMap) -> bool:
    """Tell whether *state* holds the entities of *map_* and nothing else."""
    there = 0
    for entity in map_.entities():
        plain = state.get((KIND_NAMES[type(entity)], entity.id))
        if plain is None or not is_plain_of(plain, entity):
            return False
        there += 1
    return there == len(state)


def entities_at(connection: sqlite3.Connection, seq: int) -> list[Entity]:
    """Return what the map held after step *seq*."""
    there: dict[tuple[type[Entity], str], Entity] = {}
    for record, packed in steps(connection):
        if record.seq > seq:
            break
        changes = unpack(packed)
        for change in changes:
            if change.before is not None:
                there.pop((type(change.before), change.before.id), None)
        there.update(((type(change.after), change.after.id), change.after) for change in changes if change.after)
    return list(there.values())


def steps(connection: sqlite3.Connection, after: int = 0) -> Iterator[tuple[Record, bytes]]:
    """Yield every step *after* that number, the oldest first, with its packed changes."""
    query = f"SELECT {_COLUMNS}, payload FROM step WHERE seq > ? ORDER BY seq"  # noqa: S608  # our own names
    for *values, packed in connection.execute(query, (after,)):
        yield record_of(values), packed


def _follow(state: State, changes: list[Any], given: dict[str, int]) -> bool:
    """Take one step on *state*, and note the highest numbers given; tells whether what it changes was there."""
    for kind, before, _ in changes:
        if before is not None and state.pop((kind, before["id"]), None) != before:
            return False
    for kind, _, after in changes:
        if after is not None:
            if state.setdefault((kind, after["id"]), after) is not after:
                return False
            counted = _COUNTED.get(kind)
            if counted is not None and after["number"] > given[counted]:
                given[counted] = after["number"]
    return True
