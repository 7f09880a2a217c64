"""XML from strangers, read piece by piece: no entities of the file's own, bounded depth, read up to where it breaks."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Protocol

from argmap.errors import FormatError
from argmap.formats.mending import told
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally

MOST_LEVELS = 200_000
_PIECE = 1 << 16
_FEW = 20_000
_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ODD = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|&(?!(?:amp|lt|gt|quot|apos);)"
    r"(?:#(?P<number>[0-9]{1,8}|[xX][0-9a-fA-F]{1,6});|(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?",
    re.DOTALL,
)
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
_HIGHEST_CHARACTER = 0x10FFFF


class Target(Protocol):
    """What takes in the elements of a file in their order; *line* is that of the element, counted from 1."""

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Take in that an element begins."""

    def end(self, tag: str) -> None:
        """Take in that it ends."""

    def data(self, text: str) -> None:
        """Take in the next piece of text."""


def root_of(text: str) -> str:
    """Return the name of the outermost element of *text*, in small letters; nothing if it is no XML."""
    place = 0
    few = text[:_FEW]
    while match := _BEFORE_ROOT.match(few, place):
        place = match.end()
    root = _ROOT.match(few, place)
    return root[1].lower() if root else ""


def parse(text: str, name: str, tally: Tally, target: Target) -> None:
    """Feed *target* with the XML in *text*; where that is broken, what stands before is fed, and the place is told.

    Refuses with `FormatError` what declares entities of its own, and what is nested deeper than `MOST_LEVELS`.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    mended = _mended(text, tally)
    guard = _Guard(target, name)
    parser = DefusedXMLParser(target=guard)
    guard.parser = parser.parser
    try:
        for start in range(0, len(mended), _PIECE):
            parser.feed(mended[start : start + _PIECE])
        parser.close()
    except ParseError as error:
        _tell_break(mended, error, tally)
    except DefusedXmlException:
        message = (
            "This XML defines entities of its own, by which a small file can fill any memory or read other files; "
            "argmap takes none. Nothing was imported."
        )
        raise FormatError(message, name=name) from None


def attribute(name: str, value: str) -> str:
    """Return an attribute as it stands in a tag, with a space before it."""
    quote, reference = ("'", "&#39;") if value.count('"') > value.count("'") else ('"', "&quot;")
    return f" {name}={quote}{value.translate(_IN_QUOTES).replace(quote, reference)}{quote}"


def element(name: str, text: str) -> str:
    """Return an element that holds nothing but *text*."""
    return f"<{name}>{text_of(text)}</{name}>"


def text_of(text: str) -> str:
    """Return *text* as it stands between tags."""
    return text.translate(_IN_TEXT)


class _Guard:
    """Stands between the parser and the target: names without their namespaces, lines, and how deep it may go."""

    def __init__(self, target: Target, name: str) -> None:
        self.parser: object = None
        self._target = target
        self._name = name
        self._level = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._level += 1
        if self._level > MOST_LEVELS:
            message = f"This is nested deeper than {MOST_LEVELS:,} levels. Nothing was imported."
            raise FormatError(message, name=self._name)
        line = getattr(self.parser, "CurrentLineNumber", 0)
        self._target.start(_local(tag), {_local(key): value for key, value in attributes.items()}, line)

    def end(self, tag: str) -> None:
        self._level -= 1
        self._target.end(_local(tag))

    def data(self, text: str) -> None:
        self._target.data(text)

    def close(self) -> None:
        """End: all is with the target."""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _mended(text: str, tally: Tally) -> str:
    """Return *text* as a parser can read it: as what it is, without what XML cannot hold, with HTML's entities read."""
    declaration = _DECLARATION.match(text)
    if declaration:  # it names an encoding that the text no longer has; its line stays
        text = "\n" * declaration[0].count("\n") + text[declaration.end() :]
    text, removed = _IMPOSSIBLE.subn("", text)
    told(tally, "controls", None, removed)
    return _ODD.sub(_as_reference, text) if "&" in text else text


def _as_reference(match: re.Match[str]) -> str:
    """Read an entity of HTML as its characters; a bare ampersand, as people write it, as one."""
    whole, number, name = match[0], match["number"], match["name"]
    if whole[0] == "<":
        return whole
    if number is not None:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        if code > _HIGHEST_CHARACTER or _IMPOSSIBLE.match(chr(code)):
            return ""
        return whole
    known = html.unescape(whole) if name else whole
    if name and known != whole:
        return "".join(f"&#{ord(each)};" for each in known)
    return f"&amp;{whole[1:]}"


def _tell_break(text: str, error: Exception, tally: Tally) -> None:
    line, column = getattr(error, "position", (1, 0))
    lines = text.split("\n")
    quote = lines[line - 1].strip()[:80] if 0 < line <= len(lines) else ""
    words = f"The XML breaks off or is broken here ({str(error).partition(':')[0]}); what stands before it was read"
    tally.fault(words, Place(line, column + 1, quote=quote))
