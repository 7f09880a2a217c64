"""Sources, the claims' citations of passages in them, and passages that are one voice."""

from __future__ import annotations

from dataclasses import field

from argmap.errors import UnfitError
from argmap.model.entity import entity
from argmap.model.ids import CitationId, ClaimId, DependenceId, SourceId
from argmap.model.limits import (
    CELL_LENGTH,
    NOTE_LENGTH,
    check_extras,
    check_number,
    check_order,
    check_text,
    check_words,
)


@entity(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that claims are found in, with the bibliographic fields of CSL-JSON; shown as ``S2``.

    *container_title* is the newspaper, journal or site; *issued* a date as far as known (``2024-07-20``); *language* a
    BCP 47 tag; *text* the text itself, where the map carries it; *accessed* the day it was looked at.
    """

    id: SourceId = field(default_factory=SourceId.new)
    number: int
    title: str
    author: str = ""
    container_title: str = ""
    issued: str = ""
    publisher: str = ""
    url: str = ""
    genre: str = ""
    language: str = ""
    note: str = ""
    text: str = ""
    accessed: str = ""
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a source without a title, and text that no file can hold."""
        check_words("A source's title", self.title)
        check_number("A source", self.number)
        for what in ("author", "container_title", "issued", "publisher", "url", "genre", "language", "accessed"):
            check_text(f"The {what.replace('_', ' ')}", getattr(self, what))
        check_text("The note", self.note, NOTE_LENGTH)
        check_text("The source's text", self.text, CELL_LENGTH)
        check_extras(self)

    @property
    def label(self) -> str:
        """The source's name on screens and paper, such as ``S2``."""
        return f"S{self.number}"


@entity(frozen=True, slots=True, kw_only=True)
class Citation:
    """A claim's tie to a passage: where it stands, in whose words, said by whom and through whom.

    *paragraph* and *page* are texts, since both may be ranges (``26-27``). *quote* with *prefix* and *suffix* is the
    W3C Web Annotation TextQuoteSelector; *start* is the TextPositionSelector's start, in code points of the source's
    text. *asserted_by* says it, *via* relays it. *inferred* marks a passage that says it only by implication,
    *uncertain* one that may be misread.
    """

    id: CitationId = field(default_factory=CitationId.new)
    claim: ClaimId
    source: SourceId
    paragraph: str = ""
    page: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    asserted_by: str = ""
    via: str = ""
    as_of: str = ""
    inferred: bool = False
    uncertain: bool = False
    note: str = ""
    order: str = "a0"
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse text that no file can hold, and a place before the text's beginning."""
        for what in ("paragraph", "page", "asserted_by", "via", "as_of"):
            value = getattr(self, what)
            if value:
                check_text(f"The citation's {what.replace('_', ' ')}", value)
        for what in ("quote", "prefix", "suffix", "note"):
            value = getattr(self, what)
            if value:
                check_text(f"The citation's {what}", value, NOTE_LENGTH)
        check_order(self.order)
        check_extras(self)
        if self.start is not None and self.start < 0:
            message = "A quote cannot start before the beginning of its source."
            raise UnfitError(message)

    @property
    def locator(self) -> str:
        """The place in the source in the usual signs: ``¶4``, ``p. 12`` or nothing."""
        page = f"p. {self.page}" if self.page else ""
        paragraph = f"¶{self.paragraph}" if self.paragraph else ""
        return ", ".join(part for part in (page, paragraph) if part)


@entity(frozen=True, slots=True)
class Passage:
    """A place in a source."""

    source: SourceId
    paragraph: str = ""


@entity(frozen=True, slots=True, kw_only=True)
class Dependence:
    """Two passages that are one voice, so that both together are one witness."""

    id: DependenceId = field(default_factory=DependenceId.new)
    passages: tuple[Passage, Passage]
    note: str = ""
    extras: str = ""

    def __post_init__(self) -> None:
        """Refuse a passage that depends on itself."""
        if self.passages[0] == self.passages[1]:
            message = "A passage is one voice with itself already; name two passages."
            raise UnfitError(message)
        for passage in self.passages:
            check_text("The paragraph", passage.paragraph)
        check_text("The note", self.note, NOTE_LENGTH)
        check_extras(self)
