"""Cut: branches that were cut out of a map, for as long as pasting them means to move them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model import ArgumentMap, ClaimId, Entity, InferenceId


@dataclass(frozen=True, slots=True)
class Cut:
    """What was *kept* for pasting, the claims that are *gone* since, and the *uses* that others of them still have."""

    kept: bytes
    gone: frozenset[ClaimId]
    uses: Mapping[ClaimId, frozenset[InferenceId]]

    def is_out(self, map_: ArgumentMap, kept: bytes) -> bool:
        """Whether this is what is *kept*, and neither undone nor pasted since: pasting it takes it back."""
        if kept != self.kept or any(claim in map_.claims for claim in self.gone):
            return False
        return all(claim in map_.claims and _uses(map_, claim) == before for claim, before in self.uses.items())


def cut_out(map_: ArgumentMap, kept: bytes, branches: Iterable[Entity]) -> Cut:
    """Return the cut that took *branches*, *kept* as they were, out of *map_*."""
    claims = [each.id for each in branches if isinstance(each, Claim)]
    gone = frozenset(claim for claim in claims if claim not in map_.claims)
    return Cut(kept, gone, {claim: _uses(map_, claim) for claim in claims if claim not in gone})


def _uses(map_: ArgumentMap, claim: ClaimId) -> frozenset[InferenceId]:
    return frozenset(use.id for use in map_.uses_of(claim))
