"""Reviewing: claims that may be one are compared, merged, and taken apart again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.tui.acting.selecting import chosen_rows
from argmap.tui.action import EDIT, Action

if TYPE_CHECKING:
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
    screen.ask(DuplicatesReview(screen, asked_for(map_, *claims)))


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
)
"""Making one claim of two."""
