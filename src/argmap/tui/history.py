"""History: the steps on one claim or on the whole map, the newest first; Enter shows what a step changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.display import clean_display, one_line
from argmap.document import touches
from argmap.errors import ArgmapError
from argmap.outlines.changes import time_of, told
from argmap.tui.signs import PLAIN, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.app import ComposeResult

    from argmap.document import Document
    from argmap.model import Change, ClaimId
    from argmap.store import Record
    from argmap.tui.signs import Signs

_MOST = 1_000
"""So many steps are listed, the newest; the command ``argmap log`` prints them all."""


_MOST_CHANGES = 200


class History(ModalScreen[None]):
    """A list of steps to look through; it changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,U", "leave", "Leave", priority=True),
        Binding("enter,space,l,right", "open", "What it changed", priority=True),
        Binding("h,left,backspace", "close", "Back to the list", priority=True),
        Binding("down,j", "next(1)", "Next", priority=True),
        Binding("up,k", "next(-1)", "Previous", priority=True),
        Binding("pagedown", "next(10)", "Page down", priority=True),
        Binding("pageup", "next(-10)", "Page up", priority=True),
        Binding("tab", "nothing", "", priority=True),
    ]

    DEFAULT_CSS = """
    History { align: center middle; background: $background 60%; }
    History Vertical {
        width: 96; max-width: 100%; height: 80%; background: $panel; border: round $quiet; padding: 0 1;
        border-title-color: $foreground; border-subtitle-color: $quiet;
    }
    History.-ascii Vertical { border: ascii $quiet; }
    History.-ascii OptionList { scrollbar-size-vertical: 0; }
    History OptionList { height: 1fr; background: $panel; padding: 0; scrollbar-size-vertical: 1; }
    History OptionList, History OptionList:focus { border: none; }
    History OptionList > .option-list--option-highlighted {
        text-style: reverse bold; background: $panel; color: $foreground;
    }
    History OptionList > .option-list--option-disabled { color: $foreground; }
    """

    def __init__(self, document: Document, claim: ClaimId | None, signs: Signs) -> None:
        """Show the steps on *claim* in *document*; without one, all steps."""
        super().__init__()
        self.document = document
        self.claim = claim
        self.signs = signs
        self._of = "this map" if claim is None else document.map.claims[claim].label
        self._records: list[Record] = []
        self._at: int | None = None
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the list into a box."""
        with Vertical():
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Begin to read: a long history takes a moment, which nobody has to wait for."""
        self._show([Option(Text(f"Reading the history{self.signs.ellipsis}"), disabled=True)], "", "Esc closes")
        self.run_worker(self._read, thread=True, exit_on_error=False)
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show what the step that was clicked changed."""
        event.stop()
        self.action_open()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Close on a click beside the box."""
        if event.widget is self:
            self.dismiss()

    def action_leave(self) -> None:
        """Go back to the list; from there, close."""
        if self._at is None:
            self.dismiss()
        else:
            self.action_close()

    def action_close(self) -> None:
        """Go back to the list."""
        if self._at is not None:
            at, self._at = self._at, None
            self._list(at)

    def action_nothing(self) -> None:
        """Stay in the list."""

    def action_next(self, count: int) -> None:
        """Move the choice, or scroll what a step changed."""
        options = self.query_one(OptionList)
        if self._at is not None:
            options.scroll_relative(y=count, animate=False)
            return
        for _ in range(abs(count)):
            (options.action_cursor_down if count > 0 else options.action_cursor_up)()

    def action_open(self) -> None:
        """Show what the chosen step changed."""
        at = self.query_one(OptionList).highlighted
        if self._at is not None or at is None or at >= len(self._records):
            return
        record = self._records[at]
        try:
            _, changes = self.document.step(record.seq)
            lines = list(self._told(changes))
        except (ArgmapError, OSError) as error:
            lines = [str(error)]
        self._at = at
        by = f", {one_line(record.author)}" if record.author else ""
        head = f"Step {record.seq}, {time_of(record.at)}{by}: {one_line(record.label)}"
        shown = (self._line(line, disabled=True) for line in (head, "", *(lines or ["It changed nothing."])))
        self._show(shown, f"Step {record.seq}", "Esc goes back to the list")

    def _told(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Tell what a step changed, what has to do with the claim first."""
        claim = self.claim
        first = changes if claim is None else tuple(change for change in changes if touches(change, claim))
        for change in first[:_MOST_CHANGES]:
            yield from told(change)
        others = len(changes) - len(first[:_MOST_CHANGES])
        if others:
            yield ""
            yield f"It changed {others:,} other thing{'' if others == 1 else 's'} too."

    def _read(self) -> None:
        """Read the steps, in a thread of its own."""
        try:
            records = self.document.log() if self.claim is None else self.document.steps_on(self.claim)
        except (ArgmapError, OSError) as error:
            self.app.call_from_thread(self._fail, str(error))
        else:
            self.app.call_from_thread(self._fill, records)

    def _fail(self, sentence: str) -> None:
        self._show([self._line(sentence, disabled=True)], "History", "Esc closes")

    def _fill(self, records: tuple[Record, ...]) -> None:
        self._records = list(records[: -_MOST - 1 : -1])
        self._list(0)

    def _list(self, at: int) -> None:
        width = max((len(str(record.seq)) for record in self._records), default=1)
        self._show(
            [self._line(self._said(record, width)) for record in self._records]
            or [self._line("Nobody has changed it yet.", disabled=True)],
            f"History of {self._of}, the newest first",
            "Enter shows what a step changed, Esc closes",
            at if self._records else None,
        )

    @staticmethod
    def _said(record: Record, width: int) -> str:
        by = f"  {one_line(record.author)}" if record.author else ""
        return f"{record.seq:>{width}}  {time_of(record.at)}{by}  {one_line(record.label)}"

    def _show(self, options: Iterable[Option], title: str, subtitle: str, at: int | None = None) -> None:
        if not self.is_mounted:
            return  # closed while it read
        box, shown = self.query_one(Vertical), self.query_one(OptionList)
        box.border_title, box.border_subtitle = title, subtitle
        shown.clear_options()
        shown.add_options(options)
        shown.scroll_to(y=0, animate=False)
        shown.highlighted = at

    def _line(self, line: str, *, disabled: bool = False) -> Option:
        said = " ".join(clean_display(line).splitlines())
        return Option(Text(plain(said) if self.signs is PLAIN else said), disabled=disabled)
