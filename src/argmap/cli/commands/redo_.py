"""``argmap redo``: take an undone step again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import Number, json_output, map_file, open_map
from argmap.cli.saying import repeated, report_all

if TYPE_CHECKING:
    from pathlib import Path


@click.command("redo")
@map_file
@click.option("--times", "-n", default=1, type=Number(1, 100_000), metavar="NUMBER", help="How many steps.")
@json_output
def command(file: Path, times: int, *, as_json: bool) -> None:
    """Take the step that was undone last again. A new edit ends what can be redone.

    \b
    Examples:
      argmap redo tax.argmap
      argmap redo tax.argmap -n 3
    """
    document = open_map(file)
    report_all(repeated(document.redo, times), as_json=as_json)
