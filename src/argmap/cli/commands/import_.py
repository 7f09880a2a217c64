"""``argmap import``: make a map from a file of another format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.content import content_of, files_in
from argmap.cli.parameters import READ, FilePath, json_output, open_map
from argmap.cli.saying import counted, remark, say, say_json
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.formats import Imported


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FilePath())
@click.option("-o", "--output", type=FilePath(), help="The map to make; else each file's own name with .argmap.")
@click.option("--into", type=FilePath(), help="A map that is there, to take in what the files say.")
@click.option("--from", "format_name", metavar="FORMAT", help=f"The format, if it is not found out: {READ}.")
@click.option(
    "--bare",
    type=click.Choice(["supports", "opposes"]),
    help="What a claim under another means without a sign.",
)
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost (exit 1).")
@json_output
def command(
    files: tuple[Path, ...],
    output: Path | None,
    into: Path | None,
    format_name: str | None,
    bare: str | None,
    *,
    strict: bool,
    as_json: bool,
) -> None:
    """Make a new map from each of FILES, or from each file of a folder, whatever it was written with.

    The format is found by what is in a file. What was lost is said, with the places. FILE - reads standard input.

    \b
    Examples:
      argmap import notes.md -o tax.argmap
      argmap import debate.argdown --strict
      argmap import essays/ --into tax.argmap
    """
    found = files_in(files)
    if output is not None and (into is not None or len(found) > 1):
        message = "-o names one map, but several files were given. Import them one by one, or without -o."
        raise click.UsageError(message if into is None else "-o makes a new map, --into fills one. Use one of them.")
    options = {} if bare is None else {"bare": bare}
    taken = _Taken(strict=strict, as_json=as_json, alone=len(found) == 1)
    read = [each for file in found if (each := taken.read(file, format_name, options)) is not None]
    if taken.may_write():
        document = None if into is None else open_map(into)
        for each in read:
            taken.write(each, output, document)
    taken.end()


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, and what is told of it as JSON."""

    file: Path
    imported: Imported
    told: dict[str, Any]


class _Taken:
    """What came of each file: read, written, told."""

    def __init__(self, *, strict: bool, as_json: bool, alone: bool) -> None:
        self._strict = strict
        self._as_json = as_json
        self._alone = alone
        self._losses = False
        self._failure: ArgmapError | None = None
        self._told: list[dict[str, Any]] = []

    def read(self, file: Path, format_name: str | None, options: dict[str, str]) -> _Read | None:
        """Read a file; where it is one of several, one that cannot be read is told and left out."""
        from argmap import formats

        try:
            imported = formats.read(content_of(file), file.name, format_name, **options)
        except ArgmapError as error:
            if self._alone:
                raise
            self._fail(file, error)
            return None
        for line in imported.report.sentences:
            remark(line if self._alone else f"{file.name}: {line}")
        self._losses = self._losses or not imported.report.is_lossless
        read = _Read(file, imported, {"file": str(file), "report": imported.report.to_plain()})
        self._told.append(read.told)
        return read

    def may_write(self) -> bool:
        """Whether what was read may be written: not with --strict, if anything was lost."""
        return not (self._strict and self._losses)

    def write(self, read: _Read, output: Path | None, document: Document | None) -> None:
        """Make a map of what was read, or take it into *document*."""
        place = output or Path("imported" if str(read.file) == "-" else read.file.name).with_suffix(".argmap")
        label = f"Import {read.file.name}"
        try:
            if document is None:
                document = _made(place, read.imported, label)
            else:
                _take_in(document, read.imported, label)
        except ArgmapError as error:
            if self._alone:
                raise
            self._fail(read.file, error)
            return
        self._tell(read, document)

    def end(self) -> None:
        """Say what is left to say, and end with the status that fits."""
        if self._as_json:
            say_json({"files": self._told, "written": self.may_write()})
        if not self.may_write():
            remark("argmap: Something would be lost, so nothing was written. Without --strict it would be.")
            raise click.exceptions.Exit(1)
        if self._failure is not None:
            raise click.exceptions.Exit(self._failure.exit_status)

    def _fail(self, file: Path, error: ArgmapError) -> None:
        self._failure = error
        self._told.append({"file": str(file), "error": str(error)})
        remark(f"argmap: {error}")

    def _tell(self, read: _Read, document: Document) -> None:
        map_ = read.imported.map()
        counts = {"claims": len(map_.claims), "inferences": len(map_.inferences), "sources": len(map_.sources)}
        read.told.update(map=str(document.path), **counts)
        if not self._as_json:
            words = ", ".join(counted(count, word.removesuffix("s")) for word, count in counts.items())
            say(f"Imported {document.path}: {words}.")
            remark(f"Next: argmap open {document.path}")


def _made(place: Path, imported: Imported, label: str) -> Document:
    from argmap.document import Document

    return Document.create(place, imported.entities, label=label, highest=imported.highest)


def _take_in(document: Document, imported: Imported, label: str) -> None:
    from argmap.formats import joining
    from argmap.model import as_step

    document.do(as_step(label, joining(document.map, imported.entities)))
