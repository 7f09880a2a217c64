"""Recognising: which sources of two maps are one text, told from what is certain alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from argmap.model import Source

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid", re.ASCII)
_PORTS = {"80", "443"}
_TELLING = 3  # words of a title; "Editorial" says nothing about whose it is


class KnownSources:
    """The sources of a map, to be found by their address, or by title and date."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take the sources there are; of two with the same address the first counts."""
        self._known: dict[Hashable, Source] = {}
        self._voices: dict[Hashable, Source] = {}
        for source in sources:
            self.add(source)

    def add(self, source: Source) -> None:
        """Take in one more."""
        for mark in _marks(source):
            self._known.setdefault(mark, source)
        voice = _voice(source)
        if voice:
            self._voices.setdefault(voice, source)

    def same_as(self, source: Source) -> Source | None:
        """Return the source that is the same text, None if there is none for certain."""
        return next((self._known[mark] for mark in _marks(source) if mark in self._known), None)

    def one_voice_with(self, source: Source) -> Source | None:
        """Return the source that is another printing of the same words, None if there is none for certain."""
        return self._voices.get(_voice(source))


def _voice(source: Source) -> Hashable:
    """Return what printings of one text in several places have in common: who wrote it, under which title."""
    title, author = normal_form(source.title), source.author.strip() and normal_form(source.author)
    return (title, author) if author and len(title.split()) >= _TELLING else None


def _marks(source: Source) -> Iterator[Hashable]:
    """Yield what no other text has: its address; its title with its date."""
    address = plain_address(source.url)
    if address:
        yield "address", address
    if source.issued:
        yield "title and date", normal_form(source.title), source.issued.strip()


def plain_address(url: str) -> str:
    """Return an address without what does not change where it leads: scheme, www, a usual port, tracking, fragment."""
    try:
        parts = urlsplit(url.strip())
        port = str(parts.port or "")
    except ValueError:
        return ""
    if not parts.hostname or parts.scheme.lower() not in {"http", "https"}:
        return ""
    host = parts.hostname.lower().removeprefix("www.").rstrip(".")
    if port and port not in _PORTS:
        host = f"{host}:{port}"
    told = sorted(part for part in parts.query.split("&") if part and not _TRACKING.fullmatch(part.partition("=")[0]))
    query = "?" + "&".join(told) if told else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
