"""Rewording: editing in place, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.acting.folding import fold
from argmap.tui.acting.moving import go_in
from argmap.tui.action import EDIT, Action
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.stage import Stage


def _edit(screen: Stage, key: str) -> None:
    row = screen.tree_view.row
    if key == "enter" and row.repeat:
        go_in(screen, key)
    elif not row.is_claim and row.place != QUESTION:
        fold(screen, closes=None)
    else:
        screen.write("edit")


def _undo(screen: Stage, _: str) -> None:
    step = screen.document.undo()
    screen.departures.undo(step)
    screen.follow(step)
    screen.say(f"{step.label} · {screen.keymap.offer('redo', 'redo')}")


def _redo(screen: Stage, _: str) -> None:
    here = screen.tree_view.row.place
    step = screen.document.redo()
    screen.departures.leave(step, here)
    screen.follow(step)
    screen.say(f"{step.label} · {screen.keymap.offer('undo', 'undo')}")


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
    _edits("undo", ("u", "ctrl+z"), "Undo", "Take the last step back, also one of an earlier day.", _undo, "undo"),
    _edits("redo", ("ctrl+r", "ctrl+y"), "Redo", "Take back the undoing.", _redo),
)
"""Changing what is there."""
