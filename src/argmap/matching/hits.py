"""Hits: the claims that a search found, in an order, so that the way to the next is as short in a large map."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from typing import TYPE_CHECKING

from argmap.model import ClaimId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet


class Lineup:
    """All claims in an order, and the place of each, counted from 0."""

    def __init__(self, claims: Sequence[ClaimId] = ()) -> None:
        """Take over *claims*, each of which comes once."""
        self.claims = claims
        self.places = {claim: place for place, claim in enumerate(claims)}


_NOBODY = Lineup()
_SLOWER = 8  # times: to ask for one claim here than to go through one inside Python's own sets


class Hits(Collection[ClaimId]):
    """Some claims of a lineup, in its order."""

    __slots__ = ("_lineup", "places")

    def __init__(self, lineup: Lineup | None = None, places: Sequence[int] = ()) -> None:
        """Take the *places* of the claims in *lineup*, in ascending order."""
        self._lineup = lineup or _NOBODY
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[ClaimId]:
        return map(self._lineup.claims.__getitem__, self.places)

    def __contains__(self, claim: object) -> bool:
        place = self._lineup.places.get(claim, -1)  # type: ignore[call-overload]  # anything may be asked for
        index = bisect_left(self.places, place)
        return index < len(self.places) and self.places[index] == place

    def number(self, claim: ClaimId) -> int:
        """Return how many hits stand before *claim*."""
        return bisect_left(self.places, self._lineup.places[claim])

    def next(self, start: ClaimId, direction: int = 1, *, itself: bool = False) -> ClaimId:
        """Return the next hit (1) or the one before (-1) from *start* on, round the ends, or *itself* where it may.

        There must be a hit. What is not in the lineup stands before all of it.
        """
        here = self._lineup.places.get(start, -1)
        if direction < 0:
            index = bisect_left(self.places, here) - 1
        else:
            index = bisect_left(self.places, here + (not itself)) % len(self.places)
        return self._lineup.claims[self.places[index]]

    def among(self, claims: AbstractSet[ClaimId]) -> int:
        """Return how many of *claims* are hits; where they are few, it costs little however many hits there are."""
        if len(claims) * _SLOWER < len(self):
            return sum(claim in self for claim in claims)
        return len(frozenset(claims).intersection(self))

    def beside(self, others: Hits) -> Hits:
        """Return these hits and *others* of the same lineup, none of which is here."""
        return Hits(self._lineup, sorted((*self.places, *others.places))) if others else self

    def moved(self, order: Sequence[ClaimId]) -> Hits:
        """Return those of the hits that are in *order*, a lineup of claims that changed, in that order."""
        if order is self._lineup.claims:
            return self
        lineup = Lineup(order)
        places = lineup.places
        return Hits(lineup, sorted(places[claim] for claim in self if claim in places))
