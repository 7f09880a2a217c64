"""``argmap import``: make maps from files of other formats, or bring what they say into a map that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.gathering import gather
from argmap.cli.importing import Importing, Wishes
from argmap.cli.parameters import READ, FilePath, json_output

if TYPE_CHECKING:
    from pathlib import Path


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FilePath())
@click.option("-o", "--output", type=FilePath(), help="The map to make; else each file's own name with .argmap.")
@click.option("--into", type=FilePath(), help="One map for all that the files say; it may be there already.")
@click.option("--join-identical", is_flag=True, help="With --into: merge claims in the same words, as include does.")
@click.option("--from", "format_name", metavar="FORMAT", help=f"The format, if it is not found out: {READ}.")
@click.option(
    "--bare",
    type=click.Choice(["supports", "opposes"]),
    help="What a claim under another means without a sign.",
)
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost (exit 1).")
@click.option("-n", "--dry-run", is_flag=True, help="Say what it would make or bring, and write nothing.")
@json_output
def command(
    files: tuple[Path, ...],
    output: Path | None,
    into: Path | None,
    format_name: str | None,
    bare: str | None,
    *,
    join_identical: bool,
    strict: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make a new map from each of FILES, or from each file of a folder, whatever it was written with.

    The format is found by what is in a file. What was lost is said, with the places. FILE - reads standard input.
    A file that cannot be read is told, and does not stop the others (exit 3).

    With --into, all of it becomes one step in one map, as with `argmap include`: what has the same id is the same,
    sources are recognised, and claims that only look alike stay apart until `argmap dedupe` goes through them.

    \b
    Examples:
      argmap import notes.md -o tax.argmap
      argmap import debate.argdown --strict
      argmap import essays/ --into tax.argmap --join-identical
    """
    if output is not None and into is not None:
        message = "-o makes a new map, --into fills one. Use one of them."
        raise click.UsageError(message)
    if join_identical and into is None:
        message = "--join-identical says how claims come into one map: use it with --into."
        raise click.UsageError(message)
    gathered = gather(files)
    if output is not None and len(gathered.files) > 1:
        message = "-o names one map, but several files were given. Use --into for one map of all, or leave out -o."
        raise click.UsageError(message)
    options = {} if bare is None else {"bare": bare}
    wishes = Wishes(format_name, options, strict=strict, dry_run=dry_run, join_identical=join_identical)
    importing = Importing(gathered, wishes, as_json=as_json)
    if into is None:
        importing.make_each(output)
    else:
        importing.bring_into(into)
    importing.end()
