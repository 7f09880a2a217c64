"""Joining what the rows of a damaged file say with what its history says, and telling what neither says any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import About, Claim
from argmap.store.rows import MEMBERS
from argmap.store.salvage_gathering import KINDS, MEMBER_WORDS
from argmap.store.salvage_report import WORDS, Note, note_of, number_of
from argmap.store.salvage_rows import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Entity
    from argmap.store.salvage_gathering import Gathered
    from argmap.store.salvage_history import Key, Remembered
    from argmap.store.salvage_report import Report
    from argmap.store.salvage_rows import Made
    from argmap.store.salvage_tables import Found

There = dict["Key", "Entity"]
"""The entities that come back, by their keys."""

_TABLES = {kind: table for table, kind in KINDS.items()}
_NAMED = 30
_RESTORED = "its row is gone or cannot be read; the history holds it"


def join(found: Found, gathered: Gathered, remembered: Remembered, report: Report) -> There:
    """Return what comes back: the history where it holds from end to end, else the rows, completed by the history."""
    if remembered.whole is not None:
        return _believe_history(found, gathered, remembered.whole, report)
    there: There = {}
    for key, made in gathered.made.items():
        _take_made(there, key, made, found, gathered, remembered, report)
    indexed = {(kind, names[0]) for table, kind in KINDS.items() for names in found.keys[table].values()}
    known = indexed | gathered.failed.keys()
    for key, entity in remembered.newest.items():
        if entity is None or key in there:
            continue
        if key in known or not remembered.has_gaps or not found.knows_all(_TABLES[key[0]]):
            there[key] = entity
            report.restored.append(note_of(entity, _RESTORED))
    report.lost.extend(note for key, note in gathered.failed.items() if key not in there)
    report.lost.extend(_missing(there, found, gathered))
    return there


def doubts(there: There, found: Found, gathered: Gathered, remembered: Remembered) -> Iterator[str]:
    """Say what is not certain, where the sum over the rows does not prove that all is there as it was."""
    if remembered.whole is None:
        yield from _doubtful(there, remembered)
        yield from _differing(there, gathered, remembered)
        yield from _unknown(there, found)


def _believe_history(found: Found, gathered: Gathered, whole: There, report: Report) -> There:
    """Take the map as its history gives it, and tell where the rows say something else."""
    report.from_history = True
    differing: list[Entity] = []
    for key, entity in whole.items():
        made = gathered.made.get(key)
        if made is None or made.repairs or (made.entity != entity and _lacks_members(key, found)):
            report.restored.append(note_of(entity, _RESTORED))
        elif made.entity != entity:
            differing.append(entity)
    for key, made in gathered.made.items():
        if key not in whole and key not in gathered.strays and not made.is_double and key[0] is not About:
            report.lost.append(note_of(made.entity, "it stands in a table, but no step of the history made it"))
    if differing:
        report.told.append(
            f"The tables say something else than the history about {_named(differing)}. The history holds from its "
            "first step to its last, so it was believed."
        )
    return dict(whole)


def _take_made(
    there: There,
    key: Key,
    made: Made,
    found: Found,
    gathered: Gathered,
    remembered: Remembered,
    report: Report,
) -> None:
    """Take what a row says, or what the history says where the row is damaged."""
    entity = remembered.newest.get(key)
    if key in gathered.strays and key in remembered.newest and entity is None:
        return  # removed long ago; the page it stood on was not used again
    if entity is not None and (made.repairs or (entity != made.entity and _lacks_members(key, found))):
        there[key] = entity
        report.restored.append(note_of(entity, _RESTORED))
        return
    there[key] = made.entity
    repairs = [repair for repair in made.repairs if not repair.startswith(NUMBER)]  # told when it has its new one
    if repairs:
        report.repaired.append(note_of(made.entity, "; ".join(repairs)))


def _lacks_members(key: Key, found: Found) -> bool:
    """Whether an entity may have had more tags, premises or words than were found."""
    table = MEMBERS.get(key[0])
    return table is not None and not found.knows_all(table)


def _doubtful(there: There, remembered: Remembered) -> Iterator[str]:
    """Name what is known only from a step of the history that is damaged itself."""
    doubtful = [there[key] for key in there if key in remembered.doubtful and there[key] is remembered.newest[key]]
    if doubtful:
        yield f"Only a damaged step of the history holds {_named(doubtful)}; read over what is said there."


def _differing(there: There, gathered: Gathered, remembered: Remembered) -> Iterator[str]:
    """Name what a row says in another way than the history, which is not whole itself."""
    differing = [
        entity
        for key, entity in there.items()
        if key in gathered.made
        and gathered.made[key].entity is entity
        and not gathered.made[key].repairs
        and (newest := remembered.newest.get(key)) is not None
        and newest != entity
    ]
    if differing:
        yield f"The history says something else about {_named(differing)}; the tables were believed. Read it over."


def _named(entities: list[Entity]) -> str:
    """Count entities and name them by their labels, as in ``2 parts (C3, R1)``."""
    labels = [label for entity in entities if (label := getattr(entity, "label", ""))]
    more = " …" if len(labels) > _NAMED else ""
    named = f" ({', '.join(labels[:_NAMED])}{more})" if labels else ""
    return number_of(len(entities), ("part", "parts")) + named


def _missing(there: There, found: Found, gathered: Gathered) -> Iterator[Note]:
    """Yield what an index names and nothing holds any more."""
    ids = {id_ for _, id_ in there}
    for table, kind in KINDS.items():
        for rowid, (id_, *_) in found.keys[table].items():
            key = (kind, id_)
            if id_ not in ids and key not in gathered.failed and rowid not in gathered.used[table]:
                yield Note(WORDS[kind][0], id_, "", "its row could not be read")


def _unknown(there: There, found: Found) -> Iterator[str]:
    """Say of which tables more may be lost than anything tells."""
    unknown = [table for table in (*KINDS, *MEMBERS.values()) if not found.knows_all(table)]
    if not unknown:
        return
    words = [WORDS[KINDS[table]][1] if table in KINDS else MEMBER_WORDS[table] for table in unknown]
    yield f"More may be lost than is listed: nothing is left to tell which {_listing(words)} there were."
    highest = next((row.values["last_claim"] for row in found.rows["file"]), None)
    claims = sum(key[0] is Claim for key in there)
    if "claim" in unknown and isinstance(highest, int) and claims < highest < _FAR:
        yield f"Claims were numbered up to C{highest}; {claims:,} are here. The others are lost or had been removed."


def _listing(words: list[str]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if words[1:] else words[0]


_FAR = 1_000_000
