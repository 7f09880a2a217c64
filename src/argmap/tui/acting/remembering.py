"""Remembering: bookmarks on claims, which are this user's own and no part of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.acting.looking import next_of
from argmap.tui.acting.selecting import chosen_rows
from argmap.tui.action import MOVE, TREE, Action

if TYPE_CHECKING:
    from argmap.tui.stage import Stage


def _mark(screen: Stage, _: str) -> None:
    tree = screen.tree_view
    if len(tree.selected_there()) > 1:
        _mark_all(screen)
        return
    claim = claim_of(chosen_rows(screen)[0])
    label = screen.document.map.claims[claim].label
    if claim in tree.bookmarks:
        tree.bookmarks.discard(claim)
        screen.say(f"{label} has no bookmark any more.")
    else:
        tree.bookmarks.add(claim)
        screen.say(
            f"Bookmark on {label}. {screen.key('next-bookmark')} goes to the next one; the map itself is not changed."
        )
    tree.settle()


def _mark_all(screen: Stage) -> None:
    """Mark every selected claim, or where all bear a mark, none."""
    tree = screen.tree_view
    claims = {claim for _, claim in tree.selected_there()}
    is_off = claims <= tree.bookmarks
    tree.bookmarks = tree.bookmarks - claims if is_off else tree.bookmarks | claims
    screen.say(f"{'No bookmark any more' if is_off else 'Bookmarks'} on {len(claims):,} selected claims.")
    tree.settle()


def _next_mark(screen: Stage, _: str) -> None:
    map_ = screen.document.map
    there = {claim for claim in screen.tree_view.bookmarks if claim in map_.claims}
    if not there:
        message = f"There is no bookmark in this map. {screen.key('bookmark')} on a claim sets one."
        raise UnfitError(message)
    claim, number = next_of(screen, there)
    screen.go_to_claim(claim)
    screen.say(f"Bookmark {number} of {len(there)}: {map_.claims[claim].label}.")


ACTIONS = (
    Action(
        "bookmark", ("b",), MOVE, "Bookmark or not", "Mark the claim for yourself, or take the mark off.", _mark, TREE
    ),
    Action("next-bookmark", ("'",), MOVE, "Next bookmark", "Go to the next claim you marked.", _next_mark, TREE),
)
"""Finding again what one wants to come back to."""
