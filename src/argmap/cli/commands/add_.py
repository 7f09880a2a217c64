"""``argmap add``: add claims, with their place in the argument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map, text_or_input
from argmap.cli.saying import take

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Step


@click.command("add")
@map_file
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option("--supports", metavar="NUMBER", help="The claim (C3) or step (R12) it is a reason for.")
@click.option("--opposes", metavar="NUMBER", help="The claim (C3) or step (R12) it is an objection to.")
@click.option("--undercuts", metavar="NUMBER", help="The step (R12) it attacks, or a claim (C17) that takes one step.")
@click.option("--backs", metavar="NUMBER", help="The step it supports: R12, or a claim that takes one step.")
@click.option("--joins", metavar="NUMBER", help="The step it is one more co-premise of: R12, or a claim in it.")
@click.option("--with", "mates", multiple=True, metavar="C7", help="A claim that is needed together with it.")
@click.option("--position", is_flag=True, help="It answers the map's question.")
@json_output
def command(
    file: Path,
    texts: tuple[str, ...],
    mates: tuple[str, ...],
    *,
    position: bool,
    as_json: bool,
    **places: str | None,
) -> None:
    """Add a claim with the words TEXT to the map in FILE.

    Several TEXTs are taken together, as co-premises of one step: each alone would not do. For two reasons that stand
    each alone, call the command twice. Without a place the claim is unplaced until you link it. TEXT - reads standard
    input.

    \b
    Examples:
      argmap add tax.argmap "It cuts emissions" --supports C1
      argmap add tax.argmap "Poor households pay most" --opposes C1
      argmap add tax.argmap "Prices steer" "Firms want profit" --supports C3
      argmap add tax.argmap "Only where there is competition" --undercuts R4
      argmap add tax.argmap "A ban" --position
    """
    given = {name: value for name, value in places.items() if value is not None}
    if len(given) + position > 1:
        message = "A claim gets one place at a time. Add it once, then use argmap link for its other places."
        raise click.UsageError(message)
    if (mates or len(texts) > 1) and not given.keys() - {"joins"}:
        message = "Several claims are needed together for something: say --supports, --opposes, --undercuts or --backs."
        raise click.UsageError(message)
    document = open_map(file)
    words = tuple(text_or_input(text) for text in texts)
    take(document, _step(document.map, words, mates, given, position=position), as_json=as_json)


def _step(
    map_: ArgumentMap, words: tuple[str, ...], mates: tuple[str, ...], given: dict[str, str], *, position: bool
) -> Step:
    from argmap import editing
    from argmap.cli.targets import place_premises
    from argmap.model.labels import find_claim

    premises = (*words, *(find_claim(map_, mate).id for mate in mates))
    for way, typed in given.items():
        return place_premises(map_, way, typed, premises)
    return editing.add_position(map_, words[0]) if position else editing.add_claim(map_, words[0])
