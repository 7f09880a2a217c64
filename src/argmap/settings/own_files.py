"""Which files this user's argmap wrote last: those need not be checked again as if a stranger had sent them."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from argmap.settings.places import named_after, state_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_LENGTH = 256
"""Every mark is as long: one is written over another without truncating a file, which costs a wait for the disk."""


def remember_own(path: Path, mark: Sequence[int | str]) -> None:
    """Remember that the file at *path* bears *mark* since our last write; does nothing where that cannot be kept."""
    place = _place(path)
    with suppress(OSError, ValueError):
        try:
            _write(place, mark)
        except FileNotFoundError:
            place.parent.mkdir(parents=True, exist_ok=True)
            _write(place, mark)


def _write(place: Path, mark: Sequence[int | str]) -> None:
    """Write *mark* over what stands at *place*. Half a mark would be none: the file is checked in full then."""
    opened = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.write(opened, json.dumps(list(mark)).ljust(_LENGTH).encode())
    finally:
        os.close(opened)


def own_mark(path: Path) -> list[int | str]:
    """Return the mark the file at *path* bore after our last write; empty if there was none."""
    try:
        mark = json.loads(_place(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return mark if isinstance(mark, list) else []


def _place(path: Path) -> Path:
    """Return where the mark of *path* is kept: a file of its own, so that two programs never write the same one."""
    return state_folder() / "own" / f"{named_after(path)}.json"
