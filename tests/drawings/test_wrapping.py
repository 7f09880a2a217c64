"""Lines of text: nothing lost, nothing too wide, broken where readers expect it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.display import one_line
from argmap.drawings import Weight, text_width
from argmap.drawings.wrapping import fit, is_from_right, signs, wrap_text
from tests.strategies import texts

_SIZE = 14.0


@given(texts(), st.floats(30, 400), st.sampled_from(Weight))
def test_lines_hold_all_of_the_text_and_fit(text: str, room: float, weight: Weight) -> None:
    lines = wrap_text(text, _SIZE, room, weight)
    assert "".join("".join(lines).split()) == "".join(one_line(text).split())
    for line in lines:
        assert text_width(line, _SIZE, weight) <= room + 0.01 or len(list(signs(line))) == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("", [""]),
        ("line one\nline two", ["line one", "line two"]),
        ("abcdefghijklmnop", ["abcdefghij", "klmnop"]),
        ("撤军将使伊斯兰国", ["撤军将使", "伊斯兰国"]),
        ("撤军将使。伊斯", ["撤军将", "使。伊斯"]),
    ],
)
def test_text_is_broken_where_it_should(text: str, lines: list[str]) -> None:
    assert wrap_text(text, _SIZE, 62) == lines


def test_signs_stay_whole() -> None:
    """Accents, families joined of several people, flags and skin tones are one sign each."""
    assert list(signs("e\u0301🇮🇶🇫🇷👩‍👩‍👧👍🏽x")) == ["e\u0301", "🇮🇶", "🇫🇷", "👩‍👩‍👧", "👍🏽", "x"]


def test_a_text_cut_short_says_so() -> None:
    assert fit("one two three", _SIZE, 62) == "one two…"
    assert fit("short", _SIZE, 62) == "short"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", False), ("الانسحاب", True), ("123 עברית", True), ("C1: عربي", False), ("...", False)],
)
def test_direction_is_that_of_the_first_letter_that_has_one(text: str, expected: object) -> None:
    assert is_from_right(text) is expected


def test_widths_are_those_of_the_font() -> None:
    assert text_width("", _SIZE) == 0
    assert text_width("ill", _SIZE) < text_width("mmm", _SIZE)
    assert text_width("bold", _SIZE, Weight.SEMIBOLD) > text_width("bold", _SIZE)
    assert text_width("撤", _SIZE) == _SIZE
    assert text_width("e\u0301", _SIZE) == text_width("e", _SIZE)
