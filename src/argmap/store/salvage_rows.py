"""Making entities of damaged rows: what a rule can put right is put right and named, the rest is no entity any more."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError
from argmap.model import MapId
from argmap.model.limits import (
    CELL_LENGTH,
    CLAIM_LENGTH,
    HIGHEST_NUMBER,
    NOTE_LENGTH,
    check_object,
    check_order,
    check_words,
)
from argmap.store.rows import COLUMNS, entities_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import Entity
    from argmap.store.salvage_tables import FoundRow

LOST_TEXT = "[text lost]"
"""What stands in the place of words that are gone."""

NUMBER = "its number"
"""How the repair of a number begins."""

_ID = 64
_MOST = 1 << 53
_LENGTHS = {
    ("source", "text"): CELL_LENGTH,
    ("alias", "moved"): CELL_LENGTH,
    ("comment", "text"): NOTE_LENGTH,
    **{(table, "note"): NOTE_LENGTH for table in COLUMNS},
    **{("citation", column): NOTE_LENGTH for column in ("quote", "prefix", "suffix")},
    **{("distinct_pair", column): NOTE_LENGTH for column in ("wording_a", "wording_b")},
    ("inference", "warrant"): NOTE_LENGTH,
    ("map", "description"): NOTE_LENGTH,
}
_NEEDED = {("claim", "text"), ("source", "title"), ("comment", "text"), ("alias", "text")}
_IDS = {
    *("id", "claim_id", "source_id", "inference_id", "target_claim", "target_inference", "survivor", "term_id"),
    *("claim_a", "claim_b", "source_a", "source_b"),
}
_WORDS = {
    "text": "words",
    "order_key": "place",
    "position": "place",
    "at": "time",
    "extras": "rest from another format",
    "moved": "record of what moved",
}


class UnusableError(Exception):
    """No entity can be made of a row; says why."""


@dataclass(slots=True)
class Made:
    """An entity made of a row, and what had to be changed for it, in words.

    *needs_number* tells that its number could not be read or is another's, *is_double* that its id is.
    """

    entity: Entity
    repairs: list[str] = field(default_factory=list)
    needs_number: bool = False
    is_double: bool = False


def make_entity(table: str, row: FoundRow, members: Sequence[tuple[str, str]], map_id: str) -> Made:
    """Make the entity in *row* of *table*; *members* are its tags, premises or words, each with their table.

    Raises `UnusableError` where no rule says how.
    """
    repairs: list[str] = []
    values = tuple(_settled(table, column, row, repairs) for column in COLUMNS[table])
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in COLUMNS}
    rows[table] = [values]
    for place, (name, member) in enumerate(members):
        rows[name].append((values[0], member, place))
    try:
        (entity,) = entities_in(rows, MapId(map_id))
    except ArgmapError as error:
        raise UnusableError(str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        message = _PUZZLES.get(table, "what it says does not fit together")
        raise UnusableError(message) from error
    return Made(entity, repairs, needs_number=any(repair.startswith(NUMBER) for repair in repairs))


def usable_word(value: object) -> str | None:
    """Return a tag or a word as a map can hold it, or None."""
    text = value.replace("\0", "")[:CLAIM_LENGTH] if isinstance(value, str) else ""
    return text if _has_words(text) else None


def is_id(value: object) -> bool:
    """Whether *value* can name an entity."""
    return isinstance(value, str) and 0 < len(value) <= _ID and value.isprintable()


_PUZZLES = {
    "inference": "whether it supports or opposes, or what it bears on, cannot be read",
    "comment": "what it is on cannot be read",
}


def _settled(table: str, column: str, row: FoundRow, repairs: list[str]) -> Any:  # noqa: ANN401  # a cell
    """Return the value of one column as a map can hold it, and note what had to be changed."""
    value: Any = row.values.get(column)
    if column in _IDS:
        return _settled_id(column, value, is_damaged=column in row.damaged)
    rule = _RULES.get(column)
    settled, said = _text(table, column, value) if rule is None else rule(value)
    if column in row.damaged and not said:
        said = "could not be read in full"
    if said:
        repairs.append(f"its {_WORDS.get(column, column.replace('_', ' '))} {said}")
    return settled


def _settled_id(column: str, value: object, *, is_damaged: bool) -> object:
    """Return an id; one that cannot be read names nothing."""
    if value is None and column in {"target_claim", "target_inference", "claim_id", "inference_id"}:
        return None
    if is_damaged or not is_id(value):
        message = f"its {'own id' if column == 'id' else 'link'} cannot be read"
        raise UnusableError(message)
    return value


def _text(table: str, column: str, value: object) -> tuple[str, str]:
    """Return text without NUL, cut to what its column holds; where words are needed there are some."""
    said = "" if isinstance(value, str) else "could not be read"
    text = value.decode(errors="replace") if isinstance(value, bytes) else value if isinstance(value, str) else ""
    if "\0" in text:
        text, said = text.replace("\0", ""), said or "held a character that cannot be stored; it was removed"
    limit = _LENGTHS.get((table, column), CLAIM_LENGTH)
    if len(text) > limit:
        text, said = text[:limit], "were too long and were cut" if column == "text" else "was too long and was cut"
    if (table, column) in _NEEDED and not _has_words(text):
        return LOST_TEXT, "are lost" if column == "text" else "is lost"
    return text, said


def _has_words(text: str) -> bool:
    try:
        check_words("A text", text, len(text))
    except ArgmapError:
        return False
    return True


def _rating(value: object) -> tuple[float | None, str]:
    if value is None or (isinstance(value, int | float) and math.isfinite(value) and 0 <= value <= 1):
        return (None if value is None else float(value)), ""
    return None, "was no number from 0 to 1 and is unset"


def _flag(value: object) -> tuple[int, str]:
    return (value, "") if isinstance(value, int) and value in {0, 1} else (0, "was neither yes nor no, and is no")


def _number(value: object) -> tuple[int, str]:
    if isinstance(value, int) and 0 <= value <= HIGHEST_NUMBER:
        return value, ""
    return 0, "could not be read; it has a new one"


def _time(value: object) -> tuple[int, str]:
    return (value, "") if isinstance(value, int) and 0 <= value < _MOST else (0, "could not be read")


def _start(value: object) -> tuple[int | None, str]:
    if value is None or (isinstance(value, int) and 0 <= value < _MOST):
        return value, ""
    return None, "was before the beginning and is unset"


def _order(value: object) -> tuple[str, str]:
    try:
        check_order(value if isinstance(value, str) else "")
    except ArgmapError:
        return "a0", "could not be read; it stands first"
    return str(value), ""


def _position(value: object) -> tuple[str, str]:
    return _order(value) if value else ("", "")


def _object(limit: int) -> Callable[[object], tuple[str, str]]:
    """Return the rule for a column that holds a JSON object in text form, or nothing."""

    def rule(value: object) -> tuple[str, str]:
        try:
            return check_object("It", value if isinstance(value, str) else "{", limit), ""
        except ArgmapError:
            return "", "could not be read; it is left out"

    return rule


def _one_of(usual: str, *allowed: str) -> Callable[[object], tuple[object, str]]:
    """Return the rule for a column that holds one of a few words."""
    return lambda value: (value, "") if value in allowed else (usual, f"could not be read; it counts as {usual}")


_RULES: dict[str, Callable[[Any], tuple[Any, str]]] = {
    "credence": _rating,
    "relevance": _rating,
    "implicit": _flag,
    "inferred": _flag,
    "uncertain": _flag,
    "resolved": _flag,
    "number": _number,
    "at": _time,
    "start": _start,
    "order_key": _order,
    "position": _position,
    "extras": _object(NOTE_LENGTH),
    "moved": _object(CELL_LENGTH),
    "kind": _one_of("contrary", "contrary", "contradictory"),
    "verdict": _one_of("different", "different", "opposes", "narrower"),
    "polarity": lambda value: (value, ""),
}
