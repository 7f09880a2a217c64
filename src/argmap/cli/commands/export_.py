"""``argmap export``: write a map in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import WRITTEN, FilePath, json_output, map_file, open_map
from argmap.cli.waiting import Waiting
from argmap.cli.written import conclude, format_for, put, refuse_map
from argmap.model.memory import without_collecting

if TYPE_CHECKING:
    from pathlib import Path


@click.command("export")
@map_file
@click.option("--to", "format_name", metavar="FORMAT", help=f"{WRITTEN}; else by the ending of -o.")
@click.option("-o", "--output", type=FilePath(), help="Where to; - or nothing is standard output.")
@click.option("--at", "claim", help="Only what stands under this claim, such as C17.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost (exit 1).")
@json_output
@without_collecting()  # till the end: else the whole map would be looked through between reading and writing it
def command(
    file: Path,
    format_name: str | None,
    output: Path | None,
    claim: str | None,
    *,
    force: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Write the map in FILE in another format, and say what that format cannot hold.

    json is argmap's own: it holds everything but the history. markdown is an outline that any editor can change. The
    others are for the programs they are named after; docs/reference/formats.md says what each keeps.

    \b
    Examples:
      argmap export tax.argmap --to json -o tax.json
      argmap export tax.argmap --to markdown
      argmap export tax.argmap --at C17 -o part.argdown --strict
    """
    from argmap import formats
    from argmap.model.labels import find_claim

    if as_json and output is None:
        message = "--json prints the report of an export to a file: say where to with -o."
        raise click.UsageError(message)
    refuse_map(output, file)
    wanted = format_for(format_name, output)
    map_ = open_map(file).map
    if claim is not None:
        map_ = formats.branch_of(map_, find_claim(map_, claim).id)
    with Waiting().on(f"Writing {wanted}"):
        exported = formats.write(map_, wanted)
    written = put(exported, output, (exported.report,), strict=strict, force=force)
    conclude(output, {"report": exported.report}, written=written, as_json=as_json)
