"""Rows are found by their places, and however often that is asked, they are not walked over again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ClaimId
from argmap.tui.indexes import Indexes
from argmap.tui.places import Row

ROWS = [Row((None, ClaimId(f"claim {number}"))) for number in range(20)]

asked = st.lists(st.tuples(st.integers(0, 22), st.integers(0, 21)), max_size=30)


@given(asked)
def test_a_row_is_found_where_it_stands(asked: list[tuple[int, int]]) -> None:
    indexes = Indexes(ROWS)
    for number, start in asked:
        is_there = start <= number < len(ROWS)
        assert indexes.of((None, ClaimId(f"claim {number}")), start) == (number if is_there else None)


def test_all_rows_are_known_once_they_were_walked_over_twice() -> None:
    indexes = Indexes(ROWS)
    for _ in range(50):
        for row in ROWS[::-1]:
            assert indexes.of(row.place) == ROWS.index(row)
    assert indexes.walked <= 3 * len(ROWS)
