"""Around: which pairs belong together, since their claims may all be one with a claim in their midst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reviewing.standing import survivor_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.matching import Cluster, Pair
    from argmap.model import ArgumentMap, ClaimId


class Around:
    """The clusters of three claims and more, to be found by their pairs; those of two are pairs and nothing else."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        """Number the *clusters* in their order."""
        self.clusters = tuple(each for each in clusters if len(each.members) > 1)
        self._number: dict[ClaimId, int] = {}
        for number, cluster in enumerate(self.clusters):
            self._number.update(dict.fromkeys((cluster.centre, *cluster.members), number))

    def of(self, pair: Pair) -> int | None:
        """Return the number of the cluster to which both claims of a pair belong, None if there is none."""
        number = self._number.get(pair.first)
        return number if number == self._number.get(pair.second) else None

    def centre(self, map_: ArgumentMap, number: int) -> str:
        """Return the label of the claim in the midst of a cluster, as it is in *map_*; empty if it is gone."""
        claim = survivor_of(map_, self.clusters[number].centre)
        return "" if claim is None else map_.claims[claim].label


def in_words(map_: ArgumentMap, cluster: Cluster) -> str:
    """Say which claims may all be one, as in ``C2 with C3, C8 and C9``."""
    centre, *labels = (map_.claims[claim].label for claim in (cluster.centre, *cluster.members))
    others = f"{', '.join(labels[:-1])} and {labels[-1]}" if len(labels) > 1 else labels[0]
    return f"{centre} with {others}"


def together(pairs: Iterable[Pair], around: Around) -> Iterator[Pair]:
    """Yield *pairs*, those of one cluster one after another where its first one stands, with its centre before others.

    Whoever wants lanes kept apart gives the pairs of one lane.
    """
    waiting = list(pairs)
    grouped: dict[int, list[Pair]] = {}
    for pair in waiting:
        number = around.of(pair)
        if number is not None:
            grouped.setdefault(number, []).append(pair)
    for pair in waiting:
        number = around.of(pair)
        if number is None:
            yield pair
        elif number in grouped:
            centre = around.clusters[number].centre
            yield from sorted(grouped.pop(number), key=lambda each: centre not in {each.first, each.second})
