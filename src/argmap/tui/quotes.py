"""Quotes: the citations of one claim, to edit, remove, or look up in their source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from argmap.editing import uncite
from argmap.model import Citation
from argmap.tui.asking import edited_citation_form
from argmap.tui.listing import Listing
from argmap.tui.sourced import quote_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from argmap.model import ClaimId
    from argmap.tui.dialogs import KeyWords
    from argmap.tui.stage import Stage


class Quotes(Listing[Citation, Citation]):
    """The citations of a claim; its result is the one whose source is to be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "Edit", priority=True),
        Binding("o,right,l", "open", "Open", priority=True),
        Binding("Q", "leave", "Leave", priority=True),
    ]
    KEYS: ClassVar[tuple[KeyWords, ...]] = (
        ("Enter", "edit", "edit"),
        ("d", "remove", "remove"),
        ("o", "open the source there", "open"),
        ("u", "undo", "undo"),
        ("Esc", "close", "leave"),
    )

    def __init__(self, stage: Stage, claim: ClaimId) -> None:
        """List the citations of *claim*."""
        super().__init__(stage, f"Quotes of {stage.document.map.claims[claim].label}")
        self._claim = claim

    def things(self) -> Sequence[Citation]:
        """Return the citations as they are now."""
        map_ = self.stage.document.map
        return map_.citations_of(self._claim) if self._claim in map_.claims else ()

    def told(self, thing: Citation, width: int) -> Text:
        """Return where a citation points, and the words."""
        return quote_text(self.stage.document.map, thing, width, self.signs)

    def on_option_list_option_selected(self) -> None:
        """Edit what was clicked."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the quote."""
        if self.thing is not None:
            self.app.push_screen(edited_citation_form(self.stage, self.thing, self.taken))

    def action_remove(self) -> None:
        """Remove the quote."""
        quote = self.thing
        if quote is not None:
            self.attempt(lambda: self.take(uncite(self.stage.document.map, quote.id)))

    def action_open(self) -> None:
        """Look the quote up in its source."""
        if self.thing is not None:
            self.dismiss(self.thing)
