"""Upwards: what inferences bear on, by any chain, walked without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, ClaimId, Inference


def upwards(map_: ArgumentMap, start: Iterable[Inference]) -> tuple[set[ClaimId], set[InferenceId]]:
    """Return the claims that *start* bears on, by any chain, and the inferences of these chains, *start* included."""
    claims: set[ClaimId] = set()
    inferences: set[InferenceId] = set()
    waiting = list(start)
    while waiting:
        inference = waiting.pop()
        if inference.id in inferences:
            continue
        inferences.add(inference.id)
        if isinstance(inference.target, InferenceId):
            waiting.append(map_.inferences[inference.target])
        elif inference.target not in claims:
            claims.add(inference.target)
            waiting.extend(map_.uses_of(inference.target))
    return claims, inferences
