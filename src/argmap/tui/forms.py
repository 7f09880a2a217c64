"""Forms: labelled blanks to fill in; Enter saves them all, Esc leaves and keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from argmap.tui.blank import FLAG, PICK, Answers, Blank
from argmap.tui.dialogs import Dialog, KeyLine, KeyWords, attempt
from argmap.tui.fields import FlagField, TextField
from argmap.tui.keeping_up import KeepingUp
from argmap.tui.picking import PickField
from argmap.tui.status import StatusLine
from argmap.tui.watching import LOOK_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from argmap.tui.blank import Answer
    from argmap.tui.signs import Signs

_FRAME = 5  # borders, what is said in up to two lines, the keys
_ROOMY = 3  # lines a blank, with which they can stand apart
_NEXT: KeyWords = ("Tab", "next", "step(1)")


class Form(Dialog[bool]):
    """A few questions about one thing; its result says whether the answers were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "step(1)", "Next"),
        Binding("shift+tab", "step(-1)", "Previous"),
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s", "save", "Save"),
    ]

    AUTO_FOCUS = ""
    saves: ClassVar[str] = "save"
    leaves: ClassVar[str] = "leave, keeping the draft"
    """What the last line says that its keys do."""

    DEFAULT_CSS = """
    Form > #box { border: round $for; }
    Form.-ascii > #box { border: ascii $for; }
    Form #fields { height: auto; scrollbar-size-vertical: 1; }
    Form.-ascii #fields { scrollbar-size-vertical: 0; }
    Form .field { height: auto; }
    Form.-roomy .field { margin: 0 0 1 0; }
    Form .label { width: 13; height: 1; color: $quiet; }
    Form .heading { height: 1; color: $quiet; text-style: bold; }
    """

    def __init__(  # a form is made of these
        self,
        signs: Signs,
        title: str,
        blanks: Sequence[Blank],
        save: Callable[[Answers], None],
        *,
        leave: Callable[[Answers], None],
        draft: Mapping[str, Answer] | None = None,
        start: str = "",
    ) -> None:
        """Ask for *blanks* under *title* (words of ours), beginning at *start*; a *draft* goes before their values.

        *save* gets all answers and may refuse them; *leave* gets, when the form is left, those that are not as they
        were in the blanks.
        """
        super().__init__(signs)
        self._title = title
        self._blanks = blanks
        self._save = save
        self._leave = leave
        self._draft = draft
        self._start = start
        self._inputs = {blank.name: self._input(blank, (draft or {}).get(blank.name, blank.value)) for blank in blanks}
        self._keeping_up: KeepingUp | None = None
        self.said = StatusLine(signs, "said")

    def keep_up(self, now: Callable[[], Sequence[Blank]]) -> Self:
        """Show what others change while it is open: *now* returns the blanks as they are in the map."""
        self._keeping_up = KeepingUp(self._blanks, now)
        return self

    def compose(self) -> ComposeResult:
        """Put each field beside its label."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            with VerticalScroll(id="fields", can_focus=False):
                for blank in self._blanks:
                    if blank.heading:
                        yield Static(blank.heading, markup=False, classes="heading")
                    with Horizontal(classes="field"):
                        yield Static(blank.label, markup=False, classes="label", id=f"label-{blank.name}")
                        yield self._inputs[blank.name]
            yield self.said
            yield KeyLine(self.signs, *self._keys("Enter", _NEXT))

    def on_mount(self) -> None:
        """Begin where there is most to type."""
        self.fit()
        self._focusable(self._start or self._blanks[0].name).focus()
        if self._draft:
            self.said.say("This is the draft you left here.")
        if self._keeping_up is not None:
            self.set_interval(LOOK_SECONDS, self.look)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.fit()

    def fit(self) -> None:
        """Scroll the fields where they are more than fit, and the one that has the keyboard onto view."""
        height = self.app.size.height
        self.query_one("#fields").styles.max_height = max(height - _FRAME, 1)
        self.set_class(height - _FRAME >= _ROOMY * len(self._blanks), "-roomy")
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def field(self, name: str) -> TextField | FlagField | PickField:
        """Return the field of a blank."""
        return self._inputs[name]

    def look(self) -> None:
        """Show what others changed meanwhile."""
        said = self._catch_up()
        if said:
            self.said.say(said)

    def _catch_up(self) -> str:
        if self._keeping_up is None:
            return ""
        said = self._keeping_up.look(
            {name: field for name, field in self._inputs.items() if not isinstance(field, PickField)}
        )
        for blank in self._keeping_up.blanks:
            field = self._inputs[blank.name]
            if isinstance(field, PickField) and blank.choices is not None:
                field.offer(blank.choices)
        return said

    def answers(self) -> Answers:
        """Return what stands in the fields now; what only others changed is as it was."""
        answers = {name: input_.answer for name, input_ in self._inputs.items()}
        return answers if self._keeping_up is None else self._keeping_up.meant(answers)

    def action_step(self, direction: int) -> None:
        """Go to the next field or the one before."""
        if direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_save(self) -> None:
        """Save the answers; if they are refused, say why and stay."""
        answers = self.answers()
        if attempt(lambda: self._save(answers), self.said):
            self.dismiss(result=True)
        else:
            self._catch_up()  # else the next look would tell of the same change, over the words that say why not

    def action_leave(self) -> None:
        """Leave without saving."""
        answers = self.answers()
        self._leave({each.name: answers[each.name] for each in self._blanks if answers[each.name] != each.value})
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
        blank = message.pick.blank
        is_new = message.pick.chosen is not None and message.pick.chosen.is_new
        self.query_one(f"#label-{blank.name}", Static).update(f"New {blank.label.lower()}" if is_new else blank.label)

    def on_descendant_focus(self) -> None:
        """Show the keys of the field that has the keyboard."""
        field, keys = self.focused, self.query_one(KeyLine)
        if isinstance(field, TextField) and isinstance(field.parent, PickField):
            keys.show(("Enter", "choose", "step(1)"), *self._keys("Ctrl+S"), ("↓ ↑", "another", ""))
        elif isinstance(field, TextField) and field.is_prose:
            keys.show(*self._keys("Ctrl+S", ("Enter", "new line", ""), _NEXT))
        else:
            keys.show(*self._keys("Enter", _NEXT))

    def _keys(self, saving: str, *between: KeyWords) -> list[KeyWords]:
        """Return the keys to show: first what saves, last what leaves."""
        return [(saving, self.saves, "save"), *between, ("Esc", self.leaves, "leave")]

    def _input(self, blank: Blank, value: Answer) -> TextField | FlagField | PickField:
        hint = self.spoken(blank.hint)
        if blank.kind == FLAG:
            return FlagField(blank, self.take_key, hint, value=bool(value))
        if blank.kind == PICK:
            return PickField(blank, str(value), self.signs.ellipsis, self.take_key)
        return TextField(blank, str(value), self.take_key, hint)

    def _focusable(self, name: str) -> TextField | FlagField:
        input_ = self._inputs[name]
        return input_.line if isinstance(input_, PickField) else input_
