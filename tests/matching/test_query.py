"""The query language of find: what each word, phrase, field and facet finds, and what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import merge, reword
from argmap.errors import QueryError
from argmap.matching import FACETS, Concordance, Query, read_query, search, where_said
from argmap.matching.query import FIELDS
from argmap.model import ArgumentMap, Claim
from tests.store.whole import make_whole
from tests.strategies import maps


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> ArgumentMap:
    """A map with everything in it: see `make_whole`."""
    from dataclasses import replace

    from argmap.model import Step, changed
    from argmap.model.labels import find_claim

    folder = tmp_path_factory.mktemp("found")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ARGMAP_STATE_DIR", str(folder / "state"))
        map_ = make_whole(folder / "whole.argmap").map
    mapper = replace(find_claim(map_, "C4"), implicit=True)
    map_.apply(Step("Mark C4 as implicit", (changed(map_, mapper),)))
    return map_


FOUND = {
    # words
    "emissions": ["C3", "C4"],
    "EMISSIONS": ["C3", "C4"],
    "emissions must": ["C4"],
    "must emissions": ["C4"],
    '"emissions must"': ["C4"],
    '"must emissions"': [],
    "mission": ["C3", "C4"],
    "shrink": ["C3"],  # another wording of C3
    "climate": ["C3"],  # a tag
    "jane": ["C3"],  # the author of the source
    "pays?": ["C3"],  # its title
    "news": ["C5"],  # where it stands
    "C3": ["C3"],
    "c3": ["C3"],
    '"C3"': ["C3"],
    "C99": [],
    "nothing-there": [],
    # what a claim does
    "is:position": ["C1", "C2"],
    "is:premise": ["C3", "C4", "C5", "C6", "C7"],
    "is:reason": ["C3", "C4"],
    "is:objection": ["C3", "C5", "C7"],
    "is:rebuttal": ["C7"],
    "is:undercut": ["C6"],
    "is:backing": [],
    "is:joint": ["C3", "C4"],
    "is:shared": ["C3"],
    "is:unplaced": ["C8"],
    "is:unanswered": ["C3", "C6", "C7"],
    "unanswered": ["C3", "C6", "C7"],
    "UNANSWERED": ["C3", "C6", "C7"],
    '"unanswered"': [],
    "is:sourced": ["C3", "C5"],
    "is:unsourced": ["C6", "C7", "C8"],  # not C4: the mapper supplied it
    "is:implicit": ["C4"],
    "is:rated": ["C3"],
    "is:conflicted": ["C3", "C5"],
    "is:commented": ["C3"],
    "IS:Objection": ["C3", "C5", "C7"],
    'is:"objection"': ["C3", "C5", "C7"],
    # fields
    "tag:checked": ["C3"],
    "tag:CHECKED": ["C3"],
    "tag:check": [],
    "source:1": ["C3"],
    "source:S2": ["C5"],
    "source:s2": ["C5"],
    "source:9": [],
    "source:" + "9" * 5_000: [],
    "source:002": ["C5"],
    "source:news": ["C5"],
    'source:"same again"': ["C5"],
    "by:minister": ["C3"],
    "by:reuters": ["C3"],
    "by:nobody": [],
    "note:figures": ["C3"],
    # not
    "-is:premise": ["C1", "C2", "C8"],
    "-emissions": ["C1", "C2", "C5", "C6", "C7", "C8"],
    "-tag:climate is:reason": ["C4"],
    '-"emissions must" emissions': ["C3"],
    "-unanswered is:objection": ["C5"],
    "-C3 is:sourced": ["C5"],
    # several
    "is:objection is:unsourced": ["C7"],
    "is:objection -source:2": ["C3", "C7"],
    "emissions is:reason tag:climate": ["C3"],
    # a colon that is no field
    "http://example.org": [],
    "foo:bar": [],
    # nothing asked, everything found
    "": ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"],
    "   ": ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"],
    '""': ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"],
}


@pytest.mark.parametrize("query", FOUND)
def test_a_query_finds_what_it_says(map_: ArgumentMap, query: str) -> None:
    assert FOUND[query] == [claim.label for claim in search(map_, query)]


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_and_its_negation_part_the_claims(map_: ArgumentMap, facet: str) -> None:
    found = {claim.id for claim in search(map_, f"is:{facet}")}
    others = {claim.id for claim in search(map_, f"-is:{facet}")}
    assert found | others == set(map_.claims)
    assert found & others == set()


def test_every_facet_and_field_says_what_it_means() -> None:
    for words in (*FIELDS.values(), *(words for words, _ in FACETS.values())):
        assert words.strip()


@pytest.mark.parametrize(
    ("typed", "meant"), [("is:objecton", "objection"), ("is:unsorced", "unsourced"), ("-is:positon", "position")]
)
def test_a_facet_there_is_not_is_refused_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(QueryError) as refusal:
        read_query(typed)
    wrong = typed.lstrip("-")
    assert str(refusal.value) == f"There is no {wrong}. Did you mean is:{meant}? There are {', '.join(FACETS)}."


def test_a_facet_nothing_comes_near_is_refused_with_all_there_are() -> None:
    with pytest.raises(QueryError) as refusal:
        read_query("is:zzz" + "z" * 100)
    assert str(refusal.value) == f"There is no is:{'z' * 40}. There are {', '.join(FACETS)}."


def test_an_open_phrase_reaches_to_the_end() -> None:
    assert read_query('one "two three').words == ("one", "two three")


def test_plain_words_are_told_apart_from_the_rest() -> None:
    query = read_query('Troops "leave now" is:objection tag:x -not unanswered')
    assert query.words == ("troops", "leave now")
    assert len(query.parts) == 6
    assert Query(()).words == ()


def test_duplicates_are_looked_for_or_taken_from_who_looked() -> None:
    claims = [Claim(number=n, text=text) for n, text in enumerate(("Oil is dear.", "oil is dear", "War is near."), 1)]
    map_ = ArgumentMap(claims)
    assert [claim.number for claim in search(map_, "is:duplicate")] == [1, 2]
    step = reword(map_, claims[0].id, "Something else entirely.")
    query = read_query("-is:duplicate")
    assert not query.fits(map_, claims[1])
    map_.apply(step)
    assert query.fits(map_, claims[1]), "an edit is noticed"
    known = Concordance()
    known.follow(map_, [claim.id for claim in claims])
    assert list(known.search("is:duplicate", {claims[2].id})) == [claims[2].id]
    assert list(known.search("is:duplicate", {claims[1].id})) == [claims[1].id]


@given(st.text(max_size=30))
def test_any_text_can_be_asked(map_: ArgumentMap, typed: str) -> None:
    """A query finds claims in the order of their numbers, or is refused with a sentence."""
    sentence = "There is no is:"
    numbers: list[int] = []
    try:
        numbers = [claim.number for claim in search(map_, typed)]
    except QueryError as error:
        sentence = str(error)
    assert sentence.startswith("There is no is:")
    assert numbers == sorted(numbers)


@given(maps(), st.sampled_from(sorted(FACETS)))
def test_facets_hold_on_any_map(map_: ArgumentMap, facet: str) -> None:
    """No map makes a facet fail, and what one finds is in the map."""
    assert {claim.id for claim in search(map_, f"is:{facet}")} <= set(map_.claims)


def test_the_number_of_a_merged_claim_finds_its_survivor(map_: ArgumentMap) -> None:
    merged = ArgumentMap(map_.entities())  # the others' tests are about the claims as they were
    claims = {claim.number: claim.id for claim in merged.claims.values()}
    merged.apply(merge(merged, claims[3], claims[8]))
    assert [claim.label for claim in search(merged, "C8")] == ["C3"]
    assert search(merged, "-C8 C3") == []


@pytest.mark.parametrize("typed", ["tag:", "words tag:", "tag: x", "-tag:"])
def test_a_field_with_nothing_behind_it_is_refused(typed: str) -> None:
    with pytest.raises(QueryError) as refusal:
        read_query(typed)
    assert str(refusal.value) == "tag: needs a word right behind it: one of its tags."


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("emissions", ""),
        ("shrink", "another wording"),
        ("climate", "a tag"),
        ("jane", "a source"),
        ("emissions jane", "a source"),
        ("-climate emissions", ""),
        ("C3", ""),
        ("nothing-there", ""),
        ("", ""),
    ],
)
def test_it_tells_in_what_else_than_the_text_words_are_found(map_: ArgumentMap, query: str, where: str) -> None:
    third = map_.numbered(Claim, 3)
    assert isinstance(third, Claim)
    assert where_said(map_, third, read_query(query).words) == where
