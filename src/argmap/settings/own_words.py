"""Own words: the opposites a user wrote in ``opposites.txt`` in their settings folder."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.settings.places import config_folder

if TYPE_CHECKING:
    from pathlib import Path

NAME = "opposites.txt"
_MOST_BYTES = 1_000_000


def own_opposites() -> tuple[str, ...]:
    """Return the lines of this user's ``opposites.txt``; none if there is none that can be read as text.

    It is read again only when it has changed: whoever compares many claims asks for it again and again.
    """
    path = config_folder() / NAME
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ()
    return _lines(path, status.st_ino, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4)
def _lines(path: Path, *_state: int) -> tuple[str, ...]:
    try:
        with path.open("rb") as file:
            return tuple(file.read(_MOST_BYTES).decode("utf-8-sig").splitlines())
    except (OSError, ValueError):
        return ()
