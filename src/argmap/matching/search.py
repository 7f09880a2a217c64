"""Search: the claims a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matching.query import read_query

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim


def search(map_: ArgumentMap, typed: str) -> list[Claim]:
    """Return the claims that fit the query *typed*, by number; raises `QueryError` if it cannot be read."""
    query = read_query(typed)
    found = (claim for claim in map_.claims.values() if query.fits(map_, claim))
    return sorted(found, key=lambda claim: claim.number)
