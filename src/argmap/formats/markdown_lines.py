"""The lines of a Markdown outline: which is a heading, a bullet, a continuation, a note, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.markdown_fences import fence_ends
from argmap.formats.markdown_text import ends_in_mark
from argmap.formats.markdown_words import tell

if TYPE_CHECKING:
    from argmap.formats.report import Tally

_HEADER = re.compile(r"[ \t]*[*_]{0,2}(title|question)[*_]{0,2}[ \t]*:[*_]{0,2}(?:[ \t]+|\Z)(.*)", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?\Z")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_UNDERLINE = re.compile(r"(={3,}|-{3,})[ \t]*\Z")
_BULLET = re.compile(r"([ \t]*)([-*+•‣◦▪–—−]|\d{1,9}[.)])(?:[ \t\xa0]+(.*)|\Z|(?=\\?[(（]))")
_SIGN = re.compile(r"\\?[(（] ?\\?(&amp;|[-+＋–—−‑&＆xX×✕^*]) ?\\?[)）][ \t]*")
_SIGNS = {"–": "-", "—": "-", "−": "-", "‑": "-", "＋": "+", "＆": "&", "&amp;": "&", "X": "x", "×": "x", "✕": "x"}
_FRONT = re.compile(r"[\w-]+:(?:\s|\Z)")
_KEY = re.compile(r"[ \t]*[\w.-]+:(?:[ \t]|\Z)")
_MOST_KEYS = 3
"""As many lines like ``key: value`` as a file of settings has, and no outline: its lists and comments say nothing."""
_STRONG = "-*+•‣◦▪"
_TAB = 4
_FRONT_LINES = 200
_FRONT_MATTER = re.compile(rf"\s*---[ \t]*+\n(?:[^\n]*+\n){{0,{_FRONT_LINES}}}?---[ \t]*+(?:\n|\Z)")

UNPLACED = "Unplaced"
"""The second-level heading over what hangs under no position."""


@dataclass(slots=True, eq=False)
class Block:
    """A heading or a bullet with the lines that belong to it; *sign* is empty for headings and bare bullets.

    *notes* are the paragraphs under it; *is_wrapped*: the first one follows without a blank line.
    """

    line: int
    lines: list[str]
    level: int = 0
    indent: int = -1
    sign: str = ""
    parent: Block | None = None
    notes: list[list[str]] = field(default_factory=list)
    is_wrapped: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, which makes it a position."""
        return self.level > 0

    @property
    def is_divider(self) -> bool:
        """Whether it is the heading over what hangs under no position, which is no claim."""
        return self.level > 1 and " ".join(self.lines).strip().casefold() == UNPLACED.casefold()


@dataclass(slots=True)
class Outline:
    """What the lines of a file are: its title and question, and its headings and bullets in order."""

    headers: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def is_outline(text: str) -> bool:
    """Whether *text* looks like an outline: a bullet with a sign, or mostly headings and bullets, and no settings."""
    fitting = keys = 0
    front = _FRONT_MATTER.match(text)
    lines = [line for line in text[front.end() if front else 0 :].split("\n") if line.strip()]
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet and _SIGN.match(_rest(bullet, line)):
            return True
        fits = bool(bullet or _HEADING.match(line) or _HEADER.match(line))
        fitting += fits
        keys += not fits and bool(_KEY.match(line))
    return 2 * fitting >= len(lines) > 0 and keys < _MOST_KEYS


def is_bullet(line: str) -> bool:
    """Whether *line* begins with a bullet."""
    return bool(_BULLET.match(line)) and not _RULE.match(line)


def outline_of(text: str, tally: Tally) -> Outline:
    """Sort the lines of *text*; what fits nowhere is told to *tally* with its line."""
    return _Sorter(text.split("\n"), tally).outline


def _rest(bullet: re.Match[str], line: str) -> str:
    """Return what follows the bullet, also where no space does."""
    return bullet[3] if bullet[3] is not None else line[bullet.end() :]


class _Sorter:
    """Goes through the lines once; *_open* takes continuation lines, *_chain* are the bullets one is under."""

    def __init__(self, lines: list[str], tally: Tally) -> None:
        self.outline = Outline()
        self._lines = lines
        self._tally = tally
        self._open: list[str] | None = None
        self._heading: Block | None = None
        self._chain: list[Block] = []
        self._last_bullet = ""
        fences = fence_ends(lines)
        number = self._front_matter()
        while number < len(lines):
            if number in fences:
                self._fence(number, fences[number])
                number = fences[number] + 1
            else:
                number = self._line(number)
        self._unwrap_headings()

    def _line(self, number: int) -> int:
        """Sort line *number* (from 0), and return the number of the line to go on with."""
        line = self._lines[number]
        if not line.strip():
            self._open = None
        elif self._underlined(number):
            self._start_heading(number, 1 if self._lines[number + 1][0] == "=" else 2, line)
            return number + 2
        elif heading := _HEADING.match(line):
            self._start_heading(number, len(heading[1]), _unclosed(heading[2] or ""))
        elif _RULE.match(line):
            self._open = None
        elif not self.outline.blocks and (header := _HEADER.match(line)):
            self._start_header(header)
        elif (bullet := _BULLET.match(line)) and self._is_bullet(bullet, line):
            self._start_bullet(number, bullet, line)
        else:
            self._text(number)
        return number + 1

    def _fence(self, first: int, last: int) -> None:
        """Take the lines of a code fence as text; its first line may be a bullet."""
        if _BULLET.match(self._lines[first]):
            self._line(first)
            first += 1
        for number in range(first, last + 1):
            self._text(number)

    def _front_matter(self) -> int:
        """Take in the block between ``---`` lines that some editors put first, and return the line after it."""
        lines = self._lines
        if lines[0].rstrip() != "---" or len(lines) < 2 or not _FRONT.match(lines[1]):  # noqa: PLR2004  # a block
            return 0
        end = next((n for n, line in enumerate(lines[1:_FRONT_LINES], 1) if line.rstrip() in {"---", "..."}), 0)
        for number in range(1, end):
            self._open = None
            header = _HEADER.match(lines[number])
            if header:
                self._start_header(header)
            else:
                self._text(number)
        self._open = None
        return end + 1 if end else 0

    def _underlined(self, number: int) -> bool:
        """Whether a line is a heading by the ``===`` or ``---`` under it."""
        line = self._lines[number]
        return (
            self._open is None
            and number + 1 < len(self._lines)
            and bool(_UNDERLINE.match(self._lines[number + 1]))
            and not (line[0].isspace() or _BULLET.match(line) or _HEADING.match(line) or _RULE.match(line))
            and not (_HEADER.match(line) and not self.outline.blocks)
        )

    def _start_header(self, header: re.Match[str]) -> None:
        self._open = self.outline.headers.setdefault(header[1].lower(), [])
        if header[2]:
            self._open.append(header[2])

    def _start_heading(self, number: int, level: int, text: str) -> None:
        block = Block(number + 1, [text], level=level)
        self.outline.blocks.append(block)
        self._heading = block
        self._chain = []
        self._open = None

    def _unwrap_headings(self) -> None:
        """Give a heading the lines right behind it whose mark shows that they are its own, wrapped by some program."""
        for heading in self.outline.blocks:
            if heading.is_wrapped and not ends_in_mark(heading.lines) and ends_in_mark(heading.notes[0]):
                heading.lines.extend(heading.notes.pop(0))

    def _is_bullet(self, bullet: re.Match[str], line: str) -> bool:
        """Whether what looks like a bullet is one, and not the wrapped line of a text that goes on ``1990. In …``."""
        kind = _kind(bullet[2])
        signed = bool(_SIGN.match(_rest(bullet, line)))
        if bullet[3] is None and bullet.end() < len(line) and not signed:
            return False
        return signed or kind == _STRONG or self._open is None or kind == self._last_bullet or bullet[2] in {"1.", "1)"}

    def _start_bullet(self, number: int, bullet: re.Match[str], line: str) -> None:
        indent = len(bullet[1].expandtabs(_TAB))
        while self._chain and self._chain[-1].indent >= indent:
            self._chain.pop()
        rest = _rest(bullet, line)
        sign = _SIGN.match(rest)
        block = Block(
            number + 1,
            [rest[sign.end() :] if sign else rest],
            indent=indent,
            sign=_SIGNS.get(sign[1], sign[1]) if sign else "",
            parent=self._chain[-1] if self._chain else self._heading,
        )
        if self._chain and indent - self._chain[-1].indent == 1:
            tell(self._tally, "one-space", number + 1)
        self.outline.blocks.append(block)
        self._chain.append(block)
        self._open = block.lines
        self._last_bullet = _kind(bullet[2])

    def _text(self, number: int) -> None:
        """Add a line that starts nothing: to the text it goes on with, to a note, or to what is left out."""
        line = self._lines[number]
        if self._open is not None:
            self._open.append(line)
            return
        owner = self._owner(len(line) - len(line.lstrip(" \t")) if line.strip() else 0)
        self._open = []
        if owner is not None:
            owner.is_wrapped = owner.is_wrapped or (owner.is_heading and owner.line == number)
            self._open.append(line)
            owner.notes.append(self._open)
            return
        tell(self._tally, "outside", number + 1)

    def _owner(self, indent: int) -> Block | None:
        """Return the heading or bullet that a paragraph with this indentation is about."""
        if not self._chain:
            return None if self._heading is None or self._heading.is_divider else self._heading
        return next((block for block in reversed(self._chain) if block.indent < indent), None)


def _kind(bullet: str) -> str:
    return _STRONG if bullet in _STRONG else "1" if bullet[0].isdigit() else bullet


def _unclosed(heading: str) -> str:
    """Return the text of a heading without the ``#`` signs that may close it."""
    text = heading.rstrip(" \t")
    bare = text.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else text
