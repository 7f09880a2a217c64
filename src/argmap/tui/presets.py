"""Presets: sets of keys for people who come from another program, as differences to the registry's."""

from __future__ import annotations

PRESETS: dict[str, dict[str, tuple[str, ...]]] = {
    "standard": {},
    "vim": {
        "remove": ("d d", "delete"),
        "edit": ("i", "A", "c c", "enter", "f2"),
        "find": ("/",),
        "implicit": ("g i",),
        "comment": ("g c",),
        "page-down": ("ctrl+f", "ctrl+d", "pagedown"),
        "page-up": ("ctrl+b", "ctrl+u", "pageup"),
        "next-sibling": ("g j", "}"),
        "previous-sibling": ("g k", "{"),
        "redo": ("ctrl+r",),
        "undo": ("u",),
        "quit": ("Z Z", "Z Q", "q"),
    },
}
"""The presets by name, each by action id. A key taken here is taken from any other action that had it."""
