"""``argmap rate``: say how likely a claim is, or how strong a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import take

if TYPE_CHECKING:
    from pathlib import Path


@click.command("rate")
@map_file
@click.argument("number", metavar="NUMBER")
@click.argument("rating", nargs=-1, required=True)
@json_output
def command(file: Path, number: str, rating: tuple[str, ...], *, as_json: bool) -> None:
    """Rate a claim (C17) by how far you believe it, or a step (R12) by how strongly it bears on its target.

    \b
    Claims: very unlikely, unlikely, even, likely, very likely.
    Steps:  slight, weak, moderate, strong, decisive.
    Both:   a number from 0 to 1, a percentage, or none for no view.

    \b
    Examples:
      argmap rate tax.argmap C17 likely
      argmap rate tax.argmap R12 decisive
      argmap rate tax.argmap C17 none
    """
    from argmap import editing
    from argmap.model import Claim, Inference
    from argmap.model.labels import find
    from argmap.model.ratings import CREDENCES, RELEVANCES, read_rating

    document = open_map(file)
    words = " ".join(rating)
    found = find(document.map, number, "CR")
    if isinstance(found, Inference):
        step = editing.set_relevance(document.map, found.id, read_rating(words, RELEVANCES))
    else:
        assert isinstance(found, Claim)  # the letters decide the kind
        step = editing.set_credence(document.map, found.id, read_rating(words, CREDENCES))
    take(document, step, as_json=as_json)
