"""Handing out: what was printed or drawn goes into a file of its own, whole, and never in the place of a map."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import UnfitError
from argmap.store.copying import is_same_file, write_whole

if TYPE_CHECKING:
    from pathlib import Path

_MOST_TRIED = 1_000  # names; who has so many chooses one


def hand_out(map_file: Path, place: Path, content: bytes, *, force: bool = False) -> None:
    """Put a whole new file at *place*, never half of one.

    Refuses with `UnfitError` a place that is a map's, and with `FileExistsAlreadyError` one that is taken, unless
    *force*.
    """
    if place.suffix.lower() == ".argmap" or is_same_file(place, map_file):
        message = f"{one_line(str(place))} would be no map but something to print. Choose another ending."
        raise UnfitError(message)
    write_whole(place, content, force=force)


def free_place(place: Path) -> Path:
    """Return *place*, or where something is there, the first free one with a number behind its name."""
    numbered = (place.with_name(f"{place.stem}-{number}{place.suffix}") for number in range(2, _MOST_TRIED))
    return next((each for each in (place, *numbered) if not _is_taken(each)), place)


def _is_taken(place: Path) -> bool:
    with suppress(OSError, ValueError):  # what cannot be looked at is refused when it is written
        return place.exists() or place.is_symlink()
    return False
