"""Stage: what actions and searches may ask of the screen they act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.model import ClaimId, Step
    from argmap.tui.detail import Detail
    from argmap.tui.find import FindBar
    from argmap.tui.status import Footer
    from argmap.tui.tree import ArgumentTree


class Stage(Protocol):
    """A screen that shows one map."""

    document: Document
    tree_view: ArgumentTree
    detail: Detail
    find_bar: FindBar
    footer: Footer

    def key(self, id_: str) -> str:
        """Return the key of an action as people read it."""

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence on the status line."""

    def take(self, step: Step) -> None:
        """Take a step: into the file, into memory, onto the screen."""

    def follow(self, step: Step) -> None:
        """Show the map as it is after a step that was taken."""

    def write(self, kind: str) -> None:
        """Open the editor for a *kind* of draft at the cursor."""

    def go_to_claim(self, claim: ClaimId) -> None:
        """Go to where a claim is shown in full."""

    def begin_search(self) -> None:
        """Open the find bar."""

    def go_on(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1)."""

    def show_help(self, *, with_legend: bool) -> None:
        """List the actions, and do the one that is chosen."""

    def change_theme(self) -> None:
        """Take the next theme."""

    def take_tour(self) -> None:
        """Show the tour, on a map of its own."""

    def leave(self) -> None:
        """End the program."""
