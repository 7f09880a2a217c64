"""Describing: saying more about a claim or the map: its card, comments, tags, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing import record_conflict, remove_conflict, resolve_comment, set_implicit
from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.action import EDIT, Action
from argmap.tui.cards import open_card
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, ClaimId, Comment, CommentId
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage


def _implicit(screen: Stage, _: str) -> None:
    claim = screen.document.map.claims[claim_of(screen.tree_view.row)]
    screen.take(set_implicit(screen.document.map, claim.id, implicit=not claim.implicit))


def comments_at(map_: ArgumentMap, row: Row) -> list[Comment]:
    """Return the comments that the detail pane shows for *row*: on the claim and on its link, or on the map."""
    if row.place == QUESTION:
        return list(map_.comments_on(map_.about.id))
    found = list(map_.comments_on(claim_of(row)))
    return found if row.inference is None else [*found, *map_.comments_on(row.inference)]


def _resolve(screen: Stage, _: str) -> None:
    from argmap.tui.remarks import Remarks

    row = screen.tree_view.row
    if not comments_at(screen.document.map, row):
        message = "There is no comment here yet. Press c to write one."
        raise UnfitError(message)

    def turn(comment: CommentId) -> None:
        map_ = screen.document.map
        found = map_.comments.get(comment)
        resolved = found is not None and not found.resolved
        screen.attempt(lambda: screen.take(resolve_comment(map_, comment, resolved=resolved)))

    named = "the map" if row.place == QUESTION else screen.document.map.claims[row.claim].label
    dialog = Remarks(screen.signs, f"Comments on {named}", lambda: _still_there(screen, row), turn)
    screen.app.push_screen(dialog)


def _still_there(screen: Stage, row: Row) -> list[Comment]:
    map_ = screen.document.map
    is_there = row.place == QUESTION or row.claim in map_.claims
    return comments_at(map_, row) if is_there else []


def _conflict(screen: Stage, _: str) -> None:
    from argmap.tui.picker import Picker, nearest

    claim, map_ = claim_of(screen.tree_view.row), screen.document.map
    known = [conflict.other(claim) for conflict in map_.conflicts_of(claim)]

    def chosen(other: ClaimId | None) -> None:
        if other is not None:
            screen.attempt(lambda: _turn_conflict(screen, claim, other))

    picker = Picker(
        screen.signs,
        map_,
        f"{map_.claims[claim].label} cannot be true together with",
        dict.fromkeys([*known, *nearest(screen.tree_view.rows.visible, screen.tree_view.cursor)]),
        without=claim,
        remarks=dict.fromkeys(known, "(in conflict: Enter takes it back)"),
    )
    screen.app.push_screen(picker, chosen)


def _turn_conflict(screen: Stage, claim: ClaimId, other: ClaimId) -> None:
    map_ = screen.document.map
    is_known = any(other in conflict.claims for conflict in map_.conflicts_of(claim))
    screen.take((remove_conflict if is_known else record_conflict)(map_, claim, other))


def _elsewhere(screen: Stage, _: str) -> None:
    from argmap.tui.handing import edit_elsewhere

    edit_elsewhere(screen)


def _describe(id_: str, key: str, words: str, help_: str, do: Callable[[Stage, str], None]) -> Action:
    return Action(id_, (key,), EDIT, words, help_, do, edits=True)


ACTIONS = (
    _describe(
        "card",
        "E",
        "Edit the card…",
        "Text, note, tags, date and warrant in one form; on the first row, those of the map.",
        lambda screen, _: open_card(screen),
    ),
    _describe(
        "edit-elsewhere",
        "ctrl+e",
        "In your own editor",
        "Edit the claim and its note in $VISUAL or $EDITOR.",
        _elsewhere,
    ),
    _describe("tags", "t", "Tags", "Type the tags of the claim in one line.", lambda screen, _: screen.write("tags")),
    _describe(
        "implicit", "i", "Implicit or not", "Say that nobody states the claim, or that somebody does.", _implicit
    ),
    _describe(
        "comment",
        "c",
        "Comment",
        "Type a comment on the claim; on the first row, on the map.",
        lambda screen, _: screen.write("comment"),
    ),
    _describe(
        "resolve-comment",
        "C",
        "Resolve or reopen comments…",
        "Go through the comments here; Enter turns one.",
        _resolve,
    ),
    _describe("conflict", "!", "Conflict…", "Say that two claims cannot both be true, or take it back.", _conflict),
)
"""Saying more about what is there."""
