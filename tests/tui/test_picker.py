"""Which claims a picker offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Claim
from argmap.tui.picker import matches, nearest
from argmap.tui.rows import Rows
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId


def labels(map_: ArgumentMap, claims: list[ClaimId]) -> list[str]:
    return [map_.claims[claim].label for claim in claims]


@given(st.data())
def test_the_nearest_claims_come_first_each_once(data: st.DataObject) -> None:
    rows = Rows(data.draw(maps())).visible
    cursor = data.draw(st.integers(0, len(rows) - 1))
    most = data.draw(st.integers(1, 5))
    found = nearest(rows, cursor, most)
    away: dict[ClaimId, int] = {}
    for index, row in enumerate(rows):
        if row.is_claim and row.claim != rows[cursor].claim:
            away[row.claim] = min(abs(index - cursor), away.get(row.claim, len(rows)))
    assert len(found) == min(most, len(away))
    assert [away[claim] for claim in found] == sorted(away.values())[: len(found)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("troops", ["C1", "C2"]),
        ("C12", ["C12"]),
        ("12", ["C12"]),
        ("bases OR", []),
        ("tag:isis", ["C8"]),
        ("9" * 5000, []),
        ("٧", ["C7"]),
    ],
)
def test_words_and_numbers_find(sample_map: ArgumentMap, typed: str, found: list[str]) -> None:
    assert labels(sample_map, matches(sample_map, typed)) == found


def test_the_claim_itself_is_not_offered(sample_map: ArgumentMap) -> None:
    claim = sample_map.numbered(Claim, 1)
    assert isinstance(claim, Claim)
    assert labels(sample_map, matches(sample_map, "troops", claim.id)) == ["C2"]
