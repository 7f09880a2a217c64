"""Sources in a Kialo file: a list at its end in the newer layout, links on words in the older."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.formats.carried import packed
from argmap.formats.kialo.anchors import Anchor, Passage, anchors_of, escaped
from argmap.formats.kialo.entries import HEADED, LISTED, SOURCES, unmarked
from argmap.formats.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Citation, CitationId, Claim, Source, SourceId

_ADDRESS = re.compile(r"https?://[^\s\\]{1,1000}")
_TITLE = re.compile(r"(?!www\.)\S(?:(?!://)[^\r\n])*\S")
_WORD = re.compile(r"(?<!\\)[^\s()\[\]\\]+")  # behind a backslash no link begins
_NUMBER = re.compile(r"\[([0-9]{1,6})\]")
_SOURCES = (
    "1 source has no place in a Kialo file, but for an address",
    "{count} sources have no place in a Kialo file, but for an address",
)
_CITATIONS = (
    "1 citation has no place in a Kialo file, but for a link and a quotation",
    "{count} citations have no place in a Kialo file, but for a link and a quotation",
)

_Placed = tuple[Anchor, Passage]


class Links:
    """Puts the addresses of a claim's sources behind its words, and knows what of them the file does not say."""

    def __init__(self, map_: ArgumentMap, *, is_newer: bool) -> None:
        self._map = map_
        self._is_newer = is_newer
        self._numbers: dict[Passage, int] = {}
        self._last = 0
        self._words = _numbers_in(map_) if is_newer else set()
        self._first: dict[str, SourceId] = {}
        self._shown: set[SourceId] = set()
        self._whole: set[CitationId] = set()

    def linked(self, claim: Claim, text: str) -> str:
        """Return *text*, the words of *claim*, with its links; in the older layout with its brackets escaped."""
        passages: dict[Passage, Citation] = {}
        for citation in self._map.citations_of(claim.id):
            address = self._address(self._map.sources[citation.source])
            if address:
                self._first.setdefault(address, citation.source)
                passages.setdefault((address, _passage(citation.quote) if self._is_newer else ""), citation)
        placed = _placed(anchors_of(claim.extras, text), list(passages))
        if not self._is_newer:
            placed = _on_words(text, placed, list(passages))
        there = passages if self._is_newer else {passage: passages[passage] for _, passage in placed}
        self._shown.update(self._first[address] for address, _ in there)
        self._whole.update(citation.id for (_, quote), citation in there.items() if self._is_whole(citation, quote))
        return self._marked(text, placed, list(there)) if self._is_newer else _linked(text, placed)

    def _marked(self, text: str, placed: Iterable[_Placed], passages: Iterable[Passage]) -> str:
        """Return *text* for the newer layout: numbers behind the words they belong to, the others behind all."""
        parts, end = [], 0
        shown = set()
        for anchor, passage in placed:
            parts += [text[end : anchor.end], f" [{self._number(passage)}]"]
            shown.add(passage)
            end = anchor.end
        return "".join([*parts, text[end:], *(f" [{self._number(each)}]" for each in passages if each not in shown)])

    def lines(self) -> list[str]:
        """Return the list of sources, if there are any."""
        lines = [SOURCES] if self._numbers else []
        for (address, quote), number in self._numbers.items():
            lines.append(f"[{number}] {escaped(address) if _ADDRESS.fullmatch(address) else address}")
            lines += quote.split("\n") if quote else []
        return lines

    def tell_left_out(self, tally: Tally) -> None:
        """Tell *tally* of the sources and citations of which the file says less than the map, or nothing."""
        for source in sorted(self._map.sources.values(), key=lambda each: each.number):
            if source.id not in self._shown or not self._is_all(source):
                tally.lose("sources", *_SOURCES, Place(label=source.label))
        lost = (each for each in self._map.citations.values() if each.id not in self._whole)
        places = Counter(f"{self._map.claims[c.claim].label} in {self._map.sources[c.source].label}" for c in lost)
        for label, count in places.items():
            tally.lose("citations", *_CITATIONS, Place(label=label), count)

    def _address(self, source: Source) -> str:
        """Return what the file can call *source* by: its address, or its title in a list whose numbers have no gap."""
        if _ADDRESS.fullmatch(source.url):
            return source.url
        can_say = self._is_newer and not self._words and not source.url and _TITLE.fullmatch(source.title)
        return source.title if can_say else ""

    def _number(self, passage: Passage) -> int:
        """Return the number of a passage in the list: the next, unless some claim has that in brackets itself."""
        if passage not in self._numbers:
            self._last += 1
            while self._last in self._words:
                self._last += 1
            self._numbers[passage] = self._last
        return self._numbers[passage]

    def _is_whole(self, citation: Citation, quote: str) -> bool:
        source = self._map.sources[citation.source]
        says_more = packed(citation, ("id", "claim", "source", "order", "quote"))
        return source.title == self._address(source) and not says_more and unmarked(quote) == citation.quote

    def _is_all(self, source: Source) -> bool:
        """Whether what the file calls a source by is all that the map says of it."""
        is_first = self._first.get(source.title) == source.id
        return is_first and source.url in {"", source.title} and not packed(source, ("id", "number", "title", "url"))


def _numbers_in(map_: ArgumentMap) -> set[int]:
    texts = [map_.about.question, *(claim.text for claim in map_.claims.values())]
    return {int(number) for text in texts for number in _NUMBER.findall(text)}


def _passage(quote: str) -> str:
    """Return *quote* as it stands in the list, in quotation marks; nothing if a line of it would end it there."""
    marked = quote if '"' in quote or not quote else f'"{quote}"'
    lines = marked.split("\n")
    breaks = "\r" in marked or any(LISTED.match(line) or HEADED.match(line) for line in lines)
    return "" if breaks or unmarked(marked.strip()) != quote else marked


def _placed(anchors: Iterable[Anchor], passages: Iterable[Passage]) -> list[_Placed]:
    """Return the *anchors* of those *passages* that are cited still."""
    same: dict[str, list[Passage]] = {}
    for passage in passages:
        same.setdefault(passage[0], []).append(passage)
    return [
        (anchor, same[anchor.address][anchor.which])
        for anchor in anchors
        if anchor.which < len(same.get(anchor.address, ()))
    ]


def _on_words(text: str, placed: list[_Placed], passages: Iterable[Passage]) -> list[_Placed]:
    """Return links that stand on words of *text*: those *placed* there before, the others on the last words free."""
    kept: list[_Placed] = []
    for anchor, passage in placed:
        is_fit = anchor.words and not (anchor.words.endswith("\\") or text.endswith("\\", 0, anchor.start))
        if is_fit and (not kept or kept[-1][0].end <= anchor.start):
            kept.append((anchor, passage))
    shown = {passage for _, passage in kept}
    waiting = [passage for passage in passages if passage not in shown]
    taken = [(anchor.start, anchor.end) for anchor, _ in kept] if waiting else []
    words = [each for each in _WORD.finditer(text) if not any(each.start() < b and a < each.end() for a, b in taken)]
    waiting = waiting[: len(words)]
    last = words[len(words) - len(waiting) :]
    kept += [(Anchor(word.start(), word[0], each[0], 0), each) for word, each in zip(last, waiting, strict=True)]
    return sorted(kept)


def _linked(text: str, placed: Iterable[_Placed]) -> str:
    """Return *text* for the older layout, with its links."""
    parts, end = [], 0
    for anchor, (address, _) in placed:
        parts += [escaped(text[end : anchor.start]), f"[{escaped(anchor.words)}]({escaped(address)})"]
        end = anchor.end
    return "".join([*parts, escaped(text[end:])])
