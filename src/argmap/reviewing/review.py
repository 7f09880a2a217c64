"""Review: going through the pairs that look alike, one decision a pair, forth and back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from argmap.matching import Lane, Pair
from argmap.reviewing.around import Around, together
from argmap.reviewing.deciding import decide
from argmap.reviewing.decisions import Decision
from argmap.reviewing.standing import Standing, is_same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.matching import Cluster, Duplicates
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
        self.around = Around(found.clusters)
        self._found = tuple(in_order(found.pairs, found.clusters, at))
        self._skipped: set[Key] = set()
        self._past: list[_Done] = []
        self.map = map_
        self.turned = False
        self.open: tuple[Pair, ...] = ()
        self._identical: tuple[Pair, ...] | None = None
        self.follow(map_)

    @property
    def current(self) -> Pair | None:
        """The pair to decide now; None when all are decided."""
        return self.open[0] if self.open else None

    @property
    def done(self) -> int:
        """How many pairs were decided or skipped in this review."""
        return sum(each.pairs for each in self._past)

    @property
    def total(self) -> int:
        """How many pairs there are with those that are done."""
        return self.done + len(self.open)

    @property
    def identical(self) -> tuple[Pair, ...]:
        """The open pairs of claims with the same words; they are looked for once after each change."""
        if self._identical is None:
            found = (pair for pair in self.open if pair.lane is Lane.IDENTICAL and is_same(self.map, pair))
            self._identical = tuple(found)
        return self._identical

    @property
    def of_cluster(self) -> str:
        """Say where the review stands among the pairs of a cluster, as in ``pair 2 of 4 around C2``."""
        cluster = None if self.current is None else self.around.of(self.current)
        if cluster is None or self.current is None:
            return ""
        done = sum(each.cluster == cluster and each.lane is self.current.lane for each in self._past)
        left = sum(pair.lane is self.current.lane and self.around.of(pair) == cluster for pair in self.open)
        centre = self.around.centre(self.map, cluster)
        return f"pair {done + 1} of {done + left} around {centre}" if centre and done + left > 1 else ""

    @property
    def skipped(self) -> int:
        """How many pairs were skipped and come again next time."""
        return len(self._skipped)

    def follow(self, map_: ArgumentMap) -> None:
        """Work out which pairs are open in *map_*, whatever happened to it."""
        self.map = map_
        self._identical = None
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

    def took(self, map_: ArgumentMap, pairs: int = 1) -> None:
        """Go on after a step of the current pair, or of so many *pairs* at once, was taken; *map_* is as it is now."""
        self._past.append(self._doing(pairs))
        self.follow(map_)

    def _doing(self, pairs: int = 1, skipped: Key | None = None) -> _Done:
        pair = self.current
        cluster = None if pair is None or pairs > 1 else self.around.of(pair)
        return _Done(skipped, pairs, cluster, None if pair is None else pair.lane)

    def skip(self) -> None:
        """Leave the current pair undecided until the next review."""
        if self.current is not None:
            key = key_of(self.current)
            self._skipped.add(key)
            self._past.append(self._doing(skipped=key))
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
        last = self._past[-1].skipped
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


@dataclass(frozen=True, slots=True)
class _Done:
    """Something done in a review: the pair that was skipped, or how many *pairs* a step decided, and of which kind."""

    skipped: Key | None
    pairs: int
    cluster: int | None
    lane: Lane | None


def key_of(pair: Pair) -> Key:
    """Return what names a pair, whichever of its claims comes first."""
    return frozenset((pair.first, pair.second))


def in_order(pairs: Iterable[Pair], clusters: Iterable[Cluster] = (), at: ClaimId | None = None) -> list[Pair]:
    """Return *pairs* lane by lane, the best first, and before them those of the claim *at*.

    In a lane, the pairs of one of the *clusters* follow one another, those with its centre first.
    """
    order = {lane: place for place, lane in enumerate(LANES)}
    around = Around(clusters)

    def lane_of(pair: Pair) -> tuple[bool, int]:
        return at not in {pair.first, pair.second}, order[pair.lane]

    ranked = sorted(pairs, key=lambda pair: (lane_of(pair), -pair.likeness.score))
    return [pair for _, lane in groupby(ranked, key=lane_of) for pair in together(lane, around)]
