"""The maps this user opened last, for the start page; losing the list loses nothing."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from argmap.settings.places import put_whole, state_folder

_MOST = 10


def recent_files() -> tuple[Path, ...]:
    """Return the maps opened last that are still there, the newest first."""
    return tuple(path for path in _listed() if _is_there(path))


def remember_file(path: Path) -> None:
    """Put *path* first in the list of recent maps; does nothing where the list cannot be written."""
    path = path.absolute()
    listed = [path, *(other for other in _listed() if other != path)][:_MOST]
    with suppress(OSError, UnicodeEncodeError):
        put_whole(state_folder() / "recent.json", json.dumps([str(each) for each in listed]).encode())


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name no file can have
        return False


def _listed() -> list[Path]:
    try:
        texts = json.loads((state_folder() / "recent.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(texts, list):
        return []
    return [Path(text) for text in texts if isinstance(text, str) and text and "\0" not in text]
