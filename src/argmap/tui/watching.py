"""Watching: a dialog that is open while another program changes the map is told, and shows it as it is then."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.model import ArgumentMap

LOOK_SECONDS = 1.0
"""How long others' changes may go unseen."""

_Answer = TypeVar("_Answer")


class Watching(Screen[_Answer]):
    """A screen over a map that others may change. A dialog names this base behind those with looks."""

    _watched: Document
    _seen: ArgumentMap

    def watch_map(self, document: Document) -> None:
        """Note what the map of *document* is now: another one means that the file was read again."""
        self._watched, self._seen = document, document.map

    def on_mount(self) -> None:
        """Look from now on. Textual calls this beside the ``on_mount`` of the dialog itself."""
        self.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Catch up if another program changed the map."""
        if self._watched.map is not self._seen:
            self._seen = self._watched.map
            self.catch_up()

    def catch_up(self) -> None:
        """Show the map as it is now."""
        raise NotImplementedError
