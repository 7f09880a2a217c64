"""Clusters: claims around a central one that may all be it. Never by chains: like of like of like need not be alike."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.matching.pairing import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argmap.matching.pairing import Pair
    from argmap.model import Claim, ClaimId

    Neighbours = dict[ClaimId, float]

_MOST = 40
"""More claims than these, no one goes through at once; the rest form further clusters."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that may all be one: each of *members* is close to *centre*, and no two of them all are flagged or judged.

    *members*, the closest first, are the others: the centre is not among them.
    """

    centre: ClaimId
    members: tuple[ClaimId, ...]


def clusters(
    pairs: Sequence[Pair],
    at_least: float,
    claims: Mapping[ClaimId, Claim],
    is_apart: Callable[[Claim, Claim], bool],
) -> Iterator[Cluster]:
    """Yield the clusters of *pairs* that score *at_least*; a claim is in one cluster at most.

    The claims with the most and closest neighbours become centres first. A neighbour joins unless it *is_apart* from
    the centre or one that has joined.
    """
    near = _neighbours(pairs, at_least)
    order = sorted(near, key=lambda claim: (-sum(near[claim].values()), claims[claim].number))
    taken: set[ClaimId] = set()
    for centre in order:
        if centre in taken:
            continue
        joined = [centre]
        for claim in sorted(near[centre], key=lambda each: (-near[centre][each], claims[each].number)):
            if claim in taken or any(is_apart(claims[claim], claims[other]) for other in joined):
                continue
            joined.append(claim)
            if len(joined) == _MOST:
                break
        if len(joined) > 1:
            taken.update(joined)
            yield Cluster(centre, tuple(joined[1:]))


def _neighbours(pairs: Sequence[Pair], at_least: float) -> dict[ClaimId, Neighbours]:
    near: defaultdict[ClaimId, Neighbours] = defaultdict(dict)
    for pair in pairs:
        if pair.lane in {Lane.IDENTICAL, Lane.NEAR} and pair.likeness.score >= at_least:
            near[pair.first][pair.second] = near[pair.second][pair.first] = pair.likeness.score
    return dict(near)
