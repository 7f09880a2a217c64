"""Roles and queries on a map made by hand (see `small_map`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.model import ArgumentMap, Citation, ClaimId, Inference, InferenceId, Source, SourceId
from argmap.model.roles import (
    answers_to,
    backings_of,
    is_linked,
    is_rebuttal,
    is_unanswered,
    is_unsourced,
    objections_to,
    reasons_for,
    rebuttals_to,
    roles_of,
    unanswered_attacks,
    undercuts_of,
    unplaced_claims,
)
from tests.conftest import an_inference

if TYPE_CHECKING:
    from collections.abc import Iterable


def labels(inferences: Iterable[Inference]) -> list[str]:
    return [inference.label for inference in inferences]


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


def test_reasons_and_objections_are_told_apart(small_map: ArgumentMap) -> None:
    assert (labels(reasons_for(small_map, c(1))), labels(objections_to(small_map, c(1)))) == (["R1"], ["R2"])
    assert (labels(reasons_for(small_map, c(2))), labels(objections_to(small_map, c(2)))) == ([], ["R7"])


def test_undercuts_and_backings_bear_on_the_step(small_map: ArgumentMap) -> None:
    assert (labels(undercuts_of(small_map, r(1))), labels(backings_of(small_map, r(1)))) == (["R4"], [])
    assert (labels(undercuts_of(small_map, r(2))), labels(backings_of(small_map, r(2)))) == ([], ["R6"])
    assert labels(undercuts_of(small_map, r(4))) == ["R5"]


@pytest.mark.parametrize(
    ("target", "expected"), [(c(1), ["R3"]), (r(2), ["R3"]), (c(2), []), (r(1), []), (c(5), []), (r(4), [])]
)
def test_rebuttals_are_objections_to_the_premises_of_objections(
    small_map: ArgumentMap, target: ClaimId | InferenceId, expected: list[str]
) -> None:
    assert labels(rebuttals_to(small_map, target)) == expected


def test_what_opposes_a_premise_of_a_reason_is_no_rebuttal(small_map: ArgumentMap) -> None:
    attacked = ArgumentMap([*small_map.entities(), an_inference(8, "c4", 10, opposes=True)])
    assert labels(rebuttals_to(attacked, r(1))) == []
    assert labels(rebuttals_to(attacked, c(1))) == ["R3"]
    assert not is_rebuttal(attacked, attacked.inferences[r(8)])


def test_each_rebuttal_is_listed_once(small_map: ArgumentMap) -> None:
    """Where one claim serves in two objections, its rebuttal comes once."""
    shared = ArgumentMap([*small_map.entities(), an_inference(8, "c1", 5, 10, opposes=True, order="a2")])
    assert labels(rebuttals_to(shared, c(1))) == ["R3"]


def test_only_objections_to_premises_of_attacks_are_rebuttals(small_map: ArgumentMap) -> None:
    found = [inference.label for inference in small_map.inferences.values() if is_rebuttal(small_map, inference)]
    assert found == ["R3"]


def test_an_attack_is_answered_by_rebuttals_and_undercuts(small_map: ArgumentMap) -> None:
    assert labels(answers_to(small_map, small_map.inferences[r(2)])) == ["R3"]
    assert labels(answers_to(small_map, small_map.inferences[r(4)])) == ["R5"]
    assert labels(answers_to(small_map, small_map.inferences[r(7)])) == []


def test_unanswered_attacks_are_those_nobody_met_by_number(small_map: ArgumentMap) -> None:
    assert labels(unanswered_attacks(small_map)) == ["R3", "R5", "R7"]
    assert not is_unanswered(small_map, small_map.inferences[r(1)])


def test_a_claim_without_link_or_position_is_unplaced(small_map: ArgumentMap) -> None:
    assert [claim.label for claim in unplaced_claims(small_map)] == ["C10"]
    assert [is_linked(small_map, c(number)) for number in (1, 2, 3, 10)] == [True, True, True, False]


def test_a_position_without_links_is_placed(small_map: ArgumentMap) -> None:
    alone = ArgumentMap([each for each in small_map.entities() if not isinstance(each, Inference)])
    assert [claim.number for claim in unplaced_claims(alone)] == [3, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("number", "roles"),
    [
        (1, ("position",)),
        (3, ("premise", "reason", "objection")),
        (5, ("premise", "objection")),
        (6, ("premise", "objection", "rebuttal")),
        (7, ("premise", "undercut")),
        (9, ("premise", "backing")),
        (10, ("unplaced",)),
    ],
)
def test_a_claim_plays_every_role_its_links_give_it(
    small_map: ArgumentMap, number: int, roles: tuple[str, ...]
) -> None:
    assert roles_of(small_map, small_map.claims[c(number)]) == roles


def test_only_claims_that_are_no_position_need_a_source(small_map: ArgumentMap) -> None:
    source = Source(id=SourceId("s1"), number=1, title="A source")
    sourced = ArgumentMap([*small_map.entities(), source, Citation(claim=c(3), source=source.id)])
    assert [claim.number for claim in sourced.claims.values() if is_unsourced(sourced, claim)] == [4, 5, 6, 7, 8, 9, 10]
