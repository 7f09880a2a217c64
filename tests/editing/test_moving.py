"""Moving inferences and premises to other targets, and among their siblings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import editing
from argmap.errors import EditError, SelfPremiseError, UnfitError, UnknownNumberError
from argmap.model import About, ArgumentMap, ClaimId, Inference, InferenceId, Polarity, Step
from tests.conftest import a_claim, an_inference
from tests.strategies import order_keys

if TYPE_CHECKING:
    from collections.abc import Callable


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


def taken(map_: ArgumentMap, step: Step) -> str:
    map_.apply(step)
    return step.label


def labels(map_: ArgumentMap, target: ClaimId | InferenceId) -> list[str]:
    return [inference.label for inference in map_.bearing_on(target)]


def test_an_inference_moves_to_another_claim_with_what_bears_on_it(small_map: ArgumentMap) -> None:
    assert taken(small_map, editing.move_inference(small_map, r(1), c(2))) == "Move C3 & C4 under C2"
    assert (labels(small_map, c(1)), labels(small_map, c(2))) == (["R2"], ["R7", "R1"])
    assert labels(small_map, r(1)) == ["R4"]


def test_an_inference_moves_to_an_inference_and_so_becomes_an_undercut(small_map: ArgumentMap) -> None:
    taken(small_map, editing.move_inference(small_map, r(7), r(1), after=r(4)))
    assert (labels(small_map, r(1)), small_map.inferences[r(7)].kind) == (["R4", "R7"], "undercut")


def test_an_inference_moves_behind_the_one_named(small_map: ArgumentMap) -> None:
    taken(small_map, editing.move_inference(small_map, r(7), c(1), after=r(1)))
    assert labels(small_map, c(1)) == ["R1", "R7", "R2"]


def test_an_inference_moves_to_the_end_of_its_own_siblings(small_map: ArgumentMap) -> None:
    taken(small_map, editing.move_inference(small_map, r(1), c(1)))
    assert labels(small_map, c(1)) == ["R2", "R1"]


def test_an_only_premise_takes_its_inference_along(small_map: ArgumentMap) -> None:
    assert taken(small_map, editing.move_premise(small_map, r(2), c(5), c(2), Polarity.SUPPORTS)) == "Move C5 under C2"
    moved = small_map.inferences[r(2)]
    assert (moved.target, moved.kind, labels(small_map, r(2))) == (c(2), "reason", ["R6"])


def test_a_premise_keeps_its_polarity_unless_another_is_chosen(small_map: ArgumentMap) -> None:
    taken(small_map, editing.move_premise(small_map, r(2), c(5), c(2)))
    assert small_map.inferences[r(2)].kind == "objection"


def test_a_co_premise_leaves_the_others_behind(small_map: ArgumentMap) -> None:
    taken(small_map, editing.move_premise(small_map, r(1), c(4), c(2)))
    assert (small_map.inferences[r(1)].premises, small_map.inferences[r(1)].target) == ((c(3),), c(1))
    made = small_map.numbered(Inference, 8)
    assert isinstance(made, Inference)
    assert (made.premises, made.target, made.kind) == ((c(4),), c(2), "reason")


def test_a_co_premise_may_come_to_undercut_the_inference_it_leaves(small_map: ArgumentMap) -> None:
    taken(small_map, editing.move_premise(small_map, r(1), c(4), r(1), Polarity.OPPOSES))
    assert labels(small_map, r(1)) == ["R4", "R8"]


@pytest.mark.parametrize(
    ("call", "refusal", "sentence"),
    [
        (
            lambda m: editing.move_inference(m, r(1), c(3)),
            SelfPremiseError,
            "A claim cannot be a reason for or against",
        ),
        (lambda m: editing.move_inference(m, r(1), r(1)), UnfitError, "R1 would attack or back itself."),
        (lambda m: editing.move_inference(m, r(1), r(5)), UnfitError, "R1 would attack or back itself."),
        (lambda m: editing.move_inference(m, r(1), c(99)), UnknownNumberError, "There is no claim with the id c99"),
        (lambda m: editing.move_inference(m, r(1), r(99)), UnknownNumberError, "There is no inference with the id r99"),
        (lambda m: editing.move_inference(m, r(99), c(1)), UnknownNumberError, "There is no inference with the id r99"),
        (lambda m: editing.move_inference(m, r(1), c(2), after=r(2)), UnfitError, "does not bear on the same target."),
        (lambda m: editing.move_premise(m, r(2), c(5), c(5)), SelfPremiseError, "A claim cannot be a reason"),
        (lambda m: editing.move_premise(m, r(1), c(4), c(4)), SelfPremiseError, "A claim cannot be a reason"),
        (lambda m: editing.move_premise(m, r(4), c(7), r(5)), UnfitError, "R4 would attack or back itself."),
        (lambda m: editing.move_premise(m, r(1), c(5), c(2)), UnfitError, "C5 is not a premise of R1."),
        (lambda m: editing.move_premise(m, r(1), c(4), c(99)), UnknownNumberError, "There is no claim"),
        (
            lambda m: editing.reorder_inference(m, r(1), r(7)),
            UnfitError,
            "R1 can only be moved among the inferences on",
        ),
        (
            lambda m: editing.reorder_inference(m, r(1), r(1)),
            UnfitError,
            "R1 can only be moved among the inferences on",
        ),
        (lambda m: editing.reorder_premise(m, r(1), c(5), None), UnfitError, "C5 can only be moved among the premises"),
        (lambda m: editing.reorder_premise(m, r(1), c(3), c(5)), UnfitError, "C3 can only be moved among the premises"),
        (lambda m: editing.reorder_premise(m, r(1), c(3), c(3)), UnfitError, "C3 can only be moved among the premises"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_a_sentence(
    small_map: ArgumentMap, call: Callable[[ArgumentMap], Any], refusal: type[EditError], sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        call(small_map)
    assert sentence in str(refused.value)


def test_a_circle_of_steps_from_a_file_does_not_stop_others_from_moving_there() -> None:
    """R1 and R2 bear on each other, which no edit makes but a file may hold; R3 has no part in it."""
    circle = [an_inference(1, "r2", 1), an_inference(2, "r1", 2), an_inference(3, "c1", 3)]
    map_ = ArgumentMap([About(), *map(a_claim, range(1, 4)), *circle])
    taken(map_, editing.move_inference(map_, r(3), r(1)))
    assert labels(map_, r(1)) == ["R2", "R3"]


@st.composite
def crowds(draw: st.DrawFn) -> tuple[ArgumentMap, InferenceId, InferenceId | None]:
    """Inferences on one target with any order keys, equal ones too; one to move, and one to move it before."""
    orders = draw(st.lists(order_keys(), min_size=2, max_size=6))
    bearing = [an_inference(number, "c1", number + 1, order=order) for number, order in enumerate(orders, 1)]
    map_ = ArgumentMap([About(), *map(a_claim, range(1, len(orders) + 2)), *bearing])
    moved = draw(st.sampled_from(bearing)).id
    return map_, moved, draw(st.sampled_from([None, *(each.id for each in bearing if each.id != moved)]))


@given(crowds())
def test_reordering_puts_an_inference_right_before_another_whatever_the_keys(
    crowd: tuple[ArgumentMap, InferenceId, InferenceId | None],
) -> None:
    map_, moved, before = crowd
    expected = [each.id for each in map_.bearing_on(c(1)) if each.id != moved]
    expected.insert(len(expected) if before is None else expected.index(before), moved)
    taken(map_, editing.reorder_inference(map_, moved, before))
    assert [each.id for each in map_.bearing_on(c(1))] == expected


@given(crowds())
def test_moving_puts_an_inference_right_behind_another_whatever_the_keys(
    crowd: tuple[ArgumentMap, InferenceId, InferenceId | None],
) -> None:
    map_, moved, after = crowd
    expected = [each.id for each in map_.bearing_on(c(1)) if each.id != moved]
    expected.insert(len(expected) if after is None else expected.index(after) + 1, moved)
    taken(map_, editing.move_inference(map_, moved, c(1), after))
    assert [each.id for each in map_.bearing_on(c(1))] == expected


def test_where_keys_leave_room_only_the_moved_inference_changes(small_map: ArgumentMap) -> None:
    step = editing.reorder_inference(small_map, r(2), r(1))
    assert [change.id for change in step.changes] == ["r2"]
    assert taken(small_map, step) == "Move C5"
    assert labels(small_map, c(1)) == ["R2", "R1"]


@pytest.mark.parametrize(
    ("moved", "before", "expected"), [(5, 3, "C5 C3 C4"), (3, None, "C4 C5 C3"), (3, 5, "C4 C3 C5")]
)
def test_a_co_premise_moves_before_another(
    small_map: ArgumentMap, moved: int, before: int | None, expected: str
) -> None:
    three = replace(small_map.inferences[r(1)], premises=(c(3), c(4), c(5)))
    map_ = ArgumentMap([three if each.id == "r1" else each for each in small_map.entities()])
    target = None if before is None else c(before)
    assert taken(map_, editing.reorder_premise(map_, r(1), c(moved), target)) == f"Move C{moved} among its co-premises"
    assert " ".join(map_.claims[premise].label for premise in map_.inferences[r(1)].premises) == expected
