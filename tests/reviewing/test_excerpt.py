"""Excerpts: of long wordings what differs is kept, and what stands around it; short ones stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.matching import word_difference
from argmap.reviewing.excerpt import LONG, around_differences


@given(st.lists(st.sampled_from(["oil", "prices", "fell", "rose", "…"]), max_size=60).map(" ".join), st.booleans())
def test_what_is_short_stays_whole(text: str, alone: bool) -> None:  # hypothesis gives it
    runs = ((text, alone),)
    assert around_differences(runs) == runs


@given(st.integers(0, 3_000), st.integers(0, 3_000))
def test_what_differs_is_kept_and_the_rest_is_short(before: int, after: int) -> None:
    first, second = (f"{'word ' * before}{each} {'word ' * after}" for each in ("here", "there"))
    runs, _ = word_difference(first, second)
    shown = around_differences(runs)
    assert [words.strip() for words, alone in shown if alone] == ["here"]
    assert sum(len(words) for words, _ in shown) <= LONG
