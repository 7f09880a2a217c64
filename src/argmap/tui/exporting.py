"""Exporting: what can be written of a map, how much of it, in which types of file, and under which name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import UnfitError
from argmap.outlines import Selection
from argmap.publishing.drawn import KINDS, Manner, pictured
from argmap.publishing.paper import PAPERS
from argmap.publishing.printouts import PRINTOUTS, Wishes, printed, usual_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, ClaimId
    from argmap.publishing import Published
    from argmap.publishing.formats import Format
    from argmap.publishing.printouts import Printout
    from argmap.tui.places import Row

_WORDS = {
    "text": "Text",
    "markdown": "Markdown",
    "docx": "Word",
    "pdf": "PDF",
    "html": "Web page",
    "csv": "Table (CSV)",
    "xlsx": "Excel",
    "svg": "Picture (SVG)",
    "png": "Picture (PNG)",
}
"""What people call the formats; one that is missing here goes by its name."""

_DRAWING_NAME = "drawing"
_USUAL_PAPER = "a4"


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file: its *name*, the *words* for it, the endings it may have, and how it is made of a selection."""

    name: str
    words: str
    suffixes: tuple[str, ...]
    make: Callable[[ArgumentMap, Selection], Published]


@dataclass(frozen=True, slots=True)
class Export:
    """Something to write of a map: its *name*, what it is in a few *words*, and the *types* of file it can be.

    *usual* is the type that people want most; *named* is what its files are named.
    """

    name: str
    words: str
    types: tuple[FileType, ...]
    usual: str
    named: str

    def type_called(self, name: str) -> FileType:
        """Return the type of that name, or else the usual one."""
        return next((each for each in self.types if each.name == name), None) or next(
            (each for each in self.types if each.name == self.usual), self.types[-1]
        )

    def type_for(self, suffix: str, wanted: FileType) -> FileType | None:
        """Return the type that a file with this ending is, the *wanted* one where it may have it; None for others."""
        fitting = [each for each in (wanted, *self.types) if suffix.lower() in each.suffixes]
        return fitting[0] if fitting else None


@dataclass(frozen=True, slots=True)
class Scope:
    """How much of a map is written: its *name*, in *words*, as a *selection*, and what it adds to a file's name."""

    name: str
    words: str
    selection: Selection
    label: str = ""

    def is_gone(self, map_: ArgumentMap) -> bool:
        """Whether somebody else removed the claim it begins at."""
        start = self.selection.side or self.selection.at
        return start is not None and start.id not in map_.claims


def exports() -> dict[str, Export]:
    """Return everything that can be written of a map, by name: what is printed, and a picture."""
    found = [*map(_printout, PRINTOUTS.values()), _drawing()]
    return {each.name: each for each in found}


def scopes(map_: ArgumentMap, row: Row, focus: ClaimId | None) -> list[Scope]:
    """Return how much can be written from here, what is shown now first: the branch in *focus*, or the whole map."""
    whole = Scope("map", "the whole map", Selection())
    found = [whole] if focus is None else [_branch(map_, focus, "focus", "in focus, "), whole]
    if row.is_claim and row.claim != focus:
        found.append(_branch(map_, row.claim, "cursor", "under the cursor, "))
    return found


def name_for(map_file: Path, export: Export, type_: FileType, scope: Scope) -> str:
    """Return a name for the file, after the map and what is written of it."""
    word = f"{scope.label}-{export.named}" if scope.label else export.named
    return usual_name(map_file.stem, word, type_.suffixes[0])


def place_of(typed: str, folder: Path, name: str) -> Path:
    """Return the place that was *typed*, counted from *folder*; one that is a folder itself gets the file's *name*."""
    try:
        place = folder / Path(typed.strip()).expanduser()
        return place / name if place.is_dir() else place
    except (OSError, RuntimeError, ValueError):  # a name too long, somebody unknown's home, a NUL
        message = f"No file can have the name {one_line(typed)[:60]}. Choose another."
        raise UnfitError(message) from None


def typed_place(place: Path, export: Export, type_: FileType) -> tuple[Path, FileType]:
    """Return where to write which type: the ending that was typed decides; one that says nothing is added to."""
    found = export.type_for(place.suffix, type_)
    if found is not None:
        return place, found
    return place.with_name(place.name + type_.suffixes[0]), type_


def with_ending(typed: str, exports_: Iterable[Export], type_: FileType) -> str:
    """Return what was *typed* with the ending of *type_* in the place of another type's; other words are left."""
    stem, dot, ending = typed.rpartition(".")
    known = {suffix for export in exports_ for each in export.types for suffix in each.suffixes}
    return f"{stem}{type_.suffixes[0]}" if stem and f"{dot}{ending}".lower() in known else typed


def _printout(printout: Printout) -> Export:
    types = tuple(
        FileType(
            format_.name,
            _WORDS.get(format_.name, format_.name),
            format_.suffixes,
            partial(_print, printout.name, format_),
        )
        for format_ in printout.formats
    )
    return Export(printout.name, printout.words, types, printout.usual, printout.named or printout.name)


def _print(name: str, format_: Format, map_: ArgumentMap, selection: Selection) -> Published:
    return printed(map_, name, selection, format_, Wishes())


def _drawing() -> Export:
    types = tuple(_picture_types())
    return Export(_DRAWING_NAME, "a picture of the map", types, f"pdf {_USUAL_PAPER}", _DRAWING_NAME)


def _picture_types() -> Iterator[FileType]:
    for kind, suffixes in KINDS.items():
        yield FileType(kind, _WORDS.get(kind, kind), suffixes, partial(_draw, kind, Manner()))
        if kind == "pdf":
            for paper in PAPERS:
                words = f"PDF, {paper.capitalize()} pages"
                yield FileType(f"{kind} {paper}", words, suffixes, partial(_draw, kind, Manner(paper=paper)))
            yield FileType(
                f"{kind} poster", "PDF, a poster of sheets", suffixes, partial(_draw, kind, Manner(tiles=True))
            )


def _draw(kind: str, manner: Manner, map_: ArgumentMap, selection: Selection) -> Published:
    return pictured(map_, selection, kind, manner)


def _branch(map_: ArgumentMap, id_: ClaimId, name: str, leads: str) -> Scope:
    claim = map_.claims[id_]
    words = f"{leads}{claim.label}: {one_line(claim.text)}"
    selection = Selection(side=claim) if claim.is_position else Selection(at=claim)
    return Scope(name, words, selection, claim.label)


def matching(typed: str, words: Sequence[str]) -> list[int]:
    """Return the places of the *words* that hold each word of what was typed."""
    wanted = typed.casefold().split()
    return [at for at, each in enumerate(words) if all(word in each.casefold() for word in wanted)]
