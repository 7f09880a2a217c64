"""Closing: what lies over the map is closed once, however often somebody asks for it."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

_Answer = TypeVar("_Answer")


class Closes(Screen[_Answer]):
    """Lets a screen be closed once.

    Two clicks or keys can be on their way before the first closes it; Textual would close the screen under it for the
    second, and where that is the last, end the program. A modal screen names this base second: Textual takes the looks
    from the first.
    """

    def dismiss(self, result: _Answer | None = None) -> AwaitComplete:
        """Close with *result*, unless something else is on top, which is so once it is closed."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
