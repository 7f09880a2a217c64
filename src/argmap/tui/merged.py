"""Merged: the claims that were merged into one, to take one of them out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from argmap.display import one_line, wrap
from argmap.model import AliasId
from argmap.tui.dialogs import Dialog, KeyLine
from argmap.tui.lists import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from argmap.model import Alias
    from argmap.tui.signs import Signs

_WIDTH = 96
_FRAME = 6  # borders, padding, and a scrollbar
_AROUND = 3  # lines of the dialog beside the list


class MergedClaims(Dialog[AliasId]):
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
    MergedClaims Lines { height: auto; }
    """

    def __init__(self, signs: Signs, label: str, aliases: Sequence[Alias]) -> None:
        """Show what was merged into the claim with this *label*."""
        super().__init__(signs)
        self._label = label
        self._aliases = aliases
        self.lines = Lines(markup=False)

    def compose(self) -> ComposeResult:
        """Put the keys under the list."""
        with Vertical(id="box") as box:
            box.border_title = f"Merged into {self._label}"
            yield self.lines
            yield KeyLine(self.signs, ("Enter", "take it out again", "choose"), ("Esc", "close", "leave"))

    def on_mount(self) -> None:
        """Choose the first."""
        self.fit()
        self.lines.highlighted = 0
        self.lines.focus()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.fit()

    def fit(self) -> None:
        """Wrap the wordings to the width there is, and leave room for the keys."""
        width = min(self.app.size.width, _WIDTH) - _FRAME
        at = self.lines.highlighted
        self.lines.styles.max_height = max(self.app.size.height - _AROUND, 1)
        self.lines.set_options(Option(self._line(alias, width)) for alias in self._aliases)
        self.lines.highlighted = at

    def on_option_list_option_selected(self) -> None:
        """Take out what was chosen."""
        self.action_choose()

    async def action_move(self, how: str) -> None:
        """Move the choice."""
        await self.lines.run_action(how)

    def action_choose(self) -> None:
        """Answer with what is chosen."""
        at = self.lines.highlighted
        if at is not None:
            self.dismiss(self._aliases[at].id)

    def _line(self, alias: Alias, width: int) -> Text:
        return Text("\n  ".join(wrap(one_line(f"C{alias.number} {alias.text}"), width, cell_len)))
