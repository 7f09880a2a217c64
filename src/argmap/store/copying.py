"""Putting whole files in place: copies of maps, and exports, never half of one and never over another unasked."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from argmap.errors import FileExistsAlreadyError, NotAFileError, UnwritableFileError
from argmap.model.ids import new_id
from argmap.store.connection import writing_refused
from argmap.store.recovery import beside
from argmap.store.refusals import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_FORCE = "Choose another name, or use --force to write over it."


def copy_new(source: Path, place: Path) -> None:
    """Copy a file to *place*, making its folder; refuse if something is there."""
    with writing_refused(name_of(place), is_new=True):
        place.parent.mkdir(parents=True, exist_ok=True)
        with finished_at(place) as unfinished:
            _write(unfinished, source.read_bytes())


def write_whole(place: Path, content: bytes, *, force: bool = False) -> None:
    """Write *content* to *place* as a whole; refuse if something is there, unless *force*, or what is no file."""
    then = "choose another place, or try again"
    with writing_refused(name_of(place), then, is_new=not os.path.lexists(place)):
        _refuse_what_is_no_file(place)
        with finished_at(place, force=force, instead=_FORCE) as unfinished:
            _write(unfinished, content)


def _refuse_what_is_no_file(place: Path) -> None:
    """Refuse a pipe or a device: a file in its stead would break what reads from it, and its readers may never come."""
    if "\0" not in str(place) and place.exists() and not (place.is_file() or place.is_dir()):
        raise NotAFileError(name_of(place))


def is_same_file(place: Path, other: Path) -> bool:
    """Whether both names stand for one file that is there, also through links."""
    with suppress(OSError, ValueError):  # what cannot be looked at is refused when it is written
        return place.samefile(other)
    return False


def _write(place: Path, content: bytes) -> None:
    """Write *content* to *place* so that it outlives a power cut."""
    with place.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def finished_at(place: Path, *, force: bool = False, instead: str = "Choose another name.") -> Iterator[Path]:
    """Yield a place beside *place* to make a file at, and move the file to *place* once it is whole."""
    if "\0" in str(place):
        raise UnwritableFileError(name_of(place), "no file can have this name")
    if not force and (place.exists() or place.is_symlink()):
        raise FileExistsAlreadyError(name_of(place), instead)
    if not place.parent.is_dir():
        missing = f"there is no folder {name_of(place.parent)}"
        raise UnwritableFileError(name_of(place), missing, "make that folder, or choose another place", is_new=True)
    unfinished = place.with_name(f".{new_id()[-12:]}.unfinished")
    try:
        yield unfinished
        if force:
            unfinished.replace(place)
        else:
            _put(unfinished, place)
        _sync_folder(place.parent)
    finally:
        for left in (unfinished, beside(unfinished, "-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make sure a new name outlives a power cut; a system that cannot open a folder needs it not or cannot."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _put(unfinished: Path, place: Path) -> None:
    """Give a finished file its name, without ever taking the place of another."""
    try:
        os.link(unfinished, place)
    except FileExistsError:
        raise FileExistsAlreadyError(name_of(place)) from None
    except OSError:  # a file system without hard links
        if place.exists():
            raise FileExistsAlreadyError(name_of(place)) from None
        unfinished.rename(place)
