"""History: the steps a file remembers, chained by their hashes."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model.plain import change_from_plain, change_to_plain
from argmap.model.references import references_in_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import Change

_MOST = 1 << 28
"""Most bytes a step's changes may unpack to; a larger payload is a bomb."""


_BEGIN, _BETWEEN = re.compile(r"\s*\[\s*"), re.compile(r"[\s,]*")
_CALLED_AS_CLAIMS = {"claim", "alias"}

STEP_COLUMNS = ("id", "seq", "parent", "parent2", "kind", "label", "author", "at", "session", "refers")
"""The columns of a step's row but its payload; the fields of `Record`."""


class Kind(StrEnum):
    """What a step was: work on the map, or a movement in its history."""

    NEW = "new"
    EDIT = "edit"
    IMPORT = "import"
    MERGE = "merge"
    RESTORE = "restore"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One step as the file remembers it, without its changes.

    *seq* counts from 1. *at* is in milliseconds since 1970, UTC. *refers* is the step an undo takes back or a redo
    takes again.
    """

    id: str = ""
    seq: int = 0
    parent: str = ""
    parent2: str = ""
    kind: Kind = Kind.EDIT
    label: str
    author: str = ""
    at: int = 0
    session: str = ""
    refers: str = ""


def record_of(values: Sequence[object]) -> Record:
    """Return the record in the values of `STEP_COLUMNS`; raises `ValueError` for a kind there is not."""
    record = Record(**dict(zip(STEP_COLUMNS, values, strict=True)))  # type: ignore[arg-type]  # the columns' own types
    return replace(record, kind=Kind(record.kind))


def values_of(record: Record) -> tuple[str | int, ...]:
    """Return the values of `STEP_COLUMNS` for *record*, as a file holds them."""
    return tuple(
        value.value if isinstance(value, Kind) else value for value in (getattr(record, name) for name in STEP_COLUMNS)
    )


def seal(record: Record, payload: bytes) -> Record:
    """Return *record* with its id: the hash of what it says, its parents and its uncompressed *payload*."""
    said = [record.parent, record.parent2, record.kind.value, record.label, record.author, record.at]
    chained = json.dumps([*said, record.session, record.refers], ensure_ascii=True, separators=(",", ":"))
    digest = blake2b(chained.encode(), digest_size=16)
    digest.update(b"\0")
    digest.update(payload)
    return replace(record, id=digest.hexdigest())


def encode(changes: Sequence[Change]) -> bytes:
    """Return *changes* as canonical JSON text, the payload a step's hash covers."""
    plain = [change_to_plain(change) for change in changes]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def pack(payload: bytes) -> bytes:
    """Compress a payload for the file; the fastest level already takes four fifths off."""
    return zlib.compress(payload, 1)


def unpacked(packed: bytes, most: int = _MOST) -> bytes:
    """Return the payload a file holds packed; raises `ValueError` for one that is damaged or beyond *most* bytes."""
    unpacker = zlib.decompressobj()
    try:
        payload = unpacker.decompress(packed, most)
    except (zlib.error, TypeError) as error:
        message = "a step of the history cannot be read"
        raise ValueError(message) from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        message = "a step of the history is cut off, or larger than any step can be"
        raise ValueError(message)
    return payload


def unpack(packed: bytes) -> tuple[Change, ...]:
    """Return the changes a packed payload holds; raises `ValueError` for one that is damaged or a bomb."""
    payload = unpacked(packed)
    try:
        return tuple(change_from_plain(change) for change in json.loads(payload))
    except (TypeError, RecursionError, ArgmapError) as error:
        message = "a step of the history cannot be read"
        raise ValueError(message) from error


def claims_touched(packed: bytes) -> set[str]:
    """Return the ids of what a packed payload's changes are to or refer to, but for links' and passages' own.

    Makes no entity and reads change by change, so that other threads go on meanwhile; raises `ValueError` for a payload
    that is damaged.
    """
    text = unpacked(packed).decode()
    read, skip = json.JSONDecoder().raw_decode, _BETWEEN.match
    found: set[str] = set()
    try:
        place = _BEGIN.match(text).end()  # type: ignore[union-attr]  # what is no array is refused below
        while text.startswith("[", place):
            (kind, *sides), place = read(text, place)
            place = skip(text, place).end()  # type: ignore[union-attr]  # it matches nothing at all too
            for side in filter(None, sides):
                found.update(references_in_plain(side))
                if kind in _CALLED_AS_CLAIMS:
                    found.add(side["id"])
    except (TypeError, AttributeError, LookupError, RecursionError) as error:
        message = "a step of the history cannot be read"
        raise ValueError(message) from error
    return found
