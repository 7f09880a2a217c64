"""The fields of claims and steps in a row: columns that say them, and what only the table has a word for."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from argmap.errors import OutOfRangeError, UnfitError
from argmap.model.ratings import CREDENCES, RELEVANCES, UNSET, read_rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.tables.rows import Row

FOREIGN = "table"
"""The key of `extras` under which what only a table has a word for stands."""

COLUMNS = "columns"
"""The key under it for the cells of columns that argmap does not know."""

_TAG_ENDS = re.compile(r"\s*[,;\n]\s*")
_LABEL = re.compile(r"([CR]?)0*([1-9][0-9]{0,8})")
_OF_STEPS = ("inference", "relevance", "warrant", "scheme")
_RATINGS = {"credence": CREDENCES, "relevance": RELEVANCES}
_YES = {"yes", "y", "true", "x", "1", "implicit", "implied"}
_NO = {"", "no", "n", "false", "0"}


def tags_in(cell: str) -> list[str]:
    """Return the tags that a cell names."""
    return [tag.strip() for tag in _TAG_ENDS.split(cell) if tag.strip()]


def tags_shown(tags: Iterable[str]) -> str:
    """Return the cell that names *tags*."""
    return ", ".join(tags)


def number_in(cell: str, letter: str) -> int:
    """Return the number that a label such as ``C17``, or a bare number, says; 0 for anything else."""
    label = _LABEL.fullmatch(cell.strip())
    return int(label[2]) if label and label[1] in ("", letter) else 0


def rating_in(cell: str, words: dict[str, float]) -> float | None:
    """Return the rating from 0 to 1 that *cell* says, as a number, in per cent or in *words*; None if it says none."""
    try:
        return read_rating(cell.strip().replace(",", "."), words)  # as half of the world writes numbers
    except (UnfitError, OutOfRangeError):
        return None


def unread_in(row: Row) -> Iterator[str]:
    """Yield the columns of *row* whose cells say something that argmap cannot read."""
    for column, words in _RATINGS.items():
        cell = row.cell(column)
        if cell and cell.casefold() not in UNSET and rating_in(cell, words) is None:
            yield column
    if row.cell("implicit").casefold() not in _YES | _NO:
        yield "implicit"


def fields_of(row: Row, own: dict[str, Any], *, is_ours: bool) -> dict[str, Any]:
    """Return the fields of a claim but its words: what the columns show, and what argmap carried beside them."""
    fields = {key: value for key, value in own.items() if key not in {"id", "number", "citations", "tags"}}
    kept = dict(row.others)
    fields["note"] = row.cells.get("note", "") if is_ours else row.cell("note")
    fields["as_of"] = row.cells.get("date", "") if is_ours else row.cell("date")
    exact = own.get("tags")
    shown = row.cells.get("tags", "")
    fields["tags"] = exact if isinstance(exact, list) and _shows(exact, shown) else tags_in(shown)
    if row.cell("credence"):
        fields["credence"] = rating_in(row.cell("credence"), CREDENCES)
        if fields["credence"] is None:
            kept["credence"] = row.cell("credence")
    implied = row.cell("implicit").casefold()
    fields["implicit"] = implied in _YES
    if implied not in _YES | _NO:
        kept["implicit"] = row.cell("implicit")
    foreign: dict[str, Any] = {COLUMNS: kept} if kept else {}
    if row.cell("id") and not number_in(row.cell("id"), "C"):
        foreign["id"] = row.cell("id")
    return with_foreign(fields, foreign)


def fields_of_step(row: Row, own: dict[str, Any], *, is_ours: bool) -> dict[str, Any]:
    """Return the fields of an inference but its ends."""
    fields = {key: value for key, value in own.items() if key not in {"id", "number"}}
    for name in ("warrant", "scheme"):
        fields[name] = row.cells.get(name, "") if is_ours else row.cell(name)
    if row.cell("relevance"):
        fields["relevance"] = rating_in(row.cell("relevance"), RELEVANCES)
        if fields["relevance"] is None:
            return with_foreign(fields, {COLUMNS: {"relevance": row.cell("relevance")}})
    return fields


def fill(fields: dict[str, Any], more: dict[str, Any]) -> bool:
    """Fill what *fields* do not say with what *more* says; returns whether the two agree on the rest."""
    agree = True
    for name, value in more.items():
        there = fields.get(name)
        if _is_unsaid(there):
            fields[name] = value
        elif isinstance(there, dict) and isinstance(value, dict):
            agree = fill(there, value) and agree
        else:
            agree = agree and (_is_unsaid(value) or value == there)
    return agree


def left_over(row: Row) -> dict[str, Any]:
    """Return what *row* says of an inference that it does not begin."""
    return {name: row.cell(name) for name in _OF_STEPS if row.cell(name)}


def with_foreign(fields: dict[str, Any], foreign: dict[str, Any]) -> dict[str, Any]:
    """Return *fields* with *foreign* things among their extras, beside those that are there."""
    if not foreign:
        return fields
    extras = fields.get("extras")
    extras = dict(extras) if isinstance(extras, dict) else {}
    there = extras.get(FOREIGN)
    merged = {**(there if isinstance(there, dict) else {}), **foreign}
    before = there.get(COLUMNS) if isinstance(there, dict) else None
    if isinstance(before, dict) and COLUMNS in foreign:
        merged[COLUMNS] = {**before, **foreign[COLUMNS]}
    extras[FOREIGN] = merged
    return {**fields, "extras": extras}


def foreign_of(extras: str) -> dict[str, Any]:
    """Return what only a table has a word for, of the *extras* of a claim or an inference."""
    found = json.loads(extras).get(FOREIGN) if extras else None
    return found if isinstance(found, dict) else {}


def _is_unsaid(value: object) -> bool:
    """Whether a field says nothing; a rating of 0 says something."""
    return value is None or value is False or value in ("", [], {})


def _shows(tags: list[Any], cell: str) -> bool:
    return all(isinstance(tag, str) for tag in tags) and tags_shown(tags) == cell
