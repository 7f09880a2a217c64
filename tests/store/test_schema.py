"""The schema: frozen text, SQLModel tables, the columns the translation knows and what a file holds are all one."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from hashlib import sha256
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from argmap.document import Document
from argmap.editing import new_map
from argmap.store.migrations import FORMAT, make_tables
from argmap.store.rows import COLUMNS, MEMBERS, OWNERS
from argmap.store.statements import deleting, inserting, updating
from argmap.store.tables import TABLES, Row
from tests.store.raw import fetch

if TYPE_CHECKING:
    from sqlalchemy import Table

ROOT = Path(__file__).parents[2]


def _made_by_steps() -> sqlite3.Connection:
    """An empty database with the tables that format 1 and the steps after it make."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(connection)
    return connection


def _made_by_classes() -> sqlite3.Connection:
    """An empty database with the tables that the SQLModel classes say."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for table in Row.metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        for index in table.indexes:
            connection.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))
    return connection


def _said_of(connection: sqlite3.Connection) -> dict[str, object]:
    """Everything SQLite knows of the tables: columns, keys, checks, ties and indexes."""
    said: dict[str, object] = {}
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall():
        columns = connection.execute(f"SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo('{name}')").fetchall()
        ties = connection.execute(f"SELECT * FROM pragma_foreign_key_list('{name}')").fetchall()
        indexes = connection.execute(
            'SELECT l.name, l."unique", i.seqno, i.name '
            f"FROM pragma_index_list('{name}') l, pragma_index_info(l.name) i"
        ).fetchall()
        checks = sorted(re.findall(r"CHECK \(.*\)", sql))
        said[name] = (columns, sorted(map(str, ties)), sorted(map(str, indexes)), checks, "STRICT" in sql)
    return said


def test_the_statements_are_what_the_tables_say(capsys: pytest.CaptureFixture[str]) -> None:
    """If not: ``python tools/word_statements.py``."""
    spec = spec_from_file_location("word_statements", ROOT / "tools" / "word_statements.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.main(["--check"]) == 0, capsys.readouterr().out


def test_every_table_has_its_statements() -> None:
    """A row of every table can be written, and every statement is one that SQLite takes."""
    with closing(_made_by_steps()) as connection:
        for table in {*COLUMNS, "step"}:
            connection.execute(f"EXPLAIN {inserting(table)}", [None] * inserting(table).count("?"))
        for table in COLUMNS:
            connection.execute(f"EXPLAIN {deleting(table)}", [None])
        for table in set(COLUMNS) - set(OWNERS):
            connection.execute(f"EXPLAIN {updating(table)}", [None] * len(COLUMNS[table]))


def test_the_frozen_text_and_its_steps_make_what_the_sqlmodel_tables_say() -> None:
    with closing(_made_by_classes()) as classes, closing(_made_by_steps()) as steps:
        assert _said_of(classes) == _said_of(steps)


FROZEN = {
    "v1.sql": "b719cea3199e8824da63f52ea3b970898f5b261bcb2f5edea7e72ea89d9e7c4c",
    "v2.sql": "5e2f40396b7a25eb38b0e1d663cf40293cafd70ddcfa2c15c3342081bea27494",
}


def test_what_was_released_is_never_changed() -> None:
    """Files out there were made by these texts; a new format gets a new step."""
    folder = files("argmap.store") / "schema"
    assert {text.name: sha256(text.read_bytes()).hexdigest() for text in folder.iterdir()} == FROZEN


@pytest.fixture
def fresh(folder: Path) -> Path:
    """A new file."""
    return Document.create(folder / "fresh.argmap", new_map(question="Why?"), author="A").path


def test_a_new_file_holds_the_frozen_schema_and_nothing_else(fresh: Path) -> None:
    query = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    with closing(_made_by_steps()) as made:
        assert made.execute(query).fetchall() == fetch(fresh, query)


def test_a_new_file_holds_plain_strict_tables_and_indexes_alone(fresh: Path) -> None:
    assert set(fetch(fresh, "SELECT DISTINCT type FROM sqlite_schema")) == {("index",), ("table",)}
    kinds = fetch(fresh, "SELECT DISTINCT type, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'")
    assert kinds == [("table", 1)]


def test_a_new_file_says_in_its_header_what_it_is(fresh: Path) -> None:
    header = fresh.read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert header[18:20] == b"\1\1", "written with a rollback journal, not a write-ahead log"
    assert (1).to_bytes(4) == header[56:60], "UTF-8"
    assert FORMAT.to_bytes(4) == header[60:64], "the format"
    assert header[68:72] == b"ARMP", "the application id"


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_the_translation_knows_every_column_of_a_table(name: str) -> None:
    table: Table = TABLES[name]
    assert ["map_no", *COLUMNS[name]] == [column.name for column in table.columns]


def test_every_table_holds_the_state_the_history_or_the_file_itself() -> None:
    assert {*COLUMNS, "step", "file"} == set(TABLES)


def test_members_are_tied_to_their_owner_by_the_first_column() -> None:
    assert {table: COLUMNS[table][0] for table in MEMBERS.values()} == OWNERS


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_index_begins_with_the_number_of_the_map(name: str) -> None:
    """An index that began with *map_no* would mislead SQLite's planner."""
    table: Table = TABLES[name]
    first = [next(iter(index.columns)).name for index in table.indexes]
    key = [column.name for column in table.primary_key.columns]
    assert "map_no" not in first
    assert key == ["map_no"] if name == "file" else key[-1] == "map_no"
