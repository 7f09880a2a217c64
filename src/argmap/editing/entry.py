"""Entry: where typed text becomes a map's text, cleaned and with a word about what was taken out."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from argmap.model import Change, Step
from argmap.model.limits import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable


class Entry:
    """Takes in the texts of one edit and remembers how many control characters it removed."""

    def __init__(self) -> None:
        """Start with nothing removed."""
        self._removed = 0

    def prose(self, text: str) -> str:
        """Return *text* composed (NFC), with line ends as newlines, control characters removed and edges trimmed."""
        cleaned, removed = without_controls(text)
        self._removed += removed
        return (cleaned if cleaned.isascii() else unicodedata.normalize("NFC", cleaned)).strip()

    def line(self, text: str) -> str:
        """Return *text* as `prose` does, as one paragraph: white space folded to single spaces."""
        return " ".join(self.prose(text).split())

    def lines(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return each of *texts* as `line` does, without repeats."""
        return tuple(dict.fromkeys(self.line(text) for text in texts))

    def step(self, label: str, *changes: Change) -> Step:
        """Return the step of this edit, with a notice if anything was removed; changes that change nothing go."""
        notices: tuple[str, ...] = ()
        if self._removed:
            characters = "control character was" if self._removed == 1 else "control characters were"
            notices = (f"{self._removed} {characters} removed from what you entered.",)
        return Step(label, tuple(change for change in changes if change.before != change.after), notices)
