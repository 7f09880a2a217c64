"""Islands: claims in cycles that hang under nothing, and where to start reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outlines.upwards import upwards

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgumentMap, ClaimId


def tops(map_: ArgumentMap, claims: Sequence[ClaimId]) -> list[ClaimId]:
    """Return the claims to start at so that all of *claims* (by number) are reached: one for each cycle on top.

    A cycle is on top when its claims are premises of nothing outside it; its lowest number stands for it.
    """
    place = {claim: index for index, claim in enumerate(claims)}
    found: list[ClaimId] = []
    reached: set[ClaimId] = set()
    for claim in reversed(_finished(map_, claims, set())):
        if claim in place and claim not in reached:
            top = min((each for each in _upwards(map_, claim) if each in place), key=place.__getitem__)
            found.append(top)
            _finished(map_, [top], reached)
    return sorted(found, key=place.__getitem__)


def _finished(map_: ArgumentMap, claims: Sequence[ClaimId], seen: set[ClaimId]) -> list[ClaimId]:
    """Return what is reached from *claims* and not *seen*, each claim after all that is first reached from it.

    All of it is seen then.
    """
    finished: list[ClaimId] = []
    for start in claims:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, _premises_under(map_, start))]
        while path:
            claim, premises = path[-1]
            below = next((premise for premise in premises if premise not in seen), None)
            if below is None:
                finished.append(claim)
                path.pop()
            else:
                seen.add(below)
                path.append((below, _premises_under(map_, below)))
    return finished


def _premises_under(map_: ArgumentMap, claim: ClaimId) -> Iterator[ClaimId]:
    """Yield the premises of what bears on a claim, and of what bears on those inferences, and so on."""
    waiting = list(map_.bearing_on(claim))
    while waiting:
        inference = waiting.pop()
        yield from inference.premises
        waiting.extend(map_.bearing_on(inference.id))


def _upwards(map_: ArgumentMap, claim: ClaimId) -> set[ClaimId]:
    """Return *claim* and all that it bears on, by any chain."""
    return {claim, *upwards(map_, map_.uses_of(claim))[0]}
