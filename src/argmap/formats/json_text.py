"""JSON read strictly: every key once, no NaN, no number out of range, and the place of whatever is wrong."""

from __future__ import annotations

import json
import math
from typing import Any

from argmap.errors import FormatError

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""

MOST_LEVELS = 100
"""Most levels of nesting in what a foreign format held; any Python can read and write that many."""


class Impossible:
    """Stands for a number that JSON does not have or no program can hold."""

    def __init__(self, text: str) -> None:
        self.text = text if len(text) <= 20 else f"{text[:17]}…"  # noqa: PLR2004  # fits a sentence


class Doubled(dict[str, Any]):
    """An object in which keys stand twice: the first of them, and how often any stands once more."""

    key = ""
    times = 0


class BrokenJsonError(FormatError):
    """A text is no JSON from a place on."""

    def __init__(self, error: json.JSONDecodeError, name: str) -> None:
        """Say what is wrong, and where."""
        message = f"This is not valid JSON: {error.msg} (column {error.colno}). Nothing was imported."
        super().__init__(message, name=name, line=error.lineno)
        self.start = error.pos
        self.fault = error.msg.removesuffix(" starting at")


def load(text: str, name: str) -> Any:  # noqa: ANN401  # JSON is anything
    """Return the value *text* describes; refuse with `FormatError`, naming the line or the place."""
    value, wrong = parsed(text, name)
    if wrong:
        _refuse(value, wrong[0], name)
    return value


def parsed(text: str, name: str) -> tuple[Any, list[object]]:
    """Return the value *text* describes, and each `Impossible` and `Doubled` in it; refuse what is no JSON."""
    wrong: list[object] = []

    def number(literal: str) -> object:
        value = float(literal) if len(literal) < 1_000 or "." in literal else math.inf  # noqa: PLR2004  # as below
        return value if math.isfinite(value) else keep(Impossible(literal))

    def whole(literal: str) -> object:
        # Python refuses to convert more digits than this, and no number of a map has them.
        return int(literal) if len(literal) < 1_000 else keep(Impossible(literal))  # noqa: PLR2004

    def constant(literal: str) -> object:
        return keep(Impossible(literal))

    def keep(value: Any) -> Any:  # noqa: ANN401  # passes on what it is given
        wrong.append(value)
        return value

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) == len(found):
            return made
        doubled = Doubled(made)
        seen: set[str] = set()
        doubled.times = len(found) - len(made)
        doubled.key = next(key for key, _ in found if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return keep(doubled)  # type: ignore[no-any-return]

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_float=number, parse_int=whole, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise BrokenJsonError(error, name) from None
    except RecursionError:
        message = "The JSON is nested too deeply to be a map. Nothing was imported."
        raise FormatError(message, name=name) from None
    return value, wrong


def place(path: Path) -> str:
    """Say in words where *path* leads: the section, the entry counted from 1, the field."""
    words: list[str] = []
    rest = list(path)
    if len(rest) > 1 and isinstance(rest[1], int):
        words.append(f"entry {rest[1] + 1} of “{rest[0]}”")
        rest = rest[2:]
    if rest:
        words.append(f"field “{'.'.join(str(each) for each in rest)}”")
    return ", ".join(words) or "the outermost object"


def is_shallow(value: object) -> bool:
    """Whether *value* is nested no deeper than `MOST_LEVELS`."""
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return True
    return False


def _inside(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refuse(value: object, wrong: object, name: str) -> None:
    """Raise the error that names the first value found wrong and where it stands."""
    where = place(_path_to(value, wrong))
    if isinstance(wrong, Doubled):
        message = f"The key “{wrong.key}” stands twice in one object ({where}). Keep one of them."
    else:
        text = wrong.text if isinstance(wrong, Impossible) else ""
        message = f"{text} is no number that a map can hold ({where}). Correct it, or leave the field out."
    raise FormatError(message, name=name)


def _path_to(value: object, wanted: object) -> Path:
    pending: list[tuple[Path, object]] = [((), value)]
    while pending:
        path, found = pending.pop()
        if found is wanted:
            return path
        if isinstance(found, dict):
            pending.extend(((*path, key), inner) for key, inner in found.items())
        elif isinstance(found, list):
            pending.extend(((*path, index), inner) for index, inner in enumerate(found))
    return ()
