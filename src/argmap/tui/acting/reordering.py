"""Reordering: rows moved up and down among their siblings, one or all that are selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from argmap.errors import UnfitError
from argmap.model import InferenceId, Step
from argmap.tui.acting.chosen import claim_of
from argmap.tui.acting.selecting import chosen_branches, counted
from argmap.tui.action import EDIT, Action

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.model import ArgumentMap, ClaimId
    from argmap.outlines.walk import Place
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage

_Id = TypeVar("_Id")

_NO_ORDER = "Only positions, reasons and objections have an order here."


def _reorder(screen: Stage, _: str, *, direction: int) -> None:
    from argmap.editing import combined

    map_, rows = screen.document.map, chosen_branches(screen)
    moved = _movable(map_, rows, direction)
    edits = [partial(_step, each=each, among=moved, direction=direction) for each in moved]
    several = len(rows) > 1
    step = combined(map_, edits, lambda _: f"Move {counted(len(rows))}").step if several else edits[0](map_)
    if step.changes:
        screen.take(step)
        return
    edge = "last" if direction > 0 else "first"
    screen.say(f"They are the {edge} ones here." if several else f"It is the {edge} one here.")


def _movable(map_: ArgumentMap, rows: Sequence[Row], direction: int) -> list[Place | InferenceId]:
    """Return what moves with *rows*, in the order in which it has to move so that nothing bars the way.

    A claim moves inside its inference while it can. Where it cannot, or where all premises are to move, the inference
    moves.
    """
    claims = {(row.inference, claim_of(row)): None for row in rows}
    found: dict[Place | InferenceId, None] = {}
    for inference, claim in claims:
        if inference is None and not map_.claims[claim].is_position:
            if len(claims) == 1:
                raise UnfitError(_NO_ORDER)
        elif inference is not None and _moves_whole(map_, inference, claims, direction):
            found[inference] = None
        else:
            found[inference, claim] = None
    if not found:
        raise UnfitError(_NO_ORDER)
    return sorted(found, key=partial(_rank, map_), reverse=direction > 0)


def _moves_whole(map_: ArgumentMap, inference: InferenceId, claims: Collection[Place], direction: int) -> bool:
    """Whether an inference moves, and not some of its premises inside it: none of those could."""
    premises = map_.inferences[inference].premises
    chosen = {claim for claim in premises if (inference, claim) in claims}
    return all(_before(premises, claim, chosen, direction) is None for claim in chosen)


def _rank(map_: ArgumentMap, each: Place | InferenceId) -> tuple[int, int]:
    """Return where something stands among its siblings, premises behind everything else."""
    if isinstance(each, InferenceId):
        target = map_.inferences[each].target
        return 0, [inference.id for inference in map_.bearing_on(target)].index(each)
    inference, claim = each
    if inference is None:
        return 0, [position.id for position in map_.positions()].index(claim)
    return 1, map_.inferences[inference].premises.index(claim)


def _step(
    map_: ArgumentMap, *, each: Place | InferenceId, among: Collection[Place | InferenceId], direction: int
) -> Step:
    """Return the step that moves one thing past its next sibling; an empty one where that moves, too, or is none."""
    from argmap.editing import reorder_inference, reorder_position, reorder_premise

    inferences = {moved for moved in among if isinstance(moved, InferenceId)}
    if isinstance(each, InferenceId):
        target = map_.inferences[each].target
        around = _before([inference.id for inference in map_.bearing_on(target)], each, inferences, direction)
        return reorder_inference(map_, each, around[0]) if around else Step("", ())
    inference, claim = each
    mates: set[ClaimId] = {moved[1] for moved in among if not isinstance(moved, InferenceId) and moved[0] == inference}
    if inference is None:
        beside = _before([position.id for position in map_.positions()], claim, mates, direction)
        return reorder_position(map_, claim, beside[0]) if beside else Step("", ())
    inside = _before(map_.inferences[inference].premises, claim, mates, direction)
    return reorder_premise(map_, inference, claim, inside[0]) if inside else Step("", ())


def _before(ids: Sequence[_Id], moved: _Id, all_moved: Collection[_Id], direction: int) -> tuple[_Id | None] | None:
    """Return what *moved* comes to stand before when it moves by one (None in it: the end); None if it cannot."""
    place = ids.index(moved) + direction
    if not 0 <= place < len(ids) or ids[place] in all_moved:
        return None
    if direction < 0:
        return (ids[place],)
    return (ids[place + 1] if place + 1 < len(ids) else None,)


def _moves(id_: str, keys: tuple[str, ...], words: str, help_: str, direction: int) -> Action:
    return Action(id_, keys, EDIT, words, help_, partial(_reorder, direction=direction), edits=True)


ACTIONS = (
    _moves("move-down", ("J", "alt+down"), "Move down", "Move the row down among its siblings.", 1),
    _moves("move-up", ("K", "alt+up"), "Move up", "Move the row up among its siblings.", -1),
)
"""Changing the order of what is there."""
