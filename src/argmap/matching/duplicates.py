"""Duplicates: the pairs of claims in a map that may be one claim, and the clusters they form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.matching.candidates import candidates
from argmap.matching.clusters import Cluster, clusters
from argmap.matching.pairing import Lane, Pair, Pairing
from argmap.matching.stock import Stock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model import ArgumentMap

__all__ = ["AT_LEAST", "Cluster", "Duplicates", "Lane", "Pair", "duplicates", "usual_score"]

AT_LEAST = 0.65
"""Below this score a pair is not worth a person's look, in a map of the usual size."""

_LARGE, _LARGE_SCORE = 5_000, 0.7
_HUGE, _HUGE_SCORE = 50_000, 0.8
_MOST = 50_000
_READ_UP_TO, _PAIRED_UP_TO = 0.25, 0.9
_PAIRS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found, lane by lane, the best first; not *complete* if looking was broken off.

    *at_least* is the score that was asked for. With *has_more*, there were so many pairs that the last were left out.
    """

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    complete: bool = True
    at_least: float = AT_LEAST
    has_more: bool = False

    def count(self, lane: Lane) -> int:
        """Return how many pairs are in *lane*."""
        return sum(pair.lane is lane for pair in self.pairs)


def usual_score(claims: int) -> float:
    """Return the score from which on pairs are shown in a map of so many *claims*: the larger, the choosier."""
    if claims > _HUGE:
        return _HUGE_SCORE
    return _LARGE_SCORE if claims > _LARGE else AT_LEAST


def duplicates(
    map_: ArgumentMap,
    *,
    at_least: float | None = None,
    progress: Callable[[float], bool] | None = None,
    most: int = _MOST,
    fast: bool | None = None,
) -> Duplicates:
    """Find the pairs of claims that score *at_least* (0 to 1; by default as `usual_score` has it), none left out.

    Pairs alike in their letters alone (`candidates.alike_in_letters`) are found as well. The wordings of claims that
    were merged count as their survivor's. Pairs that were judged are not asked about again. Of more than *most*, the
    best are kept. *progress* is told how much is done, from 0 to 1, and ends the search by returning False; what was
    found stays. *fast* uses numpy, by default if it is there and worth it; what is found is the same.
    """
    at_least = usual_score(len(map_.claims)) if at_least is None else min(max(at_least, 0.0), 1.0)
    stock = Stock(map_)
    pairing = Pairing(stock, at_least, most)
    groups: list[Cluster] = []
    complete = True
    for done in _look(map_, stock, pairing, groups, at_least=at_least, fast=fast):
        if progress is not None and progress(done) is False:
            complete = False
            break
    return Duplicates(pairing.pairs(), tuple(groups), complete, at_least, pairing.dropped)


def _look(
    map_: ArgumentMap, stock: Stock, pairing: Pairing, groups: list[Cluster], *, at_least: float, fast: bool | None
) -> Iterator[float]:
    """Do all the work, in small parts, yielding how much of it is done."""
    yield 0.0
    for done in stock.read():
        yield done * _READ_UP_TO
    yield from _every(_PAIRS_AT_ONCE, pairing.take_same(), _READ_UP_TO)
    reached = _READ_UP_TO
    for pairs, done in candidates(stock.forms, stock.weights, at_least, fast=fast):
        for number, pair in enumerate(pairs, 1):
            pairing.take(*pair)
            if number % _PAIRS_AT_ONCE == 0:
                yield reached
        reached = _READ_UP_TO + done * (_PAIRED_UP_TO - _READ_UP_TO)
        yield reached
    found = pairing.pairs()
    for cluster in clusters(found, at_least, map_.claims, pairing.is_apart):
        groups.append(cluster)
        yield _PAIRED_UP_TO + (1 - _PAIRED_UP_TO) * min(sum(len(each.members) for each in groups) / len(found), 1.0)
    yield 1.0


def _every(times: int, steps: Iterator[None], done: float) -> Iterator[float]:
    """Yield what is *done* once in so many *times*."""
    for number, _ in enumerate(steps, 1):
        if number % times == 0:
            yield done
