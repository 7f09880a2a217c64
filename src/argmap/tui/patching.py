"""Patching: after the usual edits, what stands where is put right where it changed, without a look at the whole map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Claim, ClaimId, Inference
from argmap.model.roles import is_linked

if TYPE_CHECKING:
    from argmap.model import Change, EntityId, Step
    from argmap.outlines.walk import Place
    from argmap.tui.places import Places


def patch(places: Places, step: Step) -> set[Place] | None:
    """Put *places* right after *step* and return the places under which rows came or went.

    Returns None, with nothing done, where a step does more than bring in or take out claims that stand nowhere else:
    then other claims may have to be shown in full at other places.
    """
    links = [change for change in step.changes if isinstance(change.entity, Inference)]
    claims = [change for change in step.changes if isinstance(change.entity, Claim)]
    new = {change.id for change in claims if change.before is None}
    gone = {change.id for change in claims if change.after is None}
    known = all(_is_plain(places, change, new, gone) for change in claims)
    if not links or not known or not all(_is_local(places, change, new, gone) for change in links):
        return None
    come = {
        premise: (change.after.id, premise)
        for change in links
        if isinstance(change.after, Inference)
        for premise in change.after.premises
        if premise in new
    }
    places.come_and_go(come, gone)  # type: ignore[arg-type]  # the ids of claims
    above = {_above(places, change) for change in links}
    return {place for place in above if place is not None and place[1] in places.map.claims}


def _is_plain(places: Places, change: Change, new: set[EntityId], gone: set[EntityId]) -> bool:
    """Whether a claim came or went with one link of its own, or stays what it is in the argument."""
    before, after = change.before, change.after
    if change.id in new:
        return isinstance(after, Claim) and not after.is_position and len(places.map.uses_of(after.id)) == 1
    if change.id in gone:
        home = places.homes.get(change.id)  # type: ignore[call-overload]  # the id of a claim
        return isinstance(before, Claim) and not before.is_position and home is not None and home[0] is not None
    return isinstance(before, Claim) and isinstance(after, Claim) and before.position == after.position


def _is_local(places: Places, change: Change, new: set[EntityId], gone: set[EntityId]) -> bool:
    """Whether the premises that an inference gains are new, and those that it loses are gone."""
    before, after = change.before, change.after
    had = before.premises if isinstance(before, Inference) else ()
    has = after.premises if isinstance(after, Inference) else ()
    if had and has and (before.target, before.order) != (after.target, after.order):  # type: ignore[union-attr]
        return False
    kept_before = [premise for premise in had if premise in has]
    kept_after = [premise for premise in has if premise in had]
    target = change.entity.target  # type: ignore[union-attr]  # an inference
    is_rooted = not isinstance(target, ClaimId) or target in new or target in gone or _is_rooted(places, target)
    return (
        is_rooted
        and kept_before == kept_after
        and all(premise in new for premise in has if premise not in had)
        and all(premise in gone for premise in had if premise not in has)
    )


def _is_rooted(places: Places, claim: ClaimId) -> bool:
    """Whether a claim had a place in the argument before and has it still."""
    map_ = places.map
    return claim in places.homes and (map_.claims[claim].is_position or is_linked(map_, claim))


def _above(places: Places, change: Change) -> Place | None:
    """Return the place that the premises of a changed inference stand under."""
    entity = change.entity
    assert isinstance(entity, Inference)
    target = entity.target
    if isinstance(target, ClaimId):
        return places.home(target)
    step = places.map.inferences.get(target)
    return None if step is None else (step.id, step.premises[-1])
