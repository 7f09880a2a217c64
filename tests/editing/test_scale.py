"""Long chains, large cycles and crowded targets: no recursion, and no work that grows with the square of the map.

What an edit does is counted in calls and not in seconds, so that a busy machine cannot fail these tests.
"""

from __future__ import annotations

import pytest

from argmap import editing
from argmap.errors import UnfitError
from argmap.model import About, ArgumentMap, ClaimId, InferenceId
from argmap.model.order import keys
from tests.conftest import a_claim, an_inference
from tests.counting import calls

DEPTH = 5_000
RING = 2_000
CLIQUE = 60


@pytest.fixture(scope="module")
def chain() -> ArgumentMap:
    """C1 is supported by C2, that by C3, and so on."""
    links = [an_inference(number, f"c{number}", number + 1) for number in range(1, DEPTH)]
    return ArgumentMap([About(), a_claim(1, position="a0"), *map(a_claim, range(2, DEPTH + 1)), *links])


@pytest.fixture(scope="module")
def tower() -> ArgumentMap:
    """Each inference undercuts the one before."""
    links = [an_inference(1, "c1", 2)]
    links += [an_inference(number, f"r{number - 1}", number + 1, opposes=True) for number in range(2, DEPTH)]
    return ArgumentMap([About(), a_claim(1, position="a0"), *map(a_claim, range(2, DEPTH + 1)), *links])


@pytest.fixture(scope="module")
def ring() -> ArgumentMap:
    """Each claim supports the one before, and the first supports the last."""
    links = [an_inference(number, f"c{number}", number % RING + 1) for number in range(1, RING + 1)]
    return ArgumentMap([About(), *map(a_claim, range(1, RING + 1)), *links])


@pytest.fixture(scope="module")
def clique() -> ArgumentMap:
    """Every claim supports every other."""
    numbers = range(1, CLIQUE + 1)
    pairs = [(one, other) for one in numbers for other in numbers if one != other]
    order = keys(len(pairs))
    links = [an_inference(number, f"c{one}", other, order=order[number]) for number, (one, other) in enumerate(pairs)]
    return ArgumentMap([About(), *map(a_claim, numbers), *links])


def test_a_branch_of_five_thousand_claims_goes_at_once(chain: ArgumentMap) -> None:
    step = editing.remove_branch(chain, ClaimId("c2"), InferenceId("r1"))
    assert len(step.changes) == (DEPTH - 1) * 2
    assert calls(lambda: editing.remove_branch(chain, ClaimId("c2"), InferenceId("r1"))) < DEPTH * 200


def test_a_tower_of_undercuts_falls_at_once(tower: ArgumentMap) -> None:
    assert len(editing.remove_inference(tower, InferenceId("r1")).changes) == DEPTH - 1
    assert len(editing.remove_branch(tower, ClaimId("c2")).changes) == (DEPTH - 1) * 2
    assert calls(lambda: editing.remove_branch(tower, ClaimId("c2"))) < DEPTH * 200


def test_the_end_of_a_long_chain_is_edited_as_easily_as_its_beginning(chain: ArgumentMap) -> None:
    first, last = ClaimId("c3"), ClaimId(f"c{DEPTH}")
    near = calls(lambda: editing.add_reason(chain, first, "New"))
    assert calls(lambda: editing.add_reason(chain, last, "New")) <= near * 1.5


def test_an_inference_moves_up_a_tower_but_not_onto_itself(tower: ArgumentMap) -> None:
    with pytest.raises(UnfitError, match="R2 would attack or back itself"):
        editing.move_inference(tower, InferenceId("r2"), InferenceId(f"r{DEPTH - 1}"))
    assert len(editing.move_inference(tower, InferenceId(f"r{DEPTH - 1}"), InferenceId("r1")).changes) == 1


def test_a_ring_of_two_thousand_claims_is_cut_and_cleared(ring: ArgumentMap) -> None:
    """Nothing is a position: C1 stands for the ring, so what it bears on stays with it."""
    assert len(editing.remove_claim(ring, ClaimId("c7")).changes) == 3
    assert calls(lambda: editing.remove_branch(ring, ClaimId("c7"))) < RING * 200
    step = editing.remove_branch(ring, ClaimId("c2"), InferenceId("r1"))
    assert {change.id for change in step.changes} == {"c2", "r1", "r2"}


def test_a_clique_is_edited_without_going_round_in_circles(clique: ArgumentMap) -> None:
    step = editing.remove_branch(clique, ClaimId("c5"))
    assert len(step.changes) == 1 + 2 * (CLIQUE - 1)
    assert calls(lambda: editing.remove_branch(clique, ClaimId("c5"))) < CLIQUE**2 * 200
