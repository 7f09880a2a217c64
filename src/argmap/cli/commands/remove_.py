"""``argmap remove``: remove a claim, an inference, a branch, a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import counted, remark, take, typed
from argmap.cli.targets import the_place
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Step


@click.command("remove")
@map_file
@click.argument("number", metavar="NUMBER")
@click.option("--here", "step", metavar="R12", help="Take the claim out of this step only.")
@click.option("--keep", is_flag=True, help="With --here: keep the claim in the map, also where nothing else uses it.")
@click.option("--branch", is_flag=True, help="Remove the claim with everything under it that is used nowhere else.")
@json_output
def command(file: Path, number: str, step: str | None, *, keep: bool, branch: bool, as_json: bool) -> None:
    """Remove a claim everywhere (C17), a step (R12), a source (S2) or a comment (N3), and what cannot be without it.

    Claims under a removed claim stay in the map, unplaced if nothing else holds them; --branch takes them along.

    \b
    Examples:
      argmap remove tax.argmap C17
      argmap remove tax.argmap C17 --here R12
      argmap remove tax.argmap C17 --here R12 --keep
      argmap remove tax.argmap C17 --branch
      argmap remove tax.argmap S2
    """
    if keep and (step is None or branch):
        message = "--keep goes with --here alone: it takes a claim out of one step and keeps it in the map."
        raise click.UsageError(message)
    document = open_map(file)
    remove = "premise" if keep else "branch" if branch else "claim_here"
    if step is None:
        made = _everywhere(document.map, number, branch=branch)
    else:
        made = _here(document.map, number, step, remove)
    taken = take(document, made, as_json=as_json)
    others = len(taken.changes) - 1
    if others > 0 and not as_json:
        remark(f"{counted(others, 'thing')} changed with it. To take it back: argmap undo {typed(file)}")


def _here(map_: ArgumentMap, number: str, step: str, remove: str) -> Step:
    from argmap import editing

    inference, claim = the_place(map_, number, step)
    match remove:
        case "premise":
            return editing.remove_premise(map_, inference.id, claim.id)
        case "branch":
            return editing.remove_branch(map_, claim.id, inference.id)
        case _:
            return editing.remove_claim_here(map_, inference.id, claim.id)


def _everywhere(map_: ArgumentMap, number: str, *, branch: bool) -> Step:
    from argmap import editing
    from argmap.model import Claim, Comment, Inference, Source
    from argmap.model.labels import find

    thing: Any = find(map_, number)
    if branch and not isinstance(thing, Claim):
        message = f"{thing.label} is no claim; --branch removes a claim with everything under it. Nothing was changed."
        raise UnfitError(message)
    match thing:
        case Inference():
            return editing.remove_inference(map_, thing.id)
        case Source():
            return editing.remove_source(map_, thing.id)
        case Comment():
            return editing.remove_comment(map_, thing.id)
        case _:
            return editing.remove_branch(map_, thing.id) if branch else editing.remove_claim(map_, thing.id)
