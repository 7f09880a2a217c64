"""A card says what the map says, and saving it changes what was filled in and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import EmptyTextError, UnfitError
from argmap.model import Claim
from argmap.tui.card import Card, card_for, step_for
from argmap.tui.places import LOOSE, QUESTION, Places, Row
from argmap.tui.rows import Rows
from tests.model.answers import answers
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.tui.blank import Answer, Answers


def row_of(map_: ArgumentMap, number: int) -> Row:
    """The row in which a claim is shown in full."""
    claim = map_.numbered(Claim, number)
    assert isinstance(claim, Claim)
    place = Places(map_).home(claim.id)
    assert place is not None
    return Row(place)


def said(card: Card) -> dict[str, Answer]:
    return {blank.name: blank.value for blank in card.blanks}


def why(card: Card) -> str:
    return next(blank.heading for blank in card.blanks if blank.heading)


class TestBlanks:
    def test_a_reason_has_those_of_its_link(self, sample_map: ArgumentMap) -> None:
        card = card_for(sample_map, row_of(sample_map, 10))
        assert list(said(card)) == ["text", "note", "tags", "implicit", "as_of", "warrant", "scheme"]
        assert why(card) == "Why C10 supports C9"

    def test_the_heading_names_all_premises_and_a_step(self, sample_map: ArgumentMap) -> None:
        assert why(card_for(sample_map, row_of(sample_map, 4))) == "Why C3 & C4 support C1"
        assert why(card_for(sample_map, row_of(sample_map, 6))) == "Why C6 opposes the step R1"

    def test_a_position_and_an_unplaced_claim_have_no_link(self, sample_map: ArgumentMap) -> None:
        for number in (1, 13):
            assert "warrant" not in said(card_for(sample_map, row_of(sample_map, number)))

    def test_the_first_row_is_about_the_map(self, sample_map: ArgumentMap) -> None:
        assert said(card_for(sample_map, Row(QUESTION))) == {
            "title": "Troops",
            "question": "Should the troops leave?",
            "description": "",
            "language": "",
        }

    def test_a_heading_has_none(self, sample_map: ArgumentMap) -> None:
        with pytest.raises(UnfitError, match="Choose a claim"):
            card_for(sample_map, Row(LOOSE))


class TestSaving:
    def test_all_of_it_is_one_step(self, sample_map: ArgumentMap) -> None:
        card = card_for(sample_map, row_of(sample_map, 8))
        filled: Answers = {
            "text": "New",
            "tags": "a, b",
            "implicit": True,
            "as_of": "2024",
            "warrant": "W",
            "scheme": "s",
        }
        step = step_for(sample_map, card, filled)
        before = answers(sample_map)
        sample_map.apply(step)
        assert said(card_for(sample_map, row_of(sample_map, 8))) == filled | {"note": "", "tags": "a b"}
        assert (step.label, len(step.changes)) == ("Edit C8", 2)
        sample_map.apply(step.reversed())
        assert answers(sample_map) == before

    def test_the_map_is_described_in_one_step(self, sample_map: ArgumentMap) -> None:
        step = step_for(sample_map, card_for(sample_map, Row(QUESTION)), {"title": "T", "description": "a\nb"})
        sample_map.apply(step)
        about = sample_map.about
        assert (about.title, about.description, about.question) == ("T", "a\nb", "Should the troops leave?")
        assert step.label == "Edit the map"

    def test_a_lone_change_says_what_it_is(self, sample_map: ArgumentMap) -> None:
        card = card_for(sample_map, row_of(sample_map, 8))
        assert step_for(sample_map, card, {"note": "x", "as_of": ""}).label == "Set the note of C8"

    def test_a_claim_without_words_is_refused(self, sample_map: ArgumentMap) -> None:
        with pytest.raises(EmptyTextError):
            step_for(sample_map, card_for(sample_map, row_of(sample_map, 8)), {"text": " ", "note": "x"})

    @given(st.data())
    def test_what_is_not_filled_in_stays_whatever_stands_there(self, data: st.DataObject) -> None:
        """On any row of any map, a new note changes the note alone."""
        map_ = data.draw(maps().filter(lambda map_: map_.claims))
        rows = [row for row in Rows(map_).visible if row.is_claim]
        row = data.draw(st.sampled_from(rows))
        before = said(card_for(map_, row))
        map_.apply(step_for(map_, card_for(map_, row), {"note": "A new note"}))
        assert said(card_for(map_, row)) == before | {"note": "A new note"}
        assert step_for(map_, card_for(map_, row), {}).changes == ()
