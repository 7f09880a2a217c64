"""Quotes: the citations of one claim, to edit, remove, or look up in their source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.tui.dialogs import KeyLine
from argmap.tui.signs import PLAIN
from argmap.tui.sourced import quote_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from argmap.model import ArgumentMap, Citation, CitationId
    from argmap.tui.signs import Signs

QuoteDeed = tuple[str, "CitationId"]
"""What to do (``edit``, ``remove``, ``open``) with which citation."""


_WIDTH = 96
_FRAME = 6  # borders, padding, and a scrollbar


class Quotes(ModalScreen["QuoteDeed"]):
    """A list of citations; its result is what to do with one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, words, priority=True)  # in the order of typing, also where keys come in a burst
        for keys, action, words in (
            ("escape,q,Q,left,h", "leave", "Leave"),
            ("j,down", "move('cursor_down')", "Next"),
            ("k,up", "move('cursor_up')", "Previous"),
            ("pagedown,space", "move('page_down')", "Page down"),
            ("pageup", "move('page_up')", "Page up"),
            ("e,enter", "choose('edit')", "Edit"),
            ("d,delete", "choose('remove')", "Remove"),
            ("o,right,l", "choose('open')", "Open"),
        )
    ]

    DEFAULT_CSS = """
    Quotes { align: center middle; background: $background 60%; }
    Quotes Vertical {
        width: 96; max-width: 100%; height: auto; max-height: 90%; background: $panel; border: round $quiet;
        padding: 0 1; border-title-color: $foreground; border-title-style: bold;
    }
    Quotes.-ascii Vertical { border: ascii $quiet; }
    Quotes OptionList, Quotes OptionList:focus {
        background-tint: $foreground 0%;
        height: auto; border: none; background: $panel; padding: 0; scrollbar-size-vertical: 1; overflow-x: hidden;
    }
    Quotes.-ascii OptionList { scrollbar-size-vertical: 0; }
    Quotes OptionList:focus > .option-list--option-highlighted {
        text-style: bold; background: $foreground; color: $panel;
    }
    """

    def __init__(self, signs: Signs, map_: ArgumentMap, title: str, citations: Sequence[Citation]) -> None:
        """Show *citations* under *title* (words of ours)."""
        super().__init__()
        self.signs = signs
        self._title = title
        self._map = map_
        self._citations = citations
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the keys under the list."""
        with Vertical() as box:
            box.border_title = self._title
            yield OptionList(markup=False)
            yield KeyLine(
                self.signs,
                ("Enter", "edit", "choose('edit')"),
                ("d", "remove", "choose('remove')"),
                ("o", "open the source there", "choose('open')"),
                ("Esc", "close", "leave"),
            )

    def on_mount(self) -> None:
        """Choose the first."""
        self.fit()
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.fit()

    def fit(self) -> None:
        """Wrap the quotes to the width there is, and leave room for the keys."""
        options = self.query_one(OptionList)
        width = min(self.app.size.width, _WIDTH) - _FRAME
        at = options.highlighted
        options.styles.max_height = max(self.app.size.height * 9 // 10 - 3, 1)
        texts = (quote_text(self._map, citation, width, self.signs) for citation in self._citations)
        options.set_options(Option(text) for text in texts)
        options.highlighted = at

    def on_option_list_option_selected(self) -> None:
        """Edit what was chosen."""
        self.action_choose("edit")

    async def action_move(self, how: str) -> None:
        """Move the choice."""
        await self.query_one(OptionList).run_action(how)

    def action_choose(self, deed: str) -> None:
        """Answer with a deed on what is chosen."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss((deed, self._citations[at].id))

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(None)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Close on a click beside the box."""
        if event.widget is self:
            self.dismiss(None)
