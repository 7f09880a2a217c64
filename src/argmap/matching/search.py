"""Search: the claims a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matching.query import read_query
from argmap.wording import plain_form

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.matching.wordings import Wordings
    from argmap.model import ArgumentMap, Claim, ClaimId


_PATIENCE = 0.01


def search(map_: ArgumentMap, typed: str) -> list[Claim]:
    """Return the claims that fit the query *typed*, by number; raises `QueryError` if it cannot be read."""
    query = read_query(typed)
    found = (claim for claim in map_.claims.values() if query.fits(map_, claim))
    return sorted(found, key=lambda claim: claim.number)


def search_nearly(
    map_: ArgumentMap, typed: str, wordings: Wordings, known: Container[ClaimId] | None = None
) -> list[Claim]:
    """Return the claims that fit *typed* but for slips in its plain words, by number, without those that fit as it is.

    Phrases, numbers, words with a minus and everything with a colon count to the letter. *known* are the possible
    duplicates, where somebody has looked for them already.
    """
    query = read_query(typed, known)
    if not query.loose or not wordings.follow(map_, patience=_PATIENCE):
        return []
    words = plain_form(" ".join(query.loose), wordings.terms).split()
    users = [_using_any(wordings, word) for word in words]
    claims = [map_.claims[claim] for claim in set.intersection(*users)]
    found = [claim for claim in claims if all(test(map_, claim) for test in query.strict)]
    return sorted((claim for claim in found if not query.fits(map_, claim)), key=lambda claim: claim.number)


def _using_any(wordings: Wordings, word: str) -> set[ClaimId]:
    """Return the claims that use a word that *word* may stand for, or hold it in one of theirs."""
    holding = {each for each in wordings.using if word in each}
    return set().union(*(wordings.using[each] for each in holding | wordings.close_to(word)))
