"""Fields: the parts of a form: a line, a paragraph, a choice among known things, a yes or no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.widgets import TextArea

from argmap.display import clean_display
from argmap.tui.painting import Painted
from argmap.tui.theme import styles_for

if TYPE_CHECKING:
    from textual.strip import Strip

LINE = "line"
PROSE = "prose"
FLAG = "flag"
PICK = "pick"

Answer = str | bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the answer it gives, the words it is shown with, and what the field shows afterwards."""

    answer: str
    words: str
    shown: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form: the *name* of its answer, its *label*, its *kind* and the *value* it begins with.

    A field of the kind `PICK` asks *choices* what there is to choose for the words typed so far.
    """

    name: str
    label: str
    kind: str = LINE
    value: Answer = ""
    choices: Callable[[str], list[Choice]] | None = None


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
    """A line, or a paragraph of three lines, to type in."""

    DEFAULT_CSS = """
    TextField, TextField:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $surface; overflow: hidden hidden;
        scrollbar-size: 0 0; background-tint: $foreground 0%;
    }
    TextField.-prose, TextField.-prose:focus { height: 3; overflow: hidden auto; }
    TextField:focus { background: $background; }
    """

    def __init__(self, field: Field, value: str, take_key: TakeKey) -> None:
        """Begin with *value*."""
        super().__init__(
            value, soft_wrap=field.kind == PROSE, tab_behavior="focus", compact=True, highlight_cursor_line=False
        )
        self.field = field
        self.take_key = take_key
        self.cursor_blink = False
        self.set_class(field.kind == PROSE, "-prose")
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
        return self.text.strip() if self.field.kind == PROSE else " ".join(self.text.split())

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: cleaned like everything else that reaches the terminal."""
        line = clean_display(self.document.get_line(line_index)).replace("\t", " ")
        return Text(line, end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        """Take keys that are for the form in the order of typing; as bindings they would overtake letters."""
        if sent_on(self, event):
            return
        wanted = _FORM_KEYS.get(event.key)
        inside = self.field.kind == PROSE and (
            (event.key == "up" and not self.navigator.is_first_wrapped_line(self.cursor_location))
            or (event.key == "down" and not self.navigator.is_last_wrapped_line(self.cursor_location))
        )
        if wanted is not None and not inside:
            event.prevent_default()
            event.stop()
            self.take_key(wanted)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste as one line."""
        event.prevent_default()
        event.stop()
        result = self.replace(" ".join(event.text.split()), *self.selection)
        self.move_cursor(result.end_location)


class FlagField(Painted, can_focus=True):
    """Yes or no; Space changes it."""

    DEFAULT_CSS = """
    FlagField { width: 1fr; height: 1; background: $panel; }
    """ + styles_for("FlagField")

    def __init__(self, field: Field, take_key: TakeKey, *, value: bool) -> None:
        """Begin with *value*."""
        super().__init__()
        self.field = field
        self.take_key = take_key
        self.answer: Answer = value

    def render_line(self, y: int) -> Strip:
        """Draw the box."""
        del y
        box, hint = ("[x] yes", "Space for no") if self.answer else ("[ ] no", "Space for yes")
        looks = [("cursor", box), ("muted", f"  {hint}")] if self.has_focus else [("text", box)]
        return self.strip(looks, self.size.width)

    def on_focus(self) -> None:
        """Show that the keyboard is here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keyboard is elsewhere."""
        self.refresh()

    def toggle(self) -> None:
        """Change it."""
        self.answer = not self.answer
        self.refresh()

    def on_click(self) -> None:
        """Change it."""
        self.toggle()

    def on_key(self, event: events.Key) -> None:
        """Change it with Space; the other keys are the form's."""
        if sent_on(self, event):
            return
        wanted = _FORM_KEYS.get(event.key)
        if wanted is None and event.key != "space":
            return
        event.stop()
        event.prevent_default()
        if wanted is None:
            self.toggle()
        else:
            self.take_key(wanted)


def sent_on(field: TextField | FlagField, event: events.Key) -> bool:
    """Send a key that was pressed just after the keyboard went elsewhere to where it belongs; say whether it was."""
    there = field.screen.focused
    if there is field or there is None:
        return False
    event.prevent_default()
    event.stop()
    there.post_message(events.Key(event.key, event.character))
    return True
