"""Own words: the opposites a user wrote in ``opposites.txt`` in their settings folder."""

from __future__ import annotations

from argmap.settings.places import config_folder

NAME = "opposites.txt"
_MOST_BYTES = 1_000_000


def own_opposites() -> list[str]:
    """Return the lines of this user's ``opposites.txt``; none if there is none that can be read as text."""
    try:
        with (config_folder() / NAME).open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8-sig").splitlines()
    except (OSError, ValueError):
        return []
