"""Moving inferences to other targets, premises to other places, and both among their siblings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.arguing import changed_all, inference_of, target_of
from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.editing.placing import among, behind
from argmap.errors import SelfPremiseError, UnfitError
from argmap.model import Inference, InferenceId, Polarity, added, changed
from argmap.model.naming import name_of, premises_of

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, Step


def move_inference(
    map_: ArgumentMap, inference: InferenceId, target: ClaimId | InferenceId, after: InferenceId | None = None
) -> Step:
    """Let an inference bear on another target, behind the inference *after* there or behind all."""
    now = inference_of(map_, inference)
    target_of(map_, target)
    label = f"Move {premises_of(map_, now)} under {name_of(map_, target)}"
    _refuse_circles(map_, now, target)
    order, respaced = behind(map_, target, after, now.id)
    moved = replace(now, target=target, order=order)
    return Entry().step(label, changed(map_, moved), *changed_all(map_, respaced.values()))


def move_premise(
    map_: ArgumentMap,
    inference: InferenceId,
    premise: ClaimId,
    target: ClaimId | InferenceId,
    polarity: Polarity | None = None,
) -> Step:
    """Let a claim bear on another target than it does in *inference*, keeping or choosing its polarity.

    An only premise takes its inference along; a co-premise leaves the others behind and gets an inference of its own.
    """
    now = inference_of(map_, inference)
    claim = claim_of(map_, premise)
    if premise not in now.premises:
        message = f"{claim.label} is not a premise of {now.label}."
        raise UnfitError(message)
    target_of(map_, target)
    label = f"Move {claim.label} under {name_of(map_, target)}"
    if premise == target:
        raise SelfPremiseError
    order, _ = behind(map_, target, None, None if now.is_joint else now.id)
    if not now.is_joint:
        _refuse_circles(map_, now, target)
        moved = replace(now, target=target, order=order, polarity=polarity or now.polarity)
        return Entry().step(label, changed(map_, moved))
    rest = replace(now, premises=tuple(each for each in now.premises if each != premise))
    alone = Inference(
        number=map_.next_number(Inference),
        polarity=polarity or now.polarity,
        target=target,
        premises=(premise,),
        order=order,
    )
    return Entry().step(label, changed(map_, rest), added(alone))


def reorder_inference(map_: ArgumentMap, inference: InferenceId, before: InferenceId | None) -> Step:
    """Move an inference before another one on the same target, or behind all of them (*before* None)."""
    now = inference_of(map_, inference)
    others = [other for other in map_.bearing_on(now.target) if other.id != inference]
    ids = [other.id for other in others]
    if before is not None and before not in ids:
        message = f"{now.label} can only be moved among the inferences on the same target."
        raise UnfitError(message)
    place = len(ids) if before is None else ids.index(before)
    order, respaced = among(others, place)
    moved = changed(map_, replace(now, order=order))
    return Entry().step(f"Move {premises_of(map_, now)}", moved, *changed_all(map_, respaced.values()))


def reorder_premise(map_: ArgumentMap, inference: InferenceId, premise: ClaimId, before: ClaimId | None) -> Step:
    """Move a co-premise before another one of its inference, or behind all of them (*before* None)."""
    now = inference_of(map_, inference)
    claim = claim_of(map_, premise)
    others = [each for each in now.premises if each != premise]
    if premise not in now.premises or (before is not None and before not in others):
        message = f"{claim.label} can only be moved among the premises of {now.label}."
        raise UnfitError(message)
    others.insert(len(others) if before is None else others.index(before), premise)
    label = f"Move {claim.label} among its co-premises"
    return Entry().step(label, changed(map_, replace(now, premises=tuple(others))))


def _refuse_circles(map_: ArgumentMap, inference: Inference, target: ClaimId | InferenceId) -> None:
    """Refuse a target among the premises, and an inference that would, by a chain of steps, bear on itself."""
    if target in inference.premises:
        raise SelfPremiseError
    seen: set[InferenceId] = set()  # a file may hold a circle of steps that this inference has no part in
    while isinstance(target, InferenceId) and target not in seen:
        if target == inference.id:
            message = f"{inference.label} would attack or back itself."
            raise UnfitError(message)
        seen.add(target)
        target = map_.inferences[target].target
