"""Status: the lines around the tree: title, way to the cursor, last action, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from argmap.display import shorten, wrap
from argmap.tui.messages import Act
from argmap.tui.painting import Painted
from argmap.tui.signs import PLAIN, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.strip import Strip

    from argmap.tui.drawing import Piece
    from argmap.tui.signs import Signs


_MOST_LINES = 3
_BETWEEN = 4
"""Cells of a line that neither side of it takes: one at either edge, two between them."""
_PRESSED = "press "
_KEYS = {"enter": "enter", "esc": "escape", "tab": "tab", "down": "down", "up down": "down"}
"""The keys named in the footer, by the names that press them."""


class Bar(Painted):
    """One line of the screen; changing it never moves anything else."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self, signs: Signs, id_: str) -> None:
        super().__init__(id=id_)
        self.signs = signs
        self._left: list[Piece] = []
        self._right = ""

    def show(self, left: list[Piece], right: str = "") -> None:
        """Show *left* at the left, shortened to fit, and *right* at the right."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        width = self.size.width
        ascii_only = self.signs is PLAIN
        right = plain(self._right) if ascii_only else self._right
        if cell_len(right) > width // 2:
            right = shorten(right, width // 2, cell_len, self.signs.ellipsis)
        room = width - 2 - (cell_len(right) + 2 if right else 0)
        pieces: list[Piece] = [("text", " ")]
        for style, text in self._left:
            short = shorten(plain(text) if ascii_only else text, max(room, 0), cell_len, self.signs.ellipsis)
            glue = " " if text.startswith(" ") and short else ""
            pieces.append((style, glue + short))
            room -= cell_len(glue + short)
        if right:
            pieces.append(("text", " " * (max(room, 0) + 2)))
            pieces.append(("muted", right))
        return self.strip(pieces, width)


class Title(Bar):
    """The file, what is in it, and that it is saved."""

    def __init__(self, signs: Signs, id_: str) -> None:
        super().__init__(signs, id_)
        self._counts: list[str] = []
        self._state = ""

    def tell(self, left: list[Piece], counts: list[str], state: str) -> None:
        """Show *left* at the left, and at the right the *counts*, the most needed first, before the *state*."""
        self._counts, self._state = counts, state
        self.show(left, self._fitting(left))

    def on_resize(self) -> None:
        """Tell as much as fits now."""
        self.show(self._left, self._fitting(self._left))

    def _fitting(self, left: list[Piece]) -> str:
        """Return as many counts as half the line, less if *left* is longer, has room for: the state goes never."""
        taken = sum(cell_len(self._shown(text)) for _, text in left) + _BETWEEN
        room = min(self.size.width // 2, self.size.width - taken)
        for count in range(len(self._counts), 0, -1):
            told = self._shown(" | ".join([*self._counts[:count], self._state]))
            if cell_len(told) <= room:
                return told
        return self._state

    def _shown(self, words: str) -> str:
        """Return *words* with the signs that the terminal has, which may be longer."""
        return plain(words) if self.signs is PLAIN else words


class Crumbs(Bar):
    """The way from the question to the cursor."""


class StatusLine(Bar):
    """What was done last, or why it could not be done."""

    _said: Piece = ("text", "")
    _height = 1

    def show(self, left: list[Piece], right: str = "") -> None:
        """Show a sentence, in as many lines as it needs: one that tells what was not saved must not be cut off."""
        super().show(left, right)
        lines = len(self._wrapped())
        if lines != self._height:
            self._height = lines
            self.styles.height = lines

    def on_resize(self) -> None:
        """Wrap anew."""
        self.show(self._left, self._right)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the sentence."""
        lines = self._wrapped()
        style = self._left[0][0] if self._left else "text"
        return self.strip([("text", " "), (style, lines[y] if y < len(lines) else "")], self.size.width)

    def _wrapped(self) -> list[str]:
        room = max(self.size.width - 2, 1)
        said = " ".join(text for _, text in self._left)[: (_MOST_LINES + 1) * room]
        lines = wrap(plain(said) if self.signs is PLAIN else said, room, cell_len) if self.size.width else [said]
        if len(lines) > _MOST_LINES:
            last = shorten(" ".join(lines[_MOST_LINES - 1 :]), room, cell_len, self.signs.ellipsis)
            lines[_MOST_LINES - 1 :] = [last]
        return lines

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show *sentence*."""
        self._said = ("error" if error else "text", sentence)
        self.show([self._said])

    def add(self, sentence: str) -> None:
        """Show *sentence* behind what was said."""
        style, said = self._said
        self.say(f"{said} · {sentence}" if said else sentence, error=style == "error")

    def hint(self, sentence: str) -> None:
        """Show *sentence* for now; nothing brings back what was said."""
        self.show([("muted", sentence) if sentence else self._said])


class Footer(Bar):
    """The keys most needed now, as many as fit; a click does what the key does."""

    def __init__(self, signs: Signs, actions: Iterable[tuple[str, str, str]]) -> None:
        """Show the keys, words and ids of *actions*, the most needed first."""
        super().__init__(signs, "footer")
        self._actions = tuple(actions)
        self._typing: tuple[tuple[str, ...], ...] = ()
        self._spans: list[tuple[int, int, str]] = []

    def typing(self, *keys: tuple[str, str] | tuple[str, str, str]) -> None:
        """Show *keys*, their words, and the ids of actions behind them, until this is told nothing.

        Keys with no action behind them are pressed by a click.
        """
        if keys != self._typing:
            self._typing = keys
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the keys that fit."""
        del y
        ids = [(key, words, id_) for key, words, id_ in self._actions]
        if self._typing:
            ids = [(key, words, "".join(id_)) for key, words, *id_ in self._typing]
        if self.signs is PLAIN:
            ids = [(plain(key), words, id_) for key, words, id_ in ids]
        pieces: list[Piece] = [("text", " ")]
        used = 1
        self._spans = []
        for key, words, id_ in ids:
            size = cell_len(key) + 1 + cell_len(words) + 2
            if used + size - 2 > self.size.width:
                break
            pieces += [("key", key), ("text", f" {words}  ")]
            self._spans.append((used, used + size - 2, id_ or _PRESSED + key.lower()))
            used += size
        return self.strip(pieces, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        for start, stop, id_ in self._spans:
            if not start <= event.x < stop:
                continue
            if not id_.startswith(_PRESSED):
                self.post_message(Act(id_))
            elif id_.removeprefix(_PRESSED) in _KEYS:
                self.app.simulate_key(_KEYS[id_.removeprefix(_PRESSED)])
