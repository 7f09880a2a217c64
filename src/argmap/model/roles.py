"""Roles and queries: what a claim or an inference is in the argument, computed from the links and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.ids import ClaimId, InferenceId

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.ids import EntityId
    from argmap.model.inference import Inference


def reasons_for(map_: ArgumentMap, claim: ClaimId) -> tuple[Inference, ...]:
    """The inferences that support *claim*."""
    return tuple(inference for inference in map_.bearing_on(claim) if inference.supports)


def objections_to(map_: ArgumentMap, claim: ClaimId) -> tuple[Inference, ...]:
    """The inferences that oppose *claim*."""
    return tuple(inference for inference in map_.bearing_on(claim) if not inference.supports)


def undercuts_of(map_: ArgumentMap, inference: InferenceId) -> tuple[Inference, ...]:
    """The inferences that attack the step *inference* takes, not its premises."""
    return tuple(attack for attack in map_.bearing_on(inference) if not attack.supports)


def backings_of(map_: ArgumentMap, inference: InferenceId) -> tuple[Inference, ...]:
    """The inferences that support the step *inference* takes."""
    return tuple(support for support in map_.bearing_on(inference) if support.supports)


def rebuttals_to(map_: ArgumentMap, target: EntityId) -> tuple[Inference, ...]:
    """The objections to premises of objections: to *target* itself if it is an objection, else to any objection to it.

    An undercut counts as an objection here. Each is listed once, in the order of the objections and their premises.
    """
    attack = map_.inferences.get(InferenceId(target))
    objections = objections_to(map_, ClaimId(target)) if attack is None else (attack,)
    found: dict[InferenceId, Inference] = {}
    for objection in objections:
        if objection.supports:
            continue
        for premise in objection.premises:
            found.update((answer.id, answer) for answer in objections_to(map_, premise))
    return tuple(found.values())


def answers_to(map_: ArgumentMap, attack: Inference) -> tuple[Inference, ...]:
    """What meets *attack* (an objection or an undercut): objections to its premises, and undercuts of its step."""
    return (*rebuttals_to(map_, attack.id), *undercuts_of(map_, attack.id))


def is_unanswered(map_: ArgumentMap, attack: Inference) -> bool:
    """Whether *attack* opposes something and nothing in the map meets it."""
    return not attack.supports and not answers_to(map_, attack)


def unanswered_attacks(map_: ArgumentMap) -> tuple[Inference, ...]:
    """The objections and undercuts that nobody has answered, by number."""
    found = (attack for attack in map_.inferences.values() if is_unanswered(map_, attack))
    return tuple(sorted(found, key=lambda attack: attack.number))


def is_rebuttal(map_: ArgumentMap, inference: Inference) -> bool:
    """Whether *inference* opposes a premise of an objection or of an undercut."""
    return (
        not inference.supports
        and not inference.bears_on_inference
        and any(not use.supports for use in map_.uses_of(inference.target))
    )


def is_linked(map_: ArgumentMap, claim: ClaimId) -> bool:
    """Whether *claim* is a premise or a target of any inference."""
    return map_.is_used(claim) or map_.is_targeted(claim)


def unplaced_claims(map_: ArgumentMap) -> tuple[Claim, ...]:
    """The claims with no link that are no position either, by number."""
    found = (claim for claim in map_.claims.values() if not claim.is_position and not is_linked(map_, claim.id))
    return tuple(sorted(found, key=lambda claim: claim.number))


def is_unsourced(map_: ArgumentMap, claim: Claim) -> bool:
    """Whether *claim* cites nothing; positions, and claims the mapper supplied, need no source."""
    return not claim.is_position and not claim.implicit and not map_.citations_of(claim.id)


def roles_of(map_: ArgumentMap, claim: Claim) -> tuple[str, ...]:
    """Every role *claim* plays: position, reason, objection, rebuttal, undercut, backing, premise, unplaced."""
    found: dict[str, None] = {}
    if claim.is_position:
        found["position"] = None
    for use in map_.uses_of(claim.id):
        found["premise"] = None
        found[use.kind] = None
        if is_rebuttal(map_, use):
            found["rebuttal"] = None
    if not claim.is_position and not is_linked(map_, claim.id):
        found["unplaced"] = None
    return tuple(found)
