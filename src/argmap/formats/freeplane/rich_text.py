"""Rich text in a mind map: XHTML of which words and addresses are kept, a line for each paragraph and list item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINES = {"p", "li", "br", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "table", "body"}
_CELLS = {"td", "th"}
_FORMATTING = {
    "b", "strong", "i", "em", "u", "s", "strike", "font", "span", "code", "tt", "pre", "sub", "sup", "center",
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table",
}  # fmt: skip
_UNSHOWN = {"head", "style", "script", "title"}
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")


def as_read(lines: Iterable[str]) -> str:
    """Return what is read of *lines* of rich text: without those that are empty, and with single spaces."""
    squeezed = (_BLANKS.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in squeezed if line and line != "-")


class RichText:
    """Takes in the elements of one rich text; *kind* is NODE, NOTE or DETAILS.

    *links* are the addresses it names, *left_out* counts by code what else it has beside its words.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._level = 0
        self._unshown = 0
        self._lines: list[list[str]] = [[]]
        self._plain: list[str] = []
        self._is_html = False
        self.links: list[str] = []
        self.left_out: dict[str, int] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in that an element begins."""
        name = tag.lower()
        self._level += 1
        self._is_html = self._is_html or name == "html" or name in _LINES
        self._unshown += name in _UNSHOWN
        if name in _LINES:
            self._lines.append([])
        if name == "li":
            self._lines[-1].append("- ")
        elif name in _CELLS:
            self._lines[-1].append(" ")
        self._beside_words(name, attributes)

    def _beside_words(self, name: str, attributes: dict[str, str]) -> None:
        """Keep the address that an element leads to; count what of it words alone do not say."""
        if name == "a" and (address := attributes.get("href", "").strip()):
            if "://" in address:
                self.links.append(address)
            else:
                self._leave_out("inner-links")
        elif name == "img":
            self._leave_out("pictures")
        elif name in _FORMATTING:
            self.left_out["markup"] = 1  # told once for all that a text has of it

    def _leave_out(self, code: str) -> None:
        self.left_out[code] = self.left_out.get(code, 0) + 1

    def data(self, text: str) -> None:
        """Take in text."""
        if not self._unshown:
            self._lines[-1].append(text)
            self._plain.append(text)

    def end(self, tag: str) -> bool:
        """Take in that an element ends; False where that is the rich text itself."""
        self._level -= 1
        name = tag.lower()
        self._unshown -= name in _UNSHOWN
        if name in _LINES:
            self._lines.append([])
        return self._level >= 0

    def text(self) -> str:
        """Return the words: plain text as it is, XHTML with a line for each of its lines."""
        if not self._is_html:
            return "".join(self._plain).strip()
        return as_read("".join(parts) for parts in self._lines)
