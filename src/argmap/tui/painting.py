"""Painting: pieces of text with style names, as strips of a widget. The last cleaning before the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from argmap.display import clean_display
from argmap.tui.theme import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from argmap.tui.drawing import Piece

_BREAKS = {ord("\n"): " ", ord("\t"): " "}


class Painted(Widget):
    """A widget that draws lines of pieces itself; it never takes markup."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(NAMES)

    def paint(self, *names: str) -> Style:
        """Return the look of *names*, laid over one another, on this widget's ground."""
        style = self.rich_style
        for name in names:
            style += self.get_component_rich_style(f"is-{name}", partial=True)
        return style

    def strip(self, pieces: Iterable[Piece], width: int, *over: str) -> Strip:
        """Return *pieces* as one line of exactly *width* cells, with the styles *over* laid over all of it."""
        segments = [
            Segment(clean_display(text).translate(_BREAKS), self.paint(name, *over)) for name, text in pieces if text
        ]
        return Strip(segments).adjust_cell_length(width, self.paint("text", *over)).simplify()
