"""Bare screens to compare with: ``python -m benchmarks.bare_screens static`` or ``… tree FILE``; q leaves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App
from textual.widgets import Static, Tree

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

READY = "Ready to be seen"


class Bare(App[None]):
    """One Static."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Show one line."""
        yield Static(READY)


class Rows(Bare):
    """Textual's own tree, with the rows of a map all expanded."""

    BINDINGS: ClassVar[list[BindingType]] = [("j", "down", "Down"), ("h", "turn", "Fold"), ("l", "turn", "Unfold")]

    def compose(self) -> ComposeResult:
        """Show the rows."""
        from argmap.document import Document
        from argmap.tui.rows import Rows as OurRows

        rows = OurRows(Document.open(Path(sys.argv[2])).map)
        rows.folds.to_level(None)
        rows.rebuild()
        tree: Tree[None] = Tree(READY)
        tree.root.expand()
        above = {0: tree.root}
        for row in rows.visible:
            if row.is_claim:
                depth = row.depth
                text = Text(rows.places.map.claims[row.claim].text)
                above[depth + 1] = above[depth].add(text, expand=True)
        yield tree

    def action_down(self) -> None:
        """Go down."""
        self.query_one(Tree).action_cursor_down()

    def action_turn(self) -> None:
        """Fold or unfold."""
        self.query_one(Tree).action_toggle_node()


if __name__ == "__main__":
    (Rows if sys.argv[1] == "tree" else Bare)().run()
