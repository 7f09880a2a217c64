"""Making claims and positions, rewording and describing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.entry import Entry
from argmap.editing.placing import among_positions
from argmap.errors import GoneError, UnfitError
from argmap.model import Claim, added, changed
from argmap.model.order import key_after
from argmap.model.ratings import CREDENCES, rating_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, ClaimId, Step


def add_claim(map_: ArgumentMap, text: str, *, note: str = "", implicit: bool = False) -> Step:
    """Put a claim into the map without a place in the argument yet."""
    entry = Entry()
    claim = Claim(number=map_.next_number(Claim), text=entry.line(text), note=entry.prose(note), implicit=implicit)
    return entry.step(f"Add {claim.label}", added(claim))


def add_position(map_: ArgumentMap, text: str) -> Step:
    """Add a claim that answers the map's question, after the positions there are."""
    entry = Entry()
    claim = Claim(number=map_.next_number(Claim), text=entry.line(text), position=_last_place(map_))
    return entry.step(f"Add position {claim.label}", added(claim))


def make_position(map_: ArgumentMap, claim: ClaimId) -> Step:
    """Let a claim that is there answer the map's question."""
    now = claim_of(map_, claim)
    if now.is_position:
        message = f"{now.label} is a position already."
        raise UnfitError(message)
    return Entry().step(f"Make {now.label} a position", changed(map_, replace(now, position=_last_place(map_))))


def unmake_position(map_: ArgumentMap, claim: ClaimId) -> Step:
    """Let a claim no longer answer the map's question; it stays in the map."""
    now = claim_of(map_, claim)
    if not now.is_position:
        message = f"{now.label} is not a position."
        raise UnfitError(message)
    return Entry().step(f"Make {now.label} no position", changed(map_, replace(now, position=None)))


def reorder_position(map_: ArgumentMap, claim: ClaimId, before: ClaimId | None) -> Step:
    """Move a position before another one, or behind all of them (*before* None)."""
    now = claim_of(map_, claim)
    others = [position for position in map_.positions() if position.id != claim]
    if not now.is_position or (before is not None and before not in {other.id for other in others}):
        message = f"{now.label} can only be moved among the positions of this map."
        raise UnfitError(message)
    place = len(others) if before is None else [other.id for other in others].index(before)
    key, respaced = among_positions(others, place)
    moved = (replace(now, position=key), *respaced)
    return Entry().step(f"Move position {now.label}", *(changed(map_, each) for each in moved))


def reword(map_: ArgumentMap, claim: ClaimId, text: str) -> Step:
    """Say the same claim in better words."""
    entry = Entry()
    now = claim_of(map_, claim)
    return entry.step(f"Reword {now.label}", changed(map_, replace(now, text=entry.line(text))))


def set_note(map_: ArgumentMap, claim: ClaimId, note: str) -> Step:
    """Write the note of a claim; empty takes it away."""
    entry = Entry()
    now = claim_of(map_, claim)
    return entry.step(f"Set the note of {now.label}", changed(map_, replace(now, note=entry.prose(note))))


def set_tags(map_: ArgumentMap, claim: ClaimId, tags: Iterable[str]) -> Step:
    """Give a claim exactly these tags, in this order; a leading ``#`` goes."""
    entry = Entry()
    now = claim_of(map_, claim)
    named = entry.lines(entry.line(tag).lstrip("# ") for tag in tags)
    return entry.step(f"Tag {now.label}", changed(map_, replace(now, tags=named)))


def set_credence(map_: ArgumentMap, claim: ClaimId, credence: float | None) -> Step:
    """Say how far you believe a claim, 0 to 1; None for no view."""
    now = claim_of(map_, claim)
    return Entry().step(rating_label(now.label, credence, CREDENCES), changed(map_, replace(now, credence=credence)))


def set_implicit(map_: ArgumentMap, claim: ClaimId, *, implicit: bool) -> Step:
    """Say whether the mapper supplied a claim that nobody states."""
    now = claim_of(map_, claim)
    label = f"Mark {now.label} as {'implicit' if implicit else 'stated'}"
    return Entry().step(label, changed(map_, replace(now, implicit=implicit)))


def set_as_of(map_: ArgumentMap, claim: ClaimId, as_of: str) -> Step:
    """Say which date a claim's figures hold for; empty takes it away."""
    entry = Entry()
    now = claim_of(map_, claim)
    return entry.step(f"Date {now.label}", changed(map_, replace(now, as_of=entry.line(as_of))))


def claim_of(map_: ArgumentMap, claim: ClaimId) -> Claim:
    """Return the claim named *claim*, or refuse with `GoneError`."""
    found = map_.claims.get(claim)
    if found is None:
        raise GoneError(claim)
    return found


def _last_place(map_: ArgumentMap) -> str:
    positions = map_.positions()
    return key_after(positions[-1].position if positions else None)
