"""Every way a file can be refused: a stable code and its sentence, which says what happened and what to do next."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

_RESCUE = "To rescue what can be read: argmap doctor {typed} --salvage -o NEW.argmap"

REFUSALS = {
    "E-MISSING": "There is no file {name}. To start a map: argmap new {typed}",
    "E-VANISHED": "{name} is not there any more: it was moved, renamed or removed. Nothing is saved until it is back; "
    "what is open can still be read and exported.",
    "E-FOLDER": "{name} is a folder. Name a map in it, such as {name}/my.argmap.",
    "E-NOT-A-FILE": "{name} is not a regular file.",
    "E-NO-ACCESS": "{name} cannot be read: {reason}. Nothing was changed.",
    "E-EMPTY": "{name} is empty. It may be an unfinished download; fetch it again or take a backup.",
    "E-TOO-BIG": "{name} is larger than any map ({size:,} bytes). It was not opened.",
    "E-NOT-A-MAP": "{name} is not a map{looks}.{instead}",
    "E-TOO-MUCH": "{name} holds more than any map ({rows:,} rows). It was not opened.",
    "E-TRUNCATED": "{name} is cut off: part of it is missing. Fetch it again or take a backup. " + _RESCUE,
    "E-OTHER-APPLICATION": "{name} is a database of another application (id {application:#010x}), not a map.",
    "E-ENCODING": "{name} holds its text in an encoding that maps do not use. It was not opened.",
    "E-NEWER-FORMAT": "{name} was written by a newer argmap (format {version}; this one reads up to format {newest}). "
    "Nothing was changed. Install a newer argmap to read it.",
    "E-BAD-VERSION": "{name} names a format that no argmap has written ({version}). It was not opened.",
    "E-SCHEMA": "{name} holds other tables than a map has. It was not opened, and nothing in it was run or changed.",
    "E-DAMAGED": "{name} is damaged ({reason}). Nothing was changed; take a backup. " + _RESCUE,
    "E-MIXED": "{name} is damaged: it mixes two states, as when it was copied during a save. Nothing was changed; "
    "copy it again or take a backup. " + _RESCUE,
    "E-CONTENT": "{name} holds something no map can hold: {reason} Nothing was changed; take a backup. " + _RESCUE,
    "E-HISTORY": "{name} is damaged: its history does not add up ({reason}). Nothing was changed; "
    "take a backup. " + _RESCUE,
    "E-TOO-SLOW": "{name} takes too long to read; it may be made to. Nothing was changed.",
    "E-NOTHING-LEFT": "Nothing can be rescued from {name}: no part of a map can be read in it. Take a backup.",
    "E-BUSY": "{name} is in use by another program. Try again in a moment.",
}
"""The sentences by their codes; ``{name}`` is the file's, ``{typed}`` the same as it is typed into a command."""


def name_of(path: Path) -> str:
    """Return the file's name, fit for a sentence on a terminal."""
    return one_line(str(path))


def refusal(code: str, path: Path, **facts: object) -> UnreadableFileError:
    """Return the refusal of the file at *path* with the sentence of *code*, filled in with *facts*."""
    name = name_of(path)
    return UnreadableFileError(code, REFUSALS[code].format(name=name, typed=quote(name), **facts))
