"""Detail: everything about the claim under the cursor, drawn line by line, with a scroll of its own."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip

from argmap.display import wrap
from argmap.tui.messages import Act
from argmap.tui.painting import Painted
from argmap.tui.telling import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual import events

    from argmap.model import ClaimId
    from argmap.tui.drawing import Piece
    from argmap.tui.keymap import Keymap
    from argmap.tui.places import Places, Row
    from argmap.tui.signs import Signs


class Detail(Painted, can_focus=True, inherit_bindings=False):
    """The detail pane; only the lines on view are wrapped."""

    DEFAULT_CSS = """
    Detail { background: $surface; color: $foreground; padding: 0 1; border-left: solid $panel-lighten-1; }
    Detail:focus { border-left: solid $for; }
    """

    def __init__(self, signs: Signs, keymap: Keymap) -> None:
        """Show nothing yet, and take the keys of *keymap*."""
        super().__init__(id="detail")
        self.signs = signs
        self.keymap = keymap
        self.keys = keymap.in_pane("detail")
        self.past: Callable[[ClaimId], list[str]] = lambda _: []
        self._shown: tuple[Places, Row] | None = None
        self._lines: list[Piece] = []
        self._rest: Iterator[Piece] = iter(())
        self._top = 0
        self._drawn: dict[int, Piece | None] = {}

    def show(self, places: Places, row: Row) -> None:
        """Show the place that *row* shows, from its beginning."""
        is_other = self._shown is None or self._shown[1].place != row.place
        self._shown = (places, row)
        self._begin()
        if is_other:
            self._top = 0
        self._refresh_changed()

    def show_past(self) -> None:
        """Show what was read of the past meanwhile, without scrolling."""
        self._begin()
        self._refresh_changed()

    def scroll_lines(self, lines: int) -> None:
        """Scroll by *lines*, as far as there is text."""
        height = max(self.size.height, 1)
        wanted = max(self._top + lines, 0)
        self._fill(wanted + height)
        top = max(min(wanted, len(self._lines) - height), 0)
        if top != self._top:
            self._top = top
            self._refresh_changed()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._begin()
        self._drawn.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        piece = self._drawn[y] = self._piece(y)
        width = self.size.width
        return Strip.blank(width, self.rich_style) if piece is None else self.strip([piece], width)

    def _piece(self, y: int) -> Piece | None:
        """Return what stands on a line of the view, or None; the last says how to see more."""
        height = self.size.height
        self._fill(self._top + height + 1)
        line = self._top + y
        if line >= len(self._lines):
            return None
        if y == height - 1 and len(self._lines) > self._top + height and height > 1:
            how = "[detail-down] for more" if self.has_focus else "[detail], then [detail-down] for more"
            return "muted", f"{self.signs.ellipsis} {self.keymap.filled(how)}"
        return self._lines[line]

    def _refresh_changed(self) -> None:
        """Draw the lines that say something else than they did: every other costs a slow line for nothing."""
        changed = [y for y in range(self.size.height) if y not in self._drawn or self._drawn[y] != self._piece(y)]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def on_key(self, event: events.Key) -> None:
        """Turn keys into actions."""
        key = event.character if event.is_printable and event.character not in {None, " "} else event.key
        if not key or not self.keys.knows(key):
            return
        event.stop()
        event.prevent_default()
        action = self.keys.press(key)
        if action is not None:
            self.post_message(Act(*action))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(-2)

    def _begin(self) -> None:
        self._lines = []
        self._rest = self._wrapped() if self._shown is not None else iter(())

    def _fill(self, wanted: int) -> None:
        self._lines.extend(islice(self._rest, max(wanted - len(self._lines), 0)))

    def _past(self, claim: ClaimId) -> Iterator[Piece]:
        steps = self.past(claim)
        if steps:
            yield "title", "History"
            yield from (("muted", step) for step in steps)
            yield "muted", self.keymap.filled("[history] shows all of it.")

    def _wrapped(self) -> Iterator[Piece]:
        assert self._shown is not None
        places, row = self._shown
        if row.is_claim and row.claim not in places.map.claims:
            return  # it was removed, and the cursor is about to move
        width = max(self.size.width, 10)
        past = self._past(row.claim) if row.is_claim else ()
        for style, text in chain(tell(places, row, self.signs, self.keymap.filled), past):
            if style == "title":
                yield "text", ""
            indent = " " * (len(text) - len(text.lstrip(" ")))
            for line in wrap(text, width - len(indent), cell_len):
                yield style, indent + line
