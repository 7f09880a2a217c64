"""Importing: files are read one after the other, maps made of them or one map filled, and what came of it told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.bringing import included_value, joining_bar, likely_pairs, tell_included, tell_next
from argmap.cli.content import content_of
from argmap.cli.gathering import names_of_maps
from argmap.cli.parameters import open_map
from argmap.cli.saying import counted, remark, say, say_json, shown, typed
from argmap.cli.waiting import Waiting
from argmap.display import one_line
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from argmap.cli.gathering import Gathered
    from argmap.document import Document
    from argmap.formats import Imported
    from argmap.model import ArgumentMap, Entity, Step
    from argmap.reviewing import Inclusion

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be read, and whether anything is written."""

    format_name: str | None
    options: dict[str, str]
    strict: bool = False
    dry_run: bool = False
    join_identical: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, and what is told of it as JSON."""

    file: Path
    imported: Imported
    told: dict[str, Any]


class Importing:
    """What comes of each file: read, written, told. Of several, one that fails is told and does not stop the others."""

    def __init__(self, gathered: Gathered, wishes: Wishes, *, as_json: bool) -> None:
        self._gathered = gathered
        self._wishes = wishes
        self._as_json = as_json
        self._alone = len(gathered.files) + len(gathered.failures) == 1
        self._waiting = Waiting()
        self._losses = False
        self._failure: ArgmapError | None = None
        self._told: list[dict[str, Any]] = []
        self._likely: int | None = None

    # -- what can be done ------------------------------------------------------------------------------------------

    def make_each(self, output: Path | None) -> None:
        """Make a map of each file: called *output*, or by its own name where that is None."""
        names = names_of_maps(self._gathered.files)
        read = self._read_all()
        if self._wishes.strict:
            read = iter(list(read))  # whether anything is lost is known when all are read
        for each in read:
            if self._may_write():
                self._make(each, output or names[each.file])

    def bring_into(self, into: Path) -> None:
        """Bring what all files say into the map *into*, as one step; make that map where there is none."""
        document = open_map(into) if os.path.lexists(into) else None
        read = list(self._read_all())
        if not read:
            return
        map_ = _begun(read[0].imported) if document is None else document.map
        step, inclusions = self._included(map_, read)
        self._losses = self._losses or any(each.report.left_out or each.report.differing for each in inclusions)
        if self._may_write() and not self._wishes.dry_run:
            with self._waiting.on(f"Writing {into.name}"):
                if document is None:
                    map_.apply(step)
                    document = _created(into, map_.entities(), step.label, map_.highest_numbers())
                else:
                    document.do(step)
            self._likely = likely_pairs(document, frozenset().union(*(each.new for each in inclusions)))
        if self._may_write():
            self._tell_all(into, read, inclusions)
            if document is not None and not self._as_json and not self._wishes.dry_run:
                tell_next(into, step, self._likely)

    def end(self) -> None:
        """Say what is left to say, and end with the status that fits."""
        written = self._may_write() and not self._wishes.dry_run
        if self._as_json:
            skipped = [{"file": str(path), "why": why} for path, why in self._gathered.skipped]
            say_json({"files": self._told, "skipped": skipped, "written": written, "likely_pairs": self._likely})
        if not self._may_write():
            remark(f"argmap: {_STRICT[self._failure is None]}")
        if self._failure is not None:
            raise click.exceptions.Exit(self._failure.exit_status)
        if not self._may_write():
            raise click.exceptions.Exit(1)

    # -- reading ---------------------------------------------------------------------------------------------------

    def _read_all(self) -> Iterator[_Read]:
        """Yield each file that can be read; the others are told."""
        for why, names in self._gathered.by_reason().items():
            more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
            remark(f"Skipped ({why}): {', '.join(map(one_line, names[:_NAMED]))}{more}.")
        for place, error in self._gathered.failures:
            self._fail(place, error)
        count = len(self._gathered.files)
        for number, file in enumerate(self._gathered.files, 1):
            which = "" if count == 1 else f" ({number:,} of {count:,})"
            try:
                imported = self._read(file, f"Reading {file.name}{which}")
            except ArgmapError as error:
                self._fail(file, error)
                continue
            yield self._taken(file, imported)

    def _read(self, file: Path, doing: str) -> Imported:
        from argmap import formats

        with self._waiting.on(doing):
            return formats.read(content_of(file), file.name, self._wishes.format_name, **self._wishes.options)

    def _taken(self, file: Path, imported: Imported) -> _Read:
        """Tell what reading *file* lost."""
        for line in imported.report.sentences:
            remark(line if self._alone else f"{one_line(file.name)}: {line}")
        self._losses = self._losses or not imported.report.is_lossless
        read = _Read(file, imported, {"file": str(file), "report": imported.report.to_plain()})
        self._told.append(read.told)
        return read

    def _fail(self, file: Path, error: ArgmapError) -> None:
        """Tell what could not be read or written; where it is all there is, that ends the command."""
        if self._alone:
            raise error
        self._failure = self._failure or error
        self._told.append({"file": str(file), "error": str(error)})
        remark(f"argmap: {error}")

    def _may_write(self) -> bool:
        """Whether what was read may be written: not with --strict, if anything was lost or could not be read."""
        return not (self._wishes.strict and (self._losses or self._failure is not None))

    # -- one map each ----------------------------------------------------------------------------------------------

    def _make(self, read: _Read, place: Path) -> None:
        map_ = read.imported.map()
        if not self._wishes.dry_run:
            try:
                with self._waiting.on(f"Writing {place.name}"):
                    entities, highest = read.imported.entities, read.imported.highest
                    _created(place, entities, f"Import {one_line(read.file.name)}", highest)
            except ArgmapError as error:
                self._fail(read.file, error)
                return
        counts = {"claims": len(map_.claims), "inferences": len(map_.inferences), "sources": len(map_.sources)}
        read.told.update(map=str(place), **counts)
        if not self._as_json:
            words = ", ".join(counted(count, word.removesuffix("s")) for word, count in counts.items())
            say(f"{'Would make' if self._wishes.dry_run else 'Imported'} {shown(place)}: {words}.")
            if not self._wishes.dry_run:
                remark(f"Next: argmap open {typed(place)}")

    # -- one map for all -------------------------------------------------------------------------------------------

    def _included(self, map_: ArgumentMap, read: Sequence[_Read]) -> tuple[Step, list[Inclusion]]:
        from argmap.reviewing import include_all

        more = f" and {counted(len(read) - 1, 'more file')}" if len(read) > 1 else ""
        label = f"Import {one_line(read[0].file.name)}{more}"
        maps = [each.imported.map() for each in read]
        joins = self._wishes.join_identical
        with joining_bar(sum(len(each.claims) for each in maps) if joins and len(maps) == 1 else 0) as progress:
            return include_all(map_, maps, label, join_identical=joins, progress=progress)

    def _tell_all(self, into: Path, read: Sequence[_Read], inclusions: Sequence[Inclusion]) -> None:
        for each, inclusion in zip(read, inclusions, strict=True):
            each.told.update(map=str(into), **included_value(inclusion.report))
            if not self._as_json:
                question = each.imported.map().about.question
                tell_included(inclusion.report, question, str(each.file), dry_run=self._wishes.dry_run)


_STRICT = (
    "Not every file could be read, so nothing was written. Without --strict the others would be.",
    "Something would be lost, so nothing was written. Without --strict it would be.",
)


def _begun(first: Imported) -> ArgumentMap:
    """Return an empty map that asks what the first file asks."""
    from argmap.model import ArgumentMap

    return ArgumentMap([first.map().about])


def _created(place: Path, entities: Iterable[Entity], label: str, highest: Sequence[int]) -> Document:
    from argmap.document import Document

    return Document.create(place, entities, label=label, highest=highest)
