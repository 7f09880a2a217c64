"""Merged: the claims that were merged into one, to take one of them out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.display import one_line, wrap
from argmap.model import AliasId
from argmap.tui.dialogs import KeyLine
from argmap.tui.signs import PLAIN, plain
from argmap.tui.sizing import Sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from argmap.model import Alias
    from argmap.tui.signs import Signs

_WIDTH = 84
_FRAME = 6  # borders, padding, and a scrollbar


class MergedClaims(ModalScreen[AliasId], Sized[AliasId]):
    """A list of merged claims; its result is the one to take out again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, words, priority=True)  # in the order of typing, also where keys come in a burst
        for keys, action, words in (
            ("escape,q,left,h", "leave", "Leave"),
            ("j,down", "move('cursor_down')", "Next"),
            ("k,up", "move('cursor_up')", "Previous"),
            ("pagedown,space", "move('page_down')", "Page down"),
            ("pageup", "move('page_up')", "Page up"),
            ("enter", "choose", "Take out"),
        )
    ]

    DEFAULT_CSS = """
    MergedClaims { align: center middle; background: $background 60%; }
    MergedClaims Vertical {
        width: 84; max-width: 100%; height: auto; max-height: 90%; background: $panel; border: round $quiet;
        padding: 0 1; border-title-color: $foreground; border-title-style: bold;
    }
    MergedClaims.-ascii Vertical { border: ascii $quiet; }
    MergedClaims OptionList, MergedClaims OptionList:focus {
        background-tint: $foreground 0%;
        height: auto; border: none; background: $panel; padding: 0; scrollbar-size-vertical: 1; overflow-x: hidden;
    }
    MergedClaims.-ascii OptionList { scrollbar-size-vertical: 0; }
    MergedClaims OptionList:focus > .option-list--option-highlighted {
        text-style: bold; background: $foreground; color: $panel;
    }
    """

    def __init__(self, signs: Signs, label: str, aliases: Sequence[Alias]) -> None:
        """Show what was merged into the claim with this *label*."""
        super().__init__()
        self.signs = signs
        self._label = label
        self._aliases = aliases
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the keys under the list."""
        with Vertical() as box:
            box.border_title = f"Merged into {self._label}"
            yield OptionList(markup=False)
            yield KeyLine(self.signs, ("Enter", "take it out again", "choose"), ("Esc", "close", "leave"))

    def on_mount(self) -> None:
        """Choose the first."""
        self.fit()
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.fit()

    def fit(self) -> None:
        """Wrap the wordings to the width there is, and leave room for the keys."""
        options = self.query_one(OptionList)
        width = min(self.app.size.width, _WIDTH) - _FRAME
        at = options.highlighted
        options.styles.max_height = max(self.app.size.height * 9 // 10 - 3, 1)
        options.set_options(Option(self._line(alias, width)) for alias in self._aliases)
        options.highlighted = at

    def on_option_list_option_selected(self) -> None:
        """Take out what was chosen."""
        self.action_choose()

    async def action_move(self, how: str) -> None:
        """Move the choice."""
        await self.query_one(OptionList).run_action(how)

    def action_choose(self) -> None:
        """Answer with what is chosen."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(self._aliases[at].id)

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(None)

    def _line(self, alias: Alias, width: int) -> Text:
        said = one_line(f"C{alias.number} {alias.text}")
        return Text("\n  ".join(wrap(plain(said) if self.signs is PLAIN else said, width, cell_len)))
