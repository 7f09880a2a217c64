"""Find: the bar at the bottom in which a search is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from argmap.display import one_line
from argmap.tui.messages import Filtered, Searched, SearchEnded, Stepped
from argmap.tui.status import Crumbs

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from argmap.tui.signs import Signs


class QueryInput(Input):
    """One line for a query; what is pasted is cleaned."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", priority=True, show=False),
        Binding("tab", "tab", "", priority=True, show=False),
    ]

    def action_leave(self) -> None:
        """Go back to where the search began."""
        self.post_message(SearchEnded(kept=False))

    def action_tab(self) -> None:
        """Stay in the bar."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(one_line(" ".join(event.text.split())))  # terminals end pasted lines with CR


class FindInput(QueryInput):
    """The line of the find bar: Tab filters, up and down go through the matches."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next", show=False),
        Binding("up", "step(-1)", "Previous", show=False),
    ]

    def action_tab(self) -> None:
        """Show the matches alone, or everything again."""
        self.post_message(Filtered())

    def action_step(self, direction: int) -> None:
        """Go to the next match or the one before."""
        self.post_message(Stepped(direction))


class FindBar(Horizontal):
    """The search and what it found."""

    DEFAULT_CSS = """
    FindBar { height: 1; display: none; background: $panel; padding: 0 0 0 1; }
    FindBar QueryInput { width: 1fr; background: $panel; border: none; height: 1; }
    FindBar #found { width: 34; }
    """

    def __init__(self, signs: Signs) -> None:
        """Stay hidden until something is searched."""
        super().__init__(id="find")
        self.signs = signs

    def compose(self) -> ComposeResult:
        """Put the words left and the count right."""
        yield FindInput(
            placeholder="find words, C12, tag:x, source:2, is:unsourced", compact=True, select_on_focus=False
        )
        yield Crumbs(self.signs, "found")

    @property
    def query_input(self) -> QueryInput:
        """The line to type in."""
        return self.query_one(QueryInput)

    def open(self, query: str = "") -> None:
        """Show the bar with *query* in it."""
        self.query_input.value = query
        self.query_input.cursor_position = len(query)
        self.query_input.cursor_blink = False
        self.tell("")
        self.display = True
        self.query_input.focus()

    def close(self) -> None:
        """Hide the bar."""
        self.display = False

    def tell(self, sentence: str) -> None:
        """Say what was found."""
        found = self.query_one("#found", Crumbs)
        found.display = bool(sentence)  # without it there is room for all of what may be typed
        found.show([("muted", sentence)])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the words are typed."""
        event.stop()
        if self.display:
            self.post_message(Searched(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the match."""
        event.stop()
        self.post_message(SearchEnded(kept=True))
