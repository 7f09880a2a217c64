"""Giving reasons and objections, taking premises together and apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing
from argmap.errors import (
    EditError,
    EmptyTextError,
    ForbiddenTextError,
    OutOfRangeError,
    RepeatedPremiseError,
    SelfPremiseError,
    TooLongError,
    UnfitError,
    UnknownNumberError,
)
from argmap.model import (
    ArgumentMap,
    ClaimId,
    Comment,
    CommentId,
    Inference,
    InferenceId,
    Polarity,
    Step,
    added,
    changed,
)
from tests.conftest import a_claim, an_inference

if TYPE_CHECKING:
    from collections.abc import Callable


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


def taken(map_: ArgumentMap, step: Step) -> Step:
    map_.apply(step)
    return step


def numbered(map_: ArgumentMap, number: int) -> Inference:
    found = map_.numbered(Inference, number)
    assert isinstance(found, Inference)
    return found


def labels(map_: ArgumentMap, target: ClaimId | InferenceId) -> list[str]:
    return [inference.label for inference in map_.bearing_on(target)]


@pytest.mark.parametrize(
    ("add", "target", "kind", "label"),
    [
        (editing.add_reason, c(2), "reason", "Add reason C11 to C2"),
        (editing.add_objection, c(2), "objection", "Add objection C11 to C2"),
        (editing.add_undercut, r(1), "undercut", "Add undercut C11 to C3 & C4's step"),
        (editing.add_backing, r(1), "backing", "Add backing C11 to C3 & C4's step"),
    ],
)
def test_a_new_claim_bears_on_its_target(
    small_map: ArgumentMap, add: Callable[..., Step], target: ClaimId | InferenceId, kind: str, label: str
) -> None:
    step = taken(small_map, add(small_map, target, "New words"))
    made = numbered(small_map, 8)
    assert (made.kind, made.target, step.label) == (kind, target, label)
    assert [small_map.claims[premise].text for premise in made.premises] == ["New words"]
    assert small_map.bearing_on(target)[-1] == made


@pytest.mark.parametrize(
    ("target", "polarity", "kind"),
    [
        (c(2), Polarity.SUPPORTS, "reason"),
        (c(2), Polarity.OPPOSES, "objection"),
        (r(1), Polarity.SUPPORTS, "backing"),
        (r(1), Polarity.OPPOSES, "undercut"),
    ],
)
def test_arguing_says_by_target_and_polarity_what_comes_of_it(
    small_map: ArgumentMap, target: ClaimId | InferenceId, polarity: Polarity, kind: str
) -> None:
    taken(small_map, editing.argue(small_map, target, polarity, "New words"))
    assert numbered(small_map, 8).kind == kind


def test_several_premises_are_taken_together_in_their_order(small_map: ArgumentMap) -> None:
    step = taken(small_map, editing.add_reason(small_map, c(2), "One", c(4), "Two"))
    made = numbered(small_map, 8)
    assert [small_map.claims[premise].label for premise in made.premises] == ["C11", "C4", "C12"]
    assert step.label == "Add reason C11 & C4 & C12 to C2"


def test_a_claim_that_is_there_serves_again_without_a_copy(small_map: ArgumentMap) -> None:
    step = editing.add_objection(small_map, c(2), c(5))
    assert [type(change.entity) for change in step.changes] == [Inference]
    taken(small_map, step)
    assert [use.label for use in small_map.uses_of(c(5))] == ["R2", "R8"]


def test_an_inference_is_placed_right_behind_the_one_named(small_map: ArgumentMap) -> None:
    taken(small_map, editing.add_reason(small_map, c(1), "Between", after=r(1)))
    assert labels(small_map, c(1)) == ["R1", "R8", "R2"]


def test_room_is_made_where_keys_are_equal(small_map: ArgumentMap) -> None:
    """Three objections with one key, as after joining two copies: a new one still goes right behind the first."""
    more = [an_inference(number, "c2", number, opposes=True) for number in (4, 5, 8)]
    crowded = ArgumentMap([*(each for each in small_map.entities() if each.id not in {"r4", "r5"}), *more])
    before = labels(crowded, c(2))
    taken(crowded, editing.add_reason(crowded, c(2), "Second", after=crowded.bearing_on(c(2))[0].id))
    assert labels(crowded, c(2)) == [before[0], "R9", *before[1:]]


@pytest.mark.parametrize(
    ("call", "refusal", "sentence"),
    [
        (lambda m: editing.add_reason(m, c(99), "x"), UnknownNumberError, "There is no claim with the id c99"),
        (lambda m: editing.add_reason(m, c(1), c(99)), UnknownNumberError, "There is no claim with the id c99"),
        (lambda m: editing.add_undercut(m, r(99), "x"), UnknownNumberError, "There is no inference with the id r99"),
        (lambda m: editing.argue(m, r(99), Polarity.OPPOSES, "x"), UnknownNumberError, "There is no inference"),
        (lambda m: editing.add_reason(m, c(1), c(1)), SelfPremiseError, "A claim cannot be a reason for or against"),
        (lambda m: editing.add_objection(m, c(1), "x", c(1)), SelfPremiseError, "A claim cannot be a reason"),
        (lambda m: editing.add_reason(m, c(1), c(5), c(5)), RepeatedPremiseError, "That claim is already a premise"),
        (lambda m: editing.add_reason(m, c(1)), UnfitError, "An inference needs at least one premise."),
        (lambda m: editing.add_reason(m, c(1), " "), EmptyTextError, "A claim needs at least one word."),
        (lambda m: editing.add_reason(m, c(1), "a\0"), ForbiddenTextError, "A claim holds a NUL character"),
        (lambda m: editing.add_reason(m, c(1), "a" * 10_001), TooLongError, "A claim is 10,001 characters long"),
        (lambda m: editing.add_reason(m, c(1), "x", after=r(7)), UnfitError, "does not bear on the same target."),
        (lambda m: editing.add_co_premise(m, r(2), c(5)), RepeatedPremiseError, "That claim is already a premise"),
        (lambda m: editing.add_co_premise(m, r(2), c(1)), SelfPremiseError, "A claim cannot be a reason"),
        (lambda m: editing.add_co_premise(m, r(2), "x", after=c(4)), UnfitError, "C4 is not a premise of R2."),
        (lambda m: editing.add_co_premise(m, r(99), "x"), UnknownNumberError, "There is no inference"),
        (lambda m: editing.split_premise(m, r(2), c(5)), UnfitError, "C5 is the only premise of R2; there is nothing"),
        (lambda m: editing.split_premise(m, r(1), c(5)), UnfitError, "C5 is not a premise of R1."),
        (lambda m: editing.join_inferences(m, r(1), r(1)), UnfitError, "R1 cannot be joined with itself"),
        (lambda m: editing.join_inferences(m, r(1), r(2)), UnfitError, "R1 and R2 do not bear on the same target in"),
        (lambda m: editing.join_inferences(m, r(2), r(7)), UnfitError, "so they stay apart."),
        (lambda m: editing.set_relevance(m, r(1), 1.5), OutOfRangeError, "A relevance must be a number from 0 to 1"),
        (lambda m: editing.set_relevance(m, r(1), float("nan")), OutOfRangeError, "not nan"),
        (lambda m: editing.set_scheme(m, r(1), "x" * 10_001), TooLongError, "The scheme is 10,001 characters long"),
        (lambda m: editing.set_warrant(m, r(1), "a\0"), ForbiddenTextError, "The warrant holds a NUL character"),
        (lambda m: editing.flip(m, r(99)), UnknownNumberError, "There is no inference with the id r99"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_a_sentence(
    small_map: ArgumentMap, call: Callable[[ArgumentMap], Any], refusal: type[EditError], sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        call(small_map)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(("after", "expected"), [(None, ["C3", "C4", "C11"]), (c(3), ["C3", "C11", "C4"])])
def test_a_co_premise_stands_behind_the_one_named_or_behind_all(
    small_map: ArgumentMap, after: ClaimId | None, expected: list[str]
) -> None:
    step = taken(small_map, editing.add_co_premise(small_map, r(1), "New words", after))
    assert [small_map.claims[premise].label for premise in small_map.inferences[r(1)].premises] == expected
    assert step.label == "Add co-premise C11 to C3 & C4"


def test_a_split_premise_stands_on_its_own_right_behind_with_the_same_bearing(small_map: ArgumentMap) -> None:
    taken(small_map, editing.set_relevance(small_map, r(1), 0.4))
    step = taken(small_map, editing.split_premise(small_map, r(1), c(4)))
    made = numbered(small_map, 8)
    assert labels(small_map, c(1)) == ["R1", "R8", "R2"]
    assert (made.premises, made.polarity, made.relevance) == ((c(4),), Polarity.SUPPORTS, 0.4)
    assert small_map.inferences[r(1)].premises == (c(3),)
    assert step.label == "Make C4 a reason of its own"


def test_a_split_among_equal_keys_still_stands_right_behind(small_map: ArgumentMap) -> None:
    crowded = ArgumentMap([replace(e, order="a0") if isinstance(e, Inference) else e for e in small_map.entities()])
    taken(crowded, editing.split_premise(crowded, r(1), c(3)))
    assert labels(crowded, c(1)) == ["R1", "R8", "R2"]
    assert crowded.inferences[r(1)].premises == (c(4),)


def test_joined_inferences_are_one_with_all_that_was_on_both(small_map: ArgumentMap) -> None:
    """Premises, warrants, undercuts and comments of the second go over to the first; nothing is lost."""
    other = replace(an_inference(8, "c1", 6, 3), warrant="Second", scheme="sign", relevance=0.6)
    undercut, comment = an_inference(9, "r8", 9), Comment(id=CommentId("n"), number=1, about=r(8), text="Hm")
    small_map.apply(Step("", (added(other), added(undercut), added(comment))))
    taken(small_map, editing.set_warrant(small_map, r(1), "First"))
    step = taken(small_map, editing.join_inferences(small_map, r(1), r(8)))
    joined = small_map.inferences[r(1)]
    assert joined.premises == (c(3), c(4), c(6))
    assert (joined.warrant, joined.scheme, joined.relevance) == ("First\nSecond", "sign", 0.6)
    assert labels(small_map, r(1)) == ["R4", "R9"]
    assert small_map.comments_on(r(1))[0].text == "Hm"
    assert r(8) not in small_map.inferences
    assert step.label == "Join C6 & C3 to C3 & C4"


def test_joining_keeps_what_the_kept_one_says_already(small_map: ArgumentMap) -> None:
    other = replace(an_inference(8, "c1", 6), warrant="Same", scheme="sign", relevance=0.6)
    small_map.apply(Step("", (added(other),)))
    kept = replace(small_map.inferences[r(1)], warrant="Same", scheme="example", relevance=0.0)
    small_map.apply(Step("", (changed(small_map, kept),)))
    taken(small_map, editing.join_inferences(small_map, r(1), r(8)))
    joined = small_map.inferences[r(1)]
    assert (joined.warrant, joined.scheme, joined.relevance) == ("Same", "example", 0.0)


def test_joining_takes_back_a_split(small_map: ArgumentMap) -> None:
    before = dict(small_map.inferences)
    taken(small_map, editing.split_premise(small_map, r(1), c(4)))
    taken(small_map, editing.join_inferences(small_map, r(1), numbered(small_map, 8).id))
    assert dict(small_map.inferences) == before


def test_splitting_takes_back_a_join_of_single_reasons(small_map: ArgumentMap) -> None:
    small_map.apply(Step("", (added(an_inference(8, "c1", 6, opposes=True, order="a2")),)))
    taken(small_map, editing.join_inferences(small_map, r(2), r(8)))
    taken(small_map, editing.split_premise(small_map, r(2), c(6)))
    found = [(each.polarity, each.premises) for each in small_map.bearing_on(c(1))]
    assert found[1:] == [(Polarity.OPPOSES, (c(5),)), (Polarity.OPPOSES, (c(6),))]


@pytest.mark.parametrize(
    ("inference", "kind", "label"),
    [
        (r(1), "objection", "Turn C3 & C4's support of C1 into an objection"),
        (r(4), "backing", "Turn C7's undercut of C3 & C4's step into a backing"),
    ],
)
def test_flipping_turns_support_into_opposition_and_back(
    small_map: ArgumentMap, inference: InferenceId, kind: str, label: str
) -> None:
    before = small_map.inferences[inference]
    step = taken(small_map, editing.flip(small_map, inference))
    assert (small_map.inferences[inference].kind, step.label) == (kind, label)
    taken(small_map, editing.flip(small_map, inference))
    assert small_map.inferences[inference] == before


def test_warrant_scheme_and_relevance_are_set_and_taken_away(small_map: ArgumentMap) -> None:
    step = taken(small_map, editing.set_warrant(small_map, r(1), " Who trains\r\n can leave. "))
    assert step.label == "Set the warrant of C3 & C4's support of C1"
    assert (
        taken(small_map, editing.set_scheme(small_map, r(1), "expert  opinion")).label
        == "Set the scheme of C3 & C4's support of C1"
    )
    assert taken(small_map, editing.set_relevance(small_map, r(1), 0.2)).label == "Rate C3 & C4's support of C1 slight"
    now = small_map.inferences[r(1)]
    assert (now.warrant, now.scheme, now.relevance) == ("Who trains\n can leave.", "expert opinion", 0.2)
    taken(small_map, editing.set_warrant(small_map, r(1), ""))
    taken(small_map, editing.set_scheme(small_map, r(1), ""))
    assert (
        taken(small_map, editing.set_relevance(small_map, r(1), None)).label
        == "Take the rating of C3 & C4's support of C1 away"
    )
    now = small_map.inferences[r(1)]
    assert (now.warrant, now.scheme, now.relevance) == ("", "", None)


def test_saying_what_is_said_already_changes_nothing(small_map: ArgumentMap) -> None:
    assert editing.set_relevance(small_map, r(1), None).changes == ()
    assert editing.reword(small_map, c(1), " Claim  1 ").changes == ()


def test_a_cycle_is_legal(small_map: ArgumentMap) -> None:
    taken(small_map, editing.add_reason(small_map, c(5), c(1)))
    assert small_map.bearing_on(c(5))[-1].premises == (c(1),)


def test_what_stands_in_an_argument_may_be_added_to_an_empty_map(empty_map: ArgumentMap) -> None:
    empty_map.apply(Step("", (added(a_claim(1)),)))
    taken(empty_map, editing.add_reason(empty_map, c(1), "Because"))
    assert labels(empty_map, c(1)) == ["R1"]
