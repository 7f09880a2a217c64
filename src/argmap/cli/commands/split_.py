"""``argmap split``: make a co-premise a reason of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import take
from argmap.cli.targets import the_place

if TYPE_CHECKING:
    from pathlib import Path


@click.command("split")
@map_file
@click.argument("number", metavar="CLAIM")
@click.option("--from", "step", metavar="R12", help="The step it leaves, where the claim is used in several.")
@json_output
def command(file: Path, number: str, step: str | None, *, as_json: bool) -> None:
    """Take CLAIM out of the step it is a co-premise of, and make it a reason (or objection) of its own.

    \b
    Examples:
      argmap split tax.argmap C17
      argmap split tax.argmap C17 --from R12
    """
    from argmap import editing

    document = open_map(file)
    inference, claim = the_place(document.map, number, step)
    take(document, editing.split_premise(document.map, inference.id, claim.id), as_json=as_json)
