"""Foreign text on its way to a terminal or to paper: cleaned here, and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# C0 and C1 controls but newline and tab, bidi embeddings, overrides and isolates, line and paragraph separators, the
# byte order mark, interlinear and tag characters, lone surrogates: each can move the cursor, reorder or hide text.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# The same, and newlines, noncharacters, and the signs that `clean_display` puts in the place of others.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffd-\uffff\u2400-\u2421"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"\s+")
_C0_END = 0x20
_C0_PICTURES = 0x2400
_JOINER = "\u200d"
_WIDEST = 2  # cells of one sign on the screen
_LONGEST_CUT = 15  # signs of a word that is rather left out than cut
_LEAST_BEGUN = 8  # cells; fewer are not worth breaking a word for
_LONGEST = 32  # characters of one sign; a longer run of marks is hostile, and may be cut


def clean_display(text: str) -> str:
    """Return *text* with every character that could steer a terminal made visible.

    Newlines and tabs stay. C0 controls become their Unicode pictures (ESC shows as ``␛``), everything else unsafe
    becomes ``�``.
    """
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_picture, text)


def one_line(text: str) -> str:
    """Return *text* cleaned, on one line, with runs of white space folded to single spaces."""
    return _BREAKS.sub(" ", clean_display(text)).strip()


def printable(text: str) -> str:
    """Return *text*, which stands on one line, without what no page can show: on paper a sign for it helps nobody."""
    return text if text.isascii() and text.isprintable() else _UNPRINTABLE.sub("", text)


def shorten(text: str, cells: int, measure: Callable[[str], int] = len, ellipsis: str = "…") -> str:
    """Return *text* on one line, cut to at most *cells* terminal cells as *measure* counts them."""
    text = one_line(text)
    if measure(text) <= cells:
        return text
    room = cells - measure(ellipsis)
    if room <= 0:
        return ellipsis if room == 0 else ""
    return next(_pieces(text, room, measure)).rstrip() + ellipsis


def shorten_between_words(text: str, cells: int) -> str:
    """Return *text* on one line, cut to at most *cells* characters, where there is a space not far before: there."""
    text = one_line(text)
    cut = shorten(text, cells)
    if cut == text or not cut:
        return cut
    start, space, rest = f"{cut[:-1]}{text[len(cut) - 1]}".rpartition(" ")
    return f"{start.rstrip(' ,;:–—')}…" if space and len(rest) <= _LONGEST_CUT else cut


def wrap(text: str, cells: int, measure: Callable[[str], int] = len) -> list[str]:
    """Return *text* as lines of at most *cells* terminal cells, broken at spaces, long words cut.

    Wide writing (Chinese, Japanese) has no spaces and is broken anywhere.

    *measure* counts the cells of a string (``rich.cells.cell_len`` knows wide and combining characters). Always
    returns at least one line.
    """
    text = one_line(text)
    width = len if text.isascii() else measure
    cells = max(cells, 2)  # a wide character needs two
    if width(text) <= cells:
        return [text]
    lines: list[str] = []
    line, used = "", 0  # words are measured, not the growing line: what a terminal draws never joins across a space
    for word in text.split(" "):
        needed = width(word) + (1 if line else 0)
        if used + needed <= cells:
            line = f"{line} {word}" if line else word
            used += needed
            continue
        rest = word
        if line:
            begun = _begun(word, cells - used - 1, width)
            lines.append(f"{line} {begun}" if begun else line)
            rest = word[len(begun) :]
        *full, line = [rest] if width(rest) <= cells else _pieces(rest, cells, width)
        lines.extend(full)
        used = width(line)
    lines.append(line)
    return lines


def _begun(word: str, room: int, width: Callable[[str], int]) -> str:
    """Return what of a word in wide writing still fits into *room* cells of a line; nothing of other words."""
    if room < _LEAST_BEGUN or width(word) <= len(word):
        return ""
    return next(_pieces(word, room, width))


def _pieces(text: str, cells: int, width: Callable[[str], int]) -> Iterator[str]:
    """Yield *text* in pieces of at most *cells* cells, cut between signs where possible; the first may be empty."""
    if text.isascii():  # each character is a sign of one cell
        yield from (text[start : start + cells] for start in range(0, max(len(text), 1), cells))
        return
    piece: list[str] = []
    used = 0
    for sign in _signs(text, width):
        step = max(width(sign), 1)  # a mark without a sign of its own may widen the one before it
        if used + step > cells and (piece or step > cells):
            yield "".join(piece)
            piece, used = [], 0
        piece.append(sign)
        used += step
    yield "".join(piece)


def _signs(text: str, width: Callable[[str], int]) -> Iterator[str]:
    """Yield the signs a reader sees: a character with its accents, modifiers and what a joiner ties to it."""
    sign = ""
    for character in text:
        grown = sign + character
        tied = sign.endswith(_JOINER) or unicodedata.category(character)[0] == "M" or width(character) == 0
        if sign and tied and len(grown) <= _LONGEST and width(grown) <= _WIDEST:
            sign = grown
        else:
            if sign:
                yield sign
            sign = character
    if sign:
        yield sign


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < _C0_END:
        return chr(_C0_PICTURES + code)
    return "␡" if found.group() == "\x7f" else "�"
