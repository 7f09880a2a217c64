"""Rewording: editing in place, moving among siblings, undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argmap.editing import reorder_inference, reorder_position, reorder_premise
from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.acting.folding import fold
from argmap.tui.acting.moving import go_in
from argmap.tui.action import EDIT, Action
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import ArgumentMap, Step
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage

_Id = TypeVar("_Id")


def _edit(screen: Stage, key: str) -> None:
    row = screen.tree_view.row
    if key == "enter" and row.repeat:
        go_in(screen, key)
    elif not row.is_claim and row.place != QUESTION:
        fold(screen, closes=None)
    else:
        screen.write("edit")


def _reorder(direction: int) -> Callable[[Stage, str], None]:
    def move(screen: Stage, _: str) -> None:
        step = _moving(screen.document.map, screen.tree_view.row, direction)
        if step is None:
            screen.say("It is the last one here." if direction > 0 else "It is the first one here.")
        else:
            screen.take(step)

    return move


def _moving(map_: ArgumentMap, row: Row, direction: int) -> Step | None:
    """Return the step that moves a row among its siblings: inside its inference first, then with the inference."""
    claim = claim_of(row)
    if row.inference is None:
        if not map_.claims[claim].is_position:
            message = "Only positions, reasons and objections have an order here."
            raise UnfitError(message)
        beside = _before([each.id for each in map_.positions()], claim, direction)
        return beside and reorder_position(map_, claim, beside[0])
    inference = map_.inferences[row.inference]
    inside = _before(list(inference.premises), claim, direction)
    if inside:
        return reorder_premise(map_, inference.id, claim, inside[0])
    around = _before([each.id for each in map_.bearing_on(inference.target)], inference.id, direction)
    return around and reorder_inference(map_, inference.id, around[0])


def _before(ids: Sequence[_Id], moved: _Id, direction: int) -> tuple[_Id | None] | None:
    """Return what *moved* comes to stand before when it moves by one (None in it: the end); None if it cannot."""
    place = ids.index(moved) + direction
    if not 0 <= place < len(ids):
        return None
    if direction < 0:
        return (ids[place],)
    return (ids[place + 1] if place + 1 < len(ids) else None,)


def _undo(screen: Stage, _: str) -> None:
    step = screen.document.undo()
    screen.departures.undo(step)
    screen.follow(step)
    screen.say(f"{step.label} · {screen.key('redo')} redo")


def _redo(screen: Stage, _: str) -> None:
    here = screen.tree_view.row.place
    step = screen.document.redo()
    screen.departures.leave(step, here)
    screen.follow(step)
    screen.say(f"{step.label} · {screen.key('undo')} undo")


def _edits(
    id_: str, keys: tuple[str, ...], words: str, help_: str, do: Callable[[Stage, str], None], footer: str = ""
) -> Action:
    return Action(id_, keys, EDIT, words, help_, do, footer=footer, edits=True)


ACTIONS = (
    _edits(
        "edit",
        ("e", "f2", "enter"),
        "Edit in place",
        "Reword the claim; on the first row, the question.",
        _edit,
        "edit",
    ),
    replace(
        _edits("move-down", ("J", "alt+down"), "Move down", "Move the row down among its siblings.", _reorder(1)),
        alone=True,
    ),
    replace(
        _edits("move-up", ("K", "alt+up"), "Move up", "Move the row up among its siblings.", _reorder(-1)), alone=True
    ),
    _edits("undo", ("u", "ctrl+z"), "Undo", "Take the last step back, also one of an earlier day.", _undo, "undo"),
    _edits("redo", ("ctrl+r", "ctrl+y"), "Redo", "Take back the undoing.", _redo),
)
"""Changing what is there."""
