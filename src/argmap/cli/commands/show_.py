"""``argmap show``: print the argument, or a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.excluding import refuse_several
from argmap.cli.parameters import Number, json_output, map_file, open_map
from argmap.cli.saying import is_terminal, say_json

if TYPE_CHECKING:
    from pathlib import Path


@click.command("show")
@map_file
@click.argument("number", required=False, metavar="[NUMBER]")
@click.option("--at", metavar="NUMBER", help="Show only what is under this claim (C17) or step (R12).")
@click.option("--depth", type=Number(0), metavar="NUMBER", help="How many levels to show; 0 shows the positions alone.")
@click.option("--details", is_flag=True, help="Show all that is known of one claim: note, sources, comments …")
@click.option("--steps", is_flag=True, help="Name the steps too, as in (R12).")
@click.option("--plain", is_flag=True, help="All depths, one unwrapped line a claim; the way for scripts and readers.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII characters only.")
@json_output
def command(
    file: Path,
    number: str | None,
    *,
    at: str | None,
    depth: int | None,
    details: bool,
    steps: bool,
    plain: bool,
    ascii_only: bool,
    as_json: bool,
) -> None:
    """Print the argument in FILE: the question, the positions, and what bears on them, fitted to the terminal.

    \b
    = position   + supports   - opposes   & together with the claim above
    x undercuts the step above   ^ backs the step above   * no position

    \b
    Examples:
      argmap show iraq.argmap --depth 2
      argmap show iraq.argmap C110
      argmap show iraq.argmap C110 --details
      argmap show iraq.argmap --plain | grep militia
    """
    from argmap.cli import showing
    from argmap.errors import UnfitError
    from argmap.model import Claim
    from argmap.model.labels import find

    refuse_several({"NUMBER": number, "--at": at})
    map_ = open_map(file).map
    typed = number if at is None else at
    start = None if typed is None else find(map_, typed, "CR")
    if details:
        if not isinstance(start, Claim):
            message = "Say which claim: argmap show FILE C17 --details"
            raise UnfitError(message)
        from argmap.cli.details import print_details

        print_details(map_, start, as_json=as_json)
        return
    view = showing.view_of(map_, start, depth, is_indented=not as_json)
    if as_json:
        say_json(showing.as_value(map_, view))
    elif plain or not is_terminal():
        showing.print_plain(view, steps=steps)
    else:
        showing.print_tree(map_, view, showing.Manner(ascii_only=ascii_only, steps=steps))
