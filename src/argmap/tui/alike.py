"""Alike: the pairs that may be duplicates, looked for beside the work, for the badges of the tree."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from argmap.matching import Duplicates, Lane, Pair, compare, duplicates, may_be_one, similar, terms_of
from argmap.reviewing.review import key_of
from argmap.reviewing.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.matching import Wordings
    from argmap.model import ArgumentMap, ClaimId

Partners = dict["ClaimId", tuple["ClaimId", ...]]
"""The claims that each claim may be one with."""

_CLOSE = 12


def found_in(map_: ArgumentMap, progress: Callable[[float], bool]) -> Duplicates:
    """Search a snapshot; between its parts, who waits for the processor gets it."""

    def go_on(done: float) -> bool:
        sleep(0)
        return progress(done)

    return duplicates(map_, progress=go_on)


class Alike:
    """The pairs found in a map, followed through every step, so that no search is made twice for the same words."""

    def __init__(self, map_: ArgumentMap, found: Duplicates) -> None:
        """Begin with what was *found* in *map_*."""
        self._standing = Standing(map_, found.at_least)
        self._pairs = {key_of(pair): pair for pair in found.pairs}
        self._at_least = found.at_least

    def pairs(self, map_: ArgumentMap) -> tuple[Pair, ...]:
        """Return the pairs that are open in *map_*."""
        return tuple(self._standing.of(map_, self._pairs.values()))

    def partners(self, map_: ArgumentMap) -> Partners:
        """Return the claims that each claim may be one with; pairs that look opposite do not count."""
        found: dict[ClaimId, dict[ClaimId, None]] = {}
        for pair in self.pairs(map_):
            if may_be_one(pair):
                found.setdefault(pair.first, {})[pair.second] = None
                found.setdefault(pair.second, {})[pair.first] = None
        return {claim: tuple(others) for claim, others in found.items()}

    def take_in(self, map_: ArgumentMap, claim: ClaimId, wordings: Wordings) -> None:
        """Compare a claim that is new, or that has other words now, with those close to it."""
        now = map_.claims.get(claim)
        if now is None:
            return
        terms = terms_of(map_)
        for each in similar(map_, now.text, limit=_CLOSE, wordings=wordings):
            other = each.claim
            if other.id == claim:
                continue
            likeness = compare(now.text, other.text, terms=terms)
            if likeness.score >= self._at_least:
                first, second = (now, other) if now.number < other.number else (other, now)
                lane = Lane.OPPOSITE if likeness.is_flagged else Lane.NEAR
                pair = Pair(first.id, second.id, likeness, lane)
                self._pairs.setdefault(key_of(pair), pair)
