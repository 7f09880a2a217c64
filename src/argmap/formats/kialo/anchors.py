"""Where in a claim's words its links stand: found when a file is read, kept beside the claim, written there again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.formats.kept_extras import kept_for
from argmap.formats.kialo.entries import address_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.kialo.entries import Listed

Passage = tuple[str, str]
"""The address of a source, and what is quoted from it."""

KIALO = "kialo"
"""The name under which it is kept."""

_LINKS = "links"
_MARK = re.compile(r" ?\[([0-9]{1,6})\]")
_LINK = re.compile(
    r"(?<!\\)\[((?:\\[()\[\]]|\\(?![()\[\]])|[^\]\[\\]){1,2000})\]"
    r"\((https?://(?:\\[^\w\s]|\([^\s()\\]{0,2000}\)|[^\s()\\]){1,2000})\)"
)
_ESCAPE = re.compile(r"\\([()\[\]])")
_BRACKET = re.compile(r"[()\[\]]")
_LAST_WORD = re.compile(r"\S+\Z")
_LONGEST = 100  # characters of a word to know a place by


class Anchor(NamedTuple):
    """A link on *words*, or right behind them, that begin at *start*: to *address*, *which* of its passages there."""

    start: int
    words: str
    address: str
    which: int

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)

    def stands_in(self, text: str) -> bool:
        """Whether the words still stand there."""
        return text.startswith(self.words, self.start)


class Linked(NamedTuple):
    """The words of a claim without links, the passages they linked to, and where."""

    words: str
    passages: list[Passage]
    anchors: list[Anchor]

    @property
    def extras(self) -> dict[str, Any]:
        """What of it argmap has no word for."""
        return {KIALO: {_LINKS: [list(anchor) for anchor in self.anchors]}} if self.anchors else {}


def with_links(text: str) -> Linked:
    """Take the links out of a claim in the older layout, in which brackets that are none have a backslash."""
    found = _Finding()
    end = 0
    for match in _LINK.finditer(text):
        found.add(unescaped(text[end : match.start()]))
        found.link(unescaped(match[1]), (address_of(match[2]), ""))
        end = match.end()
    found.add(unescaped(text[end:]))
    return found.linked()


def with_marks(text: str, sources: Mapping[int, Listed]) -> Linked:
    """Take the numbers of *sources* out of a claim in the newer layout; others in brackets are words."""
    found = _Finding()
    end = 0
    for match in _MARK.finditer(text):
        listed = sources.get(int(match[1]))
        if listed is not None:
            found.add(text[end : match.start()])
            found.mark((listed.address, listed.quote))
            end = match.end()
    found.add(text[end:])
    linked = found.linked()
    # Marks behind all the words need no anchor: that is where they are written.
    return linked if any(anchor.end < len(linked.words) for anchor in linked.anchors) else linked._replace(anchors=[])


def anchors_of(extras: str, text: str) -> list[Anchor]:
    """Return the links that are kept in *extras* of a claim and still have their words in *text*, none over another."""
    kept = kept_for(extras, KIALO).get(_LINKS) if KIALO in extras else None
    found: list[Anchor] = []
    for each in kept if isinstance(kept, list) else ():
        match each:
            case [int(start), str(words), str(address), int(which)] if start >= 0 and which >= 0:
                anchor = Anchor(start, words, address, which)
                if anchor.stands_in(text) and (not found or found[-1].end <= start or found[-1][:2] == anchor[:2]):
                    found.append(anchor)
    return found


def unescaped(text: str) -> str:
    """Return words of the older layout as they are meant."""
    return _ESCAPE.sub(r"\1", text)


def escaped(text: str) -> str:
    """Return *text* as words of the older layout, or as an address in either."""
    return _BRACKET.sub(r"\\\g<0>", text)


class _Finding:
    """Collects words, and how far they go."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._passages: dict[Passage, int] = {}
        self._addresses: Counter[str] = Counter()
        self._anchors: list[Anchor] = []

    def add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def link(self, words: str, passage: Passage) -> None:
        self._anchor(self._length, words, passage)
        self.add(words)

    def mark(self, passage: Passage) -> None:
        """Let a mark stand behind the last word."""
        before = next((part for part in reversed(self._parts) if part), "")
        last = _LAST_WORD.search(before[-_LONGEST:])
        words = last[0] if last else ""
        self._anchor(self._length - len(words), words, passage)

    def _anchor(self, start: int, words: str, passage: Passage) -> None:
        address = passage[0]
        if passage not in self._passages:
            self._passages[passage] = self._addresses[address]
            self._addresses[address] += 1
        self._anchors.append(Anchor(start, words, address, self._passages[passage]))

    def linked(self) -> Linked:
        return Linked("".join(self._parts), list(self._passages), self._anchors)
