"""Emulator: a terminal in memory, which knows what the screen sends and refuses everything else.

A sequence it does not know is a `Misspoken`: a new one has to be looked at before it may reach people's terminals.
"""

from __future__ import annotations

import codecs
import re

from rich.cells import cell_len

ALTERNATE_SCREEN = 1049
CURSOR = 25
WRAPPING = 7
MOUSE = frozenset({1000, 1003, 1006, 1015, 1016})
FOCUS = 1004
PASTE = 2004
SYNCHRONISED = 2026
RESIZES = 2048

KNOWN_MODES = frozenset({ALTERNATE_SCREEN, CURSOR, WRAPPING, FOCUS, PASTE, SYNCHRONISED, RESIZES}) | MOUSE
"""The modes a program may switch."""

SANE = frozenset({CURSOR, WRAPPING})
"""The modes that are on in a terminal nobody has touched."""

_SEQUENCE = re.compile(r"\x1b(?:\[([<>=?]?)([0-9;]*)(\$?)([@-~])|\]([0-9]+);([^\x07\x1b]*)(?:\x07|\x1b\\))")
_UNFINISHED = re.compile(r"\x1b(?:\[[<>=?0-9;$]*|\][^\x07\x1b]*\x1b?)?\Z")
_POINTER_SHAPE = "22"


class Misspoken(Exception):  # noqa: N818  # the program misspoke
    """The program sent what it has no business to send."""


class Emulator:
    """What a terminal of so many columns and lines shows and remembers after what it was sent."""

    def __init__(self, columns: int, lines: int) -> None:
        self.columns = columns
        self.lines = lines
        self.modes = set(SANE)
        self.keyboards = 0
        self.bells = 0
        self.cuts = False
        self.asked: list[int] = []
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._rest = ""
        self._clear()

    def resize(self, columns: int, lines: int) -> None:
        """Be as large as that, and empty: whoever draws on it is told, and draws anew.

        From now on what is drawn outside is cut off: it may be from before the program heard of the new size.
        """
        self.cuts = self.cuts or (self.columns, self.lines) != (columns, lines)
        self.columns, self.lines = columns, lines
        self._clear()

    def feed(self, sent: bytes) -> None:
        """Take what was sent; a character or sequence may be cut at the end and goes on with the next."""
        text = self._rest + self._decode(sent)
        self._rest = ""
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self._take(text[at])
                at += 1
                continue
            found = _SEQUENCE.match(text, at)
            if found is None:
                if not _UNFINISHED.match(text, at):
                    raise Misspoken(repr(text[at : at + 20]))
                self._rest = text[at:]
                return
            self._obey(found)
            at = found.end()

    def shown(self) -> list[str]:
        """The lines as somebody sees them, without the blanks at their ends."""
        return ["".join(cells).rstrip() for cells in self._cells]

    def answers(self) -> bytes:
        """What a terminal says to the questions it was asked since the last time: it knows frames, and no resizes."""
        said = [f"\x1b[?{mode};{2 if mode == SYNCHRONISED else 0}$y" for mode in self.asked]
        self.asked.clear()
        return "".join(said).encode()

    def _clear(self) -> None:
        self._cells = [[" "] * self.columns for _ in range(self.lines)]
        self._line = self._column = 0

    def _take(self, character: str) -> None:
        if character == "\r":
            self._column = 0
        elif character == "\n":
            self._line = min(self._line + 1, self.lines - 1)
        elif character == "\x07":
            self.bells += 1
        elif character < " " or "\x7f" <= character <= "\x9f":
            raise Misspoken(repr(character))
        else:
            self._print(character)

    def _print(self, character: str) -> None:
        width = cell_len(character)
        row = self._cells[self._line]
        if width == 0:
            row[max(self._column - 1, 0)] += character
            return
        if self._column + width > self.columns:
            if self.cuts:
                return
            message = f"{character!r} past the right edge of line {self._line + 1}"
            raise Misspoken(message)
        row[self._column : self._column + width] = [character, *[""] * (width - 1)]
        self._column += width

    def _obey(self, found: re.Match[str]) -> None:
        mark, numbers, dollar, end, system, _ = found.groups()
        arguments = [int(number or 0) for number in (numbers or "").split(";")]
        if system is not None:
            known = system == _POINTER_SHAPE
        elif mark == "?" and end in "hl" and not dollar:
            known = all(mode in KNOWN_MODES for mode in arguments)
            self._switch(arguments, on=end == "h")
        elif mark == "?" and dollar and end == "p":
            known = True
            self.asked.extend(arguments)
        elif mark in {">", "<"} and end == "u":
            known = True
            self.keyboards += 1 if mark == ">" else -1
        elif end == "H" and not mark:
            known = len(arguments) == 2
            self._go(*arguments[:2])
        else:
            known = end == "m" and not mark and not dollar
        if not known:
            raise Misspoken(repr(found.group()))

    def _go(self, line: int = 1, column: int = 1) -> None:
        if self.cuts:
            line, column = min(line, self.lines), min(column, self.columns)
        if not (1 <= line <= self.lines and 1 <= column <= self.columns):
            message = f"no line {line}, column {column}"
            raise Misspoken(message)
        self._line, self._column = line - 1, column - 1

    def _switch(self, modes: list[int], *, on: bool) -> None:
        for mode in modes:
            (self.modes.add if on else self.modes.discard)(mode)
            if mode == ALTERNATE_SCREEN:
                self._clear()
