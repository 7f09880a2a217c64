"""Finding the step a person means when they name a claim, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import editing
from argmap.errors import UnfitError
from argmap.model import Claim, ClaimId, Inference, InferenceId, Polarity
from argmap.model.labels import find, find_claim
from argmap.model.naming import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Step


def the_step(map_: ArgumentMap, typed: str) -> Inference:
    """Return the inference *typed* names: ``R12``, or a claim that is a premise of exactly one inference."""
    found = find(map_, typed, "RC") if typed.strip()[:1].isalpha() else find(map_, typed, "CR")
    if isinstance(found, Inference):
        return found
    assert isinstance(found, Claim)
    uses = map_.uses_of(found.id)
    if len(uses) == 1:
        return uses[0]
    if not uses:
        message = f"{found.label} is no premise of anything, so there is no step from it."
        raise UnfitError(message)
    message = f"{found.label} is used in several steps: say which, {_choices(map_, uses)}."
    raise UnfitError(message)


def place_premises(map_: ArgumentMap, way: str, typed: str, premises: Sequence[str | ClaimId]) -> Step:
    """Return the step that lets *premises* support, oppose, undercut, back or join what *typed* names."""
    if way == "joins":
        if len(premises) > 1:
            message = "One claim joins a step at a time; call the command once for each."
            raise UnfitError(message)
        return editing.add_co_premise(map_, the_step(map_, typed).id, premises[0])
    if way in {"undercuts", "backs"}:
        target: ClaimId | InferenceId = the_step(map_, typed).id
    else:
        found = find(map_, typed, "CR")
        assert isinstance(found, Claim | Inference)
        target = found.id
    polarity = Polarity.SUPPORTS if way in {"supports", "backs"} else Polarity.OPPOSES
    return editing.argue(map_, target, polarity, *premises)


def the_place(map_: ArgumentMap, typed: str, step: str | None) -> tuple[Inference, Claim]:
    """Return the claim *typed* names and the inference it is a premise of: *step*, or the only one there is."""
    claim = find_claim(map_, typed)
    inference = the_step(map_, claim.label if step is None else step)
    if claim.id not in inference.premises:
        message = f"{claim.label} is not a premise of {inference.label}."
        raise UnfitError(message)
    return inference, claim


def _choices(map_: ArgumentMap, uses: tuple[Inference, ...]) -> str:
    """List steps with their targets, as in ``R4 (to C1) or R9 (to C7)``."""
    return " or ".join(f"{use.label} (to {name_of(map_, use.target)})" for use in uses)
