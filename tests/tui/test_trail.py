"""The trail leads back through every jump and forward again, past places that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ClaimId
from argmap.tui.trail import Trail

if TYPE_CHECKING:
    from argmap.outlines.walk import Place


def _place(number: int) -> Place:
    return None, ClaimId(f"c{number}")


def _always(_: Place) -> bool:
    return True


@given(st.lists(st.integers(0, 9), min_size=2, max_size=50))
def test_back_and_forward_retrace_every_jump(numbers: list[int]) -> None:
    visited = [_place(number) for number in numbers]
    visited = [place for n, place in enumerate(visited) if not n or visited[n - 1] != place]
    trail = Trail()
    for place in visited[:-1]:
        trail.leave(place)
    here = visited[-1]
    for place in reversed(visited[:-1]):
        assert trail.back(here, _always) == place
        here = place
    assert trail.back(here, _always) is None
    for place in visited[1:]:
        assert trail.forward(here, _always) == place
        here = place
    assert trail.forward(here, _always) is None


def test_what_is_gone_is_passed_over() -> None:
    trail = Trail()
    for number in (1, 2, 3):
        trail.leave(_place(number))
    assert trail.back(_place(4), lambda place: place != _place(3)) == _place(2)
    assert trail.forward(_place(2), _always) == _place(4)


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.leave(_place(1))
    trail.back(_place(2), _always)
    trail.leave(_place(1))
    assert trail.forward(_place(5), _always) is None


def test_walking_on_after_going_back_can_be_gone_back_to() -> None:
    """Forward returns to the row from which one went back, also if one had walked there."""
    trail = Trail()
    trail.leave(_place(1))
    assert trail.back(_place(7), _always) == _place(1)
    assert trail.forward(_place(1), _always) == _place(7)
