"""Word differences: what is marked is in one wording alone, and nothing of a wording is lost."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.display import one_line
from argmap.matching import marked, word_difference
from tests.strategies import texts


@given(texts(), texts())
def test_the_runs_are_the_wordings(one: str, other: str) -> None:
    first, second = word_difference(one, other)
    assert "".join(text for text, _ in first) == one_line(one)
    assert "".join(text for text, _ in second) == one_line(other)


@given(texts(), texts())
def test_which_comes_first_makes_no_difference_to_how_much_is_shared(one: str, other: str) -> None:
    first, second = word_difference(one, other)
    again, back = word_difference(other, one)
    assert sum(not alone for _, alone in first) == sum(not alone for _, alone in back)
    assert sum(not alone for _, alone in second) == sum(not alone for _, alone in again)


@given(texts())
def test_a_wording_and_itself_differ_in_nothing(text: str) -> None:
    assert not any(alone for runs in word_difference(text, text.upper().lower()) for _, alone in runs) or (
        text.upper().lower() != text
    )
    assert not any(alone for runs in word_difference(text, text) for _, alone in runs)


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("ISIS lost its grip in 2017.", "ISIS lost its land in 2019", "ISIS lost its [grip] in [2017.]"),
        ("Troops, should leave!", "troops should stay", "Troops, should [leave!]"),
        ("軍隊は去るべきだ", "軍隊は残るべきだ", "軍隊は[去]るべきだ"),
        ("All of it", "None", "[All of it]"),
        ("Leave [/b] now", "Leave now", "Leave [[/b]] now"),
    ],
)
def test_what_differs_stands_in_brackets(one: str, other: str, shown: str) -> None:
    assert marked(word_difference(one, other)[0]) == shown


def test_long_wordings_are_compared_too() -> None:
    first, _ = word_difference("a b " * 2_500, "a c " * 2_500)
    assert sum(len(text.split()) for text, alone in first if alone) == 2_500
