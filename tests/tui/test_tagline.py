"""Tags as one line: what is shown reads back as what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.tui.tagline import tag_line, tags_in
from tests.strategies import texts


@given(st.lists(texts()))
def test_a_line_reads_back_as_its_tags(tags: list[str]) -> None:
    assert tags_in(tag_line(tags)) == tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", []),
        (" ,, ", []),
        ("a b", ["a", "b"]),
        ("a,b, c", ["a", "b", "c"]),
        ("#fuel #2024", ["#fuel", "#2024"]),
        ('"foreign policy" x', ["foreign policy", "x"]),
        ('"never closed', ["never closed"]),
        ('5" guns', ['5"', "guns"]),
    ],
)
def test_people_type_spaces_or_commas_or_quotes(line: str, tags: list[str]) -> None:
    assert tags_in(line) == tags
