"""The visible rows, however they were folded and edited, are those a rebuild from nothing would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.editing import add_co_premise, add_position, add_reason, add_undercut, remove_branch
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap, Claim, Inference, Polarity, Step
from argmap.outlines import roots, walk
from argmap.tui.drawing import Drawing
from argmap.tui.following import is_structural, touched_claims
from argmap.tui.places import LOOSE, QUESTION, UNPLACED
from argmap.tui.rows import FIRST_LEVEL, OPEN_UP_TO, Rows
from argmap.tui.turns import in_order, ranks
from tests.strategies import edits, maps

if TYPE_CHECKING:
    from collections.abc import Callable


def _seen(rows: Rows) -> list[tuple[object, ...]]:
    return [(row.place, row.depth, row.mate, row.repeat, row.last) for row in rows.visible]


@given(maps())
def test_the_open_tree_is_the_linear_view_of_the_map(map_: ArgumentMap) -> None:
    """Everything `walk` says is on the rows, in its order."""
    rows = Rows(map_)
    found = roots(map_)
    lines = [
        (line.inference.id if line.inference else None, line.claim.id, line.depth, line.repeat)
        for line in walk(map_, [*found.positions, *found.others])
    ]
    shown = [(*row.place, row.depth, row.repeat) for row in rows.visible if row.is_claim]
    assert shown[: len(lines)] == lines
    assert {place[1] for place in shown} == set(map_.claims)


@given(maps())
def test_a_place_stands_only_once(map_: ArgumentMap) -> None:
    rows = Rows(map_)
    places = [row.place for row in rows.visible]
    assert len(places) == len(set(places))


@settings(max_examples=60)
@given(maps(), st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=12))
def test_splices_show_what_a_rebuild_shows(map_: ArgumentMap, presses: list[tuple[int, bool]]) -> None:
    drawing = Drawing()
    drawing.width = 40
    rows = Rows(map_, drawing.height)
    for index, closes in presses:
        (rows.fold if closes else rows.unfold)(index % len(rows))
    spliced = _seen(rows)
    heights = [rows.heights[index] for index in range(len(rows))]
    rows.rebuild()
    assert _seen(rows) == spliced
    assert [rows.heights[index] for index in range(len(rows))] == heights


@given(maps(), st.booleans(), st.integers(24, 120))
def test_rows_are_drawn_as_high_and_as_wide_as_they_say(map_: ArgumentMap, ascii_only: bool, width: int) -> None:
    drawing = Drawing(ascii_only=ascii_only)
    drawing.width = width
    rows = Rows(map_)
    for row in rows.visible:
        lines = drawing.lines(rows, row)
        assert len(lines) == drawing.height(rows.places, row)
        for pieces in lines:
            text = "".join(text for _, text in pieces)
            assert cell_len(text) <= max(width, 60)
            assert not ascii_only or pieces[0][1].isascii()


@given(maps(), st.data())
def test_any_place_can_be_revealed(map_: ArgumentMap, data: st.DataObject) -> None:
    rows = Rows(map_)
    places = [row.place for row in rows.visible]
    rows.folds.to_level(0)
    rows.rebuild()
    place = data.draw(st.sampled_from(places))
    index = rows.reveal(place)
    assert index is not None
    assert rows.visible[index].place == place


@given(maps(), st.integers(0, 60))
def test_neighbours_agree_with_the_tree(map_: ArgumentMap, index: int) -> None:
    rows = Rows(map_)
    index %= len(rows)
    row = rows.visible[index]
    siblings = [n for n, each in enumerate(rows.visible) if each.above is row.above]
    if row.above is None:
        siblings = [n for n, each in enumerate(rows.visible) if each.above is None]
    else:
        above = rows.above(index)
        assert above is not None
        assert rows.visible[above] is row.above
    place = siblings.index(index)
    assert rows.next_sibling(index) == (siblings[place + 1] if place + 1 < len(siblings) else None)
    assert rows.previous_sibling(index) == (siblings[place - 1] if place else None)


def test_sections_come_in_their_order(sample_map: ArgumentMap) -> None:
    """The question first, positions under it, then roots under no position, then the unplaced."""
    tops = [row.place for row in Rows(sample_map).visible if row.depth < 0]
    assert tops == [QUESTION, LOOSE, UNPLACED]


def test_a_shared_claim_is_shown_in_full_once(sample_map: ArgumentMap) -> None:
    rows = Rows(sample_map)
    seventh = next(claim.id for claim in sample_map.claims.values() if claim.number == 7)
    places = [row for row in rows.visible if row.claim == seventh]
    assert [row.repeat for row in places] == [False, True]


def test_a_large_map_opens_folded() -> None:
    map_ = ArgumentMap()
    map_.apply(add_position(map_, "a position"))
    target = next(iter(map_.claims))
    for number in range(FIRST_LEVEL + 2):
        map_.apply(add_reason(map_, target, f"reason {number}"))
        target = list(map_.claims)[-1]
    loose = [Claim(number=number, text="loose") for number in range(100, 100 + OPEN_UP_TO)]
    rows = Rows(ArgumentMap([*map_.entities(), *loose]))
    assert max(row.depth for row in rows.visible) == FIRST_LEVEL


def test_a_chain_of_thousands_can_be_walked() -> None:
    """Nothing here recurses: a chain far deeper than Python's stack opens, folds and reveals."""
    claims = [
        Claim(number=number, text=f"claim {number}", position="a0" if number == 1 else None)
        for number in range(1, 5001)
    ]
    steps = [
        Inference(
            number=number, polarity=Polarity.SUPPORTS, target=claims[number - 1].id, premises=(claims[number].id,)
        )
        for number in range(1, 5000)
    ]
    rows = Rows(ArgumentMap([*claims, *steps]))
    rows.folds.to_level(None)
    rows.rebuild()
    assert len(rows) == 5001
    rows.fold(1)
    assert len(rows) == 2
    index = rows.reveal((steps[-1].id, claims[-1].id))
    assert index == 5000
    drawing = Drawing()
    assert drawing.lines(rows, rows.visible[index])[0][0][1].startswith("‹")


@settings(max_examples=100)
@given(maps(), st.data())
def test_following_steps_shows_what_a_rebuild_shows(map_: ArgumentMap, data: st.DataObject) -> None:
    """Any edits, taken and taken back, leave the rows and heights of a tree made from nothing."""
    drawing = Drawing()
    drawing.width = 40
    rows = Rows(map_, drawing.height)
    taken: list[Step] = []
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()) or not taken:
            try:
                step = data.draw(edits(map_)).step(map_)
            except ArgmapError:
                continue
            taken.append(step)
        else:
            step = taken.pop().reversed()
        map_.apply(step)
        if is_structural(step):
            rows.follow(step)
        else:
            rows.remeasure_claims(touched_claims(map_, step))
        fresh = Rows(map_, drawing.height)
        fresh.folds = rows.folds
        fresh.rebuild()
        assert _seen(rows) == _seen(fresh)
        assert [rows.heights[index] for index in range(len(rows))] == [
            fresh.heights[index] for index in range(len(fresh))
        ]
        assert in_order(rows.places) == in_order(fresh.places)
        assert rows.claims() == {row.claim for row in rows.visible}


def test_the_usual_edits_do_not_look_at_the_whole_map(sample_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(sample_map)
    monkeypatch.setattr(rows.places, "look", lambda: pytest.fail("looked at the whole map"))
    eighth = next(claim.id for claim in sample_map.claims.values() if claim.number == 8)
    (use,) = sample_map.uses_of(eighth)
    adding: list[Callable[[], Step]] = [
        lambda: add_reason(sample_map, eighth, "a reason"),
        lambda: add_co_premise(sample_map, use.id, "a co-premise"),
        lambda: add_undercut(sample_map, use.id, "an undercut"),
    ]
    for add in adding:
        step = add()
        sample_map.apply(step)
        rows.follow(step)
        sample_map.apply(step.reversed())
        rows.follow(step.reversed())
        sample_map.apply(step)
        rows.follow(step)
    removal = remove_branch(sample_map, eighth, use.id)
    sample_map.apply(removal)
    rows.follow(removal)


def test_claims_that_came_late_have_their_turn_without_a_look_at_the_whole_map(
    sample_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Rows(sample_map)
    monkeypatch.setattr(rows.places, "look", lambda: pytest.fail("looked at the whole map"))
    before = list(in_order(rows.places))
    (use,) = sample_map.uses_of(before[2])
    for step in (
        add_reason(sample_map, before[2], "a reason"),
        add_undercut(sample_map, use.id, "an undercut"),
        add_co_premise(sample_map, use.id, "a co-premise"),
    ):
        sample_map.apply(step)
        rows.follow(step)
    assert [claim for claim in in_order(rows.places) if claim in before] == before
    assert list(in_order(rows.places)) == list(in_order(Rows(sample_map).places))
    assert in_order(rows.places) is in_order(rows.places)
    assert sorted(ranks(rows.places).values()) == list(range(len(sample_map.claims)))
