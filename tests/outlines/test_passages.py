"""Passages stand in the order of the text, with what rests on them and what is one voice with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Citation, Claim, Dependence, Passage, Source
from argmap.outlines import dependence_between, overlap, passages_of, reading_order
from tests.strategies import maps

CLAIMS = [Claim(number=number, text=f"Claim {number}.") for number in (1, 2, 3)]
ONE, OTHER = Source(number=1, title="One"), Source(number=2, title="Other")


def cited(claim: Claim, paragraph: str, source: Source = ONE) -> Citation:
    return Citation(claim=claim.id, source=source.id, paragraph=paragraph)


def test_paragraphs_are_read_in_the_order_of_the_text() -> None:
    mixed = ["", "10", "2", "A2", "1, 18", "1-2", "A10", "26-27", "26", "9"]
    assert sorted(mixed, key=reading_order) == ["1, 18", "1-2", "2", "9", "10", "26", "26-27", "A2", "A10", ""]


@given(st.lists(st.text(alphabet="0123456789a¶-, ٣²", max_size=30)))
def test_any_paragraphs_can_be_sorted(paragraphs: list[str]) -> None:
    backwards = paragraphs[::-1]
    assert sorted(backwards, key=reading_order) == sorted(paragraphs, key=reading_order)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("26", "26-27", True),
        ("1, 18", "18", True),
        ("25-26", "26-27", True),
        ("1-2", "3", False),
        ("2", "12", False),
        ("intro", "intro", True),
        ("intro", "1", False),
        ("", "1", False),
        ("9" * 40, "9", False),
    ],
)
def test_ranges_overlap_where_they_share_a_paragraph(one: str, other: str, meets: bool) -> None:  # a case
    assert overlap(one, other) is overlap(other, one) is meets


def test_each_passage_holds_the_claims_that_rest_on_it() -> None:
    first, second, third = CLAIMS
    citations = [cited(third, "2"), cited(first, "2"), cited(second, "10"), cited(first, "1", OTHER)]
    map_ = ArgumentMap([*CLAIMS, ONE, OTHER, *citations])
    found = passages_of(map_, ONE.id)
    assert [passage.passage.paragraph for passage in found] == ["2", "10"]
    assert [citation.claim for citation in found[0].citations] == [first.id, third.id]


@given(maps())
def test_every_citation_stands_in_exactly_one_passage(map_: ArgumentMap) -> None:
    for source in map_.sources:
        listed = [citation.id for passage in passages_of(map_, source) for citation in passage.citations]
        assert sorted(listed) == sorted(citation.id for citation in map_.citations_in(source))


def test_one_voice_is_told_at_each_paragraph_of_its_range_and_at_both_ends() -> None:
    voice = Dependence(passages=(Passage(ONE.id, "26-27"), Passage(OTHER.id, "31")))
    map_ = ArgumentMap([*CLAIMS, ONE, OTHER, voice, cited(CLAIMS[0], "26"), cited(CLAIMS[1], "28")])
    at_26, at_28 = passages_of(map_, ONE.id)
    assert [there for _, _, there in at_26.voices] == [Passage(OTHER.id, "31")]
    assert not at_28.voices
    (named_only,) = passages_of(map_, OTHER.id)
    assert named_only.passage == Passage(OTHER.id, "31")
    assert not named_only.citations
    assert dependence_between(map_, Passage(ONE.id, "26"), Passage(OTHER.id, "31")) == voice
    assert dependence_between(map_, Passage(OTHER.id, "31"), Passage(ONE.id, "27")) == voice
    assert dependence_between(map_, Passage(ONE.id, "28"), Passage(OTHER.id, "31")) is None
