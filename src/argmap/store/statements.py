"""The statements that write rows, as ``statements.sql`` keeps them.

SQLAlchemy words them from the SQLModel tables: ``python tools/word_statements.py``. They are kept as text, as the
schema is, because SQLModel takes longer to load than an edit to save; a test keeps text and tables the same.
"""

from __future__ import annotations

from importlib.resources import files


def inserting(table: str) -> str:
    """Return the statement that inserts whole rows; its values are the map's number and the columns."""
    return _STATEMENTS["INSERT", table]


def updating(table: str) -> str:
    """Return the statement that updates one row; its values are the columns but the id, then the id."""
    return _STATEMENTS["UPDATE", table]


def deleting(table: str) -> str:
    """Return the statement that deletes a row by its id or, in a table of members, all rows of one owner."""
    return _STATEMENTS["DELETE", table]


def _key(statement: str) -> tuple[str, str]:
    """Return the verb and the table a statement begins with: INSERT INTO claim, UPDATE claim, DELETE FROM claim."""
    verb, *words = statement.split()
    return verb, words[0] if verb == "UPDATE" else words[1]


def _kept() -> dict[tuple[str, str], str]:
    """Return every statement by its verb and its table."""
    text = files("argmap.store").joinpath("statements.sql").read_text(encoding="utf-8")
    return {_key(line): line for line in text.splitlines() if line and not line.startswith("--")}


_STATEMENTS = _kept()  # not at the first edit: by then another version may have been installed in this one's place
