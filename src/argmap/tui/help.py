"""Help: everything that can be done, with its key; typing narrows the list, Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from argmap.display import shorten
from argmap.outlines.line import SIGNS
from argmap.tui.action import GROUPS
from argmap.tui.actions import ACTIONS, named
from argmap.tui.badges import MEANINGS
from argmap.tui.find import QueryInput
from argmap.tui.signs import PLAIN, plain

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from argmap.tui.action import Action
    from argmap.tui.keymap import Keymap
    from argmap.tui.signs import Signs

_KEYS_WIDTH = 14
_WIDTH = 96
_FRAME = 7


class Help(ModalScreen[str]):
    """A list of actions to read, search and run; its result is the id of the action chosen, or empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", priority=True),
        Binding("down", "next(1)", "Next", priority=True),
        Binding("up", "next(-1)", "Previous", priority=True),
        Binding("pagedown", "next(10)", "Page down", priority=True),
        Binding("pageup", "next(-10)", "Page up", priority=True),
        Binding("enter", "run", "Run", priority=True),
        Binding("tab", "nothing", "", priority=True),
    ]

    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help Vertical {
        width: 96; max-width: 100%; height: 90%; background: $panel; border: round $quiet; padding: 0 1;
        border-title-color: $foreground; border-subtitle-color: $quiet;
    }
    Help.-ascii Vertical { border: ascii $quiet; }
    Help.-ascii OptionList { scrollbar-size-vertical: 0; }
    Help QueryInput { border: none; height: 1; margin: 0 0 1 0; background: $surface; padding: 0 1; }
    Help OptionList { height: 1fr; border: none; background: $panel; padding: 0; scrollbar-size-vertical: 1; }
    Help OptionList > .option-list--option-highlighted {
        text-style: reverse bold; background: $panel; color: $foreground;
    }
    Help OptionList > .option-list--option-disabled { color: $quiet; }
    """

    def __init__(self, signs: Signs, keymap: Keymap, *, with_legend: bool) -> None:
        """Show all actions; *with_legend* begins with what the signs and badges mean."""
        super().__init__()
        self.signs = signs
        self.keymap = keymap
        self.with_legend = with_legend
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the search over the list."""
        with Vertical() as box:
            box.border_title = "Help" if self.with_legend else "Commands"
            box.border_subtitle = "type to search, Enter does it, Esc closes"
            yield QueryInput(placeholder="what do you want to do?", compact=True)
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(QueryInput).cursor_blink = False
        self._fill("")
        self.query_one(QueryInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what was typed."""
        self._fill(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Run what was clicked."""
        self.dismiss(event.option.id or "")

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss("")

    def action_nothing(self) -> None:
        """Stay at the search."""

    def action_next(self, count: int) -> None:
        """Move the choice."""
        options = self.query_one(OptionList)
        for _ in range(abs(count)):
            (options.action_cursor_down if count > 0 else options.action_cursor_up)()

    def action_run(self) -> None:
        """Do the chosen action."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id or "")

    def on_search_ended(self) -> None:
        """Close when the search is left."""
        self.dismiss("")

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Close on a click beside the box."""
        if event.widget is self:
            self.dismiss("")

    def _fill(self, query: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        if query.strip():
            found = [self._option(action) for action in named(query, keymap=self.keymap)]
            options.add_options(found or [Option(Text("  Nothing here is called that."), disabled=True)])
        else:
            if self.with_legend:
                options.add_options(self._legend())
            for group in GROUPS:
                options.add_option(Option(Text(group.upper(), style="bold"), disabled=True))
                options.add_options(self._option(action) for action in ACTIONS if action.group == group)
        first = next((n for n in range(options.option_count) if not options.get_option_at_index(n).disabled), None)
        options.highlighted = first
        options.scroll_to(y=0, animate=False)

    def _option(self, action: Action) -> Option:
        keys = self.keymap.all_shown(action.id)
        where = " (in the detail pane)" if action.where == "detail" else ""
        said = self._spoken(f"{action.words}{where} — {action.help}")
        line = f"  {self._spoken(keys):<{_KEYS_WIDTH}}{shorten(said, self._room, cell_len, self.signs.ellipsis)}"
        return Option(Text(line), id=action.id)

    def _legend(self) -> list[Option]:
        relations = ", ".join(f"{sign} {word}" for sign, word in SIGNS.values())
        lines = [f"Signs: {relations}"]
        lines += [f"  {badge:<8}{meaning}" for badge, meaning in self._meanings()]
        return [Option(Text(self._spoken(line)), disabled=True) for line in (*lines, "")]

    @property
    def _room(self) -> int:
        """The cells of one line of the list, behind the keys."""
        return min(_WIDTH, self.app.size.width) - _FRAME - _KEYS_WIDTH

    def _meanings(self) -> list[tuple[str, str]]:
        marks = str.maketrans({"▮": self.signs.full, "▯": self.signs.empty})
        repeat = [("↺", "shown in full at the row it names")] if self.signs.repeat else []
        return [*((badge.translate(marks), meaning) for badge, meaning in MEANINGS), *repeat]

    def _spoken(self, line: str) -> str:
        return (
            plain(line).translate({ord(arrow): word for arrow, word in _ARROWS.items()})
            if self.signs is PLAIN
            else line
        )


_ARROWS = {"↓": "Down", "↑": "Up", "←": "Left", "→": "Right", "↺": "see"}
