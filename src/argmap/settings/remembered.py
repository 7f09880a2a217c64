"""What argmap remembers of how its user likes the screen; losing it loses nothing but a choice of colours."""

from __future__ import annotations

import json
from contextlib import suppress

from argmap.settings.places import put_whole, state_folder

NAME = "screen.json"


def remembered(what: str) -> str:
    """Return what was remembered under the name *what*; nothing if nothing was."""
    return _all().get(what, "")


def remember(what: str, value: str) -> None:
    """Remember *value* under the name *what*; does nothing where that cannot be kept."""
    everything = {**_all(), what: value}
    with suppress(OSError):
        put_whole(state_folder() / NAME, json.dumps(everything).encode())


def _all() -> dict[str, str]:
    try:
        found = json.loads((state_folder() / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}
