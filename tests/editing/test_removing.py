"""Removing premises, inferences, claims and branches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import editing
from argmap.errors import EditError, UnfitError, UnknownNumberError
from argmap.model import (
    About,
    Alias,
    AliasId,
    ArgumentMap,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Entity,
    Inference,
    InferenceId,
    Source,
    SourceId,
    Step,
)
from tests.conftest import a_claim, an_inference
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Callable


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


def left(map_: ArgumentMap, step: Step) -> str:
    """The claims and inferences that are left after *step*."""
    map_.apply(step)
    claims = sorted(claim.number for claim in map_.claims.values())
    inferences = sorted(inference.number for inference in map_.inferences.values())
    return " ".join([*(f"C{number}" for number in claims), *(f"R{number}" for number in inferences)])


def cleared(map_: ArgumentMap) -> ArgumentMap:
    """The same argument without positions."""
    return ArgumentMap([replace(e, position=None) if isinstance(e, Claim) else e for e in map_.entities()])


ALL = "C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 R1 R2 R3 R4 R5 R6 R7"


@pytest.mark.parametrize(
    ("inference", "premise", "expected", "under"),
    [
        (r(1), c(3), ALL, "C1"),
        (r(2), c(5), ALL.replace(" R2", "").replace(" R6", ""), "C1"),
        (r(4), c(7), ALL.replace(" R4", "").replace(" R5", ""), "C3 & C4's step"),
    ],
)
def test_a_premise_leaves_its_inference_and_the_last_one_ends_it(
    small_map: ArgumentMap, inference: InferenceId, premise: ClaimId, expected: str, under: str
) -> None:
    step = editing.remove_premise(small_map, inference, premise)
    assert left(small_map, step) == expected
    assert step.label == f"Take {small_map.claims[premise].label} from under {under}"
    assert premise not in {
        each for use in small_map.inferences.values() for each in use.premises if use.id == inference
    }


def test_an_inference_goes_with_what_bears_on_it_and_the_claims_stay(small_map: ArgumentMap) -> None:
    step = editing.remove_inference(small_map, r(1))
    assert left(small_map, step) == ALL.replace(" R1", "").replace(" R4", "").replace(" R5", "")
    assert step.label == "Remove C3 & C4's support of C1"


@pytest.mark.parametrize(
    ("inference", "premise", "gone"),
    [
        (r(4), c(7), ["C7", "R4", "R5"]),  # nothing else holds it
        (r(1), c(4), ["C4"]),
        (r(1), c(3), []),  # serves in R7 too
        (r(2), c(5), ["R2", "R6"]),  # has a reason or objection of its own
    ],
)
def test_a_claim_removed_here_stays_where_something_else_holds_it(
    small_map: ArgumentMap, inference: InferenceId, premise: ClaimId, gone: list[str]
) -> None:
    expected = " ".join(label for label in ALL.split() if label not in gone)
    label = f"Remove {small_map.claims[premise].label} here"
    step = editing.remove_claim_here(small_map, inference, premise)
    assert (left(small_map, step), step.label) == (expected, label)
    assert [use for use in small_map.uses_of(premise) if use.id == inference] == []


def test_a_use_that_goes_in_the_same_step_holds_nothing() -> None:
    """C2 supports C1 and also undercuts that very step: taken out, the step goes, and the undercut, and so C2."""
    links = [an_inference(1, "c1", 2), an_inference(2, "r1", 2, opposes=True)]
    map_ = ArgumentMap([About(), a_claim(1), a_claim(2), *links])
    assert left(map_, editing.remove_claim_here(map_, r(1), c(2))) == "C1"


def test_a_position_removed_here_stays(small_map: ArgumentMap) -> None:
    small_map.apply(editing.add_reason(small_map, c(2), c(1)))
    made = small_map.uses_of(c(1))[0].id
    assert left(small_map, editing.remove_claim_here(small_map, made, c(1))) == ALL


def test_a_claim_removed_everywhere_takes_what_bears_on_it_and_leaves_other_claims(small_map: ArgumentMap) -> None:
    step = editing.remove_claim(small_map, c(5))
    assert left(small_map, step) == "C1 C2 C3 C4 C6 C7 C8 C9 C10 R1 R4 R5 R7"
    assert step.label == "Remove C5"


def test_a_co_premise_removed_everywhere_leaves_the_others_of_its_inferences(small_map: ArgumentMap) -> None:
    assert left(small_map, editing.remove_claim(small_map, c(3))) == ALL.replace(" C3", "").replace(" R7", "")
    assert small_map.inferences[r(1)].premises == (c(4),)


def test_nothing_stays_tied_to_a_removed_claim(small_map: ArgumentMap) -> None:
    """Citations, conflicts, comments on it and on its inferences, and what was merged into it go with the claim."""
    source = Source(id=SourceId("s1"), number=1, title="A source")
    tied: list[Entity] = [
        Citation(claim=c(5), source=source.id),
        Conflict(claims=(c(3), c(5))),
        Comment(number=1, about=c(5), text="Hm"),
        Comment(number=2, about=r(2), text="Hm"),
        Comment(number=3, about=r(6), text="Hm"),
        Alias(id=AliasId("old"), survivor=c(5), number=20, text="Old words"),
    ]
    kept: list[Entity] = [Citation(claim=c(3), source=source.id), Comment(number=4, about=c(3), text="Hm")]
    map_ = ArgumentMap([*small_map.entities(), source, *tied, *kept])
    map_.apply(editing.remove_claim(map_, c(5)))
    around = [*map_.citations.values(), *map_.conflicts.values(), *map_.comments.values(), *map_.aliases.values()]
    assert around == kept
    assert list(map_.sources) == ["s1"]


@pytest.mark.parametrize(
    ("claim", "inference", "expected"),
    [
        (c(5), r(2), "C1 C2 C3 C4 C7 C8 C10 R1 R4 R5 R7"),  # with its rebuttal and the backing of its step
        (c(5), None, "C1 C2 C3 C4 C7 C8 C10 R1 R4 R5 R7"),
        (c(3), r(1), ALL),  # serves in R7 too: only its place in R1 goes
        (c(3), None, ALL.replace(" C3", "").replace(" R7", "")),
        (c(4), r(1), ALL.replace(" C4", "")),
        (c(1), None, "C2 C3 C10 R7"),  # C3 is used on the other side
        (c(7), r(4), ALL.replace(" C7", "").replace(" C8", "").replace(" R4", "").replace(" R5", "")),
        (c(10), None, ALL.replace(" C10", "")),
    ],
)
def test_a_branch_goes_as_a_whole_but_for_what_is_used_outside_it(
    small_map: ArgumentMap, claim: ClaimId, inference: InferenceId | None, expected: str
) -> None:
    step = editing.remove_branch(small_map, claim, inference)
    assert (left(small_map, step), step.label) == (expected, f"Remove the branch of C{claim[1:]}")


def test_a_position_in_a_branch_stays(small_map: ArgumentMap) -> None:
    small_map.apply(editing.add_reason(small_map, c(5), c(2)))
    assert left(small_map, editing.remove_branch(small_map, c(1))) == "C2 C3 C10 R7"


def test_an_only_premise_that_stays_takes_its_inference_and_what_attacks_the_step_with_it() -> None:
    links = [an_inference(1, "c1", 3), an_inference(2, "r1", 4, opposes=True), an_inference(3, "c2", 3)]
    map_ = ArgumentMap([About(), a_claim(1, position="a0"), a_claim(2, position="a1"), *map(a_claim, (3, 4)), *links])
    assert left(map_, editing.remove_branch(map_, c(3), r(1))) == "C1 C2 C3 R3"


def test_a_cycle_inside_the_branch_goes_with_it() -> None:
    """C3 and C4 support each other under C2: nothing outside uses them."""
    links = [an_inference(1, "c1", 2), an_inference(2, "c2", 3), an_inference(3, "c3", 4), an_inference(4, "c4", 3)]
    map_ = ArgumentMap([About(), a_claim(1), *map(a_claim, range(2, 5)), *links])
    assert left(map_, editing.remove_branch(map_, c(2), r(1))) == "C1"


def test_what_the_branch_bears_on_stays_even_where_a_cycle_puts_it_underneath() -> None:
    """C1 is what C2 speaks for, and also a reason for C3 under C2."""
    links = [an_inference(1, "c1", 2), an_inference(2, "c2", 3), an_inference(3, "c3", 1), an_inference(4, "c1", 4)]
    map_ = ArgumentMap([About(), *map(a_claim, range(1, 5)), *links])
    for inference in (r(1), None):
        step = editing.remove_branch(map_, c(2), inference)
        assert left(map_, step) == "C1 C3 C4 R3 R4"
        map_.apply(step.reversed())


def test_a_claim_that_stands_above_itself_only_loses_the_lower_place() -> None:
    """C1 supports C2, which supports C1: at its place under C2 only that place goes."""
    links = [an_inference(1, "c1", 2), an_inference(2, "c2", 1)]
    map_ = ArgumentMap([About(), a_claim(1), a_claim(2), *links])
    assert left(map_, editing.remove_branch(map_, c(1), r(2))) == "C1 C2 R1"


def test_a_claim_used_only_below_itself_goes() -> None:
    """C2 supports C1, and C3 under it: its one use outside its own branch is the place it is removed from."""
    links = [an_inference(1, "c1", 2), an_inference(2, "c2", 3), an_inference(3, "c3", 2)]
    map_ = ArgumentMap([About(), *map(a_claim, range(1, 4)), *links])
    assert left(map_, editing.remove_branch(map_, c(2), r(1))) == "C1"


def test_a_circle_of_steps_from_a_file_holds_nothing() -> None:
    """R3 and R4 bear on each other and on no claim: their premise C2 goes with the branch it is in."""
    links = [an_inference(1, "c1", 2), an_inference(3, "r4", 2), an_inference(4, "r3", 3)]
    map_ = ArgumentMap([About(), *map(a_claim, range(1, 4)), *links])
    assert left(map_, editing.remove_branch(map_, c(2), r(1))) == "C1 C3"


def test_a_cycle_under_another_claim_is_not_held_by_its_lowest_number() -> None:
    """C1 and C2 support each other under C3: removed from there, both go."""
    links = [an_inference(1, "c2", 1), an_inference(2, "c1", 2), an_inference(3, "c3", 1)]
    map_ = ArgumentMap([About(), *map(a_claim, range(1, 4)), *links])
    assert left(map_, editing.remove_branch(map_, c(1), r(3))) == "C3"


def _under_without(map_: ArgumentMap, starts: set[ClaimId], gone: ClaimId) -> set[ClaimId]:
    """The claims reached from *starts* downwards in a map from which *gone* was removed: the slow way round."""
    without = ArgumentMap(list(map_.entities()))
    without.apply(editing.remove_claim(without, gone))
    reached = starts & set(without.claims)
    while True:
        more = {
            premise
            for inference in without.inferences.values()
            if _end(without, inference) in reached
            for premise in inference.premises
        }
        if more <= reached:
            return reached
        reached |= more


def _end(map_: ArgumentMap, inference: Inference) -> ClaimId:
    while isinstance(inference.target, InferenceId):
        inference = map_.inferences[inference.target]
    return inference.target


@given(maps(cyclic=False), st.data())
def test_in_a_map_without_cycles_a_branch_is_what_nothing_else_leads_to(map_: ArgumentMap, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(list(map_.claims)))
    whole = set(map_.claims)
    staying = (whole - _below(map_, claim)) | {position.id for position in map_.positions()} | _over(map_, claim)
    expected = whole - _under_without(map_, staying, claim)
    map_.apply(editing.remove_branch(map_, claim))
    assert whole - set(map_.claims) == expected


def _over(map_: ArgumentMap, claim: ClaimId) -> set[ClaimId]:
    """What the claim bears on, by any chain."""
    found = {claim}
    while more := {_end(map_, i) for i in map_.inferences.values() if found & set(i.premises)} - found:
        found |= more
    return found - {claim}


def _below(map_: ArgumentMap, claim: ClaimId) -> set[ClaimId]:
    """The claim, what bears on it at any depth, and what bears on the inferences that end with it."""
    found = {claim}
    while True:
        steps = {use.id for use in map_.inferences.values() if use.premises == (claim,)}
        while more_steps := {i.id for i in map_.inferences.values() if i.target in steps} - steps:
            steps |= more_steps
        bearing = [i for i in map_.inferences.values() if _end(map_, i) in found or i.target in steps]
        more = {premise for inference in bearing for premise in inference.premises}
        if more <= found:
            return found
        found |= more


@pytest.mark.parametrize(
    ("call", "refusal", "sentence"),
    [
        (lambda m: editing.remove_premise(m, r(1), c(5)), UnfitError, "C5 is not a premise of R1."),
        (lambda m: editing.remove_claim_here(m, r(1), c(5)), UnfitError, "C5 is not a premise of R1."),
        (lambda m: editing.remove_branch(m, c(5), r(1)), UnfitError, "C5 is not a premise of R1."),
        (lambda m: editing.remove_premise(m, r(99), c(5)), UnknownNumberError, "There is no inference"),
        (lambda m: editing.remove_inference(m, r(99)), UnknownNumberError, "There is no inference with the id r99"),
        (lambda m: editing.remove_claim(m, c(99)), UnknownNumberError, "There is no claim with the id c99"),
        (lambda m: editing.remove_branch(m, c(99)), UnknownNumberError, "There is no claim with the id c99"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_a_sentence(
    small_map: ArgumentMap, call: Callable[[ArgumentMap], Any], refusal: type[EditError], sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        call(small_map)
    assert sentence in str(refused.value)


def test_a_removed_branch_comes_back_whole(small_map: ArgumentMap) -> None:
    before = ArgumentMap(list(small_map.entities()))
    step = editing.remove_branch(small_map, c(1))
    small_map.apply(step)
    small_map.apply(step.reversed())
    assert small_map == before
    assert cleared(small_map) != before
