"""Card form: a card on the screen, with a field for each of its blanks; all of it is saved in one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from argmap.errors import ArgmapError
from argmap.tui.card import Kind
from argmap.tui.card_field import CardField, Finished, Tick
from argmap.tui.signs import PLAIN, plain
from argmap.tui.status import Footer, StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual import events
    from textual.app import ComposeResult

    from argmap.tui.card import Blank, Card
    from argmap.tui.messages import Act
    from argmap.tui.signs import Signs

_FRAME = 4
_LOW = 24
Filled = dict[str, str]

_KEYS = (("Ctrl+S", "save", "save"), ("Tab", "next field", "next"), ("Esc", "leave", "leave"))


class CardForm(ModalScreen[Filled], inherit_bindings=False):
    """A card to fill in; its result is the draft that was left, empty if it was saved or nothing was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # at once, so that letters typed right behind Tab go to the next field
        Binding("tab", "app.focus_next", "Next field", priority=True),
        Binding("shift+tab", "app.focus_previous", "Previous field", priority=True),
    ]
    DEFAULT_CSS = """
    CardForm { align: center middle; background: $background 60%; }
    CardForm #card {
        width: 96; max-width: 100%; height: auto; max-height: 100%; background: $panel; border: round $quiet;
        padding: 0 1; border-title-color: $foreground;
    }
    CardForm.-ascii #card { border: ascii $quiet; }
    CardForm #blanks { height: auto; max-height: 100%; scrollbar-size-vertical: 1; background: $panel; }
    CardForm.-ascii #blanks { scrollbar-size-vertical: 0; }
    CardForm .blank { height: auto; margin: 0 0 1 0; }
    CardForm.-low .blank { margin: 0; }
    CardForm .words { width: 13; height: 1; color: $quiet; }
    CardForm .why { height: 1; color: $quiet; text-style: bold; }
    CardForm Bar { background: $panel; }
    """

    def __init__(self, signs: Signs, card: Card, draft: Mapping[str, str], save: Callable[[Filled], None]) -> None:
        """Show *card* with what a *draft* says instead; *save* saves what was filled in, or raises."""
        super().__init__()
        self.signs = signs
        self.card = card
        self.draft = draft
        self.save = save
        self.told = StatusLine(signs, "told")
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the words of each blank beside its field."""
        with Vertical(id="card") as box:
            box.border_title = f"Edit {self.card.label}"
            with VerticalScroll(id="blanks", can_focus=False):
                yield from map(self._row, self.card.blanks)
                if self.card.links:
                    yield Static(self.card.why, classes="why", markup=False)
                    yield from map(self._row, self.card.links)
            yield self.told
            yield Footer(self.signs, _KEYS)

    def on_mount(self) -> None:
        """Bring back what was left here, and begin with the first field."""
        for field in self._fields():
            if field.blank.name in self.draft:
                field.fill(self.draft[field.blank.name])
        if self.draft:
            self.told.say("This is the draft you left here.")
        next(self._fields()).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for the lines under the blanks."""
        self.set_class(event.size.height < _LOW, "-low")
        self.query_one("#blanks").styles.max_height = max(event.size.height - _FRAME, 3)

    def on_finished(self, message: Finished) -> None:
        """Save, or leave and keep what was typed; what cannot be saved stays."""
        if not self.is_current:
            return  # a second Enter right behind the one that saved
        held = ((field, message.text if field is message.field else field.filled) for field in self._fields())
        filled = {field.blank.name: text for field, text in held if text != field.begun}
        if not message.saved:
            self.dismiss(filled)
            return
        try:
            self.save(filled)
        except ArgmapError as error:
            self.told.say(str(error), error=True)
        except OSError as error:
            self.told.say(f"The file cannot be reached: {error.strerror}.", error=True)
        except Exception as error:  # noqa: BLE001  # what was typed must not be lost with the program
            self.told.say(f"That should not have happened ({type(error).__name__}). Nothing was saved.", error=True)
        else:
            self.dismiss({})

    def on_act(self, message: Act) -> None:
        """Do what was clicked in the line of keys."""
        message.stop()
        if message.id == "next":
            self.focus_next()
        else:
            self.post_message(Finished(saved=message.id == "save"))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Leave on a click beside the box."""
        if event.widget is self:
            self.post_message(Finished(saved=False))

    def _row(self, blank: Blank) -> Horizontal:
        words = Static(blank.words, classes="words", markup=False)
        return Horizontal(words, (Tick if blank.kind is Kind.TICK else CardField)(self._spoken(blank)), classes="blank")

    def _spoken(self, blank: Blank) -> Blank:
        return replace(blank, hint=plain(blank.hint)) if self.signs is PLAIN else blank

    def _fields(self) -> Iterator[CardField | Tick]:
        for widget in self.query("CardField, Tick"):
            assert isinstance(widget, CardField | Tick)
            yield widget
