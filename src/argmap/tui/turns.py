"""Turns: the order in which claims are shown in full, kept while claims come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ClaimId
    from argmap.outlines.walk import Place
    from argmap.tui.places import Places


_MOST_LATE = 200
"""If more claims came since the last look, another look costs no more than to find each its turn."""


def in_order(places: Places) -> Sequence[ClaimId]:
    """Return every claim once, in the order in which they are shown in full in the whole tree.

    The same object comes back as long as nothing has moved.
    """
    if len(places.late) > _MOST_LATE:
        places.look()
    if places.order is None:
        next_to = {_in_full_before(places, claim): claim for claim in places.late}
        order = places.order = []
        for home in places.homes:
            claim = None if home in places.late else home
            while claim is not None:
                order.append(claim)
                claim = next_to.get(claim)
        order += places.unplaced
    return places.order


def ranks(places: Places) -> dict[ClaimId, int]:
    """Return where each claim is shown in full, counted from the top of the whole tree."""
    return {claim: rank for rank, claim in enumerate(in_order(places))}


def _in_full_before(places: Places, claim: ClaimId) -> ClaimId:
    """Return the claim that is shown in full just before *claim*, which is a premise where it is shown in full."""
    place = _before(places, places.homes[claim])
    while places.homes.get(place[1]) != place:
        place = _before(places, place)
    return place[1]


def _before(places: Places, place: Place) -> Place:
    """Return the place that stands just before *place* when everything is unfolded."""
    above = places.above(place)
    assert above is not None
    siblings = places.places_under(above)
    index = siblings.index(place)
    if not index:
        return above
    last = siblings[index - 1]
    while under := places.places_under(last):
        last = under[-1]
    return last
