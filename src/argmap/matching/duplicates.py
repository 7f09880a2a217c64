"""Duplicates: the pairs of claims in a map that may be one claim, and the clusters they form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.matching.likeness import Likeness, compare
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, ClaimId

AT_LEAST = 0.65
"""Below this score a pair is not worth a person's look."""


class Lane(StrEnum):
    """Which kind of look a pair asks for."""

    IDENTICAL = "identical"
    NEAR = "near"
    OPPOSITE = "opposite"
    SPECIFIC = "specific"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may be one; *first* has the lower number."""

    first: ClaimId
    second: ClaimId
    likeness: Likeness
    lane: Lane


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that may all be one: each is close to *centre*, and no two of them are flagged."""

    centre: ClaimId
    members: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found, the best first; not *complete* if looking was broken off."""

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    complete: bool = True


def duplicates(
    map_: ArgumentMap, *, at_least: float = AT_LEAST, progress: Callable[[float], bool] | None = None
) -> Duplicates:
    """Find the pairs of claims that score *at_least* and have not been judged yet.

    *progress* is told how much is done, from 0 to 1, and ends the search by returning False; what was found stays.
    """
    judged = {frozenset(distinct.wordings) for distinct in map_.distincts.values()}
    claims = sorted(map_.claims.values(), key=lambda claim: claim.number)
    forms = {claim.id: normal_form(claim.text) for claim in claims}
    pairs: list[Pair] = []
    complete = True
    for done, (one, other) in enumerate(combinations(claims, 2)):
        if progress is not None and done % 1_000 == 0 and not progress(done / (len(claims) ** 2 / 2)):
            complete = False
            break
        likeness = compare(one.text, other.text)
        if likeness.score >= at_least and frozenset((forms[one.id], forms[other.id])) not in judged:
            pairs.append(Pair(one.id, other.id, likeness, _lane(likeness)))
    pairs.sort(key=lambda pair: -pair.likeness.score)
    return Duplicates(tuple(pairs), (), complete)


def _lane(likeness: Likeness) -> Lane:
    if likeness.is_flagged:
        return Lane.OPPOSITE
    return Lane.IDENTICAL if likeness.score == 1 else Lane.NEAR
