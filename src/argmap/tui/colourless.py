"""Colourless: what is drawn where somebody asked for no colour: the same text, bold, underlined and reversed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color


class Colourless(LineFilter):
    """Takes every colour out of what goes to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return *segments* without their colours."""
        del background
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]
