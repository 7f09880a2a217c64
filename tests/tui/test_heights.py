"""Heights answer as a plain list of numbers would."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.heights import Heights

_SOME = st.lists(st.integers(1, 5), max_size=40)


@st.composite
def _spliced(draw: st.DrawFn) -> tuple[Heights, list[int]]:
    plain = draw(st.lists(st.integers(1, 5), max_size=1500))
    heights = Heights(plain)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(plain)))
        stop = draw(st.integers(start, len(plain)))
        new = draw(_SOME)
        plain[start:stop] = new
        heights.splice(start, stop, new)
    return heights, plain


@given(_spliced())
def test_splices_leave_what_a_list_would_hold(case: tuple[Heights, list[int]]) -> None:
    heights, plain = case
    assert len(heights) == len(plain)
    assert heights.total == sum(plain)
    assert [heights[row] for row in range(0, len(plain), 97)] == plain[::97]


@given(_spliced(), st.data())
def test_tops_and_lines_agree(case: tuple[Heights, list[int]], data: st.DataObject) -> None:
    heights, plain = case
    assert heights.at(sum(plain)) is None
    assert heights.at(-1) is None
    if plain:
        row = data.draw(st.integers(0, len(plain) - 1))
        top = ([0, *accumulate(plain)])[row]
        assert heights.top(row) == top
        assert heights.at(top) == (row, 0)
        assert heights.at(top + plain[row] - 1) == (row, plain[row] - 1)
