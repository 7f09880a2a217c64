"""Backups: whole copies of a file as it was, in this user's own folder, the ten newest of each file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from argmap import settings
from argmap.errors import ArgmapError
from argmap.store.connection import connect_to_read
from argmap.store.copying import finished_at

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 10
"""How many backups of one file are kept."""

_NAME = "%Y-%m-%dT%H%M%S.%fZ"


def backups_of(path: Path) -> tuple[Path, ...]:
    """Return the backups of the file at *path*, the newest first."""
    try:
        return tuple(sorted(_folder(path).glob("*.argmap"), reverse=True))
    except OSError:  # a folder that may not be read holds no backup for us
        return ()


def time_of(backup: Path) -> datetime:
    """Return when a backup was made, in UTC."""
    return datetime.strptime(backup.stem, _NAME).replace(tzinfo=UTC)


def keep_daily(path: Path) -> None:
    """Keep a backup of the file at *path* unless there is one of this day; a failure keeps nobody from working."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    if not any(backup.name.startswith(today) for backup in backups_of(path)):
        with suppress(OSError, sqlite3.Error, ArgmapError):
            keep(path)


def keep(path: Path) -> Path:
    """Keep a backup of the file at *path* as it is now; returns where it is. The oldest beyond ten go."""
    folder = _folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{datetime.now(UTC).strftime(_NAME)}.argmap"
    with (
        finished_at(place) as unfinished,
        closing(connect_to_read(path)) as source,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        source.backup(copy)
    for old in backups_of(path)[KEPT:]:
        old.unlink(missing_ok=True)
    return place


def _folder(path: Path) -> Path:
    """Return the folder of a file's backups, named by its path, so that it is found when the file cannot be read."""
    return settings.state_folder() / "backups" / settings.named_after(path)
