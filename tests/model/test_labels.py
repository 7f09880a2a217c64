"""Labels: what people type for a claim, an inference, a source or a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.errors import UnknownNumberError
from argmap.model import Alias, AliasId, ArgumentMap, ClaimId, Comment, Source
from argmap.model.labels import find, find_claim, find_comment, find_inference, find_source

if TYPE_CHECKING:
    from argmap.model import Entity


@pytest.fixture
def labelled(small_map: ArgumentMap) -> ArgumentMap:
    more: list[Entity] = [
        Source(number=2, title="A source"),
        Comment(number=4, about=ClaimId("c1"), text="Why?"),
        Alias(id=AliasId("c11"), survivor=ClaimId("c2"), number=11, text="An old wording"),
    ]
    return ArgumentMap([*small_map.entities(), *more])


@pytest.mark.parametrize("typed", ["C7", "c7", "7", " c 7 ", "C007", "007"])
def test_a_claim_is_found_however_its_number_is_typed(labelled: ArgumentMap, typed: str) -> None:
    assert find_claim(labelled, typed).id == "c7"


def test_each_letter_finds_its_kind(labelled: ArgumentMap) -> None:
    found = (find_inference(labelled, "r1"), find_source(labelled, "S2"), find_comment(labelled, "4"))
    assert [each.label for each in found] == ["R1", "S2", "N4"]
    assert [find(labelled, typed).label for typed in ("C1", "R1", "S2", "N4", "1")] == ["C1", "R1", "S2", "N4", "C1"]


def test_a_merged_away_number_finds_the_survivor(labelled: ArgumentMap) -> None:
    assert find_claim(labelled, "C11").label == "C2"


@pytest.mark.parametrize("typed", ["", "C", "X7", "seven", "7.5", "-7", "C7 C8", "1234567890", "R1", "C\n"])
def test_what_is_no_label_of_a_claim_is_refused(labelled: ArgumentMap, typed: str) -> None:
    with pytest.raises(UnknownNumberError, match=r"There is no claim \(C…\) “"):
        find_claim(labelled, typed)


def test_an_unknown_number_names_those_that_come_near(labelled: ArgumentMap) -> None:
    with pytest.raises(UnknownNumberError) as refusal:
        find_claim(labelled, "C71")
    assert str(refusal.value) == "There is no claim C71 in this map. Close: C8, C9, C10."
    with pytest.raises(UnknownNumberError) as refusal:
        find(labelled, "S9")
    assert str(refusal.value) == "There is no source S9 in this map. Close: S2."


def test_numbers_that_hold_the_digits_come_first(labelled: ArgumentMap) -> None:
    with pytest.raises(UnknownNumberError, match="Close: C1, C2, C10"):
        find_claim(labelled, "0")


def test_two_kinds_may_be_asked_for_at_once(labelled: ArgumentMap) -> None:
    assert find(labelled, "r4", "CR").label == "R4"
    with pytest.raises(UnknownNumberError, match=r"There is no claim \(C…\) or inference \(R…\) “S2”"):
        find(labelled, "S2", "CR")
