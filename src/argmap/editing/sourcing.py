"""Adding sources, citing passages in them, and saying which passages are one voice."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.errors import GoneError, UnfitError
from argmap.model import Citation, Dependence, Passage, Source, added, changed, removed
from argmap.model.order import key_after

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Change, CitationId, ClaimId, DependenceId, Entity, SourceId, Step

_PROSE = {"note", "text", "quote", "prefix", "suffix"}


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that the map does not hold yet, by its *title*."""

    title: str


def add_source(map_: ArgumentMap, title: str, **described: str) -> Step:
    """Add a source; *described* holds any of its fields (author, container_title, issued, url, …)."""
    entry = Entry()
    _refuse_unknown(Source, described)
    cleaned = _cleaned(entry, described)
    source = Source(number=map_.next_number(Source), title=entry.line(title), **cleaned)
    return entry.step(f"Add source {source.label}", added(source))


def edit_source(map_: ArgumentMap, source: SourceId, **described: str) -> Step:
    """Change fields of a source."""
    entry = Entry()
    _refuse_unknown(Source, described)
    now = source_of(map_, source)
    return entry.step(f"Edit source {now.label}", changed(map_, replace(now, **_cleaned(entry, described))))


def remove_source(map_: ArgumentMap, source: SourceId) -> Step:
    """Remove a source with all citations of it; the claims stay."""
    now = source_of(map_, source)
    gone: list[Entity] = [*map_.citations_in(source), *map_.dependences_of(source), now]
    return Entry().step(f"Remove source {now.label}", *map(removed, gone))


def cite(map_: ArgumentMap, claim: ClaimId, source: SourceId | NewSource, **described: Any) -> Step:  # noqa: ANN401  # any field
    """Tie a claim to a passage; *described* holds any of a citation's fields (paragraph, quote, asserted_by, …)."""
    entry = Entry()
    _refuse_unknown(Citation, described)
    now = claim_of(map_, claim)
    cited, made = _source_or_new(entry, map_, source)
    there = map_.citations_of(claim)
    order = key_after(there[-1].order if there else None)
    citation = Citation(claim=claim, source=cited.id, order=order, **_cleaned(entry, described))
    return entry.step(f"Cite {cited.label} for {now.label}", *made, added(citation))


def edit_citation(
    map_: ArgumentMap,
    citation: CitationId,
    source: SourceId | NewSource | None = None,
    **described: Any,  # noqa: ANN401  # any field
) -> Step:
    """Change fields of a citation, and, if *source* is given, the source that it points into."""
    entry = Entry()
    _refuse_unknown(Citation, described)
    now = citation_of(map_, citation)
    cited, made = _source_or_new(entry, map_, now.source if source is None else source)
    label = f"Edit a citation of {map_.claims[now.claim].label}"
    if cited.id != now.source:  # where the words stood in the other text says nothing here
        now = replace(now, source=cited.id, start=None, prefix="", suffix="")
    return entry.step(label, *made, changed(map_, replace(now, **_cleaned(entry, described))))


def uncite(map_: ArgumentMap, citation: CitationId) -> Step:
    """Remove one citation; claim and source stay."""
    now = citation_of(map_, citation)
    label = f"No longer cite {map_.sources[now.source].label} for {map_.claims[now.claim].label}"
    return Entry().step(label, removed(now))


def record_dependence(map_: ArgumentMap, first: Passage, second: Passage, note: str = "") -> Step:
    """Say that two passages are one voice, so that both together count as one witness."""
    entry = Entry()
    one, other = source_of(map_, first.source), source_of(map_, second.source)
    passages = Passage(one.id, entry.line(first.paragraph)), Passage(other.id, entry.line(second.paragraph))
    dependence = Dependence(passages=passages, note=entry.prose(note))
    if any({*known.passages} == {*passages} for known in map_.dependences_of(one.id)):
        message = f"These passages of {one.label} and {other.label} are recorded as one voice already."
        raise UnfitError(message)
    return entry.step(f"Record {one.label} and {other.label} as one voice", added(dependence))


def remove_dependence(map_: ArgumentMap, dependence: DependenceId) -> Step:
    """Take back that two passages are one voice."""
    now = map_.dependences.get(dependence)
    if now is None:
        raise GoneError(dependence, "dependence")
    one, other = (map_.sources[passage.source].label for passage in now.passages)
    return Entry().step(f"Take {one} and {other} as two voices", removed(now))


def source_of(map_: ArgumentMap, source: SourceId) -> Source:
    """Return the source named *source*, or refuse with `GoneError`."""
    found = map_.sources.get(source)
    if found is None:
        raise GoneError(source, "source")
    return found


def citation_of(map_: ArgumentMap, citation: CitationId) -> Citation:
    """Return the citation named *citation*, or refuse with `GoneError`."""
    found = map_.citations.get(citation)
    if found is None:
        raise GoneError(citation, "citation")
    return found


def _source_or_new(entry: Entry, map_: ArgumentMap, source: SourceId | NewSource) -> tuple[Source, tuple[Change, ...]]:
    """Return the source meant, and the changes that bring it into being if it is new."""
    if not isinstance(source, NewSource):
        return source_of(map_, source), ()
    made = Source(number=map_.next_number(Source), title=entry.line(source.title))
    return made, (added(made),)


def _cleaned(entry: Entry, described: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with their texts cleaned, as paragraphs or as single lines."""
    return {
        name: (entry.prose(value) if name in _PROSE else entry.line(value)) if isinstance(value, str) else value
        for name, value in described.items()
    }


def _refuse_unknown(kind: type[Source | Citation], described: dict[str, Any]) -> None:
    known = {field.name for field in fields(kind)} - {"id", "number", "claim", "source", "order", "extras"}
    for name in described:
        if name not in known:
            message = f"A {kind.__name__.lower()} has no “{name}”. It has {', '.join(sorted(known))}."
            raise UnfitError(message)
