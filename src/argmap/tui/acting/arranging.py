"""Arranging: reasons moved up, down and under other claims; premises taken together or apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.model import ClaimId
from argmap.model.naming import joined_names
from argmap.tui.acting.chosen import claim_of, inference_of
from argmap.tui.acting.selecting import change_each, chosen_branches, clear
from argmap.tui.action import EDIT, Action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import ArgumentMap, Inference, InferenceId, Step
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage


def _reading(map_: ArgumentMap, now: Inference, target: ClaimId | InferenceId, when: str = " ") -> str:
    """Say what a step does, or would do under *target*, as in ``C12 supports C3``; *when* stands before the verb."""
    labels = [map_.claims[premise].label for premise in now.premises]
    named = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
    verb = ("support" if now.supports else "oppose") + ("" if now.is_joint else "s")
    what = map_.claims[target].label if isinstance(target, ClaimId) else f"the step {map_.inferences[target].label}"
    return f"{named}{when}{verb} {what}"


def _tell_moved(screen: Stage, inference: InferenceId) -> None:
    """Say what a step that was moved does now."""
    now = screen.document.map.inferences[inference]
    said = _reading(screen.document.map, now, now.target, " now ")
    screen.say(f"{said} · {screen.keymap.offer('undo', 'undo')}")


def _move(
    screen: Stage,
    map_: ArgumentMap,
    inference: InferenceId,
    target: ClaimId | InferenceId,
    after: InferenceId | None = None,
) -> Step:
    """Return the step that moves *inference* under *target*; refuse where the map says that already."""
    from argmap.editing import arguing, move_inference
    from argmap.editing.repeating import is_said

    now = arguing.inference_of(map_, inference)
    if is_said(map_, now, arguing.target_of(map_, target).id):
        message = f"{_reading(map_, now, target)} already. [move-to] chooses another place."
        raise UnfitError(screen.keymap.filled(message))
    return move_inference(map_, inference, target, after=after)


def _placed(screen: Stage, map_: ArgumentMap, row: Row) -> InferenceId:
    """Return the inference that moves when *row* does; refuse with `UnfitError` for what bears on nothing."""
    claim = map_.claims[claim_of(row)]
    if row.inference is not None:
        return row.inference
    if claim.is_position:
        message = f"{claim.label} is a position: it answers the question and stands at the top."
    else:
        message = f"{claim.label} bears on nothing yet. [move-to] chooses a claim to move it under."
    raise UnfitError(screen.keymap.filled(message))


def _promote(screen: Stage, _: str) -> None:
    map_, row = screen.document.map, screen.tree_view.row
    inference = map_.inferences[_placed(screen, map_, row)]
    if inference.bears_on_inference:
        around: InferenceId | None = map_.inferences[inference.target].id  # type: ignore[index]  # it is one
    else:
        around = None if row.above is None else row.above.inference
    if around is None:
        above = map_.claims[inference.target]  # type: ignore[index]  # a claim then
        kind = "a position" if above.is_position else "at the top"
        message = f"{above.label} is {kind} and bears on nothing, so there is nothing above it to move to."
        raise UnfitError(message)
    screen.take(_move(screen, map_, inference.id, map_.inferences[around].target, around))
    _tell_moved(screen, inference.id)


def _demote(screen: Stage, _: str) -> None:
    map_, tree = screen.document.map, screen.tree_view
    inference = _placed(screen, map_, tree.row)
    index = tree.rows.previous_sibling(tree.cursor)
    while index is not None and tree.rows.visible[index].inference == inference:
        index = tree.rows.previous_sibling(index)
    if index is None:
        message = "It is the first one here: there is no claim before it to move under. [move-to] chooses another."
        raise UnfitError(screen.keymap.filled(message))
    screen.take(_move(screen, map_, inference, tree.rows.visible[index].claim))
    _tell_moved(screen, inference)


def _split_or_join(screen: Stage, _: str) -> None:
    from argmap.editing import join_inferences, split_premise

    map_, row = screen.document.map, screen.tree_view.row
    inference = map_.inferences[inference_of(row)]
    claim = map_.claims[row.claim]
    if inference.is_joint:
        screen.take(split_premise(map_, inference.id, claim.id))
        return
    siblings = map_.bearing_on(inference.target)
    before = siblings[: siblings.index(inference)]
    mate = next((each for each in reversed(before) if each.polarity is inference.polarity), None)
    if mate is None:
        message = (
            f"No {inference.kind} stands before {claim.label} to join it with."
            " [move-down] moves it down, [add-co-premise] adds a co-premise."
        )
        raise UnfitError(screen.keymap.filled(message))
    step = join_inferences(map_, mate.id, inference.id)
    screen.take(step)
    premises = screen.document.map.inferences[mate.id].premises
    labels = [screen.document.map.claims[each].label for each in premises]
    need = "both needed" if len(labels) == 2 else f"all {len(labels)} needed"  # noqa: PLR2004  # a pair has its own word
    screen.say(
        f"{', '.join(labels[:-1])} and {labels[-1]} are one {inference.kind} now: {need}"
        f" · {screen.keymap.offer('undo', 'undo')}"
    )


def _move_under(screen: Stage, target: ClaimId, map_: ArgumentMap, row: Row) -> Step:
    """Return the step that puts what stands at *row* under *target*: a loose claim becomes a reason."""
    from argmap.editing import add_reason, claims

    claim = claims.claim_of(map_, claim_of(row))  # it may have been removed while the list was open
    if row.inference is None and not claim.is_position:
        return add_reason(map_, target, claim.id)
    return _move(screen, map_, _placed(screen, map_, row), target)


def _going_along(map_: ArgumentMap, row: Row) -> tuple[ClaimId, ...]:
    """Return the claims that move when *row* does: its own first, then what is needed together with it."""
    claim = claim_of(row)
    together = () if row.inference is None else map_.inferences[row.inference].premises
    return claim, *(premise for premise in together if premise != claim)


def _said_under(map_: ArgumentMap, rows: Sequence[Row]) -> set[ClaimId]:
    """Return the claims on which all that stands at *rows* bears already, as it would after being moved there."""
    there: list[set[ClaimId]] = []
    for row in rows:
        moved = None if row.inference is None else map_.inferences.get(row.inference)
        if moved is None:
            return set()
        premises, polarity = set(moved.premises), moved.polarity
        uses = map_.uses_of(moved.premises[0])
        same = (use.target for use in uses if use.polarity is polarity and set(use.premises) == premises)
        there.append({target for target in same if isinstance(target, ClaimId)})
    return set.intersection(*there)


def _move_to(screen: Stage, _: str) -> None:
    from argmap.editing.arguing import target_of
    from argmap.editing.copying import reached
    from argmap.tui.choosing import ClaimPicker

    map_ = screen.document.map
    rows = chosen_branches(screen)
    if len(rows) == 1 and map_.claims[claim_of(rows[0])].is_position and rows[0].inference is None:
        _placed(screen, map_, rows[0])
    moved = [claim for row in rows for claim in _going_along(map_, row)]
    what = joined_names(map_.claims[claim].label for claim in moved) if len(rows) == 1 else f"{len(rows)} rows"

    def move(target: ClaimId) -> None:
        label = target_of(screen.document.map, target).label
        change_each(
            screen,
            partial(_move_under, screen, target),
            f"Move under {label}:",
            rows=rows,
            once=lambda row: row.inference or row.place,
        )
        clear(screen)
        if len(rows) == 1 and rows[0].inference is not None:
            _tell_moved(screen, rows[0].inference)

    def last(map_: ArgumentMap) -> dict[ClaimId, str]:
        stands = "(it stands there)" if len(rows) == 1 else "(they stand there)"
        under = dict.fromkeys(reached(map_, moved).claims, "(under it: a circle)")
        return under | dict.fromkeys(_said_under(map_, rows), stands)

    screen.ask(ClaimPicker(screen, f"Move {what} under", near=moved, last=last), move)


def _use_here(screen: Stage, _: str) -> None:
    from argmap.editing import add_co_premise, add_objection, add_reason
    from argmap.tui.choosing import PremisePicker

    map_, row = screen.document.map, screen.tree_view.row
    here = claim_of(row)
    relations = [("+", "supports"), ("-", "opposes"), *([("&", "together with")] if row.inference else [])]
    title = f"Use an existing claim at {map_.claims[here].label}"
    dialog = PremisePicker(screen, title, near=here, relations=relations)

    def use(premise: ClaimId) -> None:
        from argmap.editing.repeating import says_again

        map_ = screen.document.map
        if dialog.relation == "&":
            screen.take(add_co_premise(map_, inference_of(row), premise))
            return
        step = (add_objection if dialog.relation == "-" else add_reason)(map_, here, premise)
        if says_again(map_, step):
            message = f"{map_.claims[premise].label} stands there already. [use-existing] chooses another."
            raise UnfitError(screen.keymap.filled(message))
        screen.take(step)

    screen.ask(dialog, use)


_ALONE = {"promote", "demote", "split-or-join"}


def _arranges(id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None]) -> Action:
    return Action(id_, keys, EDIT, words, help_, do, edits=True, alone=id_ in _ALONE)


ACTIONS = (
    _arranges(
        "promote", ("H", "alt+left"), "Move up a level", "Let it bear on what the claim above it bears on.", _promote
    ),
    _arranges("demote", ("L", "alt+right"), "Move down a level", "Let it bear on the claim before it.", _demote),
    _arranges(
        "split-or-join",
        ("|",),
        "Split off or join",
        "Make a co-premise a reason of its own; join a lone reason with the one before it.",
        _split_or_join,
    ),
    _arranges("move-to", ("m",), "Move to…", "Choose the claim to move this one under.", _move_to),
    _arranges(
        "use-existing", ("@",), "Use an existing claim here", "Choose a claim that bears on this one too.", _use_here
    ),
)
"""Putting what is there in another place."""
