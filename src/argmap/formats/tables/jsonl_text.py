"""JSON Lines: an object a line, with the same names as the columns of a table; an array of such objects is one too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.carried import CARRIED
from argmap.formats.json_foreign import mended
from argmap.formats.json_text import parsed
from argmap.formats.report import Place
from argmap.formats.tables.columns import columns_of
from argmap.formats.tables.rows import Row
from argmap.formats.tables.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.report import Tally

_SAMPLE = 200_000
_SURE = {"claim", "text", "statement", "proposition", "sentence"}
_LISTS_IN_LINES = "\n"


def recognises(text: str) -> bool:
    """Whether the first object of *text* is flat, stands on one line or in an array, and says a claim."""
    start = text[:_SAMPLE].lstrip()
    if start[:1] == "[":
        start = start[1:].lstrip()
    elif start[:1] == "{":
        start = start.split("\n", 1)[0]
    try:
        first, _ = json.JSONDecoder().raw_decode(start)
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and _is_row(first)


def rows_of(text: str, name: str, tally: Tally) -> list[Row]:
    """Return the rows; a line that is no object is told, the others are read."""
    rows = [row for row in _rows(text, name, tally) if row.cells or row.others or row.own]
    if not rows:
        message = "There is no object in these lines. Nothing was imported."
        raise FormatError(message, name=name)
    return rows


def written(rows: Iterable[dict[str, Any]]) -> bytes:
    """Return a line for each of *rows*."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return "".join(lines).encode("utf-8", "backslashreplace")


def _rows(text: str, name: str, tally: Tally) -> Iterator[Row]:
    if text.lstrip()[:1] == "[":
        values, wrong = parsed(text, name)
        for number, value in enumerate(values, 1):
            place = Place(label=f"entry {number}")
            yield from _checked(value, wrong, Row(number, place), tally)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Place(number)
            try:
                value, wrong = parsed(line, name)
            except FormatError:
                value, wrong = None, []
            yield from _checked(value, wrong, Row(number, place), tally)


def _checked(value: object, wrong: list[object], row: Row, tally: Tally) -> Iterator[Row]:
    if isinstance(value, dict):
        yield _row(mended(value, tally, row.place) if wrong else value, row)
    else:
        tell(tally, "no-object", row.place)


def _row(plain: dict[str, Any], row: Row) -> Row:
    """Fill *row* with what *plain* says; what is more than a text or a list of texts is kept as it is."""
    for key, column in zip(plain, columns_of(list(plain)), strict=True):
        value = plain[key]
        cell = _cell(value)
        row.headers[column] = key
        if column == CARRIED and isinstance(value, dict):
            row.own = value
        elif column and column != CARRIED and cell is not None:
            row.cells[column] = cell
        elif value is not None:
            row.others[key] = value
    return row


def _cell(value: object) -> str | None:
    """Return *value* as a cell of a table has it, None if no cell holds it."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return _LISTS_IN_LINES.join(map(str, value))
    return None


def _is_row(plain: dict[str, Any]) -> bool:
    if any(_cell(value) is None for key, value in plain.items() if key != CARRIED):
        return False
    own = plain.get(CARRIED)
    meant = dict(zip(columns_of(list(plain)), plain, strict=True))
    if isinstance(own, dict) and isinstance(own.get("map"), dict) and all(meant):
        return True  # the row of an empty table, with columns alone: graphs, too, carry this beside their nodes
    claim = meant.get("claim")
    if claim is None or not isinstance(plain[claim], str):
        return False
    known = sum(map(bool, meant))
    return known > 1 or claim.casefold() in _SURE
