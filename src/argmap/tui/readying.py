"""Readying: what the first keys need is loaded beside the first rows, not before them.

The rule for every module of the screen: what `LATER` brings with it, and whatever else no first row needs, is imported
inside the functions that use it; what the first rows need is imported at the top. A test opens a map and checks both.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.matching import Wordings
    from argmap.tui.citing import Citing

LATER = ("argmap.tui.drafts", "argmap.editing", "argmap.matching", "argmap.tui.citing", "argmap.tui.cards")
"""Modules that no row needs."""


class NotYetReady:
    """What a screen has that is made when it is first asked for, and not before the first rows."""

    @cached_property
    def wordings(self) -> Wordings:
        """The words of the map, to compare with what is typed."""
        from argmap.matching import Wordings

        return Wordings()

    @cached_property
    def citing(self) -> Citing:
        """What is remembered of citing."""
        from argmap.tui.citing import Citing

        return Citing()


def make_ready() -> None:
    """Load what typing and finding need, so that no key waits for it; in a thread, once the rows stand."""
    for module in LATER:
        import_module(module)
    from argmap.matching import Wordings

    Wordings()  # reads the words that hold for every map
