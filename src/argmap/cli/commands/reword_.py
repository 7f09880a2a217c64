"""``argmap reword``: say a claim in better words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map, text_or_input
from argmap.cli.saying import take

if TYPE_CHECKING:
    from pathlib import Path


@click.command("reword")
@map_file
@click.argument("number", metavar="CLAIM")
@click.argument("text")
@json_output
def command(file: Path, number: str, text: str, *, as_json: bool) -> None:
    """Give CLAIM (such as C17) the words TEXT; it keeps its number and its links. TEXT - reads standard input.

    \b
    Example:
      argmap reword tax.argmap C17 "Fuel prices fall hardest on poor households"
    """
    from argmap import editing
    from argmap.model.labels import find_claim

    document = open_map(file)
    claim = find_claim(document.map, number)
    take(document, editing.reword(document.map, claim.id, text_or_input(text)), as_json=as_json)
