"""``argmap join``: take the premises of two inferences together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import take
from argmap.cli.targets import the_step

if TYPE_CHECKING:
    from pathlib import Path


@click.command("join")
@map_file
@click.argument("kept", metavar="STEP")
@click.argument("other", metavar="OTHER")
@json_output
def command(file: Path, kept: str, other: str, *, as_json: bool) -> None:
    """Make one step of STEP and OTHER: their premises are needed together.

    Both must bear on the same target in the same way. Name each by its number (R12) or by a premise (C17).

    \b
    Example:
      argmap join tax.argmap R12 R13
    """
    from argmap import editing

    document = open_map(file)
    first, second = the_step(document.map, kept), the_step(document.map, other)
    take(document, editing.join_inferences(document.map, first.id, second.id), as_json=as_json)
