"""Placing: order keys for what is put among others, with room made where their keys leave none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.model.order import key_after, key_between, keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Claim, ClaimId, Inference, InferenceId

Respaced = dict["InferenceId", "Inference"]
"""Inferences that need another key so that there is room between them, as they are to be."""


def key_at(siblings: Sequence[str], place: int) -> tuple[str, Sequence[str]]:
    """Return the key for what comes at *place* among *siblings*, and the keys they have then.

    The siblings keep their keys wherever those leave room. Equal keys (two copies were joined) and keys that other
    programs made may leave none: then all of them are written anew.
    """
    earlier = siblings[place - 1] if place else None
    later = siblings[place] if place < len(siblings) else None
    key = key_between(earlier, later)
    if (earlier is None or earlier < key) and (later is None or key < later):
        return key, siblings
    fresh = keys(len(siblings) + 1)
    return fresh.pop(place), fresh


def keys_at(siblings: Sequence[str], place: int, count: int) -> tuple[list[str], list[str]]:
    """Return keys for *count* things that come at *place* among *siblings*, and the keys those have then."""
    orders = list(siblings)
    for index in range(place, place + count):
        key, others = key_at(orders, index)
        orders = [*others[:index], key, *others[index:]]
    return orders[place : place + count], [*orders[:place], *orders[place + count :]]


def behind(
    map_: ArgumentMap, target: ClaimId | InferenceId, after: InferenceId | None, moved: InferenceId | None = None
) -> tuple[str, Respaced]:
    """Find a place among what bears on *target*, but for the one that is *moved*: behind *after*, or behind all."""
    if after is None and moved is None:
        return key_after(map_.last_order(target)), {}
    there = [inference for inference in map_.bearing_on(target) if inference.id != moved]
    if after is None:
        return key_after(there[-1].order if there else None), {}
    ids = [inference.id for inference in there]
    if after not in ids:
        message = "The inference to stand behind does not bear on the same target."
        raise UnfitError(message)
    return among(there, ids.index(after) + 1)


def many_behind(
    map_: ArgumentMap, target: ClaimId | InferenceId, after: InferenceId | None, count: int
) -> tuple[list[str], list[Inference]]:
    """Find *count* places in a row behind *after*, or behind all; and what needs another key for it."""
    there = map_.bearing_on(target)
    ids = [inference.id for inference in there]
    place = ids.index(after) + 1 if after in ids else len(there)
    if place == len(there):
        made: list[str] = []
        last = there[-1].order if there else None
        for _ in range(count):
            last = key_after(last)
            made.append(last)
        return made, []
    fresh = keys(len(there) + count)
    others = zip(there, fresh[:place] + fresh[place + count :], strict=True)
    return fresh[place : place + count], [replace(other, order=order) for other, order in others]


def among(others: Sequence[Inference], place: int) -> tuple[str, Respaced]:
    """Find the key at *place* among *others*, and those of them that need another key for it."""
    key, orders = key_at([other.order for other in others], place)
    pairs = zip(others, orders, strict=True)
    return key, {other.id: replace(other, order=order) for other, order in pairs if other.order != order}


def among_positions(others: Sequence[Claim], place: int) -> tuple[str, list[Claim]]:
    """Find the key at *place* among the positions *others*, and those of them that need another key for it."""
    key, orders = key_at([other.position or "" for other in others], place)
    pairs = zip(others, orders, strict=True)
    return key, [replace(other, position=order) for other, order in pairs if other.position != order]
