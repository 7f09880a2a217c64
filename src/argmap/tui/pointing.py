"""Pointing: where the terminal's own cursor belongs, for programs that read the screen where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from rich.cells import cell_len
from textual.app import App
from textual.geometry import Offset
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from textual.screen import Screen


@runtime_checkable
class Points(Protocol):
    """A widget, or a dialog, with one line that counts, which need not be where words are typed."""

    def pointed(self) -> Offset | None:
        """Return the cell of the terminal at which that line begins; None where it is as for every widget."""


class PointingApp(App[None], inherit_bindings=False):
    """A program whose own cursor stands where somebody looks, if it is followed."""

    is_followed = False
    """Whether somebody follows the terminal's own cursor."""

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands.

        Textual asks whenever something was drawn, so it is where things are then, and not where they were before they
        found their places.
        """
        found = _pointed(self.screen) if self.is_followed and self.screen_stack else None
        return self._cursor_position if found is None else found

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        self._cursor_position = position


def _pointed(screen: Screen[Any]) -> Offset | None:
    """Return the cell of the terminal at which somebody looks who uses *screen*; None where that is nowhere."""
    focused = screen.focused
    either: tuple[object, ...] = (screen, focused)
    for each in either:
        there = each.pointed() if isinstance(each, Points) else None
        if there is not None:
            return there
    if isinstance(focused, Input):  # Textual itself is a cell off behind the last letter
        before = cell_len(focused.value[: focused.cursor_position])
        return focused.content_region.offset + Offset(before - focused.scroll_offset.x, 0)
    if isinstance(focused, TextArea):
        return focused.cursor_screen_offset
    return None if focused is None else focused.content_region.offset
