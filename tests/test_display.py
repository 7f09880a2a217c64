"""Foreign text on its way to a terminal: harmless, and never wider than it may be."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.display import clean_display, one_line, shorten, shorten_between_words, wrap
from tests.strategies import HOSTILE, SAMPLES

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u061c\u200e\u200f"

CLUSTERS = [
    "한",
    "é",
    "❤",
    "❤️",
    "👩\u200d👩\u200d👧",
    "🇮🇶",
    "👍🏽",
    "हि",
    "\u200d",
    "️",
    "́",
    "ᅡ",
    "撤",
    "军",
    "a",
    "b",
    "é",
    "-",
]
signs = st.sampled_from([*CLUSTERS, " ", "\t", "\n"])
wide_texts = st.one_of(st.text(), st.lists(signs).map("".join), st.sampled_from((*SAMPLES, *HOSTILE)))
widths = st.integers(2, 20)


def is_unsafe(character: str) -> bool:
    """Whether a character can steer a terminal, by what Unicode says of it."""
    category = unicodedata.category(character)
    return (
        (category == "Cc" and character not in "\n\t")
        or category in {"Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in BIDI
        or character in MARKS
        or "\U000e0000" <= character <= "\U000e007f"
    )


@given(st.text(st.characters()))
@example("".join(map(chr, range(0x110000))))
def test_no_control_direction_or_half_character_survives(text: str) -> None:
    assert [character for character in clean_display(text) if is_unsafe(character)] == []


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_display(clean_display(text)) == clean_display(text)


@given(st.text())
def test_harmless_text_stays_as_it_is(text: str) -> None:
    harmless = "".join(character for character in text if not is_unsafe(character) and character not in "\ufeff\ufff9")
    if not re.search("[\u206a-\u206f\ufffa\ufffb]", harmless):
        assert clean_display(harmless) == harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07\r", "a␀b␇␍"),
        ("\x7f", "␡"),
        ("\x9b2J", "�2J"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("\ud800", "�"),
        ("line\n\ttab", "line\n\ttab"),
        ("[bold]{0}%s", "[bold]{0}%s"),
        ("👩\u200d👧 ❤\ufe0f می\u200cخواهم", "👩\u200d👧 ❤\ufe0f می\u200cخواهم"),
    ],
)
def test_what_is_unsafe_is_shown_and_the_rest_kept(text: str, shown: str) -> None:
    assert clean_display(text) == shown


@pytest.mark.parametrize(
    ("text", "line"), [("a\n\n b\tc ", "a b c"), ("\u2028a\x85b", "�a�b"), ("", ""), ("\u3000全 角", "全 角")]
)
def test_one_line_is_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(wide_texts, widths)
def test_no_line_is_wider_than_it_may_be(text: str, cells: int) -> None:
    assert [line for line in wrap(text, cells, cell_len) if cell_len(line) > cells] == []


@given(wide_texts, widths)
def test_wrapping_loses_nothing_and_keeps_the_order(text: str, cells: int) -> None:
    lines = wrap(text, cells, cell_len)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")
    assert [line for line in lines if line != line.strip()] == []
    assert lines


@given(st.lists(st.from_regex("[a-z]{1,9}", fullmatch=True), min_size=1), st.integers(9, 30))
def test_words_that_fit_a_line_are_never_cut_and_lines_are_filled(words: list[str], cells: int) -> None:
    lines = wrap(" ".join(words), cells)
    assert " ".join(lines).split() == words
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split()[0]) > cells


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a abcdef", 3, ["a", "abc", "def"]),
        ("撤军将使", 5, ["撤军", "将使"]),
        ("撤军", 1, ["撤", "军"]),
        ("👩\u200d👩\u200d👧👩\u200d👩\u200d👧", 3, ["👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("❤\ufe0f❤\ufe0f", 2, ["❤\ufe0f", "❤\ufe0f"]),
        ("", 5, [""]),
        ("one\ntwo", 80, ["one two"]),
    ],
)
def test_signs_are_kept_whole_where_a_word_is_cut(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells, cell_len) == lines


def test_a_mountain_of_accents_is_wrapped_in_reasonable_time() -> None:
    text = "z" + "\u0301" * 9_999
    lines = wrap(text + " " + "撤" * 10_000, 40, cell_len)
    assert "".join(lines).replace(" ", "") == text + "撤" * 10_000
    assert max(map(cell_len, lines)) <= 40


@given(wide_texts, st.integers(0, 20))
def test_a_shortened_text_is_never_wider_than_it_may_be(text: str, cells: int) -> None:
    short = shorten(text, cells, cell_len)
    assert cell_len(short) <= cells
    assert "\n" not in short


@given(wide_texts, st.integers(1, 20))
def test_a_shortened_text_is_the_text_or_its_beginning_with_an_ellipsis(text: str, cells: int) -> None:
    line, short = one_line(text), shorten(text, cells, cell_len)
    if cell_len(line) <= cells:
        assert short == line
    else:
        assert short.endswith("…")
        assert line.startswith(short[:-1])


@pytest.mark.parametrize(
    ("text", "cells", "short"),
    [
        ("Withdrawal", 10, "Withdrawal"),
        ("Withdrawal", 9, "Withdraw…"),
        ("With drawal", 6, "With…"),
        ("Withdrawal", 1, "…"),
        ("Withdrawal", 0, ""),
        ("撤军将使", 4, "撤…"),
        ("ab❤\ufe0fcd", 4, "ab…"),
        ("", 0, ""),
        ("x", -1, ""),
    ],
)
def test_a_text_is_shortened_between_its_signs(text: str, cells: int, short: str) -> None:
    assert shorten(text, cells, cell_len) == short


def test_wide_writing_goes_on_in_the_line_it_begins_in() -> None:
    lines = wrap("position C3 外国军队应该离开伊拉克,因为议会已经投票要求他们离开", 30, cell_len)
    assert lines[0].startswith("position C3 外国军队")
    assert max(map(cell_len, lines)) <= 30
    assert wrap("position C3 abcdefghijklmnop", 20, cell_len) == ["position C3", "abcdefghijklmnop"]


@pytest.mark.parametrize(
    ("text", "cells", "short"),
    [
        ("A claim that fits", 17, "A claim that fits"),
        ("Withdrawal enables an ISIS return", 20, "Withdrawal enables…"),
        ("Withdrawal enables an ISIS return", 19, "Withdrawal enables…"),  # the end of a word is one already
        ("It is cheap, sure, and safe", 19, "It is cheap, sure…"),
        ("A Donaudampfschifffahrt is long", 20, "A Donaudampfschifff…"),  # else little would be left
        ("Donaudampfschifffahrt", 8, "Donauda…"),
        ("word", 0, ""),
    ],
)
def test_a_text_is_shortened_between_words_where_it_can(text: str, cells: int, short: str) -> None:
    assert shorten_between_words(text, cells) == short


@given(st.text(max_size=60), st.integers(0, 40))
def test_a_text_shortened_between_words_is_never_longer(text: str, cells: int) -> None:
    short = shorten_between_words(text, cells)
    assert len(short) <= cells or short == one_line(text) == ""
    assert one_line(text).startswith(short.removesuffix("…"))
