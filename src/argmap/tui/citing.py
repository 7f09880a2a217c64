"""Citing: the form that ties a claim to a passage, and what it remembers: unsaved drafts, the source used last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.editing import NewSource, add_source, cite, edit_citation, edit_source, remove_source
from argmap.editing.sourcing import citation_of, source_of
from argmap.errors import UnfitError
from argmap.model import SourceId
from argmap.tui.blank import FLAG, LINE, PICK, PROSE, Blank, Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap, CitationId, ClaimId, EntityId, Source, Step
    from argmap.tui.blank import Answer, Answers
    from argmap.tui.meanwhile import Unsaved

_CLAIMS_NAMED = 3
_LABELS = (
    ("quote", "Quote", LINE, "its words in the source"),
    ("paragraph", "Paragraph", LINE, ""),
    ("page", "Page", LINE, ""),
    ("asserted_by", "Said by", LINE, "whose words they are, if not the author's"),
    ("via", "Via", LINE, "who reports them"),
    ("as_of", "As of", LINE, "date of its figures, such as 2024-07"),
    ("inferred", "Inferred", FLAG, "implied there, not said"),
    ("uncertain", "Uncertain", FLAG, "I am not sure that it says so"),
    ("note", "Note", PROSE, ""),
)
_SOURCE_LABELS = (
    ("title", "Title"),
    ("author", "Author"),
    ("container_title", "In"),
    ("issued", "Date"),
    ("publisher", "Publisher"),
    ("url", "Address"),
    ("genre", "Kind"),
    ("language", "Language"),
    ("accessed", "Looked at"),
    ("note", "Note"),
)


class Citing:
    """What one session remembers of citing: drafts by what they are about, and the source used last."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._drafts: dict[EntityId | None, Unsaved] = {}
        self._last: SourceId | None = None

    def draft(self, map_: ArgumentMap, about: EntityId | None) -> Unsaved | None:
        """Return what was typed about a claim, a citation or a source (None: a new source) and not saved."""
        kept = self._drafts.get(about)
        source = None if kept is None else kept.typed.get("source")
        if kept is not None and isinstance(source, SourceId) and source not in map_.sources:
            return replace(kept, typed={**kept.typed, "source": ""})
        return kept

    def keep(self, about: EntityId | None, draft: Unsaved | None) -> None:
        """Keep a draft; without one, what was kept is forgotten."""
        if draft is not None:
            self._drafts[about] = draft
        else:
            self._drafts.pop(about, None)

    def use(self, source: SourceId) -> None:
        """Remember the source used last."""
        self._last = source

    def last(self, map_: ArgumentMap) -> SourceId | None:
        """Return the source used last, if it is still there."""
        return self._last if self._last in map_.sources else None


def sources_in(map_: ArgumentMap) -> list[Source]:
    """Return the sources by number."""
    return sorted(map_.sources.values(), key=lambda source: source.number)


def bibliography(source: Source) -> str:
    """Return what names a source, on one line: label, author, title, where, when."""
    parts = (source.author, source.title, source.container_title or source.publisher, source.issued)
    return f"{source.label} {one_line(', '.join(part for part in parts if part))}"


def sources_like(map_: ArgumentMap, typed: str) -> list[Source]:
    """Return the sources with every word of *typed* in what names them; the one with that number first."""
    words = typed.casefold().split()
    number = typed.strip().casefold()
    found = [source for source in sources_in(map_) if all(word in bibliography(source).casefold() for word in words)]
    return sorted(found, key=lambda source: number not in {source.label.casefold(), str(source.number)})


def source_choices(map_: ArgumentMap, typed: str) -> list[Choice]:
    """Return the sources to choose among for what is typed, and a new one of that title last."""
    choices = [
        Choice(source.id, bibliography(source), f"{source.label} {one_line(source.title)}")
        for source in sources_like(map_, typed)
    ]
    title = " ".join(typed.split())
    if title:
        choices.append(Choice(title, f"A new source: {title}", title, is_new=True))
    return choices


def citation_blanks(map_: ArgumentMap, citing: Citing, citation: CitationId | None = None) -> list[Blank]:
    """Return the questions about a citation that is there, or about a new one in the source used last."""
    now = None if citation is None else citation_of(map_, citation)
    source = citing.last(map_) if now is None else now.source
    blanks = [Blank("source", "Source", PICK, source or "", choices=lambda typed: source_choices(map_, typed))]
    for name, label, kind, hint in _LABELS:
        value: Answer = (False if kind == FLAG else "") if now is None else getattr(now, name)
        blanks.append(Blank(name, label, kind, value, hint))
    return blanks


def source_blanks(source: Source | None) -> list[Blank]:
    """Return the questions about a source that is there, or about a new one."""
    return [
        Blank(name, label, PROSE if name == "note" else LINE, "" if source is None else getattr(source, name))
        for name, label in _SOURCE_LABELS
    ]


def citation_step(map_: ArgumentMap, claim: ClaimId, answers: Mapping[str, Answer]) -> Step:
    """Return the step that ties *claim* to the passage that was filled in."""
    source, described = _split(answers)
    return cite(map_, claim, source, **{name: value for name, value in described.items() if value})


def edited_citation_step(map_: ArgumentMap, citation: CitationId, answers: Mapping[str, Answer]) -> Step:
    """Return the step that makes a citation say what was filled in."""
    now = citation_of(map_, citation)
    source, described = _split(answers)
    changed = {name: value for name, value in described.items() if value != getattr(now, name)}
    return edit_citation(map_, citation, source, **changed)


def source_step(map_: ArgumentMap, source: SourceId | None, answers: Mapping[str, Answer]) -> Step:
    """Return the step that adds a source, or changes what was filled in of one that is there."""
    described = {name: str(value) for name, value in answers.items()}
    if source is None:
        return add_source(map_, described.pop("title"), **{name: value for name, value in described.items() if value})
    now = source_of(map_, source)
    return edit_source(
        map_, source, **{name: value for name, value in described.items() if value != getattr(now, name)}
    )


def removal_step(map_: ArgumentMap, source: SourceId) -> Step:
    """Return the step that removes a source; refuse while anything cites it."""
    numbers = sorted({map_.claims[citation.claim].number for citation in map_.citations_in(source)})
    if numbers:
        named = ", ".join(f"C{number}" for number in numbers[:_CLAIMS_NAMED])
        more = len(numbers) - _CLAIMS_NAMED
        resting = f"{named} and {more} more" if more > 0 else named
        label = source_of(map_, source).label
        message = f"{label} stays: it is cited for {resting}. Inside, d removes quotes."
        raise UnfitError(message)
    return remove_source(map_, source)


def _split(answers: Mapping[str, Answer]) -> tuple[SourceId | NewSource, Answers]:
    described = dict(answers)
    source = described.pop("source")
    if isinstance(source, SourceId):
        return source, described
    if not source:
        message = "Say where it stands: type a part of a source's name, or the title of a new one."
        raise UnfitError(message)
    return NewSource(str(source)), described
