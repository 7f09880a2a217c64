"""Salvage: what can still be read of a damaged file, as a new file and a list of what is lost. The old one stays.

A file has two accounts of its map: the rows of its tables and the steps of its history. Each is read as far as it goes
(`salvage_tables`, `salvage_history`), both are joined (`salvage_joining`), and what is left is made to fit together
(`salvage_fitting`).
"""

from __future__ import annotations

import sqlite3
import time
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import FileExistsAlreadyError, UnreadableFileError, UnwritableFileError
from argmap.model import ENTITIES, About, MapId, added
from argmap.model.ids import new_id
from argmap.model.memory import without_collecting
from argmap.store.connection import reading_refused, writing_refused
from argmap.store.copying import finished_at
from argmap.store.header import APPLICATION_ID, check_header
from argmap.store.history import Kind, Record
from argmap.store.map_file import MapFile
from argmap.store.migrations import FORMAT
from argmap.store.reading import read_file
from argmap.store.recovery import beside, recovered
from argmap.store.refusals import name_of, refusal
from argmap.store.rows import rows_of
from argmap.store.salvage_fitting import Fitting, renumber
from argmap.store.salvage_gathering import gather
from argmap.store.salvage_history import remember
from argmap.store.salvage_joining import doubts, join
from argmap.store.salvage_pages import Pages, TooSlowError
from argmap.store.salvage_report import WORDS, Note, Report, note_of
from argmap.store.salvage_tables import find_rows
from argmap.store.state_sum import as_text, sum_of

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import Entity
    from argmap.store.rows import Row
    from argmap.store.salvage_gathering import Gathered
    from argmap.store.salvage_history import Key, Remembered
    from argmap.store.salvage_joining import There
    from argmap.store.salvage_tables import Found

HOPELESS = {
    *("E-MISSING", "E-FOLDER", "E-NOT-A-FILE", "E-NO-ACCESS", "E-EMPTY", "E-TOO-BIG"),
    *("E-NEWER-FORMAT", "E-ENCODING"),
}
"""The codes of refusals that nothing can be read behind."""

_HIGHEST = ("last_claim", "last_inference", "last_source", "last_comment")
_NO_MAPS = {"E-NOT-A-MAP", "E-OTHER-APPLICATION"}

NOTHING_LEFT = "E-NOTHING-LEFT"
"""The code of the refusal to rescue what is not there."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What can be read of a file: the entities of its map, the highest numbers ever given, and the report on both."""

    entities: tuple[Entity, ...]
    highest: tuple[int, ...]
    report: Report


def salvage(path: Path, place: Path, author: str = "") -> Rescue:
    """Put all that can be read of the file at *path* into a new map at *place*, where nothing may be yet.

    Raises `UnreadableFileError` if nothing can be read; then no file is made.
    """
    if place.exists() or place.is_symlink():
        raise FileExistsAlreadyError(name_of(place))
    rescue = survey(path)
    label = f"Salvage from {one_line(path.name)}"
    record = Record(label=label, kind=Kind.NEW, author=author, at=time.time_ns() // 1_000_000, session=new_id())
    with writing_refused(name_of(place), is_new=True), finished_at(place) as unfinished:
        try:
            MapFile.create(unfinished, record, [added(entity) for entity in rescue.entities], highest=rescue.highest)
            read_file(unfinished)
        except UnreadableFileError as error:
            raise UnwritableFileError(name_of(place), "what was rescued does not make a whole map") from error
    return rescue


def survey(path: Path) -> Rescue:
    """Read all that can be read of the file at *path*, without writing anything."""
    refused = _refused(path)
    with reading_refused(path), without_collecting():
        try:
            rescue = _rescue(Pages(content_of(path)))
        except TooSlowError:
            raise refusal("E-TOO-SLOW", path) from None
    if rescue is None:
        if refused is not None and refused.code in _NO_MAPS:
            raise refused
        raise refusal(NOTHING_LEFT, path)
    return rescue


def content_of(path: Path) -> bytes:
    """Return the bytes of a file, with a save that was cut off rolled back and what stands in a log beside it."""
    if any(beside(path, suffix).is_file() for suffix in ("-journal", "-wal")):
        with suppress(sqlite3.Error, OSError, UnicodeError), closing(recovered(path)) as connection:
            return connection.serialize()
    return path.read_bytes()


def _refused(path: Path) -> UnreadableFileError | None:
    """Return why the file would be refused by its header; raise that where nothing can come of it."""
    try:
        check_header(path)
    except UnreadableFileError as error:
        if error.code in HOPELESS:
            raise
        with path.open("rb") as file:
            header = file.read(100)
        version = int.from_bytes(header[60:64])
        if header[68:72] == APPLICATION_ID.to_bytes(4) and FORMAT < version < 1 << 31:
            raise refusal("E-NEWER-FORMAT", path, version=version, newest=FORMAT) from None
        return error
    return None


def _rescue(pages: Pages) -> Rescue | None:
    """Return what the pages of a file give; None if they give nothing."""
    found = find_rows(pages)
    remembered = remember(pages, found)
    map_id = _map_id(found, remembered)
    gathered = gather(found, {id_ for _, id_ in remembered.newest}, map_id)
    report = Report()
    there = join(found, gathered, remembered, report)
    if not any(_says_something(entity) for entity in there.values()):
        return None
    about = _settle_about(there, map_id, report)
    Fitting(there, _labels(gathered, remembered), about, report).fit()
    needing = [key for key, made in gathered.made.items() if made.needs_number and there.get(key) is made.entity]
    highest = renumber(there, needing, _known_highest(found), report)
    if remembered.whole is None and _is_all(there, found):
        report.lost.clear()
        report.repaired.clear()
    else:
        _label_losses(report, remembered)
        report.told.extend(doubts(there, found, gathered, remembered))
        if report.is_whole and remembered.whole is None and pages.format not in range(1, FORMAT):
            report.told.append("Something differs from what was saved last, and nothing tells what. Read the map over.")
    entities = sorted(there.values(), key=lambda entity: ENTITIES.index(type(entity)))
    report.count(entities)
    return Rescue(tuple(entities), tuple(highest), report)


def _says_something(entity: Entity) -> bool:
    return not isinstance(entity, About) or bool(entity.title or entity.question or entity.description)


def _is_all(there: There, found: Found) -> bool:
    """Whether the sum over what comes back is the one the last save left: then it is all there was, to the letter."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for entity in there.values():
        for table, row in rows_of(entity):
            rows[table].append(row)
    stored = [row.values["state_sum"] for row in found.rows["file"]]
    return stored == [as_text(sum_of(rows))]


def _map_id(found: Found, remembered: Remembered) -> str:
    """Return the id of the map: by its row, the index of its row or the history; a new one where none holds it."""
    rows = [str(row.values["id"]) for row in found.rows["map"] if "id" not in row.damaged and row.values["id"]]
    keys = [names[0] for names in found.keys["map"].values()]
    steps = [id_ for kind, id_ in remembered.newest if kind is About]
    told = steps if len(steps) == 1 else []
    return next((id_ for id_ in (*told, *rows, *keys) if 0 < len(id_) <= 64 and id_.isprintable()), new_id())  # noqa: PLR2004  # an id's most


def _settle_about(there: There, map_id: str, report: Report) -> About:
    """Leave exactly one of what a map says of itself: the first, or an empty one."""
    abouts = [entity for entity in there.values() if isinstance(entity, About)]
    for about in abouts[1:]:
        del there[About, str(about.id)]
        report.lost.append(note_of(about, "the file holds more than one map; the first was kept"))
    if abouts:
        return abouts[0]
    made = About(id=MapId(map_id))
    there[About, map_id] = made
    if not any(note.kind == WORDS[About][0] for note in report.lost):
        report.lost.append(note_of(made, "they and the map’s settings could not be read"))
    return made


def _known_highest(found: Found) -> list[int]:
    """Return the highest numbers ever given, as far as the file still says."""
    rows = [row.values for row in found.rows["file"]][:1] or [{}]
    return [value if isinstance(value := rows[0].get(name), int) else 0 for name in _HIGHEST]


def _labels(gathered: Gathered, remembered: Remembered) -> dict[Key, str]:
    """Return the labels of all that was ever read, for what is lost."""
    labels = {key: note.label for key, note in gathered.failed.items()}
    labels |= {key: getattr(made.entity, "label", "") for key, made in gathered.made.items()}
    return labels | {
        key: getattr(entity, "label", "") for key, entity in remembered.newest.items() if entity is not None
    }


def _label_losses(report: Report, remembered: Remembered) -> None:
    """Name what is lost by label and words, where the history knows them."""
    newest = {
        (note_of(entity, "").kind, key[1]): entity for key, entity in remembered.newest.items() if entity is not None
    }
    report.lost[:] = [_labelled(note, newest.get((note.kind, note.id))) for note in report.lost]


def _labelled(note: Note, entity: Entity | None) -> Note:
    if entity is None or note.text:
        return note
    known = note_of(entity, note.what)
    return replace(known, label=note.label or known.label)
