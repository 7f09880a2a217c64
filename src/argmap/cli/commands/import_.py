"""``argmap import``: make a map from a file of another format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.cli.parameters import FilePath
from argmap.cli.saying import counted, remark, say
from argmap.errors import UnreadableFileError


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FilePath())
@click.option("-o", "--output", type=FilePath(), help="The map to make; else each file's own name with .argmap.")
@click.option("--from", "format_name", help="The format, where it should not be found out: json, markdown.")
@click.option("--bare", type=click.Choice(["supports", "opposes"]), help="What a bullet without a sign means.")
def command(files: tuple[Path, ...], output: Path | None, format_name: str | None, bare: str | None) -> None:
    """Make a new map from each of FILES: argmap's own JSON, or a Markdown outline. FILE - reads standard input.

    \b
    Examples:
      argmap import notes.md -o tax.argmap
      argmap import tax.json
    """
    if output is not None and len(files) > 1:
        message = "-o names one map, but several files were given. Import them one by one, or without -o."
        raise click.UsageError(message)
    for file in files:
        _import(file, output, format_name, {} if bare is None else {"bare": bare})


def _import(file: Path, output: Path | None, format_name: str | None, options: dict[str, str]) -> None:
    from argmap import formats
    from argmap.document import Document

    imported = formats.read(_content(file), file.name, format_name, **options)
    place = output or Path("imported" if str(file) == "-" else file.name).with_suffix(".argmap")
    document = Document.create(place, imported.entities, label=f"Import {file.name}", highest=imported.highest)
    for line in imported.report.sentences:
        remark(line)
    map_ = document.map
    say(
        f"Imported {place}: {counted(len(map_.claims), 'claim')}, {counted(len(map_.inferences), 'inference')}, "
        f"{counted(len(map_.sources), 'source')}."
    )
    remark(f"Next: argmap open {place}")


def _content(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise UnreadableFileError("E-NO-ACCESS", f"{file} cannot be read: {reason}.") from error
