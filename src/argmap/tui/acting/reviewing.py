"""Reviewing: claims that may be one are compared, merged, and taken apart again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.tui.acting.chosen import claim_of
from argmap.tui.acting.selecting import chosen_rows, clear
from argmap.tui.action import EDIT, TREE, Action

if TYPE_CHECKING:
    from argmap.model import AliasId
    from argmap.tui.stage import Stage


def _review(screen: Stage, _: str) -> None:
    from argmap.tui.reviewing import DuplicatesReview

    row = screen.tree_view.row
    screen.ask(DuplicatesReview(screen, at=row.claim if row.is_claim else None))


def _merge(screen: Stage, _: str) -> None:
    from argmap.tui.reviewing import DuplicatesReview, asked_for

    map_ = screen.document.map
    claims = list(dict.fromkeys(row.claim for row in chosen_rows(screen) if row.is_claim))
    if len(claims) != 2:  # noqa: PLR2004  # a pair
        message = "Select the two claims to merge: v on each of them, then M. D reviews those that look alike."
        raise UnfitError(message)
    screen.ask(DuplicatesReview(screen, asked_for(map_, *claims), then=partial(clear, screen)))


def _unmerge(screen: Stage, _: str) -> None:
    from argmap.editing import unmerge
    from argmap.tui.merged import MergedClaims

    map_ = screen.document.map
    claim = map_.claims[claim_of(screen.tree_view.row)]
    aliases = map_.aliases_of(claim.id)
    if not aliases:
        message = f"Nothing was merged into {claim.label}. M merges two selected claims."
        raise UnfitError(message)

    def then(chosen: AliasId) -> None:
        screen.take(unmerge(screen.document.map, chosen))

    screen.ask(MergedClaims(screen.signs, claim.label, aliases), then)


ACTIONS = (
    Action(
        "review-duplicates",
        ("D",),
        EDIT,
        "Review duplicates…",
        "Go through the claims that may be one, those with the claim under the cursor first.",
        _review,
        edits=True,
    ),
    Action(
        "merge",
        ("M",),
        EDIT,
        "Merge two claims…",
        "Make one claim of the two selected ones, after a look at what that changes.",
        _merge,
        edits=True,
    ),
    Action(
        "unmerge",
        ("g m",),
        EDIT,
        "Un-merge",
        "Take a claim that was merged into this one out again, with its links and sources.",
        _unmerge,
        TREE,
        edits=True,
    ),
)
"""Making one claim of two."""
