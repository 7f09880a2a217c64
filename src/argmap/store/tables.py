"""The tables of an .argmap file as SQLModel classes: the schema, not the domain.

The text a file really holds is ``schema/v1.sql`` and the steps after it, and what writes rows is ``statements.sql``;
tests keep all three the same, and no command has to load SQLModel. Keys are ``(id, map_no)``, id first: in a file
*map_no* is 1, in a shared database the same tables hold many maps, and an index that began with *map_no* would mislead
SQLite's planner. Texts are never NULL, so that a row reads the same for every program; numbers may be. Times are
milliseconds since 1970, UTC.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Text,
)
from sqlalchemy.types import REAL
from sqlmodel import Field, SQLModel

STRICT = {"sqlite_strict": True}


def _text() -> Any:  # noqa: ANN401  # SQLModel's fields are typed by their use
    return Field(sa_type=Text, nullable=False)


def _key() -> Any:  # noqa: ANN401  # SQLModel's fields are typed by their use
    return Field(sa_type=Text, primary_key=True)


def _integer() -> Any:  # noqa: ANN401  # SQLModel's fields are typed by their use
    return Field(sa_type=Integer, nullable=False)


def _link(column: str, table: str) -> ForeignKeyConstraint:
    """Tie *column* to an id of *table*; checked at commit, since a step may write its rows in any order."""
    return ForeignKeyConstraint(
        [column, "map_no"], [f"{table}.id", f"{table}.map_no"], deferrable=True, initially="DEFERRED"
    )


def _one_of(column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})")


def _primary(*columns: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint(*columns, "map_no")


def _index(table: str, column: str) -> Index:
    return Index(f"{table}_{column}", column, "map_no")


class Row(SQLModel):
    """What every table has: the number of its map."""

    metadata = MetaData()
    map_no: int = Field(sa_type=Integer, primary_key=True)


class MapRow(Row, table=True):
    """What the map says of itself; one row."""

    __tablename__ = "map"
    id: str = _key()
    title: str = _text()
    question: str = _text()
    description: str = _text()
    language: str = _text()
    numbering: str = _text()
    semantics: str = _text()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        STRICT,
    )


class ClaimRow(Row, table=True):
    """Claims; *position* is empty for claims that are no position."""

    __tablename__ = "claim"
    id: str = _key()
    number: int = _integer()
    text: str = _text()
    note: str = _text()
    credence: float | None = Field(sa_type=REAL, nullable=True)
    implicit: int = _integer()
    position: str = _text()
    as_of: str = _text()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        CheckConstraint("credence BETWEEN 0 AND 1"),
        CheckConstraint("implicit IN (0, 1)"),
        STRICT,
    )


class ClaimTagRow(Row, table=True):
    """The tags of claims, in their order."""

    __tablename__ = "claim_tag"
    claim_id: str = _key()
    tag: str = _key()
    place: int = _integer()
    __table_args__ = (_primary("claim_id", "tag"), _link("claim_id", "claim"), STRICT)


class InferenceRow(Row, table=True):
    """Inferences; exactly one of the two targets is set."""

    __tablename__ = "inference"
    id: str = _key()
    number: int = _integer()
    polarity: str = _text()
    target_claim: str | None = Field(sa_type=Text, nullable=True)
    target_inference: str | None = Field(sa_type=Text, nullable=True)
    warrant: str = _text()
    scheme: str = _text()
    relevance: float | None = Field(sa_type=REAL, nullable=True)
    order_key: str = _text()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        _one_of("polarity", "supports", "opposes"),
        CheckConstraint("(target_claim IS NULL) <> (target_inference IS NULL)"),
        CheckConstraint("relevance BETWEEN 0 AND 1"),
        _link("target_claim", "claim"),
        _link("target_inference", "inference"),
        _index("inference", "target_claim"),
        _index("inference", "target_inference"),
        STRICT,
    )


class PremiseRow(Row, table=True):
    """The premises of inferences, in their order."""

    __tablename__ = "premise"
    inference_id: str = _key()
    claim_id: str = _key()
    place: int = _integer()
    __table_args__ = (
        _primary("inference_id", "claim_id"),
        _link("inference_id", "inference"),
        _link("claim_id", "claim"),
        _index("premise", "claim_id"),
        STRICT,
    )


class ConflictRow(Row, table=True):
    """Pairs of claims that cannot both be true; the smaller id first."""

    __tablename__ = "conflict_pair"
    id: str = _key()
    claim_a: str = _text()
    claim_b: str = _text()
    kind: str = _text()
    note: str = _text()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        _one_of("kind", "contrary", "contradictory"),
        CheckConstraint("claim_a < claim_b"),
        _link("claim_a", "claim"),
        _link("claim_b", "claim"),
        _index("conflict_pair", "claim_a"),
        _index("conflict_pair", "claim_b"),
        STRICT,
    )


class SourceRow(Row, table=True):
    """Sources, with the fields of CSL-JSON."""

    __tablename__ = "source"
    id: str = _key()
    number: int = _integer()
    title: str = _text()
    author: str = _text()
    container_title: str = _text()
    issued: str = _text()
    publisher: str = _text()
    url: str = _text()
    genre: str = _text()
    language: str = _text()
    note: str = _text()
    text: str = _text()
    extras: str = _text()
    accessed: str = Field(sa_type=Text, nullable=False, sa_column_kwargs={"server_default": ""})
    __table_args__ = (
        _primary("id"),
        STRICT,
    )


class CitationRow(Row, table=True):
    """The ties of claims to passages; *start* counts code points of the source's text."""

    __tablename__ = "citation"
    id: str = _key()
    claim_id: str = _text()
    source_id: str = _text()
    paragraph: str = _text()
    page: str = _text()
    quote: str = _text()
    prefix: str = _text()
    suffix: str = _text()
    start: int | None = Field(sa_type=Integer, nullable=True)
    asserted_by: str = _text()
    via: str = _text()
    as_of: str = _text()
    inferred: int = _integer()
    uncertain: int = _integer()
    note: str = _text()
    order_key: str = _text()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        CheckConstraint("start >= 0"),
        CheckConstraint("inferred IN (0, 1) AND uncertain IN (0, 1)"),
        _link("claim_id", "claim"),
        _link("source_id", "source"),
        _index("citation", "claim_id"),
        _index("citation", "source_id"),
        STRICT,
    )


class DependenceRow(Row, table=True):
    """Pairs of passages that are one voice."""

    __tablename__ = "dependence"
    id: str = _key()
    source_a: str = _text()
    paragraph_a: str = _text()
    source_b: str = _text()
    paragraph_b: str = _text()
    note: str = _text()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        _link("source_a", "source"),
        _link("source_b", "source"),
        _index("dependence", "source_a"),
        _index("dependence", "source_b"),
        STRICT,
    )


class CommentRow(Row, table=True):
    """Comments; with neither claim nor inference they are on the map."""

    __tablename__ = "comment"
    id: str = _key()
    number: int = _integer()
    claim_id: str | None = Field(sa_type=Text, nullable=True)
    inference_id: str | None = Field(sa_type=Text, nullable=True)
    text: str = _text()
    author: str = _text()
    at: int = _integer()
    resolved: int = _integer()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        CheckConstraint("claim_id IS NULL OR inference_id IS NULL"),
        CheckConstraint("resolved IN (0, 1)"),
        _link("claim_id", "claim"),
        _link("inference_id", "inference"),
        _index("comment", "claim_id"),
        _index("comment", "inference_id"),
        STRICT,
    )


class AliasRow(Row, table=True):
    """Claims that were merged into a survivor, kept whole."""

    __tablename__ = "alias"
    id: str = _key()
    survivor: str = _text()
    number: int = _integer()
    text: str = _text()
    moved: str = _text()
    extras: str = _text()
    __table_args__ = (_primary("id"), _link("survivor", "claim"), _index("alias", "survivor"), STRICT)


class DistinctRow(Row, table=True):
    """Pairs of wordings that were judged not the same."""

    __tablename__ = "distinct_pair"
    id: str = _key()
    wording_a: str = _text()
    wording_b: str = _text()
    verdict: str = _text()
    extras: str = _text()
    __table_args__ = (_primary("id"), _one_of("verdict", "different", "opposes", "narrower"), STRICT)


class TermRow(Row, table=True):
    """Terms: sets of words that mean the same in this map."""

    __tablename__ = "term"
    id: str = _key()
    extras: str = _text()
    __table_args__ = (
        _primary("id"),
        STRICT,
    )


class TermWordRow(Row, table=True):
    """The words of terms, the preferred one at place 0."""

    __tablename__ = "term_word"
    term_id: str = _key()
    word: str = _key()
    place: int = _integer()
    __table_args__ = (_primary("term_id", "word"), _link("term_id", "term"), STRICT)


class StepRow(Row, table=True):
    """The history: one row a step; *payload* is its changes as zlib-compressed JSON.

    *id* is the BLAKE2b-128 hash of the rest with the payload uncompressed and the ids of its *parent* and *parent2*.
    *refers* names the step an undo takes back or a redo takes again.
    """

    __tablename__ = "step"
    id: str = _key()
    seq: int = _integer()
    parent: str = _text()
    parent2: str = _text()
    kind: str = _text()
    label: str = _text()
    author: str = _text()
    at: int = _integer()
    session: str = _text()
    refers: str = _text()
    payload: bytes = Field(sa_type=LargeBinary, nullable=False)
    __table_args__ = (_primary("id"), _index("step", "seq"), STRICT)


class FileRow(Row, table=True):
    """The file itself; one row: which copy it is, its newest step, the sum over its rows, the highest numbers."""

    __tablename__ = "file"
    copy_id: str = _text()
    head: str = _text()
    seq: int = _integer()
    state_sum: str = _text()
    last_claim: int = _integer()
    last_inference: int = _integer()
    last_source: int = _integer()
    last_comment: int = _integer()
    __table_args__ = (STRICT,)


TABLES = {table.name: table for table in Row.metadata.sorted_tables}
"""Every table by name."""
