"""Lists: options one under the other, of which the one that is lit stands out without colours too."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

_LIT = Style(reverse=True, bold=True)


class Lines(OptionList):
    """A list whose lit option is reversed; what cannot be chosen is there to be read."""

    DEFAULT_CSS = """
    Lines, Lines:focus {
        border: none; background: $panel; background-tint: $foreground 0%; padding: 0; scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    Lines > .option-list--option-highlighted, Lines:focus > .option-list--option-highlighted {
        background: $panel; color: $foreground; text-style: none;
    }
    Lines > .option-list--option-hover { background: $panel; }
    Lines > .option-list--option-disabled { color: $foreground; }
    """

    def render_line(self, y: int) -> Strip:
        """Draw a line; the lit option is reversed in its whole width, which no style sheet can say."""
        strip = super().render_line(y)
        at = self.highlighted
        if at is None or not any(part.style and part.style.meta.get("option") == at for part in strip):
            return strip
        return Strip(Segment.apply_style(strip, post_style=_LIT), strip.cell_length)

    def turn(self, pages: int) -> None:
        """Move what is lit a page down (1) or up (-1)."""
        (self.action_page_down if pages > 0 else self.action_page_up)()  # type: ignore[no-untyped-call]  # in Textual
