"""Remarks: the comments on one claim, or on the map, to resolve and reopen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from argmap.display import one_line
from argmap.model import CommentId
from argmap.tui.signs import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.app import ComposeResult

    from argmap.model import Comment
    from argmap.tui.signs import Signs


class Remarks(ModalScreen[None]):
    """Comments with a mark for those that are resolved; Enter turns it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", priority=True),
        Binding("q", "leave", "Leave"),
        Binding("j", "next", "Next"),
        Binding("k", "previous", "Previous"),
        Binding("space", "turn", "Resolve or reopen"),
        Binding("tab", "nothing", "", priority=True),
    ]
    DEFAULT_CSS = """
    Remarks { align: center middle; background: $background 60%; }
    Remarks Vertical {
        width: 96; max-width: 100%; height: auto; max-height: 80%; background: $panel; border: round $quiet;
        padding: 0 1; border-title-color: $foreground; border-subtitle-color: $quiet;
    }
    Remarks.-ascii Vertical { border: ascii $quiet; }
    Remarks OptionList, Remarks OptionList:focus {
        height: auto; max-height: 100%; border: none; background: $panel; background-tint: $panel 0%; padding: 0;
        scrollbar-size-vertical: 1;
    }
    Remarks.-ascii OptionList { scrollbar-size-vertical: 0; }
    Remarks OptionList > .option-list--option-highlighted, Remarks OptionList:focus > .option-list--option-highlighted {
        text-style: reverse bold; background: $panel; color: $foreground;
    }
    """

    def __init__(
        self, signs: Signs, title: str, comments: Callable[[], Iterable[Comment]], turn: Callable[[CommentId], None]
    ) -> None:
        """Show *comments* as they are now under a *title* of ours; *turn* resolves or reopens one."""
        super().__init__()
        self.signs = signs
        self.headline = title
        self.comments = comments
        self.turn = turn
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the comments into a box."""
        with Vertical() as box:
            box.border_title = self.headline
            box.border_subtitle = "Enter resolves or reopens, Esc closes"
            yield OptionList(*self._options(), markup=False)

    def on_mount(self) -> None:
        """Begin with the first comment."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Resolve or reopen what was chosen, and show how it stands now."""
        options = self.query_one(OptionList)
        chosen = options.highlighted
        self.turn(CommentId(event.option.id or ""))
        options.clear_options()
        options.add_options(self._options())
        if not options.option_count:
            self.dismiss()
        options.highlighted = chosen

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Close on a click beside the box."""
        if event.widget is self:
            self.dismiss()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()

    def action_nothing(self) -> None:
        """Stay in the list."""

    def action_next(self) -> None:
        """Go one comment down."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """Go one comment up."""
        self.query_one(OptionList).action_cursor_up()

    def action_turn(self) -> None:
        """Do what Enter does."""
        self.query_one(OptionList).action_select()

    def _options(self) -> list[Option]:
        return [Option(Text(_line(comment)), id=comment.id) for comment in self.comments()]


def _line(comment: Comment) -> str:
    by = f" {comment.author}" if comment.author else ""
    return one_line(f"[{'x' if comment.resolved else ' '}] {comment.label}{by}: {comment.text}")
