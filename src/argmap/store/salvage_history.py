"""The history of a damaged file as a second source: whole where its chain holds, else step by step."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model.plain import change_from_plain
from argmap.store.history import STEP_COLUMNS, Record, record_of, seal, unpacked

if TYPE_CHECKING:
    from argmap.model import Change, Entity
    from argmap.store.salvage_pages import Pages
    from argmap.store.salvage_tables import Found, FoundRow

Key = tuple[type["Entity"], str]
"""Names an entity: its kind and its id."""

_MOST = 1 << 24  # bytes that are taken of a damaged step: its beginning, and not all of a bomb
_BITE = 64
_LARGE = 1 << 17  # bytes from which a packed step may be a bomb
_PATIENCE = 3  # large steps that turn out to be damaged, after which only the beginnings of steps are tried


@dataclass(slots=True)
class Remembered:
    """What the steps that can be read say.

    *newest* is their last word on every entity, None for one that was removed; *doubtful* are those known only from a
    step that is damaged itself. *whole* is the map as all steps together give it, where their chain holds from the
    first step to the newest and every one fits the one before; else None. *has_gaps* tells whether a step is missing
    or can be read in part only.
    """

    newest: dict[Key, Entity | None] = field(default_factory=dict)
    doubtful: set[Key] = field(default_factory=set)
    whole: dict[Key, Entity] | None = None
    has_gaps: bool = False
    steps: int = 0
    unreadable: int = 0


@dataclass(slots=True)
class _Chain:
    """Steps taken one after the other, as long as each is the one that was taken."""

    state: dict[Key, Entity] = field(default_factory=dict)
    last: Record = field(default_factory=lambda: Record(label=""))
    ids: set[str] = field(default_factory=set)
    holds: bool = True

    def follow(self, row: FoundRow, changes: list[Change], payload: bytes) -> None:
        """Take one more step."""
        try:
            record = record_of([row.values[column] for column in STEP_COLUMNS])
            is_next = record.seq == self.last.seq + 1 and record.parent == self.last.id
            self.holds = self.holds and is_next and seal(record, payload).id == record.id and self._take(changes)
        except (ValueError, TypeError):
            self.holds = False
            return
        self.last = record
        self.ids.add(record.id)

    def _take(self, changes: list[Change]) -> bool:
        for change in changes:
            if change.before is not None and self.state.pop(key_of(change.before), None) != change.before:
                return False
        for change in changes:
            if change.after is not None:
                key = key_of(change.after)
                if key in self.state:
                    return False
                self.state[key] = change.after
        return True


def key_of(entity: Entity) -> Key:
    """Return what names *entity*."""
    return type(entity), str(entity.id)


def remember(pages: Pages, found: Found) -> Remembered:
    """Read the history that was found."""
    remembered = Remembered()
    chain = _Chain()
    rows = _in_order(found.rows["step"])
    failed = 0
    for row in rows:
        pages.check_time()
        changes, payload = _changes(row, wholly=failed < _PATIENCE)
        failed += payload is None and len(_packed(row)) > _LARGE
        remembered.steps += 1
        remembered.unreadable += payload is None
        for change in changes:
            key = key_of(change.entity)
            remembered.newest[key] = change.after
            (remembered.doubtful.add if payload is None else remembered.doubtful.discard)(key)
        if payload is None:
            chain.holds = False
        else:
            chain.follow(row, changes, payload)
    is_known = _knows_end(found, chain)
    if rows and chain.holds and is_known:
        remembered.whole = chain.state
    remembered.has_gaps = bool(remembered.unreadable) or not is_known or _skips(rows)
    return remembered


def _in_order(rows: list[FoundRow]) -> list[FoundRow]:
    """Return steps as they were taken, each once."""
    steps: dict[object, FoundRow] = {}
    for row in rows:
        steps.setdefault(row.values["id"], row)
    numbered = [(row.values["seq"], row) for row in steps.values()]
    known = [(seq, row) for seq, row in numbered if isinstance(seq, int)]
    return [row for _, row in sorted(known, key=lambda step: step[0])]


def _skips(rows: list[FoundRow]) -> bool:
    return [row.values["seq"] for row in rows] != list(range(1, len(rows) + 1))


def _knows_end(found: Found, chain: _Chain) -> bool:
    """Whether the newest step is among those that were read: the file names it, or none can be missing."""
    about = [row.values["head"] for row in found.rows["file"] if "head" not in row.damaged]
    if about:
        return about[0] in chain.ids
    ids = {(row.values["id"],) for row in found.rows["step"]}
    return "step" not in found.torn | found.torn_keys and ids == set(found.keys["step"].values())


def _packed(row: FoundRow) -> bytes:
    packed = row.values["payload"]
    return packed if isinstance(packed, bytes) else b""


def _changes(row: FoundRow, *, wholly: bool) -> tuple[list[Change], bytes | None]:
    """Return the changes of a step and its payload; without the payload where only some of it can be read.

    Unless *wholly*, only its beginning is tried.
    """
    packed = _packed(row)
    try:
        payload = unpacked(packed if wholly else b"")
        return [change_from_plain(plain) for plain in json.loads(payload)], payload
    except (ValueError, TypeError, RecursionError, ArgmapError):
        return _first_changes(_beginning(packed)), None


def _beginning(packed: bytes) -> str:
    """Return what can be unpacked of a damaged payload, from its beginning."""
    unpacker = zlib.decompressobj()
    found = bytearray()
    for at in range(0, len(packed), _BITE):
        try:
            found += unpacker.decompress(packed[at : at + _BITE], _MOST)
        except zlib.error:
            break
        if len(found) > _MOST:
            break
    return found.decode(errors="ignore")


def _first_changes(text: str) -> list[Change]:
    """Return the changes that can be read from the beginning of a payload."""
    decoder = json.JSONDecoder()
    changes: list[Change] = []
    at = 1
    while text[:1] == "[" and at < len(text):
        try:
            plain, at = decoder.raw_decode(text, at)
            changes.append(change_from_plain(plain))
        except (ValueError, TypeError, RecursionError, ArgmapError):
            break
        at += 1
    return changes
