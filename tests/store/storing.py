"""What tests of files share: maps as files can hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.strategies import maps

if TYPE_CHECKING:
    from hypothesis import strategies as st

    from argmap.model import ArgumentMap


def storable_maps(max_claims: int = 5) -> st.SearchStrategy[ArgumentMap]:
    """Whole maps in which no claim has a tag twice."""
    return maps(max_claims).filter(_has_no_repeats)


def _has_no_repeats(map_: ArgumentMap) -> bool:
    return all(len(claim.tags) == len(set(claim.tags)) for claim in map_.claims.values())
