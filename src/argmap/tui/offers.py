"""Offers: the claims close to what is being typed, in full words under the editor; one of them can be used instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.strip import Strip

from argmap.display import one_line, wrap
from argmap.tui.messages import Reused
from argmap.tui.painting import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from argmap.matching import Similar
    from argmap.model import ClaimId

_HEAD = "close: "


class Offers(Painted):
    """A list of claims without a keyboard of its own: the editor moves the choice, so that no key overtakes another.

    Each claim is shown whole or not at all: the one word that makes it another claim may be its last.
    """

    DEFAULT_CSS = """
    Offers { layer: over; position: absolute; display: none; height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__(id="offers")
        self.chosen: ClaimId | None = None
        self._out_of_view: ClaimId | None = None  # it was chosen, and there is no room for it now
        self._close: list[Similar] = []
        self._shown: list[ClaimId] = []
        self._lines: list[tuple[ClaimId, str]] = []

    def offer(self, close: Sequence[Similar]) -> None:
        """Take the claims to show, the best first; a choice among them stays."""
        self._close = list(close)
        if self.chosen not in {each.claim.id for each in close}:
            self.chosen = None
        self._out_of_view = None
        if not close:
            self._shown = []
            self.display = False

    def place(self, column: int, line: int, width: int, room: int) -> None:
        """Stand at *column* and *line*, *width* cells wide, with as many of the claims as *room* lines hold.

        The claim that is chosen is chosen as long as it is seen, and again when it is seen again.
        """
        self._shown, self._lines = [], []
        for each in self._close:
            lines = wrap(_told(each), max(width - len(_HEAD) - 1, 12), cell_len)
            if len(self._lines) + len(lines) > room:
                break
            self._shown.append(each.claim.id)
            self._lines += [(each.claim.id, text) for text in lines]
        chosen = self.chosen or self._out_of_view
        self.chosen, self._out_of_view = (chosen, None) if chosen in self._shown else (None, chosen)
        self.display = bool(self._lines)
        if self._lines:
            self.styles.offset = (column, line)
            self.styles.width, self.styles.height = width, len(self._lines)
        self.refresh()

    def move(self, direction: int) -> bool:
        """Choose the next claim (1) or the one before (-1), none before the first; tell whether anything is offered."""
        if not self._shown:
            return False
        self._out_of_view = None
        ids: list[ClaimId | None] = [None, *self._shown]
        self.chosen = ids[max(0, min(ids.index(self.chosen) + direction, len(ids) - 1))]
        self.refresh()
        return True

    def leave(self) -> bool:
        """Choose none; tell whether one was chosen."""
        was_chosen, self.chosen, self._out_of_view = self.chosen is not None, None, None
        if was_chosen:
            self.refresh()
        return was_chosen

    def render_line(self, y: int) -> Strip:
        """Draw one line: whose words these are stands before the first."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        claim, text = self._lines[y]
        is_first = not y or self._lines[y - 1][0] != claim
        head = _HEAD if not y else " " * len(_HEAD)
        if claim != self.chosen:
            return self.strip([("muted", head), ("text", text)], width)
        mark = f"{head[:-2]}> " if is_first else head
        left = self.strip([("head", mark)], len(mark))
        return Strip.join([left, self.strip([("cursor", text)], max(width - len(mark), 0), "cursor")])

    def on_click(self, event: events.Click) -> None:
        """Use the claim that was clicked."""
        event.stop()
        if event.y < len(self._lines):
            self.post_message(Reused(self._lines[event.y][0]))


def _told(close: Similar) -> str:
    """Return a claim in full, with what speaks against its being the one that is typed."""
    said = f"{close.claim.label} {one_line(close.claim.text)}"
    against = next((flag.sentence for flag in close.flags if flag.hard), "")
    return f"{said} ! {one_line(against)}" if against else said
