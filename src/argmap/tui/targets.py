"""Targets: a list of claims to choose one from, narrowed by typing; nearest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from argmap.display import one_line, shorten
from argmap.model import ClaimId
from argmap.tui.find import QueryInput
from argmap.tui.nearness import fitting
from argmap.tui.signs import PLAIN, plain

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from argmap.model import ArgumentMap
    from argmap.tui.signs import Signs

MOST = 200
"""Most claims listed at once; typing finds the others."""

_WIDTH = 96
_FRAME = 6


class _Words(QueryInput):
    """The line to type in; the keys of relations choose one and are no letters."""

    def __init__(self, dialog: Targets) -> None:
        super().__init__(placeholder="words of a claim, or its number", compact=True)
        self._dialog = dialog

    def on_key(self, event: events.Key) -> None:
        """Choose the relation whose key it is."""
        if event.character in dict(self._dialog.relations):
            event.stop()
            event.prevent_default()
            self._dialog.relate(event.character or "")


class Targets(ModalScreen[ClaimId | None]):
    """A choice of one claim; its result is the claim, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", priority=True),
        Binding("down,ctrl+n", "next(1)", "Next", priority=True),
        Binding("up,ctrl+p", "next(-1)", "Previous", priority=True),
        Binding("pagedown", "next(10)", "Page down", priority=True),
        Binding("pageup", "next(-10)", "Page up", priority=True),
        Binding("enter", "choose", "Choose", priority=True),
        Binding("tab", "change_relation", "Change the relation", priority=True),
    ]

    DEFAULT_CSS = """
    Targets { align: center middle; background: $background 60%; }
    Targets Vertical {
        width: 96; max-width: 100%; height: 80%; background: $panel; border: round $quiet; padding: 0 1;
        border-title-color: $foreground; border-subtitle-color: $quiet;
    }
    Targets.-ascii Vertical { border: ascii $quiet; }
    Targets.-ascii OptionList { scrollbar-size-vertical: 0; }
    Targets QueryInput { border: none; height: 1; margin: 0 0 1 0; background: $surface; padding: 0 1; }
    Targets #relation { height: 1; padding: 0 1; }
    Targets OptionList { height: 1fr; border: none; background: $panel; padding: 0; scrollbar-size-vertical: 1; }
    Targets OptionList > .option-list--option-highlighted {
        text-style: reverse bold; background: $panel; color: $foreground;
    }
    Targets OptionList > .option-list--option-disabled { color: $quiet; }
    """

    def __init__(
        self,
        map_: ArgumentMap,
        signs: Signs,
        title: str,
        *,
        near: ClaimId,
        without: Container[ClaimId] = (),
        circular: Container[ClaimId] = (),
        relations: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Choose a claim of *map_*, those near to *near* first and the *circular* ones last.

        With *relations* (key, words), choose also what the claim does.
        """
        super().__init__()
        self.map = map_
        self.signs = signs
        self.words = title
        self.near = near
        self.without = without
        self.circular = circular
        self.relations = tuple(relations)
        self.relation = self.relations[0][0] if self.relations else ""
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the search over the list."""
        with Vertical() as box:
            box.border_title = self._spoken(self.words)
            box.border_subtitle = "Enter chooses, Esc leaves"
            yield _Words(self)
            if self.relations:
                yield Static(id="relation", markup=False)
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(QueryInput).cursor_blink = False
        self._fill("")
        self._show_relation()
        self.query_one(QueryInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what was typed."""
        self._fill(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self.dismiss(ClaimId(event.option.id or ""))

    def action_leave(self) -> None:
        """Close without choosing."""
        self.dismiss(None)

    def action_next(self, count: int) -> None:
        """Move the choice."""
        options = self.query_one(OptionList)
        for _ in range(abs(count)):
            (options.action_cursor_down if count > 0 else options.action_cursor_up)()

    def action_choose(self) -> None:
        """Choose the claim that is marked."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(ClaimId(options.get_option_at_index(options.highlighted).id or ""))

    def relate(self, relation: str) -> None:
        """Choose what the claim will do."""
        self.relation = relation
        self._show_relation()

    def action_change_relation(self) -> None:
        """Choose the next relation."""
        if self.relations:
            keys = [key for key, _ in self.relations]
            self.relate(keys[(keys.index(self.relation) + 1) % len(keys)])

    def on_search_ended(self) -> None:
        """Close when the search is left."""
        self.dismiss(None)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Close on a click beside the box; change the relation on a click on it."""
        if event.widget is self:
            self.dismiss(None)
        elif event.widget is not None and event.widget.id == "relation":
            self.action_change_relation()

    def _show_relation(self) -> None:
        if self.relations:
            parts = [f"{'(*)' if key == self.relation else '( )'} {key} {words}" for key, words in self.relations]
            self.query_one("#relation", Static).update(Text("  ".join(parts)))

    def _fill(self, typed: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        fit = fitting(self.map, typed, self.near, self.without)
        found = iter(sorted(fit, key=lambda claim: claim in self.circular))
        options.add_options(self._option(claim) for claim in islice(found, MOST))
        if next(found, None) is not None:
            options.add_option(Option(Text("  There are more: type to find them."), disabled=True))
        if not options.option_count:
            words = "No claim says that. Type fewer words." if typed.strip() else "There is no other claim yet."
            options.add_option(Option(Text(f"  {words}"), disabled=True))
        options.highlighted = None if options.get_option_at_index(0).disabled else 0
        options.scroll_to(y=0, animate=False)

    def _option(self, id_: ClaimId) -> Option:
        claim = self.map.claims[id_]
        room = min(_WIDTH, self.app.size.width) - _FRAME
        note = " (under it: a circle)" if id_ in self.circular else ""
        line = f"{claim.label:>5} {one_line(claim.text)}"
        return Option(Text(shorten(line, room - len(note), cell_len, self.signs.ellipsis) + note), id=id_)

    def _spoken(self, line: str) -> str:
        return plain(line) if self.signs is PLAIN else line
