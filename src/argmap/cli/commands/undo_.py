"""``argmap undo``: take the last step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import Number, json_output, map_file, open_map
from argmap.cli.saying import repeated, report_all

if TYPE_CHECKING:
    from pathlib import Path


@click.command("undo")
@map_file
@click.option("--times", "-n", default=1, type=Number(1, 100_000), metavar="NUMBER", help="How many steps.")
@json_output
def command(file: Path, times: int, *, as_json: bool) -> None:
    """Take the last step back, whoever took it and however long ago. It can be redone.

    \b
    Examples:
      argmap undo tax.argmap
      argmap undo tax.argmap -n 3
    """
    document = open_map(file)
    report_all(repeated(document.undo, times), as_json=as_json)
