"""Filing: help, commands, saving and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.action import FILE, TREE, Action

if TYPE_CHECKING:
    from argmap.tui.stage import Stage


def _include(screen: Stage, _: str) -> None:
    from argmap.tui.including import inclusion_form

    screen.ask(inclusion_form(screen))


def _export(screen: Stage, _: str) -> None:
    from argmap.tui.export_form import ExportForm

    screen.ask(ExportForm(screen))


ACTIONS = (
    Action(
        "help",
        ("?", "f1"),
        FILE,
        "Help",
        "List everything that can be done here, with its key.",
        lambda screen, _: screen.show_help(with_legend=True),
        footer="help",
    ),
    Action(
        "palette",
        (":", "ctrl+p"),
        FILE,
        "Command palette",
        "Choose an action by its name.",
        lambda screen, _: screen.show_help(with_legend=False),
        footer="commands",
    ),
    Action(
        "tour",
        (),
        FILE,
        "Tour",
        "Learn the screen in seven steps, on a map that is thrown away.",
        lambda screen, _: screen.take_tour(),
    ),
    Action(
        "include",
        (),
        FILE,
        "Include another map…",
        "Bring the claims of another map into this one, as one step.",
        _include,
        edits=True,
    ),
    Action(
        "export",
        ("x",),
        FILE,
        "Export…",
        "Write what is in focus, or the whole map, to a file: for Word, on paper, as a picture.",
        _export,
        where=TREE,
    ),
    Action(
        "save",
        ("ctrl+s",),
        FILE,
        "Save",
        "Nothing to do: every step is saved when it is taken.",
        lambda screen, _: screen.say("Everything is saved: each step goes into the file when it is taken."),
    ),
    Action(
        "quit",
        ("q", "ctrl+q"),
        FILE,
        "Quit",
        "Leave; everything is saved.",
        lambda screen, _: screen.leave(),
        footer="quit",
    ),
)
"""The map as a whole."""
