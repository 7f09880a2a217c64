"""The entries of a map in JSON: ids and numbers made where they are missing, references found, entities made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError, FormatError
from argmap.formats.json_references import Directory, Unresolved, resolve
from argmap.formats.json_text import is_shallow, place
from argmap.formats.report import Place
from argmap.model import About, Alias, Citation, Claim, Comment, Inference, Source
from argmap.model.ids import new_id
from argmap.model.limits import without_controls
from argmap.model.order import key_after
from argmap.model.plain import from_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.formats.report import Tally
    from argmap.model import Entity

NUMBERED: tuple[type[Entity], ...] = (Claim, Inference, Source, Comment)
"""The kinds whose number may be left out; a merged-away claim's is what it had."""

_FOREIGN = ("extras", "moved")
_ESCAPED_CONTROL = re.compile(r"\\(?:u00[01789]|[bfr])")
_C1_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")  # in UTF-8, where the search can leap from one lead byte to the next


@dataclass(frozen=True, slots=True)
class Section:
    """One array of the file: its title, the kind of entity it holds, and its entries as they were read."""

    title: str
    kind: type[Entity]
    found: list[Any]


@dataclass(slots=True)
class _Entry:
    """One entry on its way to an entity."""

    title: str
    index: int
    kind: type[Entity]
    plain: dict[str, Any]

    def refusal(self, message: str, name: str, *field: str) -> FormatError:
        """Return the error that says what is wrong with this entry, or with a field of it."""
        where: tuple[str | int, ...] = (self.title,) if self.kind is About else (self.title, self.index)
        path = (*where, *field)
        return FormatError(f"{message} ({place(path)}) Nothing was imported.", name=name)


def entries_of(sections: Iterable[Section], text: str, name: str, tally: Tally) -> tuple[Entity, ...]:
    """Return the entities that *sections* of the file *name* describe, in their order; *text* is the whole file."""
    entries = list(_entries(sections, name))
    for entry in entries:
        _check_shape(entry, name)
    directory = Directory()
    _give_ids(entries, directory, name)
    _give_numbers(entries, directory, name)
    if _may_hold_controls(text):
        _clean(entries, tally)
    for entry in entries:
        try:
            resolve(entry.kind, entry.plain, directory)
        except Unresolved as error:
            raise entry.refusal(str(error), name, error.field) from None
    _give_orders(entries)
    return tuple(_entity(entry, name) for entry in entries)


def _entries(sections: Iterable[Section], name: str) -> Iterator[_Entry]:
    for section in sections:
        for index, found in enumerate(section.found):
            entry = _Entry(section.title, index, section.kind, dict(found) if isinstance(found, dict) else {})
            if not isinstance(found, dict):
                message = "An entry must be an object."
                raise entry.refusal(message, name)
            yield entry


def _check_shape(entry: _Entry, name: str) -> None:
    """Refuse deep nesting, before anything walks into it."""
    for field, value in entry.plain.items():
        if isinstance(value, list | dict) and not is_shallow(value):
            message = "This is nested too deeply."
            raise entry.refusal(message, name, field)


def _give_ids(entries: list[_Entry], directory: Directory, name: str) -> None:
    for entry in entries:
        id_ = entry.plain.get("id")
        id_ = new_id() if id_ is None else id_
        if not isinstance(id_, str):
            message = "An id must be a text."
            raise entry.refusal(message, name, "id")
        if not directory.add_id(id_, entry.kind):
            message = f"Another entry has the id “{id_[:40]}” already."
            raise entry.refusal(message, name, "id")
        entry.plain["id"] = id_
        if entry.kind is About:
            directory.about = id_


def _give_numbers(entries: list[_Entry], directory: Directory, name: str) -> None:
    """Take in the numbers there are, then number what has none behind them."""
    highest = dict.fromkeys(NUMBERED, 0)
    for entry in entries:
        number = entry.plain.get("number")
        if isinstance(number, int) and entry.kind in (*NUMBERED, Alias):
            counted = Claim if entry.kind is Alias else entry.kind
            highest[counted] = max(highest[counted], number)
            named = entry.plain.get("survivor") if entry.kind is Alias else entry.plain["id"]
            if not directory.add_number(entry.kind, number, named):
                message = f"Another entry has the number {number} already."
                raise entry.refusal(message, name, "number")
    for entry in entries:
        if entry.kind in highest and entry.plain.get("number") is None:
            highest[entry.kind] += 1
            entry.plain["number"] = highest[entry.kind]
            directory.add_number(entry.kind, highest[entry.kind], entry.plain["id"])


def _give_orders(entries: list[_Entry]) -> None:
    """Put what says no place in the order of the file, behind what says one."""
    groups: dict[object, list[_Entry]] = {}
    for entry in entries:
        group = _group(entry)
        if group is not None:
            groups.setdefault(group, []).append(entry)
    for group, members in groups.items():
        field = "position" if group == "positions" else "order"
        last = max((key for each in members if isinstance(key := each.plain.get(field), str)), default=None)
        for entry in members:
            if entry.plain.get(field) is None or entry.plain[field] is True:
                last = key_after(last)
                entry.plain[field] = last


def _group(entry: _Entry) -> object:
    """Name the list in which the entry has a place, if it has one."""
    if entry.kind is Inference:
        return ("bearing", *entry.plain["target"].values()) if "target" in entry.plain else None
    if entry.kind is Citation:
        return ("cited", entry.plain.get("claim"))
    if entry.kind is Claim:
        if entry.plain.get("position") is False:
            del entry.plain["position"]
        return "positions" if entry.plain.get("position") is not None else None
    return None


def _may_hold_controls(text: str) -> bool:
    """Whether any text of the file may hold a control character, so that all of them must be looked at."""
    if "\x7f" in text or ("\\" in text and _ESCAPED_CONTROL.search(text)):
        return True
    return not text.isascii() and _C1_CONTROL.search(text.encode("utf-8", "replace")) is not None


def _clean(entries: list[_Entry], tally: Tally) -> None:
    """Remove control characters from every text that people will see, and tell where."""
    for entry in entries:
        removed = 0

        def cleaned(text: str) -> str:
            nonlocal removed
            kept, count = without_controls(text)
            removed += count
            return kept

        for field, value in entry.plain.items():
            entry.plain[field] = _each_text(value, cleaned) if field not in _FOREIGN else value
        tally.lose(
            "controls",
            "1 control character was removed",
            "{count} control characters were removed",
            Place(label=place((entry.title, entry.index))),
            removed,
        )


def _each_text(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [change(each) if isinstance(each, str) else each for each in value]
    return value


def _entity(entry: _Entry, name: str) -> Entity:
    try:
        return from_plain(entry.kind, entry.plain)
    except ArgmapError as error:
        raise entry.refusal(str(error), name) from None
