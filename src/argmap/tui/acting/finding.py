"""Finding: searching as you type, and going through what was found."""

from __future__ import annotations

from argmap.tui.action import FIND, Action

ACTIONS = (
    Action(
        "find",
        ("/", "ctrl+f"),
        FIND,
        "Find",
        "Find claims as you type.",
        lambda screen, _: screen.begin_search(),
        footer="find",
    ),
    Action(
        "filter",
        ("F",),
        FIND,
        "Filter",
        "Show only the claims found as you type, and what they stand under. Enter keeps it, Esc in the tree ends it.",
        lambda screen, _: screen.begin_search(filtering=True),
    ),
    Action("find-next", ("n",), FIND, "Next match", "Go to the next claim found.", lambda screen, _: screen.go_on(1)),
    Action(
        "find-previous",
        ("N",),
        FIND,
        "Previous match",
        "Go to the claim found before.",
        lambda screen, _: screen.go_on(-1),
    ),
)
"""Finding claims."""
