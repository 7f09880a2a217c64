"""What the tests share: maps in domain words, and how hard Hypothesis looks."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from argmap.model import About, ArgumentMap, Claim, ClaimId, Inference, InferenceId, MapId, Polarity
from argmap.settings.remembered import remember

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("dev", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True, print_blob=True)
settings.register_profile("thorough", parent=settings.get_profile("dev"), max_examples=1500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_collection_finish() -> None:
    """Look for garbage less often: walking thousands of collected tests each time took a sixth of the whole run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def a_claim(number: int, text: str = "", position: str | None = None) -> Claim:
    """A claim whose id says its number: ``C1`` is ``c1``."""
    return Claim(id=ClaimId(f"c{number}"), number=number, text=text or f"Claim {number}", position=position)


def an_inference(number: int, target: str, *premises: int, opposes: bool = False, order: str = "a0") -> Inference:
    """An inference whose id says its number: ``R1`` is ``r1``; *target* is an id such as ``c1`` or ``r1``."""
    return Inference(
        id=InferenceId(f"r{number}"),
        number=number,
        polarity=Polarity.OPPOSES if opposes else Polarity.SUPPORTS,
        target=InferenceId(target) if target.startswith("r") else ClaimId(target),
        premises=tuple(ClaimId(f"c{premise}") for premise in premises),
        order=order,
    )


@pytest.fixture
def empty_map() -> ArgumentMap:
    """A map without any claim."""
    return ArgumentMap([About(id=MapId("m"), title="Troops", question="Should the troops stay?")])


@pytest.fixture
def small_map(empty_map: ArgumentMap) -> ArgumentMap:
    """Two positions, a reason of two premises, an objection, a rebuttal, an undercut with its own, a backing, a spare.

    C1 and C2 are positions. R1: C3 & C4 support C1. R2: C5 opposes C1. R3: C6 opposes C5, which rebuts R2.
    R4: C7 undercuts R1. R5: C8 undercuts R4. R6: C9 backs R2. R7: C3 opposes C2. C10 is unplaced.
    """
    claims = [a_claim(1, position="a0"), a_claim(2, position="a1"), *map(a_claim, range(3, 11))]
    inferences = [
        an_inference(1, "c1", 3, 4),
        an_inference(2, "c1", 5, opposes=True, order="a1"),
        an_inference(3, "c5", 6, opposes=True),
        an_inference(4, "r1", 7, opposes=True),
        an_inference(5, "r4", 8, opposes=True),
        an_inference(6, "r2", 9),
        an_inference(7, "c2", 3, opposes=True),
    ]
    return ArgumentMap([empty_map.about, *claims, *inferences])


@pytest.fixture(scope="session", autouse=True)
def _own_state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing a test does reaches the folders of who runs it, and nothing they chose changes a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGMAP_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        patch.setenv("ARGMAP_CONFIG_DIR", str(tmp_path_factory.mktemp("config")))
        for name in ("ARGMAP_KEYS", "ARGMAP_ACCESSIBLE", "SSH_CONNECTION"):
            patch.delenv(name, raising=False)
        remember("welcomed", "yes")  # the first card would take the first key of whichever test comes first
        yield
