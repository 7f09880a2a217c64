"""How this user looked at each map last: a small file a map, beside no map; losing one loses nothing of a map."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from argmap.settings.places import named_after, put_whole, state_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST = 300_000
"""A file with more bytes is none of ours, and a view that takes more is not kept."""


def read_view(path: Path) -> dict[str, Any]:
    """Return what was kept of how the map at *path* was looked at; empty if nothing was, or nothing can be read."""
    try:
        with _place(path).open("rb") as opened:
            content = opened.read(_LARGEST + 1)
        view = json.loads(content) if len(content) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        return {}
    return view if isinstance(view, dict) else {}


def write_view(path: Path, view: Mapping[str, Any]) -> None:
    """Keep *view* for the map at *path*; does nothing where that cannot be kept."""
    content = json.dumps(view).encode()
    if len(content) > _LARGEST:
        return
    with suppress(OSError):
        put_whole(_place(path), content)


def _place(path: Path) -> Path:
    return state_folder() / "views" / f"{named_after(path)}.json"
