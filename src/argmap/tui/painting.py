"""Painting: pieces of text with style names, as strips of a widget. The last cleaning before the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from argmap.display import clean_display
from argmap.tui.theme import looks_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from argmap.tui.drawing import Piece

_BREAKS = {ord("\n"): " ", ord("\t"): " "}


class Painted(Widget):
    """A widget that draws lines of pieces itself; it never takes markup.

    The looks of the pieces are no classes of the style sheet: every widget would have to look up all of them again
    whenever anything about it changes, which took half of the time until the first row was on the screen.
    """

    def on_mount(self) -> None:
        """Be drawn anew in the colours of another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._repaint())

    def _repaint(self) -> None:
        self.notify_style_update()
        self.refresh()

    def paint(self, *names: str) -> Style:
        """Return the look of *names*, laid over one another, on this widget's ground."""
        return self._laid(self.rich_style, *names)

    def strip(self, pieces: Iterable[Piece], width: int, *over: str) -> Strip:
        """Return *pieces* as one line of exactly *width* cells, with the styles *over* laid over all of it."""
        ground = self.rich_style
        segments = [
            Segment(clean_display(text).translate(_BREAKS), self._laid(ground, name, *over))
            for name, text in pieces
            if text
        ]
        return Strip(segments).adjust_cell_length(width, self._laid(ground, "text", *over)).simplify()

    def _laid(self, ground: Style, *names: str) -> Style:
        looks = looks_in(self.app.theme_variables)
        style = ground
        for name in names:
            style += looks[name]
        return style
