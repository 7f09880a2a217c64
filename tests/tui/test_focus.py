"""Focus: one branch is shown as if the rest were not there, whatever is folded, edited, found or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.outlines import bearing_here
from argmap.tui.drawing import Drawing
from argmap.tui.following import is_structural, touched_claims
from argmap.tui.places import FOCUS, QUESTION, Places
from argmap.tui.rows import Rows
from tests.strategies import edits, maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, Step
    from argmap.outlines.walk import Place
    from argmap.tui.folds import Folds

Shown = tuple["Place", int, bool]


def _branch(map_: ArgumentMap, folds: Folds, claim: ClaimId) -> list[Shown]:
    """Return the rows of a branch, made from nothing: place, depth, whether it is a repeat."""
    places = Places(map_)
    found: list[Shown] = [(FOCUS, -1, False)]

    def add(place: Place, depth: int) -> None:
        inference = None if place[0] is None else map_.inferences[place[0]]
        repeat = places.homes.get(place[1], place) != place
        found.append((place, depth, repeat))
        if folds.is_open(place, depth):
            for each in bearing_here(map_, inference, map_.claims[place[1]], full=not repeat):
                for premise in each.premises:
                    add((each.id, premise), depth + 1)

    home = places.home(claim)
    assert home is not None
    add(home, 0)
    return found


def _seen(rows: Rows) -> list[Shown]:
    return [(row.place, row.depth, row.repeat) for row in rows.visible]


def _drawn(map_: ArgumentMap) -> Rows:
    drawing = Drawing()
    drawing.width = 40
    return Rows(map_, drawing.height)


@given(maps(), st.data())
def test_a_focus_shows_the_branch_and_nothing_else(map_: ArgumentMap, data: st.DataObject) -> None:
    if not map_.claims:
        return
    rows = _drawn(map_)
    whole = _seen(rows)
    claim = data.draw(st.sampled_from(sorted(map_.claims)))
    rows.focus_on(claim)
    assert _seen(rows) == _branch(map_, rows.folds, claim)
    rows.focus_on(None)
    assert _seen(rows) == whole


def _taken(map_: ArgumentMap, taken: list[Step], data: st.DataObject) -> Step | None:
    """Take an edit, or take the last one back; None if the edit that was drawn cannot be made."""
    if data.draw(st.booleans()) or not taken:
        try:
            step = data.draw(edits(map_)).step(map_)
        except ArgmapError:
            return None
        taken.append(step)
    else:
        step = taken.pop().reversed()
    map_.apply(step)
    return step


@settings(max_examples=150)
@given(maps(), st.data())
def test_edits_folds_and_undo_keep_the_focus_right(map_: ArgumentMap, data: st.DataObject) -> None:
    """After each edit, fold or undo: the branch as a look from nothing has it, or, once gone, one that is left."""
    rows = _drawn(map_)
    taken: list[Step] = []
    for _ in range(data.draw(st.integers(1, 5))):
        is_zooming = data.draw(st.booleans())
        if is_zooming and map_.claims:
            rows.focus_on(data.draw(st.sampled_from(sorted(map_.claims))))
        way = rows.folds.focus
        index = data.draw(st.integers(0, 60)) % len(rows)
        (rows.fold if data.draw(st.booleans()) else rows.unfold)(index)
        step = _taken(map_, taken, data)
        if step is None:
            continue
        if is_structural(step):
            rows.follow(step)
        else:
            rows.remeasure_claims(touched_claims(map_, step))
        left = [claim for claim in way if claim in map_.claims]
        assert rows.focus == (left[-1] if left else None)
        assert bool(rows.news) == (rows.focus != (way[-1] if way else None))
        rows.news = ""
        _check(rows)


def _check(rows: Rows) -> None:
    """The rows, their ties and heights are those of rows made from nothing."""
    fresh = Rows(rows.places.map, rows.height)
    fresh.folds = rows.folds.copy()
    fresh.rebuild()
    assert _seen(rows) == (_branch(rows.places.map, rows.folds, rows.focus) if rows.focus else _seen(fresh))
    ties = [(row.mate, row.mates, row.last) for row in rows.visible]
    assert ties == [(row.mate, row.mates, row.last) for row in fresh.visible]
    assert [rows.heights[n] for n in range(len(rows))] == [rows.height(rows.places, row) for row in rows.visible]


@given(maps(), st.data())
def test_any_place_can_be_revealed_out_of_any_focus(map_: ArgumentMap, data: st.DataObject) -> None:
    """What is in focus is reached without leaving it; for what is not, the focus grows until it is in it."""
    rows = Rows(map_)
    place = data.draw(st.sampled_from([row.place for row in rows.visible]))
    if not map_.claims:
        return
    claim = data.draw(st.sampled_from(sorted(map_.claims)))
    inside = {each for each, _, _ in _branch(map_, rows.folds, claim)}
    rows.focus_on(claim)
    index = rows.reveal(place)
    assert index is not None
    assert rows.visible[index].place == place
    assert (rows.focus == claim) == (place in inside)
    assert bool(rows.news) == (place not in inside)


@given(maps(), st.data())
def test_zooming_out_step_by_step_ends_at_the_whole_map(map_: ArgumentMap, data: st.DataObject) -> None:
    if not map_.claims:
        return
    rows = Rows(map_)
    rows.focus_on(data.draw(st.sampled_from(sorted(map_.claims))))
    steps = 0
    while rows.focus is not None:
        way = rows.folds.focus
        rows.focus_on(rows.wider_focus())
        assert rows.folds.focus == way[:-1]
        steps += 1
        assert steps <= len(map_.claims)
    assert rows.visible[0].place == QUESTION
