"""Repeating: which claims of a map may say what another one says too, looked for once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matching.duplicates import duplicates
from argmap.matching.pairing import Lane

if TYPE_CHECKING:
    from argmap.matching.pairing import Pair
    from argmap.model import ArgumentMap, Claim, ClaimId

_COUNTED = {Lane.IDENTICAL, Lane.NEAR}


def may_be_one(pair: Pair) -> bool:
    """Whether a pair counts as a possible duplicate: one that looks opposite, or says more, does not."""
    return pair.lane in _COUNTED and not pair.likeness.is_flagged


class Repeating:
    """Tells of a claim whether another one may say the same; of a map that has changed, it looks for all anew."""

    def __init__(self) -> None:
        """Begin with no map."""
        self._map: ArgumentMap | None = None
        self._revision = 0
        self._found: set[ClaimId] = set()

    def __call__(self, map_: ArgumentMap, claim: Claim) -> bool:
        """Whether *claim* may say what another claim of *map_* says."""
        if self._map is not map_ or self._revision != map_.revision:
            pairs = filter(may_be_one, duplicates(map_).pairs)
            self._found = {each for pair in pairs for each in (pair.first, pair.second)}
            self._map, self._revision = map_, map_.revision
        return claim.id in self._found
