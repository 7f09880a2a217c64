"""Atlases: every claim in full on some page, references that lead where they say, pages that hold what they can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given

from argmap.drawings import Chip, Scene, draw_pages
from argmap.drawings.cutting import claims_below, cut
from argmap.drawings.drawing import parts_of
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
    """The label of the card whose corner a chip sits on."""
    middle = chip.box.middle

    def near(box: Box) -> bool:
        return box.x < middle[0] < box.right and abs(box.bottom + 2 - middle[1]) < 1

    (label,) = (card.label for card in scene.cards if near(card.box))
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
            assert (int(found[1]), int(found[2])) == (below[label], chip.page + 1)
            ways = [back for back in pages[chip.page].chips if not back.filled and back.words.text.split()[-1] == label]
            ways = ways or [back for back in pages[chip.page].chips if f"{label} (1 of" in back.words.text]
            assert [back.page for back in ways[:1]] == [number]


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


def test_the_overview_shows_every_position_first() -> None:
    map_ = synthetic(300)
    first = _pages(map_)[0]
    assert {"C1", "C2", "C3"} <= {card.label for card in first.cards}
    assert first.words[0].text
    assert {entry.shape for entry in first.legend} >= {"circle", "square", "diamond", "frame", "stub"}


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
    assert len(pages) < 150
