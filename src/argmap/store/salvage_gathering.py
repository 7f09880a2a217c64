"""Gathering what the rows of a damaged file say, entity by entity, before the history is asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.model import (
    About,
    Alias,
    Citation,
    Claim,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Inference,
    Source,
    Term,
)
from argmap.model.ids import new_id
from argmap.store.rows import COLUMNS, MEMBERS, OWNERS
from argmap.store.salvage_report import WORDS, Note
from argmap.store.salvage_rows import Made, UnusableError, is_id, make_entity, usable_word

if TYPE_CHECKING:
    from argmap.model import Entity
    from argmap.store.salvage_history import Key
    from argmap.store.salvage_tables import Found, FoundRow

KINDS: dict[str, type[Entity]] = {
    "map": About,
    "claim": Claim,
    "inference": Inference,
    "conflict_pair": Conflict,
    "source": Source,
    "citation": Citation,
    "dependence": Dependence,
    "comment": Comment,
    "alias": Alias,
    "distinct_pair": Distinct,
    "term": Term,
}
"""The tables of entities and what each holds."""

LETTERS: dict[type[Entity], str] = {Claim: "C", Inference: "R", Source: "S", Comment: "N"}
"""The letter before the number of each kind that has one."""

MEMBER_WORDS = {"claim_tag": "tags", "premise": "premises", "term_word": "words"}
"""What the tables of members hold."""

_LAST = 1 << 62


@dataclass(slots=True)
class Gathered:
    """What the rows say: the entities *made* of them, what became of the rows of which none could be made, by key.

    *strays* came from pages that no table led to, which may hold what was removed. *used* are the rows, by table, of
    which something was made or is told.
    """

    made: dict[Key, Made] = field(default_factory=dict)
    failed: dict[Key, Note] = field(default_factory=dict)
    strays: set[Key] = field(default_factory=set)
    used: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def gather(found: Found, known: set[str], map_id: str) -> Gathered:
    """Make entities of all rows that were found; *known* are the ids the history knows."""
    gathered = Gathered()
    members = {name: _members(found, name) for name in OWNERS}
    unordered = {owner for owned in members.values() for owner in owned if _LAST in owned[owner].values()}
    known = known | _referred(found)
    for table, kind in KINDS.items():
        own = MEMBERS.get(kind)
        for row in found.rows[table]:
            settled = _with_id(row, found.keys[table].get(row.rowid, ("",))[0], known)
            id_ = str(settled.values["id"])
            owned = [(own, member) for member in members[own].get(id_, ())] if own else []
            _gather_row(gathered, table, settled, owned, map_id)
            key = (kind, id_)
            if len(owned) > 1 and id_ in unordered and key in gathered.made:
                gathered.made[key].repairs.append(f"the order of its {MEMBER_WORDS[own or '']} is lost")
    return gathered


def _gather_row(gathered: Gathered, table: str, row: FoundRow, members: list[tuple[str, str]], map_id: str) -> None:
    """Make the entity of one row; a second row of the same id gets another id, unless it says the same."""
    kind = KINDS[table]
    is_named = "id" not in row.damaged and is_id(row.values["id"])
    key: Key = (kind, str(row.values["id"]) if is_named else f"?{row.rowid}")
    if not row.stray:
        gathered.used[table].add(row.rowid)
    try:
        made = make_entity(table, row, members, map_id)
    except UnusableError as error:
        if key not in gathered.made:
            gathered.failed.setdefault(key, _note(kind, row, str(error), key[1] if is_named else ""))
        return
    first = gathered.made.get(key)
    if first is None:
        gathered.made[key] = made
        gathered.failed.pop(key, None)
        if row.stray:
            gathered.strays.add(key)
    elif not row.stray and kind is not About and first.entity != made.entity:
        other = replace(row, values=row.values | {"id": new_id()})
        made = make_entity(table, other, members, map_id)
        made.repairs.append(f"its id was that of another {WORDS[kind][0]}; it has a new one")
        made.needs_number = kind in LETTERS
        made.is_double = True
        gathered.made[kind, str(made.entity.id)] = made


def _note(kind: type[Entity], row: FoundRow, why: str, id_: str) -> Note:
    """Return what is known of a row of which no entity could be made."""
    number = row.values.get("number")
    label = f"{LETTERS[kind]}{number}" if kind in LETTERS and isinstance(number, int) and number >= 0 else ""
    text = next((value for name in ("text", "title", "quote") if isinstance(value := row.values.get(name), str)), "")
    return Note(WORDS[kind][0], id_, label, why, text)


def _with_id(row: FoundRow, indexed: str, known: set[str]) -> FoundRow:
    """Return *row* with the id by which others know it, where its own and that in the index differ."""
    own = row.values["id"]
    is_readable = "id" not in row.damaged and is_id(own)
    if not is_id(indexed) or own == indexed or (is_readable and (own in known or indexed not in known)):
        return row
    return replace(row, values=row.values | {"id": indexed}, damaged=row.damaged - {"id"})


def _referred(found: Found) -> set[str]:
    """Return the ids that rows refer to."""
    columns = ("claim_id", "target_claim", "target_inference", "inference_id", "source_id", "survivor", "term_id")
    rows = (row for many in found.rows.values() for row in many)
    return {value for row in rows for name in columns if isinstance(value := row.values.get(name), str)}


def _members(found: Found, table: str) -> dict[str, dict[str, int]]:
    """Return tags, premises or words by their owner, with their places; those known from the index alone come last."""
    owner_column, member_column, _ = COLUMNS[table]
    placed: dict[tuple[str, str], int] = {}
    rows = {row.rowid for row in found.rows[table] if not row.stray}
    for row in found.rows[table]:
        owner, member, place = (row.values[column] for column in COLUMNS[table])
        indexed = found.keys[table].get(row.rowid)
        if indexed is not None and row.damaged & {owner_column, member_column} and not row.stray:
            owner, member = indexed
        elif owner_column in row.damaged or (table == "premise" and member_column in row.damaged):
            found.unreadable[table] += 1
            continue
        usable = usable_word(member) if table != "premise" else member if is_id(member) else None
        if isinstance(owner, str) and isinstance(usable, str):
            placed.setdefault((owner, usable), place if isinstance(place, int) else _LAST)
    for rowid, key in found.keys[table].items():
        if rowid not in rows and len(key) == 2:  # noqa: PLR2004  # owner and member
            placed.setdefault((key[0], key[1]), _LAST)
    gathered: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (owner, member), place in sorted(placed.items(), key=lambda item: item[1]):
        gathered[owner][member] = place
    return gathered
