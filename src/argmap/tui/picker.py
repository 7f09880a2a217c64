"""Picker: a list of claims to choose one from, by words or number; before anything is typed, the nearest ones."""

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
from argmap.errors import QueryError
from argmap.matching import search
from argmap.model import Claim, ClaimId
from argmap.model.limits import HIGHEST_NUMBER
from argmap.tui.find import QueryInput
from argmap.tui.signs import PLAIN, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from argmap.model import ArgumentMap
    from argmap.tui.places import Row
    from argmap.tui.signs import Signs

MOST = 100
"""Most claims that are listed at once."""

_WIDTH = 96
_FRAME = 5


def nearest(rows: Sequence[Row], cursor: int, most: int = MOST) -> list[ClaimId]:
    """Return the claims of *rows* that stand nearest to the row at *cursor*, without its own."""
    found: dict[ClaimId, None] = {}
    for distance in range(1, len(rows)):
        for index in (cursor - distance, cursor + distance):
            if 0 <= index < len(rows) and rows[index].is_claim and rows[index].claim != rows[cursor].claim:
                found[rows[index].claim] = None
        if len(found) >= most:
            break
    return list(found)[:most]


def matches(map_: ArgumentMap, typed: str, without: ClaimId | None = None) -> list[ClaimId]:
    """Return the claims that *typed* finds, but *without* one; a bare number finds the claim of that number first."""
    found = [claim.id for claim in search(map_, typed)]
    is_number = typed.strip().isdecimal() and len(typed) <= len(str(HIGHEST_NUMBER))
    numbered = map_.numbered(Claim, int(typed)) if is_number else None
    first = [numbered.id] if isinstance(numbered, Claim) else []
    return [claim for claim in dict.fromkeys([*first, *found]) if claim != without]


class Picker(ModalScreen[ClaimId | None]):
    """Claims to choose from; its result is the claim chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", priority=True),
        Binding("down", "next(1)", "Next", priority=True),
        Binding("up", "next(-1)", "Previous", priority=True),
        Binding("pagedown", "next(10)", "Page down", priority=True),
        Binding("pageup", "next(-10)", "Page up", priority=True),
        Binding("tab", "nothing", "", priority=True),
    ]
    DEFAULT_CSS = """
    Picker { align: center middle; background: $background 60%; }
    Picker Vertical {
        width: 96; max-width: 100%; height: 90%; background: $panel; border: round $quiet; padding: 0 1;
        border-title-color: $foreground; border-subtitle-color: $quiet;
    }
    Picker.-ascii Vertical { border: ascii $quiet; }
    Picker QueryInput { border: none; height: 1; margin: 0 0 1 0; background: $surface; padding: 0 1; }
    Picker OptionList { height: 1fr; border: none; background: $panel; padding: 0; scrollbar-size-vertical: 1; }
    Picker.-ascii OptionList { scrollbar-size-vertical: 0; }
    Picker OptionList > .option-list--option-highlighted {
        text-style: reverse bold; background: $panel; color: $foreground;
    }
    Picker OptionList > .option-list--option-disabled { color: $quiet; }
    """

    def __init__(
        self,
        signs: Signs,
        map_: ArgumentMap,
        title: str,
        near: Iterable[ClaimId],
        *,
        without: ClaimId | None = None,
        remarks: Mapping[ClaimId, str] | None = None,
    ) -> None:
        """Offer the claims of *map_* under a *title* of ours, those *near* first, *without* one of them.

        *remarks* are said before the words of a claim.
        """
        super().__init__()
        self.signs = signs
        self.map = map_
        self.headline = title
        self.near = tuple(near)
        self.without = without
        self.remarks = remarks or {}
        self._filled: str | None = None
        self.set_class(signs is PLAIN, "-ascii")

    def compose(self) -> ComposeResult:
        """Put the search over the list."""
        with Vertical() as box:
            box.border_title = self.headline
            box.border_subtitle = "Enter chooses, Esc closes"
            yield QueryInput(placeholder="words or a number", compact=True)
            choices = OptionList(markup=False)
            choices.can_focus = False  # the keyboard stays with the search, also after a click
            yield choices

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(QueryInput).cursor_blink = False
        self.query_one(QueryInput).focus()

    def on_resize(self) -> None:
        """Fit the lines to the width."""
        self._fill(self.query_one(QueryInput).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what was typed."""
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the claim that is lit, of those that fit all that was typed."""
        self._fill_if_behind(event.value)
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._choose(options.get_option_at_index(options.highlighted))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self._choose(event.option)

    def on_search_ended(self) -> None:
        """Close when the search is left."""
        self.dismiss(None)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Close on a click beside the box."""
        if event.widget is self:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Close without choosing."""
        self.dismiss(None)

    def action_nothing(self) -> None:
        """Stay at the search."""

    def action_next(self, count: int) -> None:
        """Move the choice."""
        options = self.query_one(OptionList)
        for _ in range(abs(count)):
            (options.action_cursor_down if count > 0 else options.action_cursor_up)()

    def _choose(self, option: Option) -> None:
        if option.id:
            self.dismiss(ClaimId(option.id))

    def _fill_if_behind(self, typed: str) -> None:
        """Fill the list for *typed* unless it is: letters and Enter may come in one rush."""
        if typed != self._filled:
            self._fill(typed)

    def _fill(self, typed: str) -> None:
        self._filled = typed
        options = self.query_one(OptionList)
        options.clear_options()
        try:
            found = matches(self.map, typed, self.without) if typed.strip() else self.near
            said = "No claim holds these words."
        except QueryError as error:
            found, said = [], str(error)
        options.add_options([self._option(claim) for claim in found[:MOST] if claim in self.map.claims])
        if len(found) > MOST:
            options.add_option(self._sentence(f"{len(found) - MOST:,} more: type more words."))
        if not options.option_count:
            options.add_option(self._sentence(said))
        is_claim = options.get_option_at_index(0).id is not None
        options.highlighted = 0 if is_claim else None

    def _option(self, claim_id: ClaimId) -> Option:
        claim = self.map.claims[claim_id]
        remark = self.remarks.get(claim_id, "")
        line = " ".join(part for part in (claim.label, remark, claim.text) if part)
        room = min(_WIDTH, self.app.size.width) - _FRAME
        return Option(Text(shorten(line, room, cell_len, self.signs.ellipsis)), id=claim_id)

    def _sentence(self, sentence: str) -> Option:
        return Option(Text(shorten(plain(sentence) if self.signs is PLAIN else sentence, 1000)), disabled=True)
