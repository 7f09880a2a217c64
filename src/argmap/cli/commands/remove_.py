"""``argmap remove``: remove a claim, an inference, a branch, a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import remark, take
from argmap.cli.targets import the_place

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Step


@click.command("remove")
@map_file
@click.argument("number", metavar="NUMBER")
@click.option("--here", "step", metavar="R12", help="Take the claim out of this step only.")
@click.option("--branch", is_flag=True, help="Remove the claim with everything under it that is used nowhere else.")
@json_output
def command(file: Path, number: str, step: str | None, *, branch: bool, as_json: bool) -> None:
    """Remove a claim everywhere (C17), a step (R12), a source (S2) or a comment (N3), and what cannot be without it.

    Claims under a removed claim stay in the map, unplaced if nothing else holds them; --branch takes them along.

    \b
    Examples:
      argmap remove tax.argmap C17
      argmap remove tax.argmap C17 --here R12
      argmap remove tax.argmap C17 --branch
      argmap remove tax.argmap S2
    """
    document = open_map(file)
    taken = take(document, _step(document.map, number, step, branch=branch), as_json=as_json)
    if len(taken.changes) > 1 and not as_json:
        remark(f"{len(taken.changes)} things changed with it. To take it back: argmap undo {file}")


def _step(map_: ArgumentMap, number: str, step: str | None, *, branch: bool) -> Step:
    from argmap import editing
    from argmap.model import Comment, Inference, Source
    from argmap.model.labels import find

    thing: Any = find(map_, number)
    if step:
        inference, claim = the_place(map_, number, step)
        remove = editing.remove_branch if branch else None
        return (
            remove(map_, claim.id, inference.id) if remove else editing.remove_claim_here(map_, inference.id, claim.id)
        )
    match thing:
        case Inference():
            return editing.remove_inference(map_, thing.id)
        case Source():
            return editing.remove_source(map_, thing.id)
        case Comment():
            return editing.remove_comment(map_, thing.id)
        case _:
            return editing.remove_branch(map_, thing.id) if branch else editing.remove_claim(map_, thing.id)
