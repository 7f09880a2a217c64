"""Touring: the screen of the tour, on a scratch map that goes when the tour is left."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on

from argmap.display import wrap
from argmap.document import Document
from argmap.tui.closing import Closes
from argmap.tui.messages import Act
from argmap.tui.painting import Painted
from argmap.tui.screen import MapScreen
from argmap.tui.signs import PLAIN, plain
from argmap.tui.tour import Tour, tour_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from argmap.model import Step
    from argmap.tui.preferences import Preferences

NAME = "tour.argmap"


class TourLine(Painted):
    """The step that is asked for, over two lines at most."""

    DEFAULT_CSS = """
    TourLine { height: 2; background: $panel; color: $foreground; }
    """

    sentence = ""

    def show(self, sentence: str) -> None:
        """Show *sentence*."""
        self.sentence = sentence
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        lines = wrap(self.sentence, max(width - 2, 10), cell_len)
        return self.strip([("key", f" {lines[y]}" if y < len(lines) else "")], width)


class TourScreen(Closes[None], MapScreen, inherit_bindings=False):
    """A map to try everything on, with a line that says what to try next."""

    def __init__(self, document: Document, wishes: Preferences, *, is_alone: bool = False) -> None:
        """Show the tour's *document*; *is_alone* says that leaving it ends the program."""
        super().__init__(document, wishes=wishes)
        self.tour = Tour()
        self.tour_line = TourLine(id="tour")
        self._is_alone = is_alone
        self._before = (0, 0)
        self._was_asked = False

    @property
    def folder(self) -> Path:
        """The folder in which the person is: that of the map goes with the tour."""
        return Path.cwd()

    def compose(self) -> ComposeResult:
        """Put the step over everything else."""
        yield self.tour_line
        yield from super().compose()

    def on_mount(self) -> None:
        """Ask for the first step."""
        self._before = self._state()
        self.ask_step()

    def ask_step(self) -> None:
        """Show the step that is asked for."""
        line = self.keymap.filled(self.tour.line)
        self.tour_line.show(plain(line) if self.signs is PLAIN else line)

    @on(Act)
    def notice(self, message: Act) -> None:
        """See what was done, once it is done; Esc in the tree, which selects nothing, asks and then leaves."""
        if message.id == "select-none":
            self.call_next(self.ask_to_leave)
            return
        self._was_asked = False
        self.call_next(self._noticed, message.id)

    def _noticed(self, action: str) -> None:
        before, self._before = self._before, self._state()
        if self.tour.did(action, changed=before != self._before):
            self.ask_step()

    def write(self, kind: str) -> None:
        """Open the editor; who is not asked to type may not know that they are typing now."""
        super().write(kind)
        step = self.tour.step
        if step is None or f"add-{kind}" not in step.actions:
            self.say("You are typing into the map now. Esc goes back to its rows.")

    def follow(self, step: Step) -> None:
        """Show the map as it is after *step*; a reason that was saved is a step of the tour as well."""
        was_typing = self.writing.draft is not None
        super().follow(step)
        if was_typing and self.writing.draft is not None:
            self._noticed(f"add-{self.writing.draft.kind}")

    def on_key(self, event: events.Key) -> None:
        """Leave with Esc, where nothing else takes it."""
        if event.key == "escape":
            event.stop()
            self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """Leave at the second Esc: one too many, right after a dialog was closed with it, ends nothing."""
        if self._was_asked:
            self.leave()
            return
        self._was_asked = True
        self.say("Esc once more leaves the tour; nothing in it is kept.")

    def leave(self) -> None:
        """Go back to where the tour was begun."""
        if self._is_alone:
            self.app.exit()
        else:
            self.dismiss(None)

    def _state(self) -> tuple[int, int]:
        return len(self.tree_view.rows), len(self.document.map.claims)


@contextmanager
def scratch_map() -> Iterator[Document]:
    """Give a map that is gone afterwards, whatever was done to it."""
    with TemporaryDirectory(prefix="argmap-tour-") as folder:
        yield Document.create(Path(folder) / NAME, tour_map())
