"""Order keys: between is between, and keys stay short."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.order import DIGITS, FIRST, key_after, key_between, keys


@st.composite
def grown(draw: st.DrawFn) -> list[str]:
    """Keys in order, grown by insertions at any place."""
    made = [FIRST]
    for _ in range(draw(st.integers(1, 40))):
        place = draw(st.integers(0, len(made)))
        before = made[place - 1] if place else None
        made.insert(place, key_between(before, made[place] if place < len(made) else None))
    return made


@given(grown())
def test_a_key_between_two_keys_sorts_between_them(made: list[str]) -> None:
    assert made == sorted(set(made))
    for before, after in pairwise(made):
        assert before < key_between(before, after) < after


@given(grown())
def test_the_ends_are_open(made: list[str]) -> None:
    assert key_between(None, made[0]) < made[0]
    assert key_between(made[-1], None) > made[-1]
    assert key_after(made[-1]) > made[-1]


def test_ten_thousand_random_insertions_stay_short_and_in_order() -> None:
    dice = random.Random(7)
    made = [FIRST]
    for _ in range(10_000):
        place = dice.randrange(len(made) + 1)
        before = made[place - 1] if place else None
        made.insert(place, key_between(before, made[place] if place < len(made) else None))
    assert made == sorted(set(made))
    assert max(map(len, made)) <= 12


@pytest.mark.parametrize("towards", ["end", "beginning"])
def test_ten_thousand_insertions_at_one_end_grow_with_the_number_of_digits_only(towards: str) -> None:
    made = [FIRST]
    for _ in range(10_000):
        made.append(key_after(made[-1]) if towards == "end" else key_between(None, made[-1]))
    assert made == sorted(set(made), reverse=towards == "beginning")
    assert max(map(len, made)) <= 4


def test_insertions_at_one_place_grow_slowly() -> None:
    low, high = FIRST, key_after(FIRST)
    for _ in range(600):
        high = key_between(low, high)
        assert low < high
    assert len(high) <= 130


def test_first_keys_are_in_order() -> None:
    made = keys(5_000)
    assert made[0] == FIRST
    assert made == sorted(set(made))
    assert max(map(len, made)) <= 4
    assert keys(0) == []


@pytest.mark.parametrize("key", ["", "A", "zzz", "a", "b0", "10", "a10", "é", "a0-", "a1V0"])
def test_a_foreign_key_is_followed_all_the_same(key: str) -> None:
    assert key_after(key) > key
    assert key_between(key, None) > key


@pytest.mark.parametrize(
    ("before", "after"), [("a0", "a0"), ("a1", "a0"), ("a0", "a00"), ("zzz", "zzzV"), ("x", "x"), ("a0", "-")]
)
def test_without_room_the_key_follows_the_one_before(before: str, after: str) -> None:
    assert key_between(before, after) > before


def test_the_longest_integers_still_have_neighbours() -> None:
    last, first = "z" + DIGITS[-1] * 26, "A" + DIGITS[0] * 26
    assert key_after(last) > last
    assert first < key_between(first, "a0") < "a0"
    assert key_between(None, first + "V") == first
    assert key_between(None, first) == first  # nothing sorts before it
    assert key_between(last, None) > last
    assert key_after("Z" + DIGITS[-1]) == FIRST
    assert key_between(last[:-1] + "y", last + "V") == last


def test_the_keys_of_a_letter_go_over_into_the_next() -> None:
    assert (key_after("az"), key_between(None, "a0"), key_between(None, "Z0")) == ("b00", "Zz", "Yzz")
