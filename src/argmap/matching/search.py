"""Search: the claims a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matching.query import read_query
from argmap.wording import plain_form

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from argmap.matching.query import Query
    from argmap.matching.wordings import Wordings
    from argmap.model import ArgumentMap, Claim, ClaimId


_PATIENCE = 0.01


def search(map_: ArgumentMap, typed: str, known: Container[ClaimId] | None = None) -> list[Claim]:
    """Return the claims that fit the query *typed*, by number; raises `QueryError` if it cannot be read.

    *known* are the possible duplicates, where somebody has looked for them already.
    """
    query = read_query(typed, known)
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
    claims = [map_.claims[claim] for claim in meant_nearly(map_, query, wordings)]
    found = [claim for claim in claims if all(part.test(map_, claim) for part in query.strict)]
    return sorted((claim for claim in found if not query.fits(map_, claim)), key=lambda claim: claim.number)


def meant_nearly(map_: ArgumentMap, query: Query, wordings: Wordings) -> set[ClaimId]:
    """Return the claims that hold the plain words of *query*, or what these stand for but for a slip.

    None while another thread takes in the words of the map, which is not waited for.
    """
    if not query.loose or not wordings.follow(map_, patience=_PATIENCE):
        return set()
    return _using_all(wordings, plain_form(" ".join(query.loose), wordings.terms).split())


def _using_all(wordings: Wordings, words: Iterable[str]) -> set[ClaimId]:
    """Return the claims that use, for each of *words*, one that it may stand for or that holds it.

    The rarest are looked at first: where nobody uses them, the common ones need not be gathered.
    """
    using = wordings.using
    meant = [wordings.close_to(word) | wordings.holding(word) for word in words]
    found: set[ClaimId] | None = None
    for close in sorted(meant, key=lambda close: sum(len(using[each]) for each in close)):
        claims = set().union(*(using[each] for each in close))
        found = claims if found is None else found & claims
        if not found:
            break
    return found or set()
