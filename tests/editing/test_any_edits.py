"""What holds for every edit, on any map, in any order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import editing
from argmap.errors import EditError
from argmap.model import Alias, ArgumentMap, Claim, Comment, Entity, EntityId, Inference, Source, Step
from tests.model.answers import answers, faults, rebuilt
from tests.strategies import EDITS, Edit, edits, maps

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHOLE = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=50)


_NO_EDITS = {"Branch", "Combined", "Copied", "NewSource", "Premise", "combined", "copied", "new_map", "restore"}
_ELSEWHERE = {"graft", "graft_premises"}
"""Edits that take whole branches; test_grafting.py has their promises."""


def test_every_edit_is_drawn_by_the_strategy() -> None:
    assert sorted({*EDITS, *_NO_EDITS, *_ELSEWHERE}) == sorted(editing.__all__)


@_WHOLE
@given(st.data())
def test_edits_keep_every_promise_of_the_map(data: st.DataObject) -> None:
    """Each edit is pure, whole, undone by its reverse, and leaves a map equal to one made anew of its entities."""
    map_ = data.draw(maps())
    numbers = _numbers(map_.entities())
    for _ in range(data.draw(st.integers(1, 6))):
        edit = data.draw(edits(map_))
        step = _step(edit, map_)
        if step is None:
            continue
        ids = {change.id for change in step.changes}
        before = answers(map_, ids)
        _check_changes(step, map_)
        map_.apply(step)
        assert faults(map_) == []
        after = answers(map_, ids)
        assert after == answers(rebuilt(map_), ids)
        map_.apply(step.reversed())
        assert answers(map_, ids) == before
        map_.apply(step)
        assert answers(map_, ids) == after
        numbers = _check_numbers(step, numbers)


def _step(edit: Edit, map_: ArgumentMap) -> Step | None:
    """The step of an edit, which changes nothing by itself; None where the edit is refused with its sentence."""
    before = answers(map_)
    step: Step | None = None
    sentence = "."
    try:
        step = edit.step(map_)
    except EditError as error:
        sentence = str(error)
    assert sentence[-1] == "."
    assert answers(map_) == before
    return step


def _check_changes(step: Step, map_: ArgumentMap) -> None:
    """Each change starts from what the map holds, changes something, and stands alone for its entity."""
    assert step.label
    for change in step.changes:
        assert change.before != change.after
        assert map_.current(change.entity) == change.before
    assert [
        count for count in Counter((type(each.entity), each.id) for each in step.changes).values() if count > 1
    ] == []


def _check_numbers(step: Step, known: dict[tuple[type, int], str]) -> dict[tuple[type, int], str]:
    """No number is given a second time; what was merged away comes back with its own."""
    new = _numbers(change.after for change in step.changes if change.before is None)
    assert {number: id_ for number, id_ in new.items() if known.get(number, id_) != id_} == {}
    return known | new


def _numbers(entities: Iterable[Entity | None]) -> dict[tuple[type, int], str]:
    return {
        (Claim if isinstance(entity, Alias) else type(entity), entity.number): str(entity.id)
        for entity in entities
        if isinstance(entity, Claim | Inference | Source | Comment | Alias)
    }


@settings(max_examples=30)
@given(st.data())
def test_many_steps_are_undone_in_reverse(data: st.DataObject) -> None:
    """Undoing a whole session gives back the map it began with."""
    map_ = data.draw(maps())
    steps: list[Step] = []
    seen: set[EntityId] = set()
    before = answers(map_)
    for _ in range(data.draw(st.integers(1, 8))):
        step = _step(data.draw(edits(map_)), map_)
        if step is not None:
            map_.apply(step)
            steps.append(step)
            seen |= {change.id for change in step.changes}
    for step in reversed(steps):
        map_.apply(step.reversed())
    gone = seen - {entity.id for entity in map_.entities()}
    assert {key: value for key, value in answers(map_, seen).items() if key in before} == before
    assert [map_.get(id_) for id_ in gone] == [None] * len(gone)


@pytest.mark.parametrize("name", sorted(EDITS))
@settings(max_examples=6, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_each_edit_can_be_taken_and_undone(name: str, data: st.DataObject) -> None:
    """Each editing function by name, so that none is left to chance."""
    map_ = data.draw(maps().filter(lambda map_: EDITS[name](map_) is not None))
    arguments = EDITS[name](map_)
    assert arguments is not None
    given_, options = data.draw(arguments)
    before = answers(map_)
    try:
        step: Step = getattr(editing, name)(map_, *given_, **options)
    except EditError:
        return
    _check_changes(step, map_)
    map_.apply(step)
    assert faults(map_) == []
    assert answers(map_) == answers(rebuilt(map_))
    map_.apply(step.reversed())
    assert answers(map_) == before
