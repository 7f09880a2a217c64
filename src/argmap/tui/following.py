"""Following: where the eye goes after a step, so that the cursor is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import About, Claim, ClaimId, Inference
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Step
    from argmap.outlines.walk import Place
    from argmap.tui.places import Places
    from argmap.tui.rows import Rows

_NEAR = 200


def is_structural(step: Step) -> bool:
    """Whether *step* changes what stands where, and not only what is said there."""
    for change in step.changes:
        before, after = change.before, change.after
        if isinstance(change.entity, Inference) and _links(before) != _links(after):
            return True
        if isinstance(change.entity, Claim) and _links(before) != _links(after):
            return True
    return False


def touched_claims(map_: ArgumentMap, step: Step) -> set[ClaimId]:
    """Return the claims whose rows look different after a step that is not structural; the question counts as one."""
    found: set[ClaimId] = set()
    for change in step.changes:
        for attribute in ("id", "claim", "about"):
            value = getattr(change.entity, attribute, None)
            if isinstance(value, ClaimId):
                found.add(value)
        for attribute in ("claims", "premises"):
            found.update(getattr(change.entity, attribute, ()))
    of_map = {map_.about.id}
    if any(of_map & {change.id, getattr(change.entity, "about", None)} for change in step.changes):
        found.add(QUESTION[1])
    return {each for each in found if each in map_.claims or each == QUESTION[1]}


def places_after(rows: Rows, cursor: int, step: Step, map_: ArgumentMap) -> Iterator[Place]:
    """Yield where the cursor should go after *step*, best place first.

    *rows* still show what was before the step, *map_* is what is after it.
    """
    here = rows.visible[cursor].place
    gone = [change for change in step.changes if change.after is None]
    come = [change.after for change in step.changes if change.before is None]
    if not _is_there(map_, here):
        yield from _places_of_it(step, here)
    if come or not gone:
        yield from _places_made(step, here)
    if not _is_there(map_, here) or (gone and not come):
        yield from _beside_gone(rows, cursor, map_)
    yield here
    for index in range(cursor, max(cursor - _NEAR, -1), -1):
        yield rows.visible[index].place


def _places_of_it(step: Step, here: Place) -> Iterator[Place]:
    """Yield the places that the claim at a place which is gone has in the steps that took it in."""
    for change in step.changes:
        after, before = change.after, change.before
        known = before.premises if isinstance(before, Inference) else ()
        if isinstance(after, Inference) and here[1] in after.premises and here[1] not in known:
            yield after.id, here[1]


def _places_made(step: Step, here: Place) -> Iterator[Place]:
    """Yield the places that *step* makes or changes, new positions first, then new claims at their links."""
    yield from _new_positions(step)
    new = {change.id for change in step.changes if change.before is None and isinstance(change.after, Claim)}
    gained: list[Place] = []
    changed: list[Place] = []
    for change in step.changes:
        after, before = change.after, change.before
        if isinstance(after, Inference):
            known = before.premises if isinstance(before, Inference) else ()
            fresh = [each for each in after.premises if each not in known]
            yield from ((after.id, each) for each in fresh if each in new)
            gained += [(after.id, each) for each in fresh]
            changed += [(after.id, each) for each in after.premises]
    tops = [(None, change.id) for change in step.changes if isinstance(change.after, Claim) and change.id in new]
    yield from tops  # type: ignore[misc]  # the entity is a claim
    yield from gained
    if here in changed:
        yield here
    yield from changed
    for change in step.changes:
        if isinstance(change.after, About):
            yield QUESTION


def _new_positions(step: Step) -> Iterator[Place]:
    for change in step.changes:
        after, before = change.after, change.before
        if isinstance(after, Claim) and after.is_position and not (isinstance(before, Claim) and before.is_position):
            yield None, after.id


def home_of_touched(places: Places, step: Step, here: Place) -> Place | None:
    """Return the place of the claim that a step without new links is about; *here* if it is one of its places."""
    for change in step.changes:
        for attribute in ("id", "claim", "about"):
            claim = getattr(change.entity, attribute, None)
            if isinstance(claim, ClaimId):
                return here if here[1] == claim else places.home(claim)
    return None


def _beside_gone(rows: Rows, cursor: int, map_: ArgumentMap) -> Iterator[Place]:
    """Yield the neighbours of the first row that is gone: the next sibling, the one before, the row above."""
    gone = cursor
    if _is_there(map_, rows.visible[cursor].place):
        lost = (index for index, row in enumerate(rows.visible) if not _is_there(map_, row.place))
        gone = next(lost, -1)
        if gone < 0:
            return
    else:
        above = rows.above(gone)
        while above is not None and not _is_there(map_, rows.visible[above].place):
            gone, above = above, rows.above(above)
    after = rows.next_sibling(gone)
    while after is not None and not _is_there(map_, rows.visible[after].place):
        after = rows.next_sibling(after)
    before = rows.previous_sibling(gone)
    for index in (after, before, rows.above(gone)):
        if index is not None:
            yield rows.visible[index].place


def _is_there(map_: ArgumentMap, place: Place) -> bool:
    inference, claim = place
    if inference is None:
        return claim in map_.claims or claim.startswith(" ")
    found = map_.inferences.get(inference)
    return found is not None and claim in found.premises


def _links(entity: object) -> tuple[object, ...] | None:
    match entity:
        case Inference():
            return entity.target, entity.premises, entity.order
        case Claim():
            return (entity.position,)
        case _:
            return None


def claims_gone(step: Step) -> int:
    """Count the claims that *step* takes out of the map."""
    return sum(change.after is None and isinstance(change.before, Claim) for change in step.changes)
