"""Browsing: the keys and the looks of the source browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.tui.dialogs import KeyWords

LIST_KEYS: tuple[KeyWords, ...] = (
    ("Enter", "passages", "enter"),
    ("Esc", "close", "back"),
    ("e", "edit", "edit"),
    ("a", "add", "add"),
    ("d", "remove", "remove"),
    ("u", "undo", "undo"),
)
"""What the last line says among the sources."""

PASSAGE_KEYS: tuple[KeyWords, ...] = (
    ("Enter", "to the claim", "enter"),
    ("Esc", "sources", "back"),
    ("v", "one voice", "voice"),
    ("e", "edit", "edit"),
    ("d", "remove", "remove"),
    ("u", "undo", "undo"),
)
"""What the last line says inside a source."""

BROWSER_KEYS = (
    ("escape,left,h", "back", "Back"),
    ("q,S", "close", "Close"),
    ("enter,right,l", "enter", "Open the source; go to the claim"),
    ("j,down", "move('cursor_down')", "Next"),
    ("k,up", "move('cursor_up')", "Previous"),
    ("pagedown,ctrl+d,space", "move('page_down')", "Page down"),
    ("pageup,ctrl+u", "move('page_up')", "Page up"),
    ("home", "move('first')", "First"),
    ("G,end", "move('last')", "Last"),
    ("e,f2", "edit", "Edit the source or the quote"),
    ("a", "add", "Add a source"),
    ("d,delete", "remove", "Remove the source or the quote"),
    ("u,ctrl+z", "undo", "Undo"),
    ("ctrl+r,ctrl+y", "redo", "Redo"),
    ("v", "voice", "Say that two passages are one voice"),
    ("tab,shift+tab", "switch", "Other list"),
)
"""All keys of the browser, what they do, and the words for it."""

LOOKS = """
Sources { align: left top; background: $background; }
Sources #sources {
    width: 100%; height: 100%; background: $panel; border: round $quiet; padding: 0 1;
    border-title-color: $foreground; border-title-style: bold;
}
Sources.-ascii #sources { border: ascii $quiet; }
Sources Horizontal { height: 1fr; }
Sources Lines, Sources Lines:focus { height: 100%; padding: 0 1 0 0; }
Sources #list { width: 2fr; }
Sources #passages, Sources #passages:focus { width: 3fr; border-left: solid $panel-lighten-1; padding: 0 1; }
Sources.-ascii #passages, Sources.-ascii #passages:focus { border-left: ascii $panel-lighten-1; }
Sources.-narrow #list { width: 100%; }
Sources.-narrow #passages, Sources.-narrow #passages:focus { width: 100%; border-left: none; }
Sources.-narrow.-inside #list, Sources.-narrow.-outside #passages { display: none; }
Sources Lines > .option-list--option-disabled { color: $quiet; }
"""
