"""``argmap cite``: tie a claim to a passage of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.excluding import refuse_several
from argmap.cli.parameters import Number, json_output, map_file, open_map
from argmap.cli.saying import take
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Citation, Claim


@click.command("cite")
@map_file
@click.argument("number", metavar="CLAIM")
@click.argument("source", metavar="[SOURCE]", required=False)
@click.option("--paragraph", "-p", help="The paragraph, such as 4 or 26-27.")
@click.option("--page", help="The page, such as 12.")
@click.option("--quote", help="The exact words.")
@click.option("--by", "asserted_by", help="Who says it.")
@click.option("--via", help="Through whom it reaches the source.")
@click.option("--as-of", help="The date it holds for.")
@click.option("--note", help="A note on the citation.")
@click.option("--inferred/--not-inferred", default=None, help="Whether the passage says it only by implication.")
@click.option("--uncertain/--not-uncertain", default=None, help="Whether the passage may be misread.")
@click.option("--edit", type=Number(1), metavar="N", help="Change the claim's Nth citation instead.")
@click.option("--remove", type=Number(1), metavar="N", help="Remove the claim's Nth citation instead.")
@json_output
def command(
    file: Path,
    number: str,
    source: str | None,
    *,
    edit: int | None,
    remove: int | None,
    as_json: bool,
    **described: Any,  # noqa: ANN401  # texts and flags
) -> None:
    """Say that CLAIM (C17) stands in SOURCE (S2), and where. With --edit, an empty text takes a description away.

    \b
    Examples:
      argmap cite tax.argmap C17 S2 --paragraph 4 --by "The finance minister" --via Reuters
      argmap cite tax.argmap C17 S2 -p 4 --quote "hit hardest"
      argmap cite tax.argmap C17 --edit 1 --page 12
      argmap cite tax.argmap C17 --remove 1
    """
    from argmap import editing
    from argmap.model.labels import find_claim, find_source

    refuse_several({"SOURCE": source, "--edit": edit, "--remove": remove})
    said = {name: value for name, value in described.items() if value is not None}
    if remove is not None and said:
        message = "--remove takes the whole citation away. Leave out what describes it, or say --edit."
        raise click.UsageError(message)
    document = open_map(file)
    map_ = document.map
    claim = find_claim(map_, number)
    if remove is not None:
        step = editing.uncite(map_, _citation(map_, claim, remove).id)
    elif edit is not None:
        step = editing.edit_citation(map_, _citation(map_, claim, edit).id, **said)
    elif source is None:
        message = "Name the source, such as S2. To add one: argmap sources FILE add --title …"
        raise click.UsageError(message)
    else:
        step = editing.cite(map_, claim.id, find_source(map_, source).id, **said)
    take(document, step, as_json=as_json)


def _citation(map_: ArgumentMap, claim: Claim, place: int) -> Citation:
    there = map_.citations_of(claim.id)
    if place > len(there):
        message = (
            f"{claim.label} has {len(there)} citation{'' if len(there) == 1 else 's'}; there is no citation {place}."
        )
        raise UnfitError(message)
    return there[place - 1]
