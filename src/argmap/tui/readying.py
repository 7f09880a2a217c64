"""Readying: what the first keys need is loaded beside the first rows, not before them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document

LATER = ("argmap.tui.drafts", "argmap.editing", "argmap.matching", "argmap.tui.citing", "argmap.tui.cards")
"""Modules that no row needs; what would be read together with them: SQLModel, and the lists of words."""


def make_ready(document: Document) -> None:
    """Load what typing, finding and saving need, so that no key waits for it; in a thread, once the rows stand."""
    for module in LATER:
        import_module(module)
    from argmap.matching import Wordings

    Wordings()  # reads the words that hold for every map
    document.prepare()
