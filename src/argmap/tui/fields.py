"""Fields: the parts of a form to type in or to tick; what they show is cleaned, what they hold stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import TextArea

from argmap.display import clean_display
from argmap.tui.blank import PROSE, Answer, Blank
from argmap.tui.painting import Painted

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

TakeKey = Callable[[str], None]
"""What a field tells the form of a key that is for the form: ``save``, ``leave``, ``next`` or ``previous``."""

_FORM_KEYS = {
    "enter": "save",
    "ctrl+s": "save",
    "escape": "leave",
    "up": "previous",
    "shift+tab": "previous",
    "down": "next",
    "tab": "next",
}


class TextField(TextArea):
    """Words to type in, as high as they need; where one paragraph is wanted, Enter saves."""

    DEFAULT_CSS = """
    TextField, TextField:focus {
        width: 1fr; height: auto; min-height: 1; max-height: 6; border: none; padding: 0 1; background: $surface;
        scrollbar-size-vertical: 1; background-tint: $foreground 0%;
    }
    TextField.-prose, TextField.-prose:focus { min-height: 2; }
    TextField:focus { background: $background; }
    """

    def __init__(self, blank: Blank, value: str, take_key: TakeKey, hint: str = "") -> None:
        """Begin with *value*; while that is empty, a *hint* says what to fill in."""
        super().__init__(
            value,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=Text(hint).plain,
        )
        self.blank = blank
        self.take_key = take_key
        self.cursor_blink = False
        self.is_prose = blank.kind == PROSE
        self.set_class(self.is_prose, "-prose")
        self._given = value
        self._begun = self.text

    def on_focus(self) -> None:
        """Go on behind the words that are there."""
        self.move_cursor(self.document.end)

    def on_blur(self) -> None:
        """Show the beginning of what is too long to be seen."""
        self.move_cursor((0, 0))

    @property
    def answer(self) -> Answer:
        """What was typed; what nobody touched stays as it was, to the letter."""
        if self.text == self._begun:
            return self._given
        return self.text.strip() if self.is_prose else " ".join(self.text.split())

    def show(self, value: Answer) -> None:
        """Let *value* stand here, as if it had from the beginning."""
        self.load_text(str(value))
        self._given, self._begun = str(value), self.text
        if self.has_focus:
            self.on_focus()

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: cleaned like everything else that reaches the terminal."""
        line = clean_display(self.document.get_line(line_index)).replace("\t", " ")
        return Text(line, end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        """Take keys that are for the form in the order of typing; as bindings they would overtake letters."""
        wanted = _FORM_KEYS.get(event.key)
        if wanted is None or self._is_own(event.key):
            return
        event.prevent_default()
        event.stop()
        self.take_key(wanted)

    def _is_own(self, key: str) -> bool:
        """Whether a key of forms means something inside the words."""
        return (
            (key == "enter" and self.is_prose)
            or (key == "up" and not self.navigator.is_first_wrapped_line(self.cursor_location))
            or (key == "down" and not self.navigator.is_last_wrapped_line(self.cursor_location))
        )

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste as it is, or as one paragraph."""
        event.prevent_default()
        event.stop()
        pasted = event.text if self.is_prose else " ".join(event.text.split())
        result = self.replace(pasted, *self.selection)
        self.move_cursor(result.end_location)


class FlagField(Painted, can_focus=True):
    """Yes or no: Space and a click change it, y and n say it."""

    DEFAULT_CSS = """
    FlagField { width: 1fr; height: 1; padding: 0 1; background: $panel; }
    FlagField:focus { background: $background; }
    """

    def __init__(self, blank: Blank, take_key: TakeKey, hint: str = "", *, value: bool) -> None:
        """Begin with *value*; *hint* says what a tick means."""
        super().__init__()
        self.blank = blank
        self.take_key = take_key
        self.hint = hint
        self.answer: Answer = value

    def render_line(self, y: int) -> Strip:
        """Draw the box and what it means; the cursor stands in the box."""
        del y
        box = "[x]" if self.answer else "[ ]"
        return self.strip([("cursor" if self.has_focus else "text", box), ("muted", f" {self.hint}")], self.size.width)

    def on_focus(self) -> None:
        """Show that the keyboard is here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keyboard is elsewhere."""
        self.refresh()

    def show(self, value: Answer) -> None:
        """Let *value* stand here."""
        self.tick(answer=bool(value))

    def tick(self, *, answer: bool) -> None:
        """Say yes or no."""
        self.answer = answer
        self.refresh()

    def on_click(self) -> None:
        """Change it."""
        self.tick(answer=not self.answer)

    def on_key(self, event: events.Key) -> None:
        """Change it, or do what the key does in the form."""
        said = {"space": not self.answer, "y": True, "n": False}.get(event.key)
        wanted = _FORM_KEYS.get(event.key)
        if said is None and wanted is None:
            return
        event.stop()
        event.prevent_default()
        if wanted is not None:
            self.take_key(wanted)
        else:
            self.tick(answer=bool(said))
