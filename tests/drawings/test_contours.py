"""Trees side by side: as close as they may be, parents in the middle, any tree in linear time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.drawings.contours import tidy

_GAP, _FAR = 10.0, 25.0


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[float]]:
    """Trees in pre-order, as the place of each node's parent, and sizes."""
    parents, path = [0], [0]
    for node in range(1, draw(st.integers(1, 40))):
        path = path[: draw(st.integers(1, len(path)))]
        parents.append(path[-1])
        path.append(node)
    return parents, [draw(st.floats(0, 300)) for _ in parents]


def _depths(parents: list[int]) -> list[int]:
    depths = [0]
    for parent in parents[1:]:
        depths.append(depths[parent] + 1)
    return depths


@given(trees())
def test_nodes_of_one_depth_keep_their_order_and_their_distance(tree: tuple[list[int], list[float]]) -> None:
    parents, sizes = tree
    starts = tidy(parents, sizes, [False] * len(parents), _GAP, _FAR)
    last: dict[int, int] = {}
    for node, depth in enumerate(_depths(parents)):
        if depth in last:
            before = last[depth]
            gap = _GAP if parents[before] == parents[node] else _FAR
            assert starts[node] - starts[before] - sizes[before] >= gap - 1e-6
        last[depth] = node
    assert min(starts) >= -1e-6


@given(trees())
def test_a_parent_stands_in_the_middle_of_its_children(tree: tuple[list[int], list[float]]) -> None:
    parents, sizes = tree
    starts = tidy(parents, sizes, [False] * len(parents), _GAP, _FAR)
    for node in range(len(parents)):
        children = [child for child in range(1, len(parents)) if parents[child] == node]
        if children:
            middle = (starts[children[0]] + starts[children[-1]] + sizes[children[-1]]) / 2
            assert abs(starts[node] + sizes[node] / 2 - middle) < 1e-6


def test_siblings_are_no_further_apart_than_they_must() -> None:
    assert tidy([0, 0, 0], [10, 20, 30], [False] * 3, _GAP, _FAR) == [25.0, 0.0, 30.0]


def test_what_stands_beside_another_does_not_move_the_parent() -> None:
    assert tidy([0, 0, 0], [20, 20, 30], [False, False, True], _GAP, _FAR) == [0.0, 0.0, 30.0]


def test_a_long_chain_and_a_broad_tree_take_no_more_than_their_size() -> None:
    """20,000 nodes under one another or side by side: were it quadratic, this would not end."""
    chain = tidy([max(0, node - 1) for node in range(20_000)], [10.0] * 20_000, [False] * 20_000, _GAP, _FAR)
    assert max(chain) - min(chain) < 1e-6
    broad = tidy([0] * 20_000, [10.0] * 20_000, [False] * 20_000, _GAP, _FAR)
    assert broad[-1] == 19_998 * 20.0
