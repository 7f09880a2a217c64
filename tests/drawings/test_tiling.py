"""Posters: every card whole on a sheet, sheets that overlap and know their neighbours, cuts where no card is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawings import Box, Layout, Scene
from argmap.drawings.tiling import grid, largest, strips, tiles, within
from tests.drawings.scenes import LAYOUTS, any_maps, is_inside, outer_boxes, scene_of, synthetic

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_OVERLAP = 50.0


def _room(scene: Scene, wide: float, high: float) -> tuple[float, float]:
    """A sheet that the largest card fits on."""
    widest, highest = largest(scene)
    return max(wide, widest + 2 * _OVERLAP), max(high, highest + 2 * _OVERLAP)


@given(any_maps(), st.sampled_from(LAYOUTS), st.floats(400, 1500), st.floats(300, 1500))
def test_every_card_is_whole_on_a_sheet(map_: ArgumentMap, layout: Layout, wide: float, high: float) -> None:
    scene = scene_of(map_, layout)
    wide, high = _room(scene, wide, high)
    made = tiles(scene, *grid(scene, wide, high, _OVERLAP))
    for box in outer_boxes(scene):
        assert any(is_inside(box, tile.window) for tile in made)
    shown = {card.label for tile in made for card in tile.scene.cards if is_inside(card.box, tile.window)}
    assert shown == {card.label for card in scene.cards}
    assert all(tile.window.width <= wide + 0.01 and tile.window.height <= high + 0.01 for tile in made)


@given(any_maps(), st.sampled_from(LAYOUTS))
def test_sheets_name_those_beside_them_and_are_trimmed_where_these_begin(map_: ArgumentMap, layout: Layout) -> None:
    scene = scene_of(map_, layout)
    made = {tile.name: tile for tile in tiles(scene, *grid(scene, *_room(scene, 500, 400), _OVERLAP))}
    for tile in made.values():
        for there, back in (("right", "left"), ("left", "right"), ("above", "below"), ("below", "above")):
            other = getattr(tile, there)
            assert not other or getattr(made[other], back) == tile.name
        if tile.right:
            beside = made[tile.right]
            assert beside.cut_x == tile.next_x
            assert beside.window.y == tile.window.y
            assert tile.window.right - beside.window.x >= _OVERLAP - 0.01
        if tile.below:
            beside = made[tile.below]
            assert beside.cut_y == tile.next_y
            assert tile.window.bottom - beside.window.y >= _OVERLAP - 0.01


_spans = st.lists(st.tuples(st.floats(0, 4000), st.floats(1, 300)), max_size=60)


@given(_spans, st.floats(500, 1200))
def test_strips_reach_from_end_to_end_and_hold_each_card(spans: list[tuple[float, float]], room: float) -> None:
    begun = [(begin, begin + long) for begin, long in spans]
    made = strips(begun, 4300, room, _OVERLAP)
    assert (made[0].begin, made[-1].end) == (0, 4300)
    assert all(each.end - each.begin <= room + 0.01 for each in made)
    for begin, end in begun:
        assert any(strip.begin <= begin and end <= strip.end for strip in made)


@given(_spans, st.floats(500, 1200))
def test_a_cut_meets_no_card_where_one_can(spans: list[tuple[float, float]], room: float) -> None:
    """Within the last part of a strip, cuts lie in the gaps that there are."""
    begun = sorted((begin, begin + long) for begin, long in spans)
    made = strips(begun, 4300, room, _OVERLAP)
    for strip, following in pairwise(made):
        most = strip.begin + room - _OVERLAP / 2
        wide_gap = any(
            all(end <= at - 4 or begin >= at + 4 for begin, end in begun)
            and begun[0][0] < at < max(e for _, e in begun)
            for at in (most - 0.15 * room * step / 20 for step in range(21))
            if begun
        )
        if wide_gap:
            assert not any(begin < following.cut < end for begin, end in begun)


def test_the_columns_of_a_usual_map_are_not_cut() -> None:
    """Where no card crosses, no sheet shows half of one at its sides."""
    scene = scene_of(synthetic(60), Layout.LEFT_RIGHT)
    columns, _ = grid(scene, 1400, 1000, _OVERLAP)
    assert len(columns) > 1
    for column in columns[1:]:
        assert not [card for card in scene.cards if card.box.x < column.cut < card.box.right]


@pytest.mark.parametrize(("count", "name"), [(1, "A1"), (27, "AA1"), (53, "BA1")])
def test_rows_have_letters_and_columns_numbers(count: int, name: str) -> None:
    from argmap.drawings.tiling import _name

    assert _name(count - 1, 0) == name


def test_a_window_shows_what_meets_it(small_map: ArgumentMap) -> None:
    scene = scene_of(small_map)
    assert within(scene, Box(0, 0, scene.width, scene.height)) == scene
    assert within(scene, Box(-500, -500, 10, 10)).cards == ()


def test_a_sheet_that_only_repeats_its_neighbours_is_left_out() -> None:
    """What lies in the overlap is whole on the sheet before."""
    for layout in LAYOUTS:
        scene = scene_of(synthetic(80), layout)
        columns, rows = grid(scene, 1100, 900, _OVERLAP)
        for tile in tiles(scene, columns, rows):
            left, top = tile.cut_x or tile.window.x, tile.cut_y or tile.window.y
            right, bottom = tile.next_x or tile.window.right, tile.next_y or tile.window.bottom
            trimmed = within(scene, Box(left, top, right - left, bottom - top))
            assert trimmed.cards or trimmed.frames or trimmed.edges or trimmed.words or trimmed.legend
