"""Gathering: which files are meant by the places that were named; folders are walked, and what is skipped is told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.errors import ArgmapError

STDIN = Path("-")
"""The name that stands for standard input."""

MOST_ENTRIES = 10_000
"""The most that a folder may hold with all folders in it; more was hardly meant."""

_SUFFIX = ".argmap"


@dataclass(slots=True)
class Gathered:
    """The *files* to read in order, what was *skipped* in folders and why, and places that hold nothing to read."""

    files: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    failures: list[tuple[Path, ArgmapError]] = field(default_factory=list)

    def by_reason(self) -> dict[str, list[str]]:
        """Return the names of what was skipped, reason by reason."""
        found: dict[str, list[str]] = {}
        for path, why in self.skipped:
            found.setdefault(why, []).append(path.name)
        return found


def gather(places: Iterable[Path]) -> Gathered:
    """Return the files named by *places*: each once, those of a folder and its folders by name; links are not followed.

    A link that is named itself is a file like any other.
    """
    gathered = Gathered()
    for place in places:
        try:
            is_folder = place != STDIN and place.is_dir()
        except (OSError, ValueError):
            is_folder = False  # reading it says why
        if is_folder:
            _walk(place, gathered)
        else:
            gathered.files.append(place)
    once: dict[object, Path] = {}
    for file in gathered.files:
        once.setdefault(_identity(file), file)
    gathered.files = list(once.values())
    return gathered


def names_of_maps(files: Iterable[Path]) -> dict[Path, Path]:
    """Return the name of the map that each of *files* becomes: its own, and where two would share one, all of its path.

    ``a/tax.md`` and ``b/tax.md`` become ``a-tax-md.argmap`` and ``b-tax-md.argmap``.
    """
    short = {file: Path("imported" if file == STDIN else file.name).with_suffix(_SUFFIX) for file in files}
    names = [name.name.casefold() for name in short.values()]
    return {
        file: name if names.count(name.name.casefold()) == 1 else Path(_whole_name(file) + _SUFFIX)
        for file, name in short.items()
    }


def _whole_name(file: Path) -> str:
    parts = [part for part in file.parts if part not in {file.anchor, "..", "."}]
    return "-".join(parts).replace(".", "-")


def _identity(file: Path) -> object:
    try:
        return file if file == STDIN else os.path.realpath(file)
    except (OSError, ValueError):
        return file


def _walk(folder: Path, gathered: Gathered) -> None:
    """Gather what is in *folder* and in the folders in it, by name; only the way down is walked."""
    files, skipped, failures = len(gathered.files), len(gathered.skipped), len(gathered.failures)
    waiting = _inside(folder, gathered)[::-1]
    seen = len(waiting)
    while waiting and seen <= MOST_ENTRIES:
        path = waiting.pop()
        if _take(path, gathered):
            inside = _inside(path, gathered)
            seen += len(inside)
            waiting += reversed(inside)
    if seen > MOST_ENTRIES:
        del gathered.files[files:], gathered.skipped[skipped:], gathered.failures[failures:]
        sentence = f"The folder {folder} holds more than {MOST_ENTRIES:,} files. Name the folders in it that are meant."
        gathered.failures.append((folder, _refused(sentence)))
    elif (len(gathered.files), len(gathered.failures)) == (files, failures):
        gathered.failures.append((folder, _refused(f"The folder {folder} holds no file to import.")))


def _inside(folder: Path, gathered: Gathered) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda each: (each.name.casefold(), each.name))
    except OSError as error:
        gathered.failures.append((folder, _refused(f"The folder {folder} cannot be read: {error.strerror}.")))
        return []


def _refused(sentence: str) -> ArgmapError:
    return UnreadableFileError("E-NO-ACCESS", sentence)


def _take(path: Path, gathered: Gathered) -> bool:
    """Gather *path*, or say why it is skipped; True where it is a folder to walk."""
    try:
        if path.name.startswith("."):
            gathered.skipped.append((path, "hidden"))
        elif path.is_symlink():
            gathered.skipped.append((path, "a link to another place"))
        elif path.is_dir():
            return True
        elif not path.is_file():
            gathered.skipped.append((path, "no ordinary file"))
        elif path.suffix.lower() == _SUFFIX:
            gathered.skipped.append((path, "a map already, for argmap include"))
        else:
            gathered.files.append(path)
    except OSError as error:
        gathered.failures.append((path, _refused(f"{path} cannot be read: {error.strerror}.")))
    return False
