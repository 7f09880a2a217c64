"""Dialogs: what every dialog of ours has in common: its box, a line of its keys, deeds that fail with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from rich.cells import cell_len
from textual.screen import ModalScreen

from argmap.errors import ArgmapError, GoneError
from argmap.tui.closing import Closes
from argmap.tui.painting import Painted
from argmap.tui.signs import PLAIN, plain
from argmap.tui.sizing import Sized

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip

    from argmap.tui.drawing import Piece
    from argmap.tui.signs import Signs

KeyWords = tuple[str, str, str]
"""A key, what it does in a word or two, and the action of the dialog that a click on it does."""

GONE = "Not done: what this is about was removed meanwhile. Undoing that brings it back."
"""What is said instead of an id, which nobody on the screen has ever seen."""

_Answer = TypeVar("_Answer")


class Dialog(ModalScreen[_Answer], Closes[_Answer], Sized[_Answer]):
    """A box over the map; Esc, and a click beside the box, leave it."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > #box {
        width: 96; max-width: 100%; height: auto; max-height: 100%; background: $panel; border: round $quiet;
        padding: 0 1; border-title-color: $foreground; border-title-style: bold; border-subtitle-color: $quiet;
    }
    Dialog.-ascii > #box { border: ascii $quiet; }
    Dialog.-ascii Lines, Dialog.-ascii TextField { scrollbar-size-vertical: 0; }
    Dialog StatusLine { background: $panel; }
    """

    def __init__(self, signs: Signs) -> None:
        """Draw with *signs*."""
        super().__init__()
        self.signs = signs
        self.set_class(signs is PLAIN, "-ascii")

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Leave on a click beside the box; of presses and releases terminals do not tell what is under them."""
        if event.widget is self:
            self.action_leave()

    def spoken(self, words: str) -> str:
        """Return *words* of ours with the signs that the terminal has."""
        return plain(words) if self.signs is PLAIN else words


class KeyLine(Painted):
    """The keys of a dialog, the most needed first, as many as fit; a click does what the key does."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self, signs: Signs, *keys: KeyWords) -> None:
        """Show *keys*."""
        super().__init__()
        self.signs = signs
        self._keys = keys
        self._spans: list[tuple[int, int, str]] = []

    def show(self, *keys: KeyWords) -> None:
        """Show *keys* from now on."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the keys that fit."""
        del y
        pieces: list[Piece] = []
        used = 0
        self._spans = []
        for key, words, action in self._keys:
            name = _spoken(key) if self.signs is PLAIN else key
            size = cell_len(name) + 1 + cell_len(words)
            if used + size > self.size.width:
                break
            pieces += [("key", name), ("text", f" {words}  ")]
            self._spans.append((used, used + size, action))
            used += size + 2
        return self.strip(pieces, self.size.width)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        for start, stop, action in self._spans:
            if start <= event.x < stop and action:
                await self.screen.run_action(action)


class Says(Protocol):
    """What can tell a person something: a status line, or the screen it stands on."""

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence."""


def _spoken(key: str) -> str:
    return plain(key.replace("↓", "Down").replace("↑", "Up"))


def refuse(error: ArgmapError | OSError, line: Says) -> None:
    """Say on *line* why something could not be done."""
    said = str(error)
    if isinstance(error, GoneError):
        said = GONE
    elif isinstance(error, OSError):
        said = f"The file cannot be reached: {error.strerror}."
    line.say(said, error=True)


def attempt(deed: Callable[[], None], line: Says) -> bool:
    """Do a deed and return whether it went well; what goes wrong is said on *line* and ends nothing."""
    try:
        deed()
    except (ArgmapError, OSError) as error:
        refuse(error, line)
    except Exception as error:  # noqa: BLE001  # the map is saved step by step; one deed must not end the rest
        line.say(f"That should not have happened ({type(error).__name__}). Your map is as it was.", error=True)
    else:
        return True
    return False
