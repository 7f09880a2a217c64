"""Nearness: which claims a person most likely means, before and while they type."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.matching import search
from argmap.model import ClaimId

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from argmap.model import ArgumentMap, EntityId


def fitting(
    map_: ArgumentMap, typed: str, near: ClaimId, *, without: Container[ClaimId] = (), alike: Container[ClaimId]
) -> Iterator[ClaimId]:
    """Yield the claims that fit what was *typed*, those nearest to *near* in the argument first.

    *alike* are the possible duplicates found so far: nobody who chooses a claim waits for a search of a large map.
    Numbers may be begun (``C1`` fits C12), a query is a query, and words may be begun or lack letters.
    """
    order = list(_outwards(map_, near))
    if typed.strip():
        ranks = _ranks(map_, typed.strip().casefold(), alike)
        order = sorted((claim for claim in order if claim in ranks), key=lambda claim: ranks[claim])
    yield from (claim for claim in order if claim not in without)


def _ranks(map_: ArgumentMap, typed: str, alike: Container[ClaimId]) -> dict[ClaimId, int]:
    """Return how well claims fit, 0 best: by their number, by the query, by all words, by their letters in order."""
    found: dict[ClaimId, int] = {}
    words = typed.split()
    for claim in map_.claims.values():
        label, text = claim.label.casefold(), claim.text.casefold()
        if typed in {label, label[1:]}:
            found[claim.id] = 0
        elif all(word in text for word in words):
            found[claim.id] = 1
        elif label.startswith(typed) or label[1:].startswith(typed):
            found[claim.id] = 2
    with suppress(ArgmapError):  # half a query is no query yet; its words still count
        found.update((claim.id, 1) for claim in search(map_, typed, alike) if claim.id not in found)
    if not found:
        found.update((id_, 3) for id_, claim in map_.claims.items() if _in_order(typed, claim.text.casefold()))
    return found


def _in_order(typed: str, text: str) -> bool:
    """Whether the letters of *typed* stand in *text* in that order, whatever is between them."""
    letters = iter(text)
    return all(letter in letters for letter in typed if letter != " ")


def _outwards(map_: ArgumentMap, near: ClaimId) -> Iterator[ClaimId]:
    """Yield every claim once: by the links from *near* first, then what is not linked with it, by number."""
    seen: dict[EntityId, None] = {near: None}
    waiting: list[EntityId] = [near] if near in map_.claims else []
    for id_ in waiting:  # grows while it is walked
        if isinstance(id_, ClaimId):
            yield id_
            links = (*map_.uses_of(id_), *map_.bearing_on(id_))
        else:
            links = (map_.inferences[id_], *map_.bearing_on(id_))  # type: ignore[index]  # claims and inferences alone
        for link in links:
            ends = (link.target, *link.premises, link.id)
            waiting.extend(end for end in ends if end not in seen)
            seen.update(dict.fromkeys(ends))
    rest = (claim for claim in map_.claims.values() if claim.id not in seen)
    yield from (claim.id for claim in sorted(rest, key=lambda claim: claim.number))
