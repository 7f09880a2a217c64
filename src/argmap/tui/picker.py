"""Picker: lines to choose one from; typing narrows them, arrows and mouse choose, Enter takes what is lit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from argmap.display import clean_display, shorten, wrap
from argmap.tui.dialogs import Dialog
from argmap.tui.find import QueryInput
from argmap.tui.lists import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Offset, Size
    from textual.widget import Widget
    from textual.widgets import Input, OptionList

    from argmap.tui.signs import Signs

_WIDTH = 96
_FRAME = 5  # borders, padding and a scrollbar
_MOST_READ = 4_000  # letters of a line that is there to be read

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Listed(Generic[_Answer]):
    """A line of a list: its *words*, what *leads* to them and a *remark*, which are never cut off, and its *answer*.

    One without an answer is there to be read, in as many lines as it needs; so is one that *is_whole*.
    """

    words: str
    answer: _Answer | None = None
    leads: str = ""
    remark: str = ""
    is_heading: bool = False
    is_whole: bool = False


class _Words(QueryInput):
    """The line to type in; a key that means something else in the list is no letter."""

    def on_key(self, event: events.Key) -> None:
        """Let the list have its keys."""
        picker = self.screen
        assert isinstance(picker, Picker)
        if event.character and picker.takes_letter(event.character):
            event.stop()
            event.prevent_default()


class Picker(Dialog[_Answer]):
    """A list to choose from, with a line to type in that keeps the keyboard; its result is the answer chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", priority=True),
        Binding("down,ctrl+n", "next(1)", "Next", priority=True),
        Binding("up,ctrl+p", "next(-1)", "Previous", priority=True),
        Binding("pagedown", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up", priority=True),
        Binding("tab,shift+tab", "tab", "", priority=True),
    ]
    DEFAULT_CSS = """
    Picker > #box { height: 90%; }
    Picker QueryInput { border: none; height: 1; margin: 0 0 1 0; background: $surface; padding: 0 1; }
    Picker Lines { height: 1fr; }
    """

    def __init__(self, signs: Signs, title: str, *, asks: str, keys: str = "Enter chooses, Esc closes") -> None:
        """Choose under a *title*; *asks* says what to type, *keys* what the keys do (words of ours)."""
        super().__init__(signs)
        self.headline = title
        self.query_input = _Words(placeholder=self.spoken(asks), compact=True)
        self.query_input.cursor_blink = False
        self.lines = Lines(markup=False)
        self.lines.can_focus = False  # the keyboard stays with what is typed, also after a click
        self._keys = keys
        self.shown: list[Listed[_Answer]] = []
        self._filled: str | None = None
        self._fitted: Size | None = None
        self._is_browsed = False

    def pointed(self) -> Offset | None:
        """Return where the lit line is, once somebody goes through the list."""
        return self.lines.pointed() if self._is_browsed else None

    def listed(self, typed: str) -> Iterable[Listed[_Answer]]:
        """Return the lines for what was *typed*; without a word, all of them."""
        raise NotImplementedError

    def choose(self, answer: _Answer) -> None:
        """Take what was chosen."""
        self.dismiss(answer)

    def takes_letter(self, letter: str) -> bool:
        """Do what a *letter* means in this list; tell whether it means anything but itself."""
        del letter
        return False

    def between(self) -> Iterable[Widget]:
        """Return what stands between the line to type in and the list."""
        return ()

    def compose(self) -> ComposeResult:
        """Put the line to type in over the list."""
        with Vertical(id="box") as box:
            box.border_title = self.spoken(self.headline)
            box.border_subtitle = self.spoken(self._keys)
            yield self.query_input
            yield from self.between()
            yield self.lines

    def on_mount(self) -> None:
        """Give the keyboard to the line to type in."""
        self.query_input.focus()

    def on_resize(self) -> None:
        """Fit the lines to the width; once they are laid out, what was lit or read is still there."""
        before, self._fitted = self._fitted, self.app.size
        if self._filled is None:
            self.fill()
        elif before != self._fitted:  # Textual tells of a size when it comes, and when it is laid out
            self.call_after_refresh(self.fill_again)

    def fill(self) -> None:
        """List what there is for what is typed now."""
        typed = self._filled = self.query_input.value
        self._is_browsed = False
        self.shown = list(self.listed(typed))
        self.lines.set_options(map(self._option, self.shown))
        first = next((at for at, each in enumerate(self.shown) if each.answer is not None), None)
        self.lines.highlighted = first
        self.lines.scroll_to(y=0, animate=False)

    def fill_again(self) -> None:
        """List anew what there is now, with the same line lit; none if it is gone, as Enter may be on its way."""
        at, is_browsed, top = self.lines.highlighted, self._is_browsed, self.lines.scroll_y
        lit = None if at is None else self.shown[at].answer
        self.fill()
        if all(each.answer is None for each in self.shown):
            self.lines.scroll_to(y=top, animate=False, force=True)  # behind the scrolling to the top that is on its way
        if lit is not None:
            self.lines.highlighted = next((at for at, each in enumerate(self.shown) if each.answer == lit), None)
            self._is_browsed = is_browsed
            self.call_after_refresh(self.lines.scroll_to_highlight)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what was typed."""
        event.stop()
        self.fill_if_behind()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose what is lit, of the lines for all that was typed."""
        event.stop()
        self.fill_if_behind()
        if self.lines.highlighted is not None:
            self._choose(self.lines.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        event.stop()
        self._choose(event.option_index)

    def fill_if_behind(self) -> None:
        """List anew unless the list is for what is typed: letters and Enter may come in one rush."""
        if self.query_input.value != self._filled:
            self.fill()

    def action_next(self, count: int) -> None:
        """Move the choice; where there is none, what is read."""
        self._is_browsed = True
        if all(each.answer is None for each in self.shown):
            self.lines.scroll_relative(y=count, animate=False)
        elif count > 0:
            self.lines.action_cursor_down()
        else:
            self.lines.action_cursor_up()

    def action_page(self, count: int) -> None:
        """Move the choice by a page."""
        self._is_browsed = True
        if all(each.answer is None for each in self.shown):
            self.lines.scroll_relative(y=count * max(self.lines.size.height - 1, 1), animate=False)
        else:
            self.lines.turn(count)

    def action_tab(self) -> None:
        """Stay where the words are typed."""

    def on_search_ended(self) -> None:
        """Close when the line to type in is left."""
        self.action_leave()

    def _choose(self, at: int) -> None:
        answer = self.shown[at].answer
        if answer is not None:
            self.choose(answer)

    def _option(self, each: Listed[_Answer]) -> Option:
        if each.answer is None:
            said = clean_display(each.words[:_MOST_READ]).expandtabs(1)
            return Option(Text(said, style="bold" if each.is_heading else ""), disabled=True)
        remark = f" {each.remark}" if each.remark else ""
        room = min(_WIDTH, self.app.size.width) - _FRAME - cell_len(each.leads) - cell_len(remark)
        if each.is_whole:
            words = f"\n{' ' * cell_len(each.leads)}".join(wrap(each.words, room, cell_len))
        else:
            words = shorten(each.words, room, cell_len, self.signs.ellipsis)
        return Option(Text(f"{each.leads}{words}{remark}", no_wrap=True))
