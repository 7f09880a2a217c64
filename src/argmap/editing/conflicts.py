"""Recording that two claims cannot both be true, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.errors import UnfitError
from argmap.model import Conflict, ConflictKind, added, removed

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, Step


def record_conflict(
    map_: ArgumentMap, first: ClaimId, second: ClaimId, kind: ConflictKind = ConflictKind.CONTRARY, note: str = ""
) -> Step:
    """Say that two claims cannot both be true (contrary), nor both false (contradictory)."""
    entry = Entry()
    one, other = claim_of(map_, first), claim_of(map_, second)
    conflict = Conflict(claims=(first, second), kind=kind, note=entry.prose(note))
    if _between(map_, first, second) is not None:
        message = f"{one.label} and {other.label} are recorded as in conflict already."
        raise UnfitError(message)
    return entry.step(f"Record a conflict of {one.label} and {other.label}", added(conflict))


def remove_conflict(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> Step:
    """Take back that two claims cannot both be true."""
    one, other = claim_of(map_, first), claim_of(map_, second)
    conflict = _between(map_, first, second)
    if conflict is None:
        message = f"No conflict of {one.label} and {other.label} is recorded."
        raise UnfitError(message)
    return Entry().step(f"Remove the conflict of {one.label} and {other.label}", removed(conflict))


def _between(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> Conflict | None:
    return next((conflict for conflict in map_.conflicts_of(first) if {*conflict.claims} == {first, second}), None)
