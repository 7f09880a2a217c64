"""What people see most: ten states of the screen, each by the keys that lead to it, for snapshots and pictures."""

from __future__ import annotations

SIZES = {"80x24": (80, 24), "140x40": (140, 40)}

STATES: dict[str, tuple[str, ...]] = {
    "opened": (),
    "a-claim": ("j", "j"),
    "unfolded": ("z", "R", "j", "j", "j"),
    "adding-an-objection": ("j", "j", "-", *"ISIS is defeated"),
    "finding": ("/", *"coalition"),
    "filtered": ("F", *"is:objection"),
    "in-focus": ("j", "j", "f"),
    "card": ("j", "j", "E"),
    "sources": ("S",),
    "help": ("question_mark",),
}
"""Every state with its keys; they mean the same on the map of the tests and on the sample map."""


def presses(keys: tuple[str, ...]) -> list[str]:
    """Return *keys* with the names that Textual gives to signs."""
    return [{" ": "space", ":": "colon"}.get(key, key) for key in keys]
