"""A review: pairs are decided, skipped and taken back; what is decided stays decided, what is undone comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import EditError
from argmap.matching import Lane, duplicates
from argmap.model import ArgumentMap, ClaimId, Polarity, Verdict
from argmap.reviewing.decisions import BY_KEY, WAYS, Decision
from argmap.reviewing.review import LANES, Review, key_of
from argmap.wording import normal_form
from tests.conftest import a_claim, an_inference
from tests.reviewing.pairs import DECISIONS, WORDINGS, Reviewer, alike_maps, review_of

if TYPE_CHECKING:
    from argmap.matching import Pair

PRESENCE, PRESENT, NOT_PRESENT = WORDINGS[0], WORDINGS[1], WORDINGS[3]


def _judged(map_: ArgumentMap) -> set[frozenset[str]]:
    return {frozenset(distinct.wordings) for distinct in map_.distincts.values()}


def _wordings(map_: ArgumentMap, pair: Pair) -> frozenset[str]:
    return frozenset(normal_form(map_.claims[claim].text) for claim in (pair.first, pair.second))


def _alike(*texts: str) -> ArgumentMap:
    """A position C1 with a reason for each of *texts*, from C2 on."""
    claims = [a_claim(1, "Leave.", "a0"), *(a_claim(number, text) for number, text in enumerate(texts, 2))]
    return ArgumentMap([*claims, *(an_inference(each.number, "c1", each.number) for each in claims[1:])])


@settings(max_examples=25)
@given(alike_maps(), st.lists(st.sampled_from([*DECISIONS, None]), max_size=12))
def test_any_decisions_and_undos_keep_the_review_right(map_: ArgumentMap, presses: list[Decision | None]) -> None:
    """None undoes. Open pairs are two claims that are there and were not judged; undoing all gives all back."""
    before, person = ArgumentMap(map_.entities()), Reviewer(map_)
    first = [key_of(pair) for pair in person.review.open]
    for pressed in presses:
        if pressed is None:
            person.undo()
        elif person.review.current is not None:
            open_before = person.review.open
            try:
                person.decide(pressed)
            except EditError:
                assert person.review.open == open_before
        keys = [key_of(pair) for pair in person.review.open]
        assert len(keys) == len(set(keys))
        assert all(claim in map_.claims for key in keys for claim in key)
        assert all(len(key) == 2 for key in keys)
        assert not {_wordings(map_, pair) for pair in person.review.open} & _judged(map_)
    while person.undo():
        pass
    assert map_ == before
    assert [key_of(pair) for pair in person.review.open] == first


@settings(max_examples=25)
@given(alike_maps(), st.lists(st.sampled_from(DECISIONS), min_size=1, max_size=40))
def test_a_review_comes_to_an_end(map_: ArgumentMap, cycle: list[Decision]) -> None:
    """What cannot be decided so is skipped; a claim in new words may be judged once more, and never without end."""
    person = Reviewer(map_)
    for count in range(3 * person.review.total):
        if person.review.current is None:
            break
        current = key_of(person.review.current)
        try:
            person.decide(cycle[count % len(cycle)], "Words that are like nothing else here.")
        except EditError:
            person.review.skip()
        assert current not in map(key_of, person.review.open)
    assert person.review.current is None


@settings(max_examples=25)
@given(alike_maps())
def test_a_dismissed_pair_never_returns(map_: ArgumentMap) -> None:
    person = Reviewer(map_)
    while person.review.current is not None:
        try:
            person.decide(Decision.DIFFERENT)
        except EditError:
            person.review.skip()
    again = review_of(map_)
    assert all(pair.lane is Lane.IDENTICAL for pair in again.open), "all but the same words were dismissed"


def test_a_merged_pair_takes_the_pairs_of_the_merged_claim_with_it() -> None:
    """C3 is alike C2 and C4; once C3 is C2, the pair that is left is C2 and C4, and undoing brings C3 back."""
    person = Reviewer(_alike(PRESENCE, PRESENT, NOT_PRESENT))
    keys = {key_of(pair) for pair in person.review.open}
    assert keys == {frozenset(map(ClaimId, pair)) for pair in (("c2", "c3"), ("c2", "c4"), ("c3", "c4"))}
    person.decide(Decision.KEEP_A)
    assert [key_of(pair) for pair in person.review.open] == [frozenset((ClaimId("c2"), ClaimId("c4")))]
    person.undo()
    assert {key_of(pair) for pair in person.review.open} == keys


def test_a_verdict_on_the_survivor_holds_for_the_pairs_that_come_to_it() -> None:
    """C2 and C4 were judged different; merging C3 into C2 must not bring the pair back by way of C3 and C4."""
    person = Reviewer(_alike(PRESENCE, PRESENT, NOT_PRESENT))
    review = person.review
    review.skip_lane()
    assert review.current is not None
    assert review.current.lane is Lane.OPPOSITE
    pair = key_of(review.current)
    assert ClaimId("c4") in pair
    person.decide(Decision.DIFFERENT)
    survivor = next(claim for claim in pair if claim != "c4")
    while person.review.current is not None and person.review.current.lane is Lane.OPPOSITE:
        person.review.skip()
    current = person.review.current
    assert current is not None
    person.decide(Decision.KEEP_A if current.first == survivor else Decision.KEEP_B)
    assert person.review.current is None


@pytest.mark.parametrize(("decision", "verdict"), [("different", "different"), ("narrower", "narrower")])
def test_a_verdict_changes_no_argument(decision: str, verdict: str) -> None:
    person = Reviewer(_alike(PRESENCE, PRESENT))
    links = dict(person.map.inferences)
    person.decide(Decision(decision))
    assert dict(person.map.inferences) == links
    assert [distinct.verdict for distinct in person.map.distincts.values()] == [Verdict(verdict)]


@pytest.mark.parametrize(("decision", "polarity"), [("opposes", "opposes"), ("supports", "supports")])
def test_a_link_goes_from_the_slighter_claim_to_the_weightier_and_can_be_turned(decision: str, polarity: str) -> None:
    map_ = _alike(PRESENCE, PRESENT, "Oil prices fell.")
    map_.apply(as_reason(map_))
    for turned, target in ((False, "c3"), (True, "c2")):
        person = Reviewer(ArgumentMap(map_.entities()))
        person.review.turned = turned
        person.decide(Decision(decision))
        (made,) = (link for link in person.map.inferences.values() if link.number == 5)
        assert made.target == target
        assert made.polarity is Polarity(polarity)
        assert person.review.current is None


def as_reason(map_: ArgumentMap):  # type: ignore[no-untyped-def]  # noqa: ANN201  # a step
    """C4 becomes a reason for C3, so that C3 is argued about."""
    from argmap.editing import move_inference

    return move_inference(map_, next(iter(map_.uses_of(ClaimId("c4")))).id, ClaimId("c3"))


def test_a_conflict_is_recorded_once() -> None:
    person = Reviewer(_alike(PRESENCE, NOT_PRESENT))
    person.decide(Decision.CONFLICT)
    assert len(person.map.conflicts) == 1
    person.undo()
    from argmap.editing import record_conflict

    person.map.apply(record_conflict(person.map, ClaimId("c2"), ClaimId("c3")))
    person.review.follow(person.map)
    person.decide(Decision.CONFLICT)
    assert len(person.map.conflicts) == 1
    assert person.review.current is None


def test_the_same_words_cannot_be_told_apart() -> None:
    person = Reviewer(_alike(PRESENCE, PRESENCE))
    for decision in (Decision.DIFFERENT, Decision.OPPOSES, Decision.CONFLICT, Decision.NARROWER):
        with pytest.raises(EditError, match="have the same words"):
            person.decide(decision)
    person.decide(Decision.REWRITE, "Presence breeds instability.")
    assert [claim.text for claim in person.map.claims.values()] == ["Leave.", "Presence breeds instability."]


def test_lanes_come_in_their_order_and_the_wanted_claim_first() -> None:
    map_ = _alike(PRESENCE, PRESENT, NOT_PRESENT, WORDINGS[5], WORDINGS[6], WORDINGS[5])
    order = list(LANES)
    places = [order.index(pair.lane) for pair in review_of(map_).open]
    assert places == sorted(places)
    at = Review(map_, duplicates(map_), at=ClaimId("c4"))
    assert at.current is not None
    assert ClaimId("c4") in key_of(at.current)
    assert {key_of(pair) for pair in at.open} == {key_of(pair) for pair in review_of(map_).open}


def test_a_reworded_claim_is_compared_anew() -> None:
    from argmap.editing import reword

    person = Reviewer(_alike(PRESENCE, PRESENT))
    person.map.apply(reword(person.map, ClaimId("c3"), "Oil prices fell."))
    person.review.follow(person.map)
    assert not person.review.open
    person.map.apply(reword(person.map, ClaimId("c3"), PRESENCE))
    person.review.follow(person.map)
    assert [pair.lane for pair in person.review.open] == [Lane.IDENTICAL]


def test_every_decision_has_one_key() -> None:
    assert len(BY_KEY) == len(WAYS) == len(Decision)
    assert not set(BY_KEY) & set("ux?q")
