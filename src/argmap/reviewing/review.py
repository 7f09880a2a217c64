"""Review: going through the pairs that look alike, one decision a pair, forth and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matching import Lane, Pair
from argmap.reviewing.deciding import decide
from argmap.reviewing.decisions import Decision
from argmap.reviewing.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.matching import Duplicates
    from argmap.model import ArgumentMap, ClaimId, Step
    from argmap.reviewing.standing import Key

LANES: dict[Lane, str] = {
    Lane.IDENTICAL: "Identical",
    Lane.NEAR: "Near-duplicates",
    Lane.OPPOSITE: "Looks opposite, or numbers differ",
    Lane.SPECIFIC: "One is more specific",
}
"""The lanes in the order of a review, and their headings."""


class Review:
    """A walk over pairs that look alike. It changes nothing: it gives steps, and is told when they were taken.

    Which pairs are open is worked out from the map each time. So a decision is kept in the file and nowhere else, a
    pair of a merged-away claim becomes one of its survivor, and undoing brings back what was there.
    """

    def __init__(
        self,
        map_: ArgumentMap,
        found: Duplicates,
        *,
        at: ClaimId | None = None,
        asked: bool = False,
    ) -> None:
        """Begin with the pairs *found* in *map_*, those with the claim *at* first.

        Pairs that a person *asked* for are reviewed also if they were judged before.
        """
        self._standing = Standing(map_, found.at_least, asked=asked)
        self._found = tuple(in_order(found.pairs, at))
        self._skipped: set[Key] = set()
        self._past: list[Key | None] = []
        self.map = map_
        self.turned = False
        self.open: tuple[Pair, ...] = ()
        self.follow(map_)

    @property
    def current(self) -> Pair | None:
        """The pair to decide now; None when all are decided."""
        return self.open[0] if self.open else None

    @property
    def done(self) -> int:
        """How many pairs were decided or skipped in this review."""
        return len(self._past)

    @property
    def total(self) -> int:
        """How many pairs there are with those that are done."""
        return self.done + len(self.open)

    @property
    def skipped(self) -> int:
        """How many pairs were skipped and come again next time."""
        return len(self._skipped)

    def follow(self, map_: ArgumentMap) -> None:
        """Work out which pairs are open in *map_*, whatever happened to it."""
        self.map = map_
        before = self.current
        standing = (pair for pair in self._standing.of(map_, self._found) if key_of(pair) not in self._skipped)
        self.open = tuple(standing)
        if before is None or self.current is None or key_of(before) != key_of(self.current):
            self.turned = False

    def step(self, decision: Decision, text: str = "") -> Step:
        """Return the step that *decision* on the current pair takes; *text* is the wording to write."""
        pair = self.current
        assert pair is not None, "there is a pair to decide"
        return decide(self.map, pair.first, pair.second, decision, text=text, turned=self.turned)

    def sides(self, decision: Decision) -> tuple[ClaimId, ClaimId]:
        """Return the claim that stays and the one that goes, if *decision* merges the current pair."""
        pair = self.current
        assert pair is not None, "there is a pair to decide"
        return (pair.second, pair.first) if decision is Decision.KEEP_B else (pair.first, pair.second)

    def took(self, map_: ArgumentMap) -> None:
        """Go on after a step of the current pair was taken, and *map_* is as it is now."""
        self._past.append(None)
        self.follow(map_)

    def skip(self) -> None:
        """Leave the current pair undecided until the next review."""
        if self.current is not None:
            key = key_of(self.current)
            self._skipped.add(key)
            self._past.append(key)
            self.follow(self.map)

    def skip_lane(self) -> None:
        """Put the pairs of the current lane behind those of the others."""
        if self.current is not None:
            lane = self.current.lane
            held = [pair for pair in self._found if pair.lane is lane]
            self._found = (*(pair for pair in self._found if pair.lane is not lane), *held)
            self.follow(self.map)

    def take_back(self) -> bool | None:
        """Take back a skip, and return False; return None if nothing was decided yet, True if a step is to be undone.

        Who has undone the step says so with `undone`.
        """
        if not self._past:
            return None
        last = self._past[-1]
        if last is None:
            return True
        self._past.pop()
        self._skipped.discard(last)
        self.follow(self.map)
        return False

    def undone(self, map_: ArgumentMap) -> None:
        """Go back to the pair whose step was undone, now that *map_* is as it was."""
        self._past.pop()
        self.follow(map_)


def key_of(pair: Pair) -> Key:
    """Return what names a pair, whichever of its claims comes first."""
    return frozenset((pair.first, pair.second))


def in_order(pairs: Iterable[Pair], at: ClaimId | None = None) -> list[Pair]:
    """Return *pairs* lane by lane, the best first, and before them those of the claim *at*."""
    order = {lane: place for place, lane in enumerate(LANES)}
    return sorted(pairs, key=lambda pair: (at not in {pair.first, pair.second}, order[pair.lane], -pair.likeness.score))
