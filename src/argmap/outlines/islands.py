"""Islands: claims in cycles that hang under nothing, and where to start reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outlines.upwards import upwards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, ClaimId

    _Under = dict[ClaimId, list[ClaimId]]
    """The premises under each claim: found once, gone through twice."""


def tops(map_: ArgumentMap, claims: Sequence[ClaimId]) -> list[ClaimId]:
    """Return the claims to start at so that all of *claims* (by number) are reached: one for each cycle on top.

    A cycle is on top when its claims are premises of nothing outside it; its lowest number stands for it.
    """
    place = {claim: index for index, claim in enumerate(claims)}
    found: list[ClaimId] = []
    reached: set[ClaimId] = set()
    finished, under = _finished(map_, claims)
    for claim in reversed(finished):
        if claim in place and claim not in reached:
            top = min((each for each in _upwards(map_, claim) if each in place), key=place.__getitem__)
            found.append(top)
            _reach(under, top, reached)
    return sorted(found, key=place.__getitem__)


def _finished(map_: ArgumentMap, claims: Sequence[ClaimId]) -> tuple[list[ClaimId], _Under]:
    """Return what is reached from *claims*, each claim after all first reached from it, and what is under each."""
    finished: list[ClaimId] = []
    under: _Under = {}
    for start in claims:
        waiting: list[ClaimId | None] = [start]
        while waiting:
            claim = waiting.pop()
            if claim is None:  # all under the claim that waits behind it is done with
                finished.append(waiting.pop())  # type: ignore[arg-type]  # a claim, put there just below
            elif claim not in under:
                found = under[claim] = _premises_under(map_, claim)
                waiting += (claim, None, *reversed(found))
    return finished, under


def _reach(under: _Under, start: ClaimId, reached: set[ClaimId]) -> None:
    """Add *start* and all that is reached from it to what is *reached*."""
    waiting = [start]
    while waiting:
        claim = waiting.pop()
        if claim not in reached:
            reached.add(claim)
            waiting += under[claim]


def _premises_under(map_: ArgumentMap, claim: ClaimId) -> list[ClaimId]:
    """Return the premises of what bears on a claim, and of what bears on those inferences, and so on."""
    found: list[ClaimId] = []
    waiting = [*map_.bearing_on(claim)]
    while waiting:
        inference = waiting.pop()
        found += inference.premises
        waiting += map_.bearing_on(inference.id)
    return found


def _upwards(map_: ArgumentMap, claim: ClaimId) -> set[ClaimId]:
    """Return *claim* and all that it bears on, by any chain."""
    return {claim, *upwards(map_, map_.uses_of(claim))[0]}
