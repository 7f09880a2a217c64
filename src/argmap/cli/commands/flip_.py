"""``argmap flip``: turn support into opposition, or back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import take
from argmap.cli.targets import the_step

if TYPE_CHECKING:
    from pathlib import Path


@click.command("flip")
@map_file
@click.argument("number", metavar="STEP")
@json_output
def command(file: Path, number: str, *, as_json: bool) -> None:
    """Turn STEP from a reason into an objection, or back.

    STEP is an inference (R12), or a claim that is a premise of one only (C17).

    \b
    Example:
      argmap flip tax.argmap R12
    """
    from argmap import editing

    document = open_map(file)
    take(document, editing.flip(document.map, the_step(document.map, number).id), as_json=as_json)
