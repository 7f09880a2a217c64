"""Editor: where claims are typed, over the tree and beside the row they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from argmap.display import clean_display
from argmap.tui.messages import Chosen, Left, Pasted, Reused, Typed
from argmap.tui.offers import Offers

if TYPE_CHECKING:
    from textual import events

_LEAST_WIDTH = 24
_MOST_LINES = 8
_FRAME = 2
_PADDING = 2
_CARET = 1
_DIRECTIONS = {"down": 1, "up": -1}
TYPED_EARLY = "ctrl+j"
"""What Enter is if it was typed before the program had the terminal: a line feed."""


class Editor(TextArea):
    """A small text editor for one paragraph: Enter saves, Esc leaves and keeps the draft."""

    DEFAULT_CSS = """
    Editor {
        layer: over; position: absolute; overflow-x: hidden; display: none; width: 40; height: 3; padding: 0 1;
        border: round $for; border-title-color: $foreground; border-title-style: bold;
        border-subtitle-color: $quiet; background: $panel; scrollbar-size-vertical: 1;
    }
    Editor:focus { border: round $for; background-tint: $foreground 0%; }
    Editor.-ascii, Editor.-ascii:focus { border: ascii $for; scrollbar-size-vertical: 0; }
    """

    def __init__(self, *, ascii_only: bool = False) -> None:
        """Stay hidden until something is to be typed."""
        super().__init__(id="editor", show_line_numbers=False, soft_wrap=True, tab_behavior="focus")
        self.offers = Offers()
        self.takes_lists = False
        self.cursor_blink = False
        self.set_class(ascii_only, "-ascii")

    def open(self, title: str, text: str, *, takes_lists: bool = False) -> None:
        """Show the editor under *title* (words of ours), holding *text*; *takes_lists* asks what pasted lines are."""
        self.takes_lists = takes_lists
        self.border_title = title
        self.load_text(text)
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide the editor."""
        self.display = False
        self.offers.offer(())
        self.load_text("")

    def place(self, column: int, line: int, width: int, height: int) -> None:
        """Stand at *column* and *line* of a pane of *width* and *height*, under that line or, without room, over it.

        The claims offered stand under the editor, as many as there is room for.
        """
        column = max(min(column, width - _LEAST_WIDTH), 0)
        self.styles.width = width - column
        lines = max(1, min(_MOST_LINES, self._lines_in(width - column - _FRAME - _PADDING - _CARET))) + _FRAME
        self.styles.height = min(lines, max(height, _FRAME + 1))
        top = max(0, min(line, height - lines))
        self.styles.offset = (column, top)
        self.offers.place(column, top + lines, width - column, height - top - lines)

    def _lines_in(self, width: int) -> int:
        """Return how many lines the text takes in *width* cells: its own wrapping is still that of the last width."""
        wrapped = WrappedDocument(self.document)
        wrapped.wrap(max(width, 1), tab_width=self.indent_width)
        return wrapped.height

    def on_resize(self) -> None:
        """Show as much of the text as fits, wherever it was scrolled to before."""
        self.scroll_cursor_visible()

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: cleaned like everything else that reaches the terminal."""
        line = clean_display(self.document.get_line(line_index)).replace("\t", " ")
        return Text(line, end="", no_wrap=True)

    def action_save(self) -> None:
        """Ask for the text to be saved, or for the claim that is chosen to be used."""
        claim = self.offers.chosen
        self.post_message(Typed(self.text) if claim is None else Reused(claim))

    def action_leave(self) -> None:
        """Go back from the claims offered to the text; from there, leave without saving."""
        if self.offers.leave():
            self.post_message(Chosen(None))
        else:
            self.post_message(Left(self.text))

    def _browse(self, direction: int) -> bool:
        """Move among the claims offered, from the last line of the text down; tell whether there is one to go to."""
        is_last = self.navigator.is_last_wrapped_line(self.cursor_location)
        if self.offers.chosen is None and not (direction > 0 and is_last):
            return False
        if self.offers.move(direction):
            self.post_message(Chosen(self.offers.chosen))
            return True
        return False

    def action_nothing(self) -> None:
        """Stay: a claim is one paragraph without tabs."""

    async def _on_key(self, event: events.Key) -> None:
        """Take Enter, Esc and Tab in the order of typing; as bindings they would overtake letters typed just before."""
        name = "enter" if event.key == TYPED_EARLY else event.key
        action = {"enter": self.action_save, "escape": self.action_leave, "tab": self.action_nothing}.get(name)
        if action is not None:
            event.prevent_default()
            event.stop()
            action()
        elif event.key in _DIRECTIONS and self._browse(_DIRECTIONS[event.key]):
            event.prevent_default()
            event.stop()
        elif self.offers.leave():
            self.post_message(Chosen(None))

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste as one paragraph; several lines may be several claims."""
        event.prevent_default()
        event.stop()
        lines = sum(bool(line.strip()) for line in event.text.splitlines())
        start, end = sorted(self.selection)
        if self.takes_lists and lines > 1:
            before, after = self.get_text_range(self.document.start, start), self.get_text_range(end, self.document.end)
            self.post_message(Pasted(event.text, before, after))
        else:
            self.put(event.text)

    def put(self, text: str) -> None:
        """Put *text* at the cursor, as one paragraph."""
        result = self.replace(" ".join(text.split()), *self.selection)
        self.move_cursor(result.end_location)
