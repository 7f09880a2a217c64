"""Forms: labelled fields to fill in; Enter saves them all, Esc leaves and keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from argmap.tui.dialogs import KeyLine, KeyWords, attempt
from argmap.tui.fields import FLAG, PICK, Answer, Field, FlagField, TextField
from argmap.tui.picking import PickField
from argmap.tui.signs import PLAIN
from argmap.tui.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from argmap.tui.signs import Signs

Answers = dict[str, Answer]
"""What was filled in, by the names of the fields."""

_FRAME = 4  # borders, what is said, the keys
_NEXT: KeyWords = ("Tab", "next", "step(1)")
_LEAVE: KeyWords = ("Esc", "leave, keeping the draft", "leave")


class Form(ModalScreen[bool]):
    """A few questions about one thing; its result says whether the answers were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "step(1)", "Next"),
        Binding("shift+tab", "step(-1)", "Previous"),
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s", "save", "Save"),
    ]

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form #form {
        width: 84; max-width: 100%; height: auto; max-height: 100%; background: $panel; border: round $for;
        padding: 0 1; border-title-color: $foreground; border-title-style: bold;
    }
    Form.-ascii #form { border: ascii $for; }
    Form #fields { height: auto; scrollbar-size-vertical: 1; }
    Form.-ascii #fields { scrollbar-size-vertical: 0; }
    Form .field { height: auto; }
    Form .label { width: 13; height: 1; color: $quiet; }
    Form StatusLine { background: $panel; }
    """

    def __init__(  # a form is made of these
        self,
        signs: Signs,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Answers], None],
        *,
        leave: Callable[[Answers | None], None],
        draft: Mapping[str, Answer] | None = None,
        start: str = "",
    ) -> None:
        """Ask for *fields* under *title* (words of ours), beginning at *start*; a *draft* goes before their values.

        *save* gets the answers and may refuse them; *leave* gets them when the form is left, None if they are as
        they were in the fields.
        """
        super().__init__()
        self.signs = signs
        self._title = title
        self._fields = fields
        self._save = save
        self._leave = leave
        self._draft = draft
        self._start = start
        self._inputs = {field.name: self._input(field, (draft or {}).get(field.name, field.value)) for field in fields}
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put each field beside its label."""
        with Vertical(id="form") as box:
            box.border_title = self._title
            with VerticalScroll(id="fields", can_focus=False):
                for field in self._fields:
                    with Horizontal(classes="field"):
                        yield Static(field.label, markup=False, classes="label", id=f"label-{field.name}")
                        yield self._inputs[field.name]
            yield StatusLine(self.signs, "said")
            yield KeyLine(self.signs, ("Enter", "save", "save"), _NEXT, _LEAVE)

    def on_mount(self) -> None:
        """Begin where there is most to type."""
        self.fit()
        self._focusable(self._start or self._fields[0].name).focus()
        if self._draft is not None:
            self.query_one(StatusLine).say("This is the draft you left here.")

    def on_resize(self) -> None:
        """Use the room there is."""
        self.fit()

    def fit(self) -> None:
        """Scroll the fields where they are more than fit."""
        self.query_one("#fields").styles.max_height = max(self.app.size.height - _FRAME, 1)

    def answers(self) -> Answers:
        """Return what stands in the fields now."""
        return {name: input_.answer for name, input_ in self._inputs.items()}

    def action_step(self, direction: int) -> None:
        """Go to the next field or the one before."""
        if direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_save(self) -> None:
        """Save the answers; if they are refused, say why and stay."""
        answers = self.answers()
        if attempt(lambda: self._save(answers), self.query_one(StatusLine)):
            self.dismiss(result=True)

    def action_leave(self) -> None:
        """Leave without saving."""
        answers = self.answers()
        begun = {field.name: field.value for field in self._fields}
        self._leave(answers if answers != begun else None)
        self.dismiss(result=False)

    def take_key(self, wanted: str) -> None:
        """Do what a key in a field asks for."""
        match wanted:
            case "save":
                self.action_save()
            case "leave":
                self.action_leave()
            case _:
                self.action_step(1 if wanted == "next" else -1)

    @on(PickField.Chosen)
    def label_choice(self, message: PickField.Chosen) -> None:
        """Say beside the field whether something new comes into being."""
        field = message.pick.field
        is_new = message.pick.chosen is not None and message.pick.chosen.is_new
        self.query_one(f"#label-{field.name}", Static).update(f"New {field.label.lower()}" if is_new else field.label)

    def on_descendant_focus(self) -> None:
        """Show the keys of the field that has the keyboard."""
        enter: KeyWords = ("Enter", "save", "save")
        if isinstance(self.focused, TextField) and isinstance(self.focused.parent, PickField):
            enter = ("Enter", "choose", "step(1)")
            self.query_one(KeyLine).show(enter, ("Ctrl+S", "save", "save"), _LEAVE, ("↓ ↑", "another", ""))
        else:
            self.query_one(KeyLine).show(enter, _NEXT, _LEAVE)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Leave on a click beside the box."""
        if event.widget is self:
            self.action_leave()

    def _input(self, field: Field, value: Answer) -> TextField | FlagField | PickField:
        if field.kind == FLAG:
            return FlagField(field, self.take_key, value=bool(value))
        if field.kind == PICK:
            return PickField(field, str(value), self.signs.ellipsis, self.take_key)
        return TextField(field, str(value), self.take_key)

    def _focusable(self, name: str) -> TextField | FlagField:
        input_ = self._inputs[name]
        return input_.line if isinstance(input_, PickField) else input_
