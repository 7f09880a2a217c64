"""``argmap convert``: from one foreign format into another, without a map in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.content import content_of
from argmap.cli.parameters import READ, WRITTEN, FilePath, json_output
from argmap.cli.saying import typed
from argmap.cli.waiting import Waiting
from argmap.cli.written import conclude, format_for, put, refuse_map
from argmap.model.memory import without_collecting

if TYPE_CHECKING:
    from pathlib import Path


@click.command("convert")
@click.argument("source", metavar="IN", type=FilePath())
@click.argument("output", metavar="OUT", type=FilePath())
@click.option("--from", "from_name", metavar="FORMAT", help=f"The format of IN, if it is not found out: {READ}.")
@click.option("--to", "to_name", metavar="FORMAT", help=f"The format of OUT: {WRITTEN}; else by its ending.")
@click.option(
    "--bare",
    type=click.Choice(["supports", "opposes"]),
    help="What a claim under another means without a sign.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost (exit 1).")
@json_output
@without_collecting()  # till the end: else what was made would be looked through once more, between its two halves
def command(
    source: Path,
    output: Path,
    from_name: str | None,
    to_name: str | None,
    bare: str | None,
    *,
    force: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Convert the file IN straight into OUT, and say what was lost on the way in and on the way out.

    IN - is standard input, OUT - standard output. For a map in an .argmap file there are import and export.

    \b
    Examples:
      argmap convert debate.argdown debate.json
      argmap convert kialo.txt debate.argdown --strict
      argmap convert ideas.mm debate.argdown --bare supports
    """
    from argmap import formats

    if as_json and str(output) == "-":
        message = "--json prints the report of a conversion into a file: OUT cannot be standard output."
        raise click.UsageError(message)
    if output.suffix.lower() == ".argmap":
        message = f"convert makes no map. What does is argmap import: argmap import {typed(source)} -o {typed(output)}"
        raise click.UsageError(message)
    refuse_map(output, source)
    wanted = format_for(to_name, output)
    waiting = Waiting()
    with waiting.on(f"Reading {source.name}"):
        imported = formats.read(content_of(source), source.name, from_name, **({} if bare is None else {"bare": bare}))
    with waiting.on(f"Writing {wanted}"):
        exported = formats.write(imported.map(), wanted)
    reports = {"reading": imported.report, "writing": exported.report}
    written = put(exported, output, tuple(reports.values()), strict=strict, force=force)
    conclude(output, reports, written=written, as_json=as_json)
