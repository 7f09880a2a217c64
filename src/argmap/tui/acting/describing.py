"""Describing: saying more about a claim or the map: its card, comments, tags, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.acting.selecting import change_each, chosen_rows
from argmap.tui.action import EDIT, Action
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, ClaimId, Step
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage


def _card(screen: Stage, _: str) -> None:
    from argmap.tui.cards import open_card

    open_card(screen)


def _implicit(screen: Stage, _: str) -> None:
    from argmap.editing import set_implicit

    first = chosen_rows(screen)[0]
    wanted = not screen.document.map.claims[claim_of(first)].implicit

    def turn(map_: ArgumentMap, row: Row) -> Step:
        return set_implicit(map_, claim_of(row), implicit=wanted)

    change_each(screen, turn, "Make implicit:" if wanted else "Make stated:", once=lambda row: row.claim)


def _tags(screen: Stage, _: str) -> None:
    from argmap.tui.drafts import TAGS_OF_ALL

    screen.write(TAGS_OF_ALL if screen.tree_view.selected_there() else "tags")


def _comments(screen: Stage, _: str) -> None:
    from argmap.tui.remarks import Remarks, comments_at

    row = screen.tree_view.row
    if row.place != QUESTION:
        claim_of(row)
    if not comments_at(screen.document.map, row):
        message = f"There is no comment here yet. {screen.key('comment')} writes one."
        raise UnfitError(message)
    screen.ask(Remarks(screen, row))


def _conflict(screen: Stage, _: str) -> None:
    from argmap.tui.choosing import ClaimPicker

    claim, map_ = claim_of(screen.tree_view.row), screen.document.map

    def known(map_: ArgumentMap) -> dict[ClaimId, str]:
        others = (conflict.other(claim) for conflict in map_.conflicts_of(claim))
        return dict.fromkeys(others, "(in conflict: Enter takes it back)")

    title = f"{map_.claims[claim].label} cannot be true together with"
    picker = ClaimPicker(screen, title, near=(claim,), first=known)
    screen.ask(picker, lambda other: _turn_conflict(screen, claim, other))


def _turn_conflict(screen: Stage, claim: ClaimId, other: ClaimId) -> None:
    from argmap.editing import record_conflict, remove_conflict

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
        _card,
    ),
    _describe(
        "edit-elsewhere",
        "ctrl+e",
        "In your own editor",
        "Edit the claim and its note in $VISUAL or $EDITOR.",
        _elsewhere,
    ),
    _describe("tags", "t", "Tags", "Type the tags of the claim in one line.", _tags),
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
        "Comments here…",
        "Go through the comments here: resolve, reopen, edit or remove them.",
        _comments,
    ),
    _describe("conflict", "!", "Conflict…", "Say that two claims cannot both be true, or take it back.", _conflict),
)
"""Saying more about what is there."""
