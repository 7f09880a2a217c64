"""Citing a source that is not there yet, and pointing a citation elsewhere, are one step each."""

from __future__ import annotations

import pytest

from argmap.editing import NewSource, cite, edit_citation
from argmap.errors import EmptyTextError, UnknownNumberError
from argmap.model import ArgumentMap, Citation, Claim, Source, SourceId

CLAIM = Claim(number=1, text="Attacks doubled.")
SOURCE = Source(number=3, title="The paper")
CITED = Citation(claim=CLAIM.id, source=SOURCE.id, quote="twice", prefix="was ", suffix=" as", start=40)


def sample() -> ArgumentMap:
    return ArgumentMap([CLAIM, SOURCE, CITED])


def test_a_new_source_comes_with_its_first_citation_and_goes_with_one_undo() -> None:
    map_ = sample()
    step = cite(map_, CLAIM.id, NewSource(" The  other\tpaper "), paragraph="4")
    map_.apply(step)
    new = map_.numbered(Source, 4)
    assert isinstance(new, Source)
    assert new.title == "The other paper"
    assert [citation.source for citation in map_.citations_of(CLAIM.id)] == [SOURCE.id, new.id]
    assert step.label == "Cite S4 for C1"
    map_.apply(step.reversed())
    assert map_ == sample()


def test_a_citation_can_be_pointed_into_another_source() -> None:
    map_ = sample()
    step = edit_citation(map_, CITED.id, NewSource("The other paper"), page="12")
    map_.apply(step)
    (citation,) = map_.citations_of(CLAIM.id)
    assert map_.sources[citation.source].label == "S4"
    assert (citation.id, citation.page, citation.quote) == (CITED.id, "12", "twice")
    assert (citation.start, citation.prefix, citation.suffix) == (None, "", ""), "these were places in the old text"
    map_.apply(step.reversed())
    assert map_ == sample()


def test_the_same_source_keeps_where_the_words_stand() -> None:
    map_ = sample()
    assert not edit_citation(map_, CITED.id, SOURCE.id).changes
    map_.apply(edit_citation(map_, CITED.id, SOURCE.id, page="2"))
    assert map_.citations[CITED.id].start == CITED.start


def test_no_source_without_a_title_and_none_that_is_not_there() -> None:
    map_ = sample()
    with pytest.raises(EmptyTextError):
        cite(map_, CLAIM.id, NewSource("  "))
    with pytest.raises(UnknownNumberError):
        edit_citation(map_, CITED.id, SourceId("gone"))
