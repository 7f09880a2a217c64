"""Translate between entities and the rows of a file: the only place that knows both, and needs no SQLModel for it.

A row is a tuple in the order of `COLUMNS`, without the map's number. An entity has one row in its own table and, for
tags, premises and words, one a member in a table of members.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from argmap.model import (
    About,
    Alias,
    AliasId,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Comment,
    CommentId,
    Conflict,
    ConflictId,
    ConflictKind,
    Dependence,
    DependenceId,
    Distinct,
    DistinctId,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Polarity,
    Source,
    SourceId,
    Term,
    TermId,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from argmap.model import Entity

Row = tuple[Any, ...]
"""The values of one row: the STRICT tables and the checks of a file settle their types."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "map": ("id", "title", "question", "description", "language", "numbering", "semantics", "extras"),
    "claim": ("id", "number", "text", "note", "credence", "implicit", "position", "as_of", "extras"),
    "claim_tag": ("claim_id", "tag", "place"),
    "inference": (
        *("id", "number", "polarity", "target_claim", "target_inference"),
        *("warrant", "scheme", "relevance", "order_key", "extras"),
    ),
    "premise": ("inference_id", "claim_id", "place"),
    "conflict_pair": ("id", "claim_a", "claim_b", "kind", "note", "extras"),
    "source": (
        *("id", "number", "title", "author", "container_title", "issued", "publisher"),
        *("url", "genre", "language", "note", "text", "extras", "accessed"),
    ),
    "citation": (
        *("id", "claim_id", "source_id", "paragraph", "page", "quote", "prefix", "suffix", "start"),
        *("asserted_by", "via", "as_of", "inferred", "uncertain", "note", "order_key", "extras"),
    ),
    "dependence": ("id", "source_a", "paragraph_a", "source_b", "paragraph_b", "note", "extras"),
    "comment": ("id", "number", "claim_id", "inference_id", "text", "author", "at", "resolved", "extras"),
    "alias": ("id", "survivor", "number", "text", "moved", "extras"),
    "distinct_pair": ("id", "wording_a", "wording_b", "verdict", "extras"),
    "term": ("id", "extras"),
    "term_word": ("term_id", "word", "place"),
}
"""The tables that hold a map's state, and their columns but *map_no*."""

OWNERS = {"claim_tag": "claim_id", "premise": "inference_id", "term_word": "term_id"}
"""The tables of members, and the column that names whose they are."""

MEMBERS: dict[type[Entity], str] = {Claim: "claim_tag", Inference: "premise", Term: "term_word"}
"""The table of members an entity of this kind has."""


# SQLite checks no CHECK of a file that is opened to be read only; what the model would not notice is looked up here.
_FLAGS = {0: False, 1: True}
_POLARITIES = {polarity.value: polarity for polarity in Polarity}


def rows_of(entity: Entity) -> list[tuple[str, Row]]:
    """Return the rows that hold *entity*, each with its table; the entity's own row is the first."""
    return _WRITE[type(entity)](entity)


def entities_in(rows: Mapping[str, list[Row]], map_id: MapId) -> Iterator[Entity]:
    """Yield the entities that *rows* hold, table by table; raises what the entities refuse."""
    ids = _ClaimIds((row[0], ClaimId(row[0])) for row in rows["claim"])
    tags = _members(rows["claim_tag"], str)
    premises = _members(rows["premise"], ids.__getitem__)
    words = _members(rows["term_word"], str)
    for row in rows["map"]:
        yield About(
            **dict(zip(COLUMNS["map"][1:], row[1:], strict=True)),
            id=MapId(row[0]),
        )
    yield from _claims(rows["claim"], ids, tags)
    yield from _inferences(rows["inference"], ids, premises)
    yield from map(_conflict, rows["conflict_pair"])
    yield from map(_source, rows["source"])
    yield from map(_citation, rows["citation"])
    yield from map(_dependence, rows["dependence"])
    for row in rows["comment"]:
        yield _comment(row, map_id)
    yield from map(_alias, rows["alias"])
    yield from map(_distinct, rows["distinct_pair"])
    for id_, extras in rows["term"]:
        yield Term(id=TermId(id_), words=words.get(id_, ()), extras=extras)


class _ClaimIds(dict[str, ClaimId]):
    """The ids of claims by their text: one object for each, so that nothing is made, hashed or compared twice."""

    def __missing__(self, text: str) -> ClaimId:
        """Return an id for a claim that has no row: salvage reads entities one by one."""
        return ClaimId(text)


def _members(rows: Iterable[Row], make: Callable[[str], str]) -> dict[str, tuple[Any, ...]]:
    """Gather members by their owner, in the order of their places; most owners have one."""
    found: dict[str, tuple[Any, ...]] = {}
    others: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for owner, member, place in rows:
        if place == 0 and owner not in found:
            found[owner] = (make(member),)
        else:
            others[owner].append((place, make(member)))
    for owner, members in others.items():
        found[owner] = (*found.get(owner, ()), *(member for _, member in sorted(members)))
    return found


def _claims(rows: Iterable[Row], ids: _ClaimIds, tags: Mapping[str, tuple[Any, ...]]) -> Iterator[Claim]:
    flags = _FLAGS
    for id_, number, text, note, credence, implicit, position, as_of, extras in rows:
        yield Claim(
            id=ids[id_],
            number=number,
            text=text,
            note=note,
            credence=credence,
            implicit=flags[implicit],
            position=position or None,
            as_of=as_of,
            tags=tags.get(id_, ()),
            extras=extras,
        )


def _inferences(rows: Iterable[Row], ids: _ClaimIds, premises: Mapping[str, tuple[Any, ...]]) -> Iterator[Inference]:
    polarities = _POLARITIES
    for id_, number, polarity, target_claim, target_inference, warrant, scheme, relevance, order, extras in rows:
        if (target_claim is None) is (target_inference is None):
            raise ValueError(id_)
        yield Inference(
            id=InferenceId(id_),
            number=number,
            polarity=polarities[polarity],
            target=InferenceId(target_inference) if target_claim is None else ids[target_claim],
            premises=premises.get(id_, ()),
            warrant=warrant,
            scheme=scheme,
            relevance=relevance,
            order=order,
            extras=extras,
        )


def _conflict(row: Row) -> Conflict:
    id_, first, second, kind, note, extras = row
    pair = (ClaimId(first), ClaimId(second))
    return Conflict(id=ConflictId(id_), claims=pair, kind=ConflictKind(kind), note=note, extras=extras)


def _source(row: Row) -> Source:
    values = dict(zip(COLUMNS["source"], row, strict=True))
    return Source(**values | {"id": SourceId(row[0])})


def _citation(row: Row) -> Citation:
    values = dict(zip(COLUMNS["citation"], row, strict=True))
    claim, source, order = (values.pop(name) for name in ("claim_id", "source_id", "order_key"))
    values |= {
        "id": CitationId(row[0]),
        "inferred": _FLAGS[values["inferred"]],
        "uncertain": _FLAGS[values["uncertain"]],
    }
    return Citation(claim=ClaimId(claim), source=SourceId(source), order=order, **values)


def _dependence(row: Row) -> Dependence:
    id_, source_a, paragraph_a, source_b, paragraph_b, note, extras = row
    passages = (Passage(SourceId(source_a), paragraph_a), Passage(SourceId(source_b), paragraph_b))
    return Dependence(id=DependenceId(id_), passages=passages, note=note, extras=extras)


def _comment(row: Row, map_id: MapId) -> Comment:
    id_, number, claim, inference, text, author, at, resolved, extras = row
    if claim is not None and inference is not None:
        raise ValueError(id_)
    about = ClaimId(claim) if claim is not None else InferenceId(inference) if inference is not None else map_id
    return Comment(
        id=CommentId(id_),
        number=number,
        about=about,
        text=text,
        author=author,
        at=at,
        resolved=_FLAGS[resolved],
        extras=extras,
    )


def _alias(row: Row) -> Alias:
    id_, survivor, number, text, moved, extras = row
    return Alias(id=AliasId(id_), survivor=ClaimId(survivor), number=number, text=text, moved=moved, extras=extras)


def _distinct(row: Row) -> Distinct:
    id_, first, second, verdict, extras = row
    return Distinct(id=DistinctId(id_), wordings=(first, second), verdict=Verdict(verdict), extras=extras)


def _own_row(table: str, entity: Entity, **renamed: Any) -> list[tuple[str, Row]]:  # noqa: ANN401  # a cell
    """Return the row of an entity whose fields are called as its columns are, but for those *renamed*."""
    return [(table, tuple(renamed[name] if name in renamed else getattr(entity, name) for name in COLUMNS[table]))]


def _member_rows(table: str, owner: str, members: Iterable[str]) -> list[tuple[str, Row]]:
    return [(table, (owner, str(member), place)) for place, member in enumerate(members)]


def _write_claim(claim: Claim) -> list[tuple[str, Row]]:
    row = (
        *(str(claim.id), claim.number, claim.text, claim.note, _real(claim.credence), int(claim.implicit)),
        *(claim.position or "", claim.as_of, claim.extras),
    )
    return [("claim", row), *_member_rows("claim_tag", str(claim.id), claim.tags)]


def _write_inference(inference: Inference) -> list[tuple[str, Row]]:
    undercuts = inference.bears_on_inference
    row = (
        *(str(inference.id), inference.number, inference.polarity.value),
        *((None, str(inference.target)) if undercuts else (str(inference.target), None)),
        *(inference.warrant, inference.scheme, _real(inference.relevance), inference.order, inference.extras),
    )
    return [("inference", row), *_member_rows("premise", str(inference.id), inference.premises)]


def _write_conflict(conflict: Conflict) -> list[tuple[str, Row]]:
    first, second = conflict.claims
    return _own_row(
        "conflict_pair",
        conflict,
        id=str(conflict.id),
        claim_a=str(first),
        claim_b=str(second),
        kind=conflict.kind.value,
    )


def _write_citation(citation: Citation) -> list[tuple[str, Row]]:
    return _own_row(
        "citation",
        citation,
        id=str(citation.id),
        claim_id=str(citation.claim),
        source_id=str(citation.source),
        inferred=int(citation.inferred),
        uncertain=int(citation.uncertain),
        order_key=citation.order,
    )


def _write_dependence(dependence: Dependence) -> list[tuple[str, Row]]:
    first, second = dependence.passages
    row = (str(dependence.id), str(first.source), first.paragraph, str(second.source), second.paragraph)
    return [("dependence", (*row, dependence.note, dependence.extras))]


def _write_comment(comment: Comment) -> list[tuple[str, Row]]:
    about = comment.about
    return _own_row(
        "comment",
        comment,
        id=str(comment.id),
        claim_id=str(about) if isinstance(about, ClaimId) else None,
        inference_id=str(about) if isinstance(about, InferenceId) else None,
        resolved=int(comment.resolved),
    )


def _write_distinct(distinct: Distinct) -> list[tuple[str, Row]]:
    row = (str(distinct.id), *distinct.wordings, distinct.verdict.value, distinct.extras)
    return [("distinct_pair", row)]


def _write_term(term: Term) -> list[tuple[str, Row]]:
    return [("term", (str(term.id), term.extras)), *_member_rows("term_word", str(term.id), term.words)]


def _real(value: float | None) -> float | None:
    """Return a rating as the REAL a file gives back, so that its row reads the same before and after writing."""
    return None if value is None else float(value)


_WRITE: dict[type[Entity], Callable[[Any], list[tuple[str, Row]]]] = {
    About: lambda about: _own_row("map", about, id=str(about.id)),
    Claim: _write_claim,
    Inference: _write_inference,
    Conflict: _write_conflict,
    Source: lambda source: _own_row("source", source, id=str(source.id)),
    Citation: _write_citation,
    Dependence: _write_dependence,
    Comment: _write_comment,
    Alias: lambda alias: _own_row("alias", alias, id=str(alias.id), survivor=str(alias.survivor)),
    Distinct: _write_distinct,
    Term: _write_term,
}
