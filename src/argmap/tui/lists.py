"""Lists: options one under the other, of which the one that is lit stands out without colours too."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
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

    def pointed(self) -> Offset | None:
        """Return the cell at which the lit option begins; None while it is not in view."""
        lit = (y for y in range(self.size.height) if self._is_lit(super(Lines, self).render_line(y)))
        first = next(lit, None)
        return None if first is None else self.content_region.offset + Offset(0, first)

    def render_line(self, y: int) -> Strip:
        """Draw a line; the lit option is reversed in its whole width, which no style sheet can say."""
        strip = super().render_line(y)
        if not self._is_lit(strip):
            return strip
        return Strip(Segment.apply_style(strip, post_style=_LIT), strip.cell_length)

    def _is_lit(self, strip: Strip) -> bool:
        at = self.highlighted
        return at is not None and any(part.style and part.style.meta.get("option") == at for part in strip)

    def turn(self, pages: int) -> None:
        """Move what is lit a page down (1) or up (-1)."""
        (self.action_page_down if pages > 0 else self.action_page_up)()  # type: ignore[no-untyped-call]  # in Textual
