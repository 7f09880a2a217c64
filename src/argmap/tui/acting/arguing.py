"""Arguing: adding reasons, objections, co-premises, undercuts, backings and positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.acting.chosen import inference_of
from argmap.tui.acting.selecting import change_each
from argmap.tui.action import ARGUE, Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.stage import Stage


def _writes(kind: str) -> Callable[[Stage, str], None]:
    return lambda screen, _: screen.write(kind)


def _flip(screen: Stage, _: str) -> None:
    from argmap.editing import flip

    change_each(
        screen,
        lambda map_, row: flip(map_, inference_of(row)),
        "Turn for and against:",
        once=lambda row: row.inference or row.place,
    )


def _argue(id_: str, keys: tuple[str, ...], words: str, help_: str, kind: str, footer: str = "") -> Action:
    return Action(id_, keys, ARGUE, words, help_, _writes(kind), footer=footer, edits=True)


ACTIONS = (
    _argue("add-reason", ("+", "="), "Add a reason", "Type a claim that supports this one.", "reason", "reason"),
    _argue(
        "add-objection", ("-",), "Add an objection", "Type a claim that opposes this one.", "objection", "objection"
    ),
    _argue(
        "add-co-premise",
        ("&",),
        "Add a co-premise",
        "Type a claim that is needed together with this one.",
        "co-premise",
        "co-premise",
    ),
    _argue(
        "add-undercut", ("X",), "Undercut this step", "Attack the step from this claim to the one above.", "undercut"
    ),
    _argue("add-backing", ("B",), "Back this step", "Say what makes the step from this claim a good one.", "backing"),
    _argue(
        "add-sibling",
        ("o",),
        "Add another like this",
        "Type a claim with the same relation, right after this.",
        "sibling",
    ),
    _argue("add-position", ("a",), "Add a position", "Type another answer to the question of the map.", "position"),
    Action(
        "flip", ("~",), ARGUE, "Flip for and against", "Turn a reason into an objection, or back.", _flip, edits=True
    ),
)
"""Adding to the argument."""
