"""Sizing: a screen of ours is laid out for the size the terminal has, and for none that it had before."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.screen import Screen

_Answer = TypeVar("_Answer")


class Sized(Screen[_Answer]):
    """Lets a screen pass by a size that is no longer the terminal's.

    Textual tells a screen its new size again once it is laid out. Where the terminal changes between the two, as while
    a large map is opened, both sizes are on their way, and each would bring the other back for ever. A modal screen
    names this base second: Textual takes the looks from the first.
    """

    async def _on_resize(self, event: events.Resize) -> None:
        """Let nothing be laid out for another size than the terminal's."""
        size = self.app.size
        if event.size != size:
            event.prevent_default()
            if self.outer_size != size:
                self.post_message(events.Resize(size, size))
