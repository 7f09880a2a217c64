"""Listing: what is tied to one claim, such as its quotes or comments, each to be changed by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from argmap.tui.dialogs import KeyLine, KeyWords
from argmap.tui.lists import Lines
from argmap.tui.working import Working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual.app import ComposeResult

    from argmap.tui.stage import Stage

_WIDTH = 96
_FRAME = 6  # borders, padding, and a scrollbar
_AROUND = 5  # lines of the dialog beside the list

_Thing = TypeVar("_Thing")
_Answer = TypeVar("_Answer")


class Listing(Working[_Answer], Generic[_Answer, _Thing]):
    """A list of things with a key for each deed; it closes when nothing is left in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, words, priority=True)  # in the order of typing, also where keys come in a burst
        for keys, action, words in (
            ("escape,q,left,h", "leave", "Leave"),
            ("j,down", "move('cursor_down')", "Next"),
            ("k,up", "move('cursor_up')", "Previous"),
            ("pagedown", "move('page_down')", "Page down"),
            ("pageup", "move('page_up')", "Page up"),
            ("home", "move('first')", "First"),
            ("G,end", "move('last')", "Last"),
            ("e,f2", "edit", "Edit"),
            ("d,delete", "remove", "Remove"),
            ("u,ctrl+z", "undo", "Undo"),
            ("ctrl+r,ctrl+y", "redo", "Redo"),
            ("tab,shift+tab", "stay", ""),
        )
    ]
    KEYS: ClassVar[tuple[KeyWords, ...]] = ()
    """What the last line says."""

    DEFAULT_CSS = """
    Listing Lines { height: auto; }
    """

    def __init__(self, stage: Stage, title: str) -> None:
        """List under *title* (words of ours) what there is on *stage*."""
        super().__init__(stage)
        self._title = title
        self.lines = Lines(markup=False)
        self._things: list[_Thing] = []

    def things(self) -> Sequence[_Thing]:
        """Return what is listed, as it is now."""
        raise NotImplementedError

    def told(self, thing: _Thing, width: int) -> Text:
        """Return the lines of one thing."""
        raise NotImplementedError

    @property
    def thing(self) -> _Thing | None:
        """What is lit; nothing while an empty list closes."""
        return self._things[self.lines.highlighted or 0] if self._things else None

    def compose(self) -> ComposeResult:
        """Put the keys under the list."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            yield self.lines
            yield self.said
            yield KeyLine(self.signs, *self.KEYS)

    def on_mount(self) -> None:
        """Begin with the first."""
        self.fill()
        self.lines.focus()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.fill()

    def fill(self) -> None:
        """Wrap the things to the width there is, and leave room for the keys."""
        at = self.lines.highlighted or 0
        width = min(self.app.size.width, _WIDTH) - _FRAME
        self._things = list(self.things())
        if not self._things and self.is_current:
            self.action_leave()
        self.lines.styles.max_height = max(self.app.size.height - _AROUND, 1)
        self.lines.set_options(Option(self.told(each, width)) for each in self._things)
        self.lines.highlighted = min(at, len(self._things) - 1) if self._things else None

    async def action_move(self, how: str) -> None:
        """Move the choice."""
        await self.lines.run_action(how)

    def action_edit(self) -> None:
        """Change what is lit."""

    def action_remove(self) -> None:
        """Remove what is lit."""

    def action_stay(self) -> None:
        """Stay in the list."""
