"""What is written to a file is read back: every kind of entity, every field, any text."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from argmap.document import Document
from argmap.model import (
    ENTITIES,
    About,
    Alias,
    AliasId,
    ArgumentMap,
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
    Entity,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Polarity,
    Source,
    SourceId,
    Step,
    Term,
    TermId,
    Verdict,
    added,
    changed,
)
from argmap.store import Kind, MapFile, Record
from argmap.store.rows import rows_of
from tests.store.raw import quick_folder, right_sum, stored_sum
from tests.store.storing import storable_maps
from tests.strategies import HOSTILE, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_EXTRAS = '{"foreign":[1,"é"]}'

FULL: tuple[Entity, ...] = (
    About(
        id=MapId("m"),
        title="Title",
        question="Why?",
        description="Long\nwords",
        language="en",
        numbering="decimal",
        semantics="dfq",
        extras=_EXTRAS,
    ),
    Claim(
        id=ClaimId("c1"),
        number=1,
        text="One",
        note="A note",
        credence=0.95,
        implicit=True,
        position="a0",
        as_of="2024-07",
        tags=("b", "a"),
        extras=_EXTRAS,
    ),
    Claim(id=ClaimId("c2"), number=2, text="Two"),
    Inference(
        id=InferenceId("r1"),
        number=1,
        polarity=Polarity.SUPPORTS,
        target=ClaimId("c1"),
        premises=(ClaimId("c3"), ClaimId("c2")),
        warrant="Since",
        scheme="expert opinion",
        relevance=0.2,
        order="a1",
        extras=_EXTRAS,
    ),
    Claim(id=ClaimId("c3"), number=3, text="Three"),
    Inference(
        id=InferenceId("r2"),
        number=2,
        polarity=Polarity.OPPOSES,
        target=InferenceId("r1"),
        premises=(ClaimId("c2"),),
    ),
    Conflict(
        id=ConflictId("x1"),
        claims=(ClaimId("c1"), ClaimId("c2")),
        kind=ConflictKind.CONTRADICTORY,
        note="How",
        extras=_EXTRAS,
    ),
    Source(
        id=SourceId("s1"),
        number=1,
        title="T",
        author="Doe, Jane",
        container_title="News",
        issued="2024-07-20",
        publisher="P",
        url="https://example.org",
        genre="news",
        language="ar",
        note="N",
        text="The text",
        extras=_EXTRAS,
    ),
    Source(id=SourceId("s2"), number=2, title="U"),
    Citation(
        id=CitationId("q1"),
        claim=ClaimId("c1"),
        source=SourceId("s1"),
        paragraph="26-27",
        page="12",
        quote="exact",
        prefix="before",
        suffix="after",
        start=7,
        asserted_by="CENTCOM",
        via="Reuters",
        as_of="2024",
        inferred=True,
        uncertain=True,
        note="N",
        order="a5",
        extras=_EXTRAS,
    ),
    Dependence(
        id=DependenceId("v1"),
        passages=(Passage(SourceId("s1"), "1"), Passage(SourceId("s1"), "2")),
        note="Same words",
        extras=_EXTRAS,
    ),
    Comment(
        id=CommentId("n1"),
        number=1,
        about=InferenceId("r1"),
        text="Hm",
        author="Jane",
        at=1_700_000_000_000,
        resolved=True,
        extras=_EXTRAS,
    ),
    Comment(id=CommentId("n2"), number=2, about=ClaimId("c1"), text="Really?"),
    Comment(id=CommentId("n3"), number=3, about=MapId("m"), text="Good"),
    Alias(id=AliasId("gone"), survivor=ClaimId("c1"), number=9, text="Uno", moved='{"links":["r1"]}', extras=_EXTRAS),
    Distinct(id=DistinctId("d1"), wordings=("one", "other"), verdict=Verdict.NARROWER, extras=_EXTRAS),
    Term(id=TermId("t1"), words=("ISIS", "Daesh", "Islamic State"), extras=_EXTRAS),
)


def _written(path: Path, entities: Iterable[Entity]) -> ArgumentMap:
    MapFile.create(path, Record(label="All", kind=Kind.NEW), [added(entity) for entity in entities])
    return MapFile(path).read().map


def test_every_kind_of_entity_is_read_back_equal(folder: Path) -> None:
    assert set(ENTITIES) == {type(entity) for entity in FULL}
    assert ArgumentMap(FULL) == _written(folder / "full.argmap", FULL)


@settings(max_examples=40)
@given(storable_maps())
def test_any_map_is_read_back_equal(map_: ArgumentMap) -> None:
    with quick_folder() as folder:
        path = folder / "any.argmap"
        again = _written(path, map_.entities())
        assert map_ == again
        assert map_.highest_numbers() == again.highest_numbers()
        assert right_sum(path) == stored_sum(path)


@pytest.mark.parametrize(
    "entity",
    [Claim(number=1, text="Twice", tags=("a", "a")), Term(words=("ISIS", "Daesh", "ISIS"))],
    ids=["tags", "words"],
)
def test_what_stands_twice_is_read_back_equal(folder: Path, entity: Entity) -> None:
    again = _written(folder / "twice.argmap", [About(id=MapId("m")), entity])
    assert ArgumentMap([About(id=MapId("m")), entity]) == again


@pytest.mark.parametrize("text", [*SAMPLES, *HOSTILE, "\U0010ffff", "\ufffe\uffff", "a" * 10_000])
def test_a_text_is_read_back_to_the_letter(folder: Path, text: str) -> None:
    claim = Claim(number=1, text=f"W{text}"[:10_000], note=f"{text}\n{text}", tags=(f"#{text[:99]}",))
    again = _written(folder / "text.argmap", [About(), claim])
    assert [claim] == list(again.claims.values())


_OTHERS: dict[str, Any] = {
    "about": ClaimId("c2"),
    "claim": ClaimId("c2"),
    "claims": (ClaimId("c2"), ClaimId("c3")),
    "credence": 0.4,
    "extras": '{"other":2}',
    "kind": ConflictKind.CONTRARY,
    "moved": '{"other":1}',
    "polarity": Polarity.OPPOSES,
    "position": "a7",
    "relevance": 0.4,
    "source": SourceId("s2"),
    "survivor": ClaimId("c2"),
    "target": InferenceId("r2"),
    "verdict": Verdict.DIFFERENT,
}
"""Another value for fields that cannot have just any."""


def _another(entity: Entity, name: str) -> Any:
    """Another value for a field."""
    value = getattr(entity, name)
    if name in _OTHERS:
        return _OTHERS[name]
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return value[::-1]
    return type(value)(f"{value}x") if isinstance(value, str) else value + 1000


_EVERY_FIELD = [
    pytest.param(
        next(entity for entity in FULL if type(entity) is kind), field.name, id=f"{kind.__name__}.{field.name}"
    )
    for kind in ENTITIES
    for field in fields(kind)
]


@pytest.mark.parametrize(("entity", "name"), _EVERY_FIELD)
def test_every_field_reaches_a_column(entity: Any, name: str) -> None:
    """The rows of two entities differ wherever one field differs."""
    other = replace(entity, **{name: _another(entity, name)})
    assert getattr(entity, name) != getattr(other, name)
    assert rows_of(entity) != rows_of(other)


@pytest.mark.parametrize(("entity", "name"), [case for case in _EVERY_FIELD if not str(case.id).endswith(".id")])
def test_every_field_is_updated_in_the_file(folder: Path, entity: Any, name: str) -> None:
    """A step that changes one field changes it in the file; ids never change."""
    document = Document.create(folder / "field.argmap", FULL, author="A")
    other = replace(entity, **{name: _another(entity, name)})
    document.do(Step("Change a field", (changed(document.map, other),)))
    assert other == Document.open(document.path).map.current(other)
    assert right_sum(document.path) == stored_sum(document.path)
