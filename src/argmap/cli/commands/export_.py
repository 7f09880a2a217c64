"""``argmap export``: write a map in another format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import FilePath, map_file, open_map
from argmap.cli.saying import is_terminal, remark, say
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.formats import Exported


@click.command("export")
@map_file
@click.option("--to", "format_name", help="The format: json or markdown; else by the ending of -o.")
@click.option("-o", "--output", type=FilePath(), help="Where to; - or nothing is standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(file: Path, format_name: str | None, output: Path | None, *, force: bool) -> None:
    """Write the map in FILE in another format.

    json is argmap's own: it holds everything but the history. markdown is an outline that any editor can change and
    `argmap import` reads back.

    \b
    Examples:
      argmap export tax.argmap --to json -o tax.json
      argmap export tax.argmap --to markdown
    """
    from argmap import formats

    wanted = format_name or (_by_suffix(output) if output is not None else "")
    if not wanted:
        message = f"Say which format: --to {' or --to '.join(each.name for each in formats.FORMATS)}."
        raise click.UsageError(message)
    exported = formats.write(open_map(file).map, wanted)
    if output is None or str(output) == "-":
        _print(exported.content)
    else:
        _write(file, output, exported, force=force)
        say(f"Wrote {output}.")
    for line in exported.report.sentences:
        remark(line)


def _print(content: bytes) -> None:
    """Write to standard output what another program reads; for a terminal, clean it first."""
    if is_terminal():
        say(content.decode())
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _by_suffix(output: Path) -> str:
    from argmap.formats import FORMATS

    return next((each.name for each in FORMATS if output.suffix.lower() in each.suffixes), "")


def _write(file: Path, output: Path, exported: Exported, *, force: bool) -> None:
    """Put a whole new file in place, never half of one, and never in the place of a map."""
    from argmap.store.copying import write_whole

    if output.suffix == ".argmap" or output == file:
        message = f"{output} would be no map but a {output.suffix} that holds something else. Choose another ending."
        raise UnfitError(message)
    write_whole(output, exported.content, force=force)
