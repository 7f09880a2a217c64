"""Card field: one blank of a form, to type or to tick; what it shows is cleaned, what it holds stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from argmap.display import clean_display
from argmap.tui.card import YES, Kind

if TYPE_CHECKING:
    from textual import events

    from argmap.tui.card import Blank


@dataclass
class Finished(Message):
    """The form is done: it is to be *saved*, or left. *field* held *text* then; what is typed behind it is too late."""

    saved: bool
    field: Widget | None = None
    text: str = ""


class CardField(TextArea):
    """A blank for words, as high as they need; where one paragraph is wanted, Enter saves."""

    DEFAULT_CSS = """
    CardField, CardField:focus {
        width: 1fr; height: auto; min-height: 1; max-height: 6; border: none; padding: 0 1; background: $surface;
        scrollbar-size-vertical: 1;
    }
    CardField:focus { background: $background; }
    CardField.-prose { min-height: 2; }
    .-ascii CardField { scrollbar-size-vertical: 0; }
    """

    def __init__(self, blank: Blank) -> None:
        """Show what is said now."""
        super().__init__(
            blank.said,
            show_line_numbers=False,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=Text(blank.hint).plain,
        )
        self.blank = blank
        self.cursor_blink = False
        self.is_prose = blank.kind is Kind.PROSE
        self.set_class(self.is_prose, "-prose")
        self.begun = self.text

    @property
    def filled(self) -> str:
        """What it holds."""
        return self.text

    def fill(self, text: str) -> None:
        """Hold *text*, which was typed before."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Begin behind what is there."""
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: cleaned like everything else that reaches the terminal."""
        line = clean_display(self.document.get_line(line_index)).replace("\t", " ")
        return Text(line, end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        """Take the form's keys in the order of typing; as bindings they would overtake letters typed just before."""
        if event.key == "enter" and self.is_prose:
            return
        take_form_key(self, event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste as it is, or as one paragraph."""
        event.prevent_default()
        event.stop()
        pasted = event.text if self.is_prose else " ".join(event.text.split())
        result = self.replace(pasted, *self.selection)
        self.move_cursor(result.end_location)


class Tick(Widget, can_focus=True, inherit_bindings=False):
    """A blank to say yes or no; Space, a click, y and n."""

    DEFAULT_CSS = """
    Tick { width: 1fr; height: 1; padding: 0 1; background: $surface; }
    Tick:focus { background: $background; text-style: bold; }
    """

    def __init__(self, blank: Blank) -> None:
        """Show whether it is said now."""
        super().__init__()
        self.blank = blank
        self.begun = blank.said
        self._ticked = blank.said == YES

    @property
    def filled(self) -> str:
        """What it says."""
        return YES if self._ticked else ""

    def fill(self, text: str) -> None:
        """Say what was said before."""
        self._ticked = text == YES
        self.refresh()

    def render(self) -> Text:
        """Draw the box and what it means; the cursor stands in the box."""
        box = Text(f"[{'x' if self._ticked else ' '}]", style="reverse" if self.has_focus else "")
        return box.append(f" {self.blank.hint}", style="not reverse")

    def on_click(self) -> None:
        """Turn it."""
        self.fill("" if self._ticked else YES)

    def on_key(self, event: events.Key) -> None:
        """Turn it, or do what the key does in the form."""
        wanted = {"space": not self._ticked, "y": True, "n": False}.get(event.key)
        if wanted is None:
            take_form_key(self, event)
            return
        event.stop()
        self.fill(YES if wanted else "")


def take_form_key(field: CardField | Tick, event: events.Key) -> None:
    """Save or leave, if that is what the key means in a form."""
    match event.key:
        case "enter" | "ctrl+s":
            field.post_message(Finished(saved=True, field=field, text=field.filled))
        case "escape":
            field.post_message(Finished(saved=False, field=field, text=field.filled))
        case _:
            return
    event.prevent_default()
    event.stop()
