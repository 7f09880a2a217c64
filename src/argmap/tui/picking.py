"""Picking: the field of a form that chooses among known things by typing a part of them, or names something new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.containers import Vertical
from textual.message import Message
from textual.widgets.option_list import Option

from argmap.display import shorten
from argmap.tui.blank import Answer, Blank, Choice
from argmap.tui.fields import TakeKey, TextField
from argmap.tui.lists import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import OptionList, TextArea

_USUAL_WIDTH = 40  # cells, until it is known


class PickText(TextField):
    """The line of a choice: up and down go through what there is to choose."""

    async def _on_key(self, event: events.Key) -> None:
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
    PickField Lines {
        display: none; overlay: screen; constrain: none inside; width: 1fr; height: auto; max-height: 7; padding: 0 1;
        background: $boost; scrollbar-size: 0 0;
    }
    """

    @dataclass
    class Chosen(Message):
        """Another choice stands in the field *pick*."""

        pick: PickField

    def __init__(self, blank: Blank, value: str, ellipsis: str, take_key: TakeKey) -> None:
        """Begin with the answer *value*."""
        super().__init__()
        assert blank.choices is not None
        self.blank = blank
        self._find = blank.choices
        self._ellipsis = ellipsis
        self._choices: list[Choice] = []
        self._filled_for = ""
        self._is_meant = False
        self._has_moved = False
        known = next((each for each in self._find("") if each.answer == value), None)
        self.chosen = known if known is not None else (self._new(value) if value else None)
        self.line = PickText(blank, self.chosen.shown if self.chosen else "", take_key)
        self._settled = self.line.text

    def compose(self) -> ComposeResult:
        """Put the choices under the line."""
        options = Lines(markup=False)
        options.can_focus = False
        yield self.line
        yield options

    @property
    def options(self) -> Lines:
        """The list of the choices."""
        return self.query_one(Lines)

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
        """Use the room there is; the same choice stays lit."""
        self._fill_again("" if self.line.text == self._settled else self.line.text)

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
        elif self.blank.is_sure:
            self._empty()

    def put(self, answer: str) -> None:
        """Let the choice with this *answer* stand there, unless there is none, or another is being typed."""
        found = next((each for each in self._find("") if each.answer == answer), None)
        if found is not None and not self._is_meant:
            self._stand(found)
            if self.line.has_focus:
                self.on_descendant_focus()

    def offer(self, choices: Callable[[str], list[Choice]]) -> None:
        """Choose among other *choices* from now on; if they are on view, the same one stays lit."""
        self._find = choices
        typed = "" if self.line.text == self._settled else self.line.text
        if not self.options.display or choices(typed) == self._choices:
            return
        self._fill_again(typed)

    def settle(self) -> None:
        """Choose what was typed or moved to; leave alone what nobody touched."""
        self._look()
        if self._is_meant and not self._has_moved and not self.line.text.strip():
            self._empty()
        elif self._is_meant:
            self.take_highlighted()

    def _empty(self) -> None:
        """Choose nothing; where something stands always, what stood there."""
        if self.blank.is_sure and self.chosen is not None:
            self._stand(self.chosen)
        else:
            self.chosen, self._settled, self._is_meant = None, self.line.text, False

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

    def _fill_again(self, typed: str) -> None:
        at = self.options.highlighted
        lit = None if at is None else self._choices[at]
        self._fill(typed)
        if lit in self._choices:
            self.options.highlighted = self._choices.index(lit)

    def _choose(self, choice: Choice) -> None:
        self._stand(choice)
        self.post_message(self.Chosen(self))

    def _stand(self, choice: Choice) -> None:
        self.chosen = choice
        self._is_meant = self._has_moved = False
        self.line.load_text(choice.shown)
        self._settled = self._filled_for = self.line.text

    def _new(self, typed: str) -> Choice:
        return Choice(typed, typed, typed, is_new=True)
