"""Atlases: every claim in full on some page, references that lead where they say, pages that hold what they can."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from hypothesis import given

from argmap.drawings import Chip, Scene, draw_pages
from argmap.drawings.cutting import claims_below, cut, slips_of
from argmap.drawings.drawing import parts_of
from argmap.drawings.measuring import text_width
from argmap.drawings.proportions import GUTTER
from argmap.model import ArgumentMap
from tests.conftest import a_claim, an_inference
from tests.drawings.scenes import any_maps, chosen, is_inside, outer_boxes, overlapping, synthetic

if TYPE_CHECKING:
    from argmap.drawings import Box

_WIDTH, _HEIGHT = 1324.0, 884.0
_CHIP = re.compile(r"\+(\d+) → p\. (\d+)")


def _pages(map_: ArgumentMap) -> list[Scene]:
    return draw_pages(map_, chosen(map_), _WIDTH, _HEIGHT)


def _card_under(chip: Chip, scene: Scene) -> str:
    """The label of the card that a chip is on."""
    (label,) = (card.label for card in scene.cards if is_inside(chip.box, card.box))
    return label


@given(any_maps())
def test_every_claim_stands_in_full_on_some_page(map_: ArgumentMap) -> None:
    full = {card.label for page in _pages(map_) for card in page.cards if not card.stub}
    assert full == {claim.label for claim in chosen(map_).claims}


@given(any_maps())
def test_a_reference_leads_to_the_page_where_its_claim_goes_on_and_back(map_: ArgumentMap) -> None:
    pages = _pages(map_)
    below = {
        slip.claim.label: count
        for slip, count in claims_below(root for part in parts_of(map_, chosen(map_)) for root in part.roots).items()
        if not slip.repeat or slip.kids
    }
    for number, page in enumerate(pages):
        for chip in page.chips:
            if not chip.filled:
                continue
            found = _CHIP.fullmatch(chip.words.text)
            assert found is not None
            label = _card_under(chip, page)
            assert int(found[2]) == chip.page + 1
            ways = [back for back in pages[chip.page].chips if not back.filled and _begins(back.words.text) == label]
            assert [back.page for back in ways[:1]] == [number]
            if "(2 of" not in ways[0].words.text:
                assert int(found[1]) == below[label]


@given(any_maps())
def test_a_reference_covers_nothing_of_its_card(map_: ArgumentMap) -> None:
    """Neither its words, nor what is under them: number, source and bar of credence end beside it."""
    for page in _pages(map_):
        for chip in page.chips:
            if chip.filled:
                (card,) = (
                    card for card in page.cards if card.label == _card_under(chip, page) and card.box.meets(chip.box)
                )
                assert card.words[-1].y < chip.box.y
                assert card.note.x + text_width(card.note.text, card.note.size) < chip.box.x
                assert chip.box.y < card.note.y < chip.box.bottom
                assert all(remark.y - remark.size > chip.box.bottom - 4 for remark in card.remarks)
                assert card.bar is None or not card.bar.box.meets(chip.box)


@given(any_maps())
def test_a_stub_names_the_page_where_its_claim_is_in_full(map_: ArgumentMap) -> None:
    """Or none, where that is the page it stands on."""
    pages = _pages(map_)
    full = [{card.label for card in page.cards if not card.stub} for page in pages]
    for number, page in enumerate(pages):
        for card in page.cards:
            if card.stub:
                found = re.match(rf"↗ in full at {card.label}(?:, p\. (\d+))?", card.note.text)
                assert found is not None
                assert card.label in full[int(found[1]) - 1 if found[1] else number]
                assert card.note.x + text_width(card.note.text, card.note.size) <= card.box.right


def test_a_shared_claim_is_found_across_pages() -> None:
    """C2 is told in full on the overview, and stands again where C1's other reason goes on."""
    links = [an_inference(number, "c1" if number < 40 else "c41", number + 1) for number in range(1, 60)]
    map_ = ArgumentMap(
        [*(a_claim(n, position={1: "a0", 41: "a1"}.get(n)) for n in range(1, 61)), *links, an_inference(60, "c60", 2)]
    )
    notes = [card.note.text for page in _pages(map_)[1:] for card in page.cards if card.stub]
    assert notes == ["↗ in full at C2, p. 1"]


@given(any_maps())
def test_a_branch_that_goes_on_starts_with_the_claim_of_its_heading_in_full(map_: ArgumentMap) -> None:
    for page in _pages(map_):
        for chip in page.chips:
            if not chip.filled:
                column = [card for card in page.cards if abs(card.box.x - chip.words.x) < 1]
                first = min((card for card in column if card.box.y > chip.box.y), key=lambda card: card.box.y)
                assert (first.label, first.stub) == (_begins(chip.words.text), False)


def _begins(way: str) -> str:
    """The claim that a piece starts at, by its heading."""
    return way.partition(" (")[0].split()[-1]


@given(any_maps())
def test_what_the_overview_shows_and_what_it_says_goes_on_elsewhere_is_everything(map_: ArgumentMap) -> None:
    parts = [part for part in parts_of(map_, chosen(map_)) if not part.grid]
    roots = [root for part in parts for root in part.roots]
    below = claims_below(roots)
    all_of_it = sum(1 + below[slip] for slip in slips_of(roots))
    unplaced = {claim.label for claim in chosen(map_).unplaced}
    pages = _pages(map_)
    overview = list(takewhile(lambda page: all(chip.filled for chip in page.chips), pages))
    shown = [card for page in overview for card in page.cards if card.label not in unplaced]
    chips = [_CHIP.fullmatch(chip.words.text) for page in overview for chip in page.chips]
    assert not overview or len(shown) + sum(int(found[1]) for found in chips if found) == all_of_it
    places = [card for page in pages for card in page.cards if card.label not in unplaced]
    assert len(places) - sum(not chip.filled for page in pages for chip in page.chips) == all_of_it


@given(any_maps())
def test_pages_hold_together(map_: ArgumentMap) -> None:
    for page in _pages(map_):
        assert page.cards
        assert overlapping(outer_boxes(page)) == []
        assert overlapping([*(chip.box for chip in page.chips if chip.filled)]) == []
        assert all(is_inside(box, _whole(page)) for box in outer_boxes(page))


@given(any_maps())
def test_a_piece_is_no_larger_than_its_page_if_it_can_be_cut(map_: ArgumentMap) -> None:
    """Only one reason with its undercuts, or one long claim, may be larger."""
    for part in parts_of(map_, chosen(map_)):
        for slip in (slip for root in part.roots for slip in root.slips):
            for piece in cut(slip, (), _WIDTH, _HEIGHT):
                assert piece.part.kids is not None
                assert piece.start is not None
                assert (piece.width <= _WIDTH and piece.height <= _HEIGHT) or len(piece.part.kids[piece.start]) == 1


def _whole(page: Scene) -> Box:
    return type(page.cards[0].box)(0, 0, page.width, page.height)


def test_small_branches_share_a_page() -> None:
    """Forty claims of which each has one reason: not forty pages."""
    fan = ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 162)),
            *(an_inference(number, "c1", number, order=f"a{number % 10}") for number in range(2, 42)),
            *(
                an_inference(number, f"c{(number - 42) // 3 + 2}", number, order=f"a{number % 10}")
                for number in range(42, 162)
            ),
        ]
    )
    pages = _pages(fan)
    assert 4 < len(pages) <= 14
    assert len({card.label for page in pages for card in page.cards}) == 161


def test_an_unplaced_claim_stands_beside_the_last_branch_where_there_is_room() -> None:
    pages = _pages(_with_an_unplaced_claim(branches=4, reasons=11))
    assert [_is_said("Unplaced (1)", page) for page in pages] == [False, False, True]
    assert len(pages[-1].cards) == 1 + 11 + 1
    assert not overlapping(outer_boxes(pages[-1]))


def test_an_unplaced_claim_stands_on_the_overview_where_it_would_have_a_page_to_itself() -> None:
    pages = _pages(_with_an_unplaced_claim(branches=6, reasons=12))
    assert [_is_said("Unplaced (1)", page) for page in pages] == [True, False, False, False]
    assert not overlapping(outer_boxes(pages[0]))


def _with_an_unplaced_claim(branches: int, reasons: int) -> ArgumentMap:
    """A position with so many *branches*, each of so many *reasons*, and a claim that stands nowhere."""
    last = 1 + branches * (1 + reasons)
    targets = {number: 1 if number <= branches + 1 else (number - 2) % branches + 2 for number in range(2, last + 1)}
    return ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, last + 2)),
            *(an_inference(number, f"c{target}", number) for number, target in targets.items()),
        ]
    )


def _is_said(words: str, page: Scene) -> bool:
    return words in {each.text for each in page.words}


def test_the_overview_shows_every_position_first() -> None:
    map_ = synthetic(300)
    first = _pages(map_)[0]
    assert {"C1", "C2", "C3"} <= {card.label for card in first.cards}
    assert first.words[0].text
    assert {entry.shape for entry in first.legend} >= {"circle", "square", "diamond", "frame", "stub"}


def test_the_overview_shows_reasons_of_every_position_even_where_there_are_too_many() -> None:
    """Forty reasons and objections to each of two positions: as many of each as there is room for, and both kinds."""
    map_ = ArgumentMap(
        [
            *(a_claim(number, position=f"a{number}" if number <= 2 else None) for number in range(1, 83)),
            *(
                an_inference(number, f"c{number % 2 + 1}", number, opposes=number % 4 > 1, order=f"a{number % 10}")
                for number in range(3, 83)
            ),
        ]
    )
    first = _pages(map_)[0]
    tones = [card.tone for card in first.cards]
    assert tones.count("support") >= 6
    assert tones.count("oppose") >= 6
    ends = [edge.end for edge in first.edges]
    roots = [card.box for card in first.cards if card.tone == "root"]
    counts = [sum(root.y <= y <= root.bottom and abs(x - root.right) < 1 for x, y in ends) for root in roots]
    assert max(counts) - min(counts) <= 1


def test_edges_end_at_the_nearest_card_of_a_claim_that_is_twice_on_a_page() -> None:
    """Once where its branch is cut off, and once where it goes on."""
    for page in _pages(synthetic(200)):
        for edge in page.edges:
            assert abs(edge.start[0] - edge.end[0]) <= GUTTER + 20


def test_no_page_holds_what_fits_on_the_one_before_it() -> None:
    """P4: no page with a stray leaf; pages but the last are filled."""
    pages = _pages(synthetic(300))
    assert all(len(page.cards) > 2 for page in pages[1:])
    filled = [sum(card.box.width * card.box.height for card in page.cards) / (_WIDTH * _HEIGHT) for page in pages[1:-1]]
    assert min(filled) > 0.1
    assert sum(filled) / len(filled) > 0.2


def test_a_large_map_becomes_an_atlas() -> None:
    pages = _pages(synthetic(1500))
    assert len({card.label for page in pages for card in page.cards if not card.stub}) == 1500


def test_a_deep_chain_becomes_an_atlas() -> None:
    chain = ArgumentMap(
        [
            *(a_claim(number, position="a0" if number == 1 else None) for number in range(1, 1501)),
            *(an_inference(number, f"c{number}", number + 1) for number in range(1, 1500)),
        ]
    )
    pages = _pages(chain)
    assert len({card.label for page in pages for card in page.cards}) == 1500
    assert len(pages[0].cards) > 0.8 * len(pages[1].cards)  # the overview alone is one line
    assert len(pages) < 150
