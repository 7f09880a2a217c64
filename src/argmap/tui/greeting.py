"""Greeting: six keys for somebody who opens argmap for the first time; any key closes it and does what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.screen import ModalScreen
from textual.widgets import Static

from argmap.tui.closing import Closes
from argmap.tui.signs import PLAIN, plain
from argmap.tui.sizing import Sized

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from argmap.tui.keymap import Keymap
    from argmap.tui.signs import Signs

KEYS = (
    ("down", "and [up]: from row to row; the arrows do the same"),
    ("toggle", "folds what is under a row, and unfolds it"),
    ("add-reason", "adds a reason, [add-objection] an objection"),
    ("edit", "rewords what is there"),
    ("undo", "takes the last step back; everything is saved"),
    ("find", "finds words"),
    ("help", "lists everything else"),
)
"""The keys of the card, by action, and what they do."""

_WAVED_AWAY = {"enter", "space", "escape", "q"}


class Greeting(ModalScreen[None], Closes[None], Sized[None]):
    """The first keys to know."""

    DEFAULT_CSS = """
    Greeting { align: center middle; background: $background 60%; }
    Greeting Static {
        width: 58; max-width: 100%; height: auto; max-height: 100%; background: $panel; color: $foreground;
        border: round $for; padding: 0 1; border-title-color: $foreground; border-subtitle-color: $quiet;
    }
    Greeting.-ascii Static { border: ascii $for; }
    """

    def __init__(self, signs: Signs, keymap: Keymap) -> None:
        """Show the keys of *keymap*."""
        super().__init__()
        self._ascii_only = signs is PLAIN
        self._keymap = keymap
        self.set_class(self._ascii_only, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the keys on the card."""
        card = Static(Text("\n".join(self.lines())), markup=False)
        card.border_title = "Welcome to argmap"
        card.border_subtitle = "any key goes on"
        yield card

    def lines(self) -> list[str]:
        """Return what the card says."""
        named = [(self._keymap.shown(id_), self._keymap.filled(words)) for id_, words in KEYS]
        width = max(len(key) for key, _ in named)
        lines = [f"{key:>{width}}  {words}" for key, words in named]
        return [plain(line) for line in lines] if self._ascii_only else lines

    def on_key(self, event: events.Key) -> None:
        """Close, and let the key do what it does, unless it is one by which people wave a notice away."""
        event.stop()
        event.prevent_default()
        below = self.app.screen_stack[-2]
        self.dismiss()
        if event.key not in _WAVED_AWAY:
            (below.focused or below).post_message(events.Key(event.key, event.character))

    def on_mouse_up(self) -> None:
        """Close at a click."""
        self.dismiss()
