"""The hits of a search, gone through and counted, are what a list of them would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.matching.hits import Hits, Lineup
from argmap.model import ClaimId

ORDER = [ClaimId(f"claim {number}") for number in range(12)]

hits = st.sets(st.sampled_from(range(len(ORDER)))).map(lambda places: Hits(Lineup(ORDER), sorted(places)))


def next_of(order: list[ClaimId], among: Hits, start: ClaimId, direction: int, *, itself: bool) -> ClaimId:
    """The long way: from *start* through the order, then from its other end."""
    here = order.index(start) if start in order else -1
    ways: list[int] = [*range(max(here + (not itself), 0), len(order)), *range(len(order))]
    if direction < 0:
        ways = [*range(here - 1, -1, -1), *reversed(range(len(order)))]
    found = set(among)
    return next(claim for claim in map(order.__getitem__, ways) if claim in found)


@given(hits, st.sampled_from([*ORDER, ClaimId(" question")]), st.sampled_from([1, -1]), st.booleans())
def test_the_next_hit_is_the_first_on_the_way(found: Hits, start: ClaimId, direction: int, itself: bool) -> None:
    if found:
        goes_down = itself and direction > 0
        assert found.next(start, direction, itself=goes_down) == next_of(
            ORDER, found, start, direction, itself=goes_down
        )


@given(hits, st.sets(st.sampled_from(ORDER)))
def test_hits_are_counted_and_known(found: Hits, claims: set[ClaimId]) -> None:
    listed = list(found)
    assert len(found) == len(listed)
    assert [claim in found for claim in ORDER] == [claim in listed for claim in ORDER]
    assert [found.number(claim) for claim in listed] == list(range(len(listed)))
    assert found.among(claims) == len(claims & set(listed))
    assert ClaimId("another") not in found


@given(hits, st.permutations(ORDER), st.integers(0, len(ORDER)))
def test_hits_follow_claims_that_moved_or_went(found: Hits, order: list[ClaimId], left: int) -> None:
    assert list(found.moved(order[:left])) == [claim for claim in order[:left] if claim in found]
    assert list(found.moved(ORDER)) == list(found)


@given(hits, hits)
def test_close_hits_stand_among_those_that_fit(found: Hits, close: Hits) -> None:
    lineup = Lineup(ORDER)
    fitting = Hits(lineup, found.places)
    others = Hits(lineup, [place for place in close.places if place not in found.places])
    assert list(fitting.beside(others)) == [claim for claim in ORDER if claim in fitting or claim in others]
