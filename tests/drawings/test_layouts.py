"""Pictures of any map: nothing overlaps, no line leaves its box, edges end where they should, nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawings import Box, Card, Layout, Scene, Weight, draw, text_width
from argmap.drawings.arranging import Growth, open_out, run
from argmap.drawings.connecting import edges, near
from argmap.drawings.growing import grow
from argmap.drawings.panels import with_attacks
from argmap.drawings.proportions import FILL, LANES, MARGIN, NEST_GAP, NEST_ROOM, PADDING, STRIPE_ROOM, TOWER
from argmap.model import ArgumentMap, ClaimId, Comment, InferenceId
from argmap.outlines import Selection, selected
from tests.conftest import a_claim, an_inference
from tests.drawings.scenes import (
    LAYOUTS,
    any_maps,
    chosen,
    grown,
    is_inside,
    outer_boxes,
    overlapping,
    scene_of,
    synthetic,
)

_CLOSE = 0.02


@given(any_maps(), st.sampled_from(LAYOUTS))
def test_no_two_boxes_overlap(map_: ArgumentMap, layout: Layout) -> None:
    scene = scene_of(map_, layout)
    assert overlapping(outer_boxes(scene)) == []
    assert overlapping(card.box for card in scene.cards) == []
    whole = Box(0, 0, scene.width, scene.height)
    assert all(is_inside(box, whole) for box in outer_boxes(scene))
    framed = [card.box for card in scene.cards if card.framed]
    assert all(sum(is_inside(box, frame.box) for frame in scene.frames) == 1 for box in framed)


@given(any_maps(), st.sampled_from(LAYOUTS))
def test_no_line_leaves_its_box(map_: ArgumentMap, layout: Layout) -> None:
    """Lines are measured with room to spare, since a viewer may lack the font."""
    for card in scene_of(map_, layout).cards:
        for words in (*card.words, card.note, *card.remarks):
            weight = Weight.SEMIBOLD if words.bold else Weight.REGULAR
            width = text_width(words.text, words.size, weight)
            assert width <= (card.box.width - 2 * PADDING - STRIPE_ROOM) * FILL + _CLOSE
            left = words.x - width if words.anchor == "end" else words.x
            assert is_inside(Box(left, words.y - words.size * 0.75, width, words.size), card.box)
        tops = [words.y for words in (*card.words, card.note, *card.remarks)]
        assert tops == sorted(tops)
        assert all(later - earlier >= card.note.size for earlier, later in pairwise(tops))


@given(any_maps(), st.sampled_from(LAYOUTS))
def test_every_claim_stands_in_full_once(map_: ArgumentMap, layout: Layout) -> None:
    full = Counter(card.label for card in scene_of(map_, layout).cards if not card.stub)
    assert full == Counter(claim.label for claim in chosen(map_).claims)


@given(any_maps(), st.sampled_from(LAYOUTS))
def test_edges_run_from_border_to_border(map_: ArgumentMap, layout: Layout) -> None:
    """An edge starts on its own box and ends on a card, or beside a badge, at the step that it bears on."""
    scene = scene_of(map_, layout)
    for edge in scene.edges:
        assert any(_on_border(edge.start, box) for box in outer_boxes(scene))
        if edge.dashed:
            distances = [hypot(edge.end[0] - badge.x, edge.end[1] - badge.y) for badge in scene.badges]
            assert min(abs(distance - lane) for distance in distances for lane in LANES) < 1
        else:
            assert any(_on_border(edge.end, card.box) for card in scene.cards)


def _on_border(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    sides = abs(x - box.x) < _CLOSE or abs(x - box.right) < _CLOSE
    ends = abs(y - box.y) < _CLOSE or abs(y - box.bottom) < _CLOSE
    within_y, within_x = box.y - _CLOSE <= y <= box.bottom + _CLOSE, box.x - _CLOSE <= x <= box.right + _CLOSE
    return (sides and within_y) or (ends and within_x)


@given(any_maps())
def test_what_supports_a_thesis_stands_left_and_what_opposes_it_right(map_: ArgumentMap) -> None:
    for part in chosen(map_).parts:
        (root, *_) = grow(map_, part)
        if root.inference is not None:
            continue
        places = {place.panel: place for place in open_out(root)}
        body = places[root].box
        for kid in root.slips[0].kids:
            assert kid.inference is not None
            waiting = [panel for panel, _, _ in with_attacks(kid)]
            while waiting:
                panel = waiting.pop()
                box = places[panel].box
                assert box.right < body.x if kid.inference.supports else box.x > body.right
                waiting += [each for slip in panel.slips for main in slip.kids for each, _, _ in with_attacks(main)]


@given(any_maps())
def test_reasons_stand_above_objections_and_undercuts_next_to_what_they_attack(map_: ArgumentMap) -> None:
    for part in chosen(map_).parts:
        places = run(grow(map_, part), Growth.RIGHT)
        at = {place.panel: place for place in places}
        for place in places:
            for slip in place.panel.slips:
                sides = [kid.inference.supports for kid in slip.kids if kid.inference is not None]
                assert sides == sorted(sides, reverse=True)
            below = place.box.bottom
            for attack in place.panel.attacks[:1]:
                assert near(at[attack].box, Growth.RIGHT)[0] == near(place.box, Growth.RIGHT)[0]
                between = [
                    other
                    for other in places
                    if other.box.x == place.box.x
                    and below <= other.box.y < at[attack].box.y
                    and other.panel is not attack
                ]
                assert between == []


@given(any_maps())
def test_equal_maps_give_equal_pictures(map_: ArgumentMap) -> None:
    assert scene_of(map_) == scene_of(ArgumentMap(reversed(list(map_.entities()))))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_chain_of_5000_claims_is_drawn(layout: Layout) -> None:
    """Nothing recurses, and rounding does not add up until boxes touch."""
    chain = ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 5001)),
            *(an_inference(number, f"c{number}", number + 1, opposes=bool(number % 2)) for number in range(1, 5000)),
        ]
    )
    scene = scene_of(chain, layout)
    assert len(scene.cards) == 5000
    assert overlapping(outer_boxes(scene)) == []


def test_ten_thousand_claims_are_drawn() -> None:
    scene = scene_of(synthetic(10_000))
    assert sum(not card.stub for card in scene.cards) == 10_000
    assert overlapping(outer_boxes(scene)) == []


def test_undercuts_of_undercuts_are_drawn_to_any_depth() -> None:
    """A step attacked by a step, 3,000 times over."""
    deep = ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 3002)),
            an_inference(1, "c1", 2),
            *(an_inference(number, f"r{number - 1}", number + 1, opposes=True) for number in range(2, 3001)),
        ]
    )
    scene = scene_of(deep)
    assert len(scene.cards) == 3001
    assert overlapping(outer_boxes(scene)) == []


def test_the_layout_that_fits_is_taken(small_map: ArgumentMap) -> None:
    """With reasons and objections to one thesis they stand on two sides; with one of them alone, they do not."""
    assert _sides(scene_of(small_map), "C1") == {"left", "right"}
    one_sided = ArgumentMap([a_claim(1, position="a0"), a_claim(2), an_inference(1, "c1", 2)])
    assert _sides(scene_of(one_sided), "C1") == {"right"}


def _sides(scene: Scene, label: str) -> set[str]:
    root = next(card for card in scene.cards if card.label == label)
    beside = [card for card in scene.cards if card.box.y < root.box.bottom + 300 and card is not root]
    sides: set[str] = set()
    for card in beside:
        if card.box.right < root.box.x:
            sides.add("left")
        elif card.box.x > root.box.right:
            sides.add("right")
    return sides


def test_positions_stand_in_columns_where_that_gives_a_better_shape() -> None:
    """Many positions under one another would be a strip that no paper and no screen holds."""
    many = ArgumentMap([a_claim(number, position=f"a{number}") for number in range(1, 10)])
    scene = scene_of(many, Layout.LEFT_RIGHT)
    assert len({card.box.x for card in scene.cards}) > 1
    assert 0.5 < scene.width / scene.height < 4


def test_unplaced_claims_stand_below_under_a_heading(small_map: ArgumentMap) -> None:
    scene = scene_of(small_map)
    loose = next(card for card in scene.cards if card.label == "C10")
    assert "Unplaced (1)" in {words.text for words in scene.words}
    assert loose.box.y > max(card.box.bottom for card in scene.cards if card is not loose)


def test_a_repeat_says_where_the_claim_is_in_full(small_map: ArgumentMap) -> None:
    stubs = [card for card in scene_of(small_map).cards if card.stub]
    assert [(card.label, card.note.text) for card in stubs] == [("C3", "↗ in full at C3")]


def test_badges_have_a_shape_for_each_kind_of_step(small_map: ArgumentMap) -> None:
    shapes = Counter(badge.shape for badge in scene_of(small_map).badges)
    assert shapes == {"circle": 2, "square": 3, "diamond": 2}


def test_the_legend_explains_what_is_there_and_nothing_else(small_map: ArgumentMap) -> None:
    assert {entry.shape for entry in scene_of(small_map).legend} == {"circle", "square", "diamond", "frame", "stub"}
    assert scene_of(ArgumentMap([a_claim(1, position="a0")])).legend == ()


@given(any_maps())
def test_the_legend_stays_within_the_picture(map_: ArgumentMap) -> None:
    scene = scene_of(map_)
    for entry in scene.legend:
        assert entry.words.x + text_width(entry.words.text, entry.words.size) <= scene.width
        assert entry.box.bottom <= scene.height


def test_a_long_claim_makes_its_card_grow_both_ways() -> None:
    """No card becomes a tower, and all words are on it."""
    for count in (5, 100, 400, 1500):
        (card,) = scene_of(ArgumentMap([a_claim(1, "word " * count, position="a0")])).cards
        assert card.box.height <= TOWER * card.box.width
        assert " ".join(words.text for words in card.words).split() == ["word"] * count


def test_maps_for_these_tests_hold_what_they_should() -> None:
    """The random maps do have stubs, frames, and edges to steps: else the tests above would prove little."""
    scenes = [scene_of(grown(40, seed)) for seed in range(10)]
    assert any(card.stub for scene in scenes for card in scene.cards)
    assert any(scene.frames for scene in scenes)
    assert any(edge.dashed for scene in scenes for edge in scene.edges)


def test_comments_stand_on_their_cards_where_they_are_asked_for(small_map: ArgumentMap) -> None:
    """On a claim, on a step, on an unplaced claim, on the map: each once, and no card overlaps another for it."""
    comments = [
        Comment(number=1, about=ClaimId("c5"), author="Ada", text="Really? " * 30),
        Comment(number=2, about=InferenceId("r1"), author="Kim", text="Which ones?", resolved=True),
        Comment(number=3, about=ClaimId("c10"), text="Loose."),
        Comment(number=4, about=small_map.about.id, author="Lee", text="A fine map."),
        Comment(number=5, about=ClaimId("c3"), text="Said twice?"),
    ]
    map_ = ArgumentMap([*small_map.entities(), *comments])
    scene = draw(map_, selected(map_, Selection(comments=True)))
    said = {card.label: " ".join(words.text for words in card.remarks) for card in scene.cards if card.remarks}
    assert said == {
        "C5": "Comment N1 (Ada): " + ("Really? " * 30).strip(),
        "C3": "Comment N5: Said twice? Comment N2 (Kim, resolved): Which ones?",
        "C10": "Comment N3: Loose.",
    }
    assert "Comment N4 (Lee): A fine map." in [words.text for words in scene.words]
    assert overlapping(outer_boxes(scene)) == []
    assert not any(card.remarks for card in scene_of(map_).cards)


def test_from_the_top_down_reasons_on_which_nothing_bears_are_piled_up() -> None:
    """Fifty of them side by side would be a strip 13,000 pixels wide."""
    steps = [
        an_inference(number, "c1", number + 1, opposes=number > 30, order=f"a{number % 10}") for number in range(1, 51)
    ]
    undercut = an_inference(51, "r7", 52, opposes=True)
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, 53)]
    scene = scene_of(ArgumentMap([*claims, *steps, undercut]), Layout.TOP_DOWN)
    assert 0.5 < scene.width / scene.height < 3
    columns: dict[float, list[Card]] = {}
    for card in scene.cards[1:]:
        columns.setdefault(card.box.x, []).append(card)
    assert max(len(column) for column in columns.values()) > 5
    for column in columns.values():
        assert len({card.tone for card in column if card.label != "C52"}) == 1
    at = {card.label: card.box for card in scene.cards}
    assert at["C52"].x == at["C8"].x
    assert 0 < at["C52"].y - at["C8"].bottom < 30


def test_from_the_top_down_broad_maps_are_no_strips() -> None:
    """Twelve reasons with three each under them would be 36 cards beside one another; each is a list instead."""
    steps = [an_inference(number, "c1", number + 1) for number in range(1, 13)]
    steps += [an_inference(n, f"c{2 + (n - 13) // 3}", n + 1, opposes=n % 3 == 0) for n in range(13, 49)]
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, 50)]
    scene = scene_of(ArgumentMap([*claims, *steps]), Layout.TOP_DOWN)
    assert 0.5 < scene.width / scene.height < 2.25
    at = {card.label: card.box for card in scene.cards}
    for place in range(12):
        host, kids = at[f"C{place + 2}"], [at[f"C{14 + 3 * place + each}"] for each in range(3)]
        assert {kid.x for kid in kids} == {host.x + NEST_ROOM}
        assert min(kid.y for kid in kids) == host.bottom + NEST_GAP


@given(any_maps(), st.integers(0, 4))
def test_piled_branches_overlap_nothing_and_their_edges_end_on_cards(map_: ArgumentMap, levels: int) -> None:
    for rows in chosen(map_).parts:
        places = run(grow(map_, rows), Growth.DOWN, levels=levels)
        assert overlapping(place.box for place in places) == []
        cards = [card for place in places for card in place.cards]
        for edge in edges(places):
            assert edge.dashed or any(_on_border(edge.end, card) for card in cards)


def test_from_the_top_down_positions_share_rows_where_there_is_room() -> None:
    """A position with much under it, and two with little: these stand side by side below it."""
    steps = [an_inference(1, "c1", 4, 5, 6, 7), an_inference(2, "c2", 8), an_inference(3, "c3", 9)]
    claims = [a_claim(number, position=f"a{number}" if number < 4 else None) for number in range(1, 10)]
    scene = scene_of(ArgumentMap([*claims, *steps]), Layout.TOP_DOWN)
    at = {card.label: card.box for card in scene.cards}
    assert at["C2"].y == at["C3"].y > at["C1"].bottom
    assert at["C2"].right < at["C3"].x


def test_the_line_of_a_pile_at_the_edge_of_a_picture_stays_in_it() -> None:
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, 4)]
    scene = scene_of(ArgumentMap([*claims, an_inference(1, "c1", 2), an_inference(2, "c1", 3)]), Layout.TOP_DOWN)
    assert min(x for edge in scene.edges for piece in edge.path for x, _ in piece) >= MARGIN


def test_nothing_stands_in_the_way_of_a_pile() -> None:
    """A pile reaches down beside branches that go deeper; none of their cards is in it."""
    deep = [an_inference(number, f"c{number}" if number > 1 else "c1", number + 1) for number in range(1, 12)]
    piled = [an_inference(number, "c1", number + 1, order="a5") for number in range(12, 30)]
    claims = [a_claim(number, "Words " * 30, position="a0" if number == 1 else None) for number in range(1, 31)]
    scene = scene_of(ArgumentMap([*claims, *deep, *piled]), Layout.TOP_DOWN)
    assert overlapping(outer_boxes(scene)) == []
    for edge in scene.edges:
        assert not any(_inside(point, card.box) for piece in edge.path for point in piece for card in scene.cards)


def _inside(point: tuple[float, float], box: Box) -> bool:
    return box.x < point[0] < box.right and box.y < point[1] < box.bottom


def test_the_legend_explains_thick_lines_where_there_are_any() -> None:
    claims = [a_claim(1, position="a0"), a_claim(2), a_claim(3)]
    usual = an_inference(1, "c1", 2)
    for rating, explained in ((None, False), (0.2, True), (1.0, True)):
        map_ = ArgumentMap([*claims, usual, replace(an_inference(2, "c1", 3), relevance=rating)])
        shapes = [entry.shape for entry in draw(map_, chosen(map_)).legend]
        assert ("weight" in shapes) is explained
