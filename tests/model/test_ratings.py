"""Ratings in words, typed and stepped through."""

from __future__ import annotations

import pytest

from argmap.errors import OutOfRangeError, UnfitError
from argmap.model.ratings import CREDENCES, RELEVANCES, credence_word, next_rating, read_rating, relevance_word


@pytest.mark.parametrize(
    ("value", "word"),
    [(None, ""), (0, "very unlikely"), (0.05, "very unlikely"), (0.3, "unlikely"), (0.5, "even"), (1, "very likely")],
)
def test_a_credence_has_the_nearest_word(value: float | None, word: str) -> None:
    assert credence_word(value) == word


@pytest.mark.parametrize(("value", "word"), [(None, ""), (0.2, "slight"), (0.55, "moderate"), (1, "decisive")])
def test_a_relevance_has_the_nearest_word(value: float | None, word: str) -> None:
    assert relevance_word(value) == word


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("likely", 0.75),
        (" Very  Likely ", 0.95),
        ("very-unlikely", 0.05),
        ("0.3", 0.3),
        ("30%", 0.3),
        ("30 %", 0.3),
        ("1e-3", 0.001),
        ("0", 0.0),
        ("1", 1.0),
        ("none", None),
        ("CLEAR", None),
        ("unset", None),
    ],
)
def test_a_rating_is_read_as_a_word_a_number_or_a_percentage(typed: str, value: float | None) -> None:
    assert read_rating(typed, CREDENCES) == value


@pytest.mark.parametrize("typed", ["-0.5", "-5%", "101%", "1.5", "nan", "inf", "-1"])
def test_a_typed_number_outside_zero_to_one_is_refused(typed: str) -> None:
    with pytest.raises(OutOfRangeError, match="A rating must be a number from 0 to 1"):
        read_rating(typed, CREDENCES)


@pytest.mark.parametrize("typed", ["", "maybe", "0,5", "likely ish", "5 of 7", "strong"])
def test_a_typed_rating_that_is_none_says_what_there_is(typed: str) -> None:
    with pytest.raises(UnfitError, match=r"is no rating\. Say very unlikely, unlikely, even"):
        read_rating(typed, CREDENCES)


@pytest.mark.parametrize(
    ("value", "direction", "then"),
    [
        (None, 1, 1.0),
        (None, -1, 0.6),
        (0.8, -1, 0.6),
        (0.7, 1, 0.8),
        (0.7, -1, 0.6),
        (1.0, 1, 1.0),
        (0.2, -1, 0.2),
        (0.1, -1, 0.1),
    ],
)
def test_a_rating_steps_to_the_next_word_and_never_the_wrong_way(
    value: float | None, direction: int, then: float
) -> None:
    assert next_rating(value, RELEVANCES, direction, 0.8) == then
