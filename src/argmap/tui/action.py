"""Action: something a person can do on the screen, with its keys, its words and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.tui.keymap import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.stage import Stage

MOVE = "Move"
VIEW = "View"
ARGUE = "Argue"
EDIT = "Edit"
RATE = "Rate"
SOURCE = "Sources"
FIND = "Find"
FILE = "Map"

GROUPS = (ARGUE, EDIT, RATE, SOURCE, MOVE, VIEW, FIND, FILE)
"""The groups of actions, in the order in which help shows them."""

TREE = "tree"
DETAIL = "detail"
ANYWHERE = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do: its *id* for keymaps, its *keys* (a sequence has spaces), and what it does.

    *words* name it in lists, *help* says in one line what it does. *do* does it on a screen, told the key that was
    pressed (none: by mouse, help or palette). *where* is the pane whose keys it takes, *footer* the short words of
    the footer (none: not shown there). *edits* says that it changes the map, *alone* that it changes the row under the
    cursor also where several are selected.
    """

    id: str
    keys: tuple[str, ...]
    group: str
    words: str
    help: str
    do: Callable[[Stage, str], None]
    where: str = ANYWHERE
    footer: str = ""
    edits: bool = False
    alone: bool = False
