"""Bringing a map back as it was: whatever happened between two maps, one step leads from the later to the earlier."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import restore
from argmap.errors import EditError
from argmap.model import ArgumentMap
from tests.strategies import edits, maps


@given(st.data())
def test_a_map_is_brought_back_as_it_was_and_the_step_can_be_undone(data: st.DataObject) -> None:
    then = data.draw(maps())
    now = ArgumentMap(then.entities())
    for _ in range(data.draw(st.integers(0, 4))):
        with suppress(EditError):  # a few of the edits drawn make no sense, and are refused
            now.apply(data.draw(edits(now)).step(now))
    before = ArgumentMap(now.entities())
    step = restore(now, then, "Restore")
    assert before == now, "an edit changes nothing by itself"
    now.apply(step)
    assert then == now
    now.apply(step.reversed())
    assert before == now


@given(maps())
def test_a_map_that_is_as_it_was_needs_no_step(map_: ArgumentMap) -> None:
    assert restore(map_, ArgumentMap(map_.entities()), "Restore").changes == ()
