"""What this user copied last, kept in a file so that every map and every argmap that runs can paste it."""

from __future__ import annotations

from argmap.errors import UnfitError, UnwritableFileError
from argmap.settings.places import put_whole, state_folder

MOST_BYTES = 16_000_000
"""What is larger is not kept, and not read."""

_NAME = "copied.json"


def keep_copied(content: bytes) -> None:
    """Keep *content* for pasting, in place of what was copied before; a reader sees the one or the other."""
    if len(content) > MOST_BYTES:
        message = "The branch is too large to copy. Copy a smaller part of it."
        raise UnfitError(message)
    place = state_folder() / _NAME
    try:
        put_whole(place, content)
    except OSError as error:
        raise UnwritableFileError(str(place), error.strerror or "it cannot be reached") from None


def kept_copy() -> bytes:
    """Return what was kept; refuse with `UnfitError` if nothing was, or nothing that can be read."""
    path = state_folder() / _NAME
    try:
        if not path.is_file():
            message = "Nothing was copied yet. Copy or cut a branch first."
            raise UnfitError(message)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"What was copied cannot be read: {error.strerror}. Copy a branch again."
        raise UnfitError(message) from None
    if len(content) > MOST_BYTES:
        message = "What was copied is too large to paste. Copy a smaller branch."
        raise UnfitError(message)
    return content
