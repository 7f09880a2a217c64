"""Fields: the parts of a form: a line, a paragraph, a choice among known things, a yes or no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from argmap.display import clean_display, shorten
from argmap.tui.painting import Painted
from argmap.tui.theme import styles_for

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.strip import Strip

LINE = "line"
PROSE = "prose"
FLAG = "flag"
PICK = "pick"

Answer = str | bool

_USUAL_WIDTH = 40  # cells, until it is known


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


class PickText(TextField):
    """The line of a choice: up and down go through what there is to choose."""

    async def _on_key(self, event: events.Key) -> None:
        if sent_on(self, event):
            return
        pick = self.parent
        assert isinstance(pick, PickField)
        step = {"up": -1, "down": 1}.get(event.key)
        if step is None and event.key != "enter":
            return
        event.prevent_default()
        event.stop()
        if step is not None:
            pick.move(step)
        else:
            pick.take_highlighted()
            self.take_key("next")


class PickField(Vertical):
    """A choice among known things, by typing a part of them; or something new by its name."""

    DEFAULT_CSS = """
    PickField { width: 1fr; height: auto; }
    PickField OptionList {
        display: none; overlay: screen; constrain: none inside; width: 1fr; height: auto; max-height: 7; border: none;
        padding: 0 1; background: $boost; scrollbar-size: 0 0; overflow-x: hidden;
    }
    PickField OptionList > .option-list--option-highlighted {
        text-style: bold; background: $foreground; color: $panel;
    }
    """

    @dataclass
    class Chosen(Message):
        """Another choice stands in the field *pick*."""

        pick: PickField

    def __init__(self, field: Field, value: str, ellipsis: str, take_key: TakeKey) -> None:
        """Begin with the answer *value*."""
        super().__init__()
        assert field.choices is not None
        self.field = field
        self._find = field.choices
        self._ellipsis = ellipsis
        self._choices: list[Choice] = []
        self._filled_for = ""
        self._is_meant = False
        self._has_moved = False
        known = next((each for each in self._find("") if each.answer == value), None)
        self.chosen = known if known is not None else (self._new(value) if value else None)
        self.line = PickText(field, self.chosen.shown if self.chosen else "", take_key)
        self._settled = self.line.text

    def compose(self) -> ComposeResult:
        """Put the choices under the line."""
        options = OptionList(markup=False)
        options.can_focus = False
        yield self.line
        yield options

    @property
    def options(self) -> OptionList:
        """The list of the choices."""
        return self.query_one(OptionList)

    @property
    def answer(self) -> Answer:
        """What is chosen, or was typed last."""
        self.settle()
        return self.chosen.answer if self.chosen else ""

    def on_descendant_focus(self) -> None:
        """Show what there is to choose; typing replaces what is there."""
        self.line.select_all()
        self._fill("")
        self._filled_for = self.line.text

    def on_descendant_blur(self) -> None:
        """Keep what the list offered for what was typed."""
        self.settle()
        self.options.display = False

    def on_resize(self) -> None:
        """Use the room there is."""
        self._fill("" if self.line.text == self._settled else self.line.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Narrow the choices to what was typed."""
        event.stop()
        if self.line.has_focus:
            self._look()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        event.stop()
        self._choose(self._choices[event.option_index])
        self.line.take_key("next")

    def move(self, step: int) -> None:
        """Go to the next choice or the one before."""
        self._look()
        self._is_meant = self._has_moved = True
        if step > 0:
            self.options.action_cursor_down()
        else:
            self.options.action_cursor_up()

    def take_highlighted(self) -> None:
        """Choose what the list shows as chosen, if there is a list."""
        self._look()
        at = self.options.highlighted
        if at is not None and self._choices:
            self._choose(self._choices[at])

    def settle(self) -> None:
        """Choose what was typed or moved to; leave alone what nobody touched."""
        self._look()
        if self._is_meant and not self._has_moved and not self.line.text.strip():
            self.chosen, self._settled, self._is_meant = None, self.line.text, False
        elif self._is_meant:
            self.take_highlighted()

    def _look(self) -> None:
        """Bring the list up to what was typed; messages about it may come later than the next key."""
        typed = self.line.text
        if typed not in {self._settled, self._filled_for} or (typed == self._settled != self._filled_for):
            self._is_meant = typed != self._settled
            self._has_moved = False
            self._fill("" if typed == self._settled else typed)
            self._filled_for = typed

    def _fill(self, typed: str) -> None:
        self._choices = self._find(typed)
        room = (self.size.width or _USUAL_WIDTH) - 3
        self.options.set_options(
            Option(Text(shorten(each.words, room, cell_len, self._ellipsis), no_wrap=True)) for each in self._choices
        )
        chosen = self.chosen.answer if self.chosen and not typed else None
        first = next((n for n, each in enumerate(self._choices) if each.answer == chosen), 0)
        self.options.highlighted = first if self._choices else None
        self.options.display = bool(self._choices) and self.line.has_focus

    def _choose(self, choice: Choice) -> None:
        self.chosen = choice
        self._is_meant = self._has_moved = False
        self.line.load_text(choice.shown)
        self._settled = self._filled_for = self.line.text
        self.post_message(self.Chosen(self))

    def _new(self, typed: str) -> Choice:
        return Choice(typed, typed, typed, is_new=True)


def sent_on(field: TextField | FlagField, event: events.Key) -> bool:
    """Send a key that was pressed just after the keyboard went elsewhere to where it belongs; say whether it was."""
    there = field.screen.focused
    if there is field or there is None:
        return False
    event.prevent_default()
    event.stop()
    there.post_message(events.Key(event.key, event.character))
    return True
