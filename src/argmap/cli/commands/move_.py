"""``argmap move``: move a claim or an inference to another target, or among its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import take
from argmap.cli.targets import the_place, the_step

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Step


@click.command("move")
@map_file
@click.argument("number", metavar="NUMBER")
@click.option("--to", "target", metavar="C3", help="The claim (C3) or step (R12) it is to bear on.")
@click.option("--from", "step", metavar="R9", help="The step it leaves, where a claim is used in several.")
@click.option("--before", metavar="NUMBER", help="Put it before this sibling.")
@click.option("--last", is_flag=True, help="Put it behind all its siblings.")
@json_output
def command(
    file: Path, number: str, *, target: str | None, step: str | None, before: str | None, last: bool, as_json: bool
) -> None:
    """Move a step (R12) with its premises, a claim (C17) out of its step, or a position among the positions.

    \b
    Examples:
      argmap move tax.argmap R12 --to C3
      argmap move tax.argmap C17 --to C3
      argmap move tax.argmap R12 --before R4
      argmap move tax.argmap C2 --before C1
    """
    if sum((target is not None, before is not None, last)) != 1:
        message = "Say where to, with one of --to, --before and --last."
        raise click.UsageError(message)
    document = open_map(file)
    made = _among(document.map, number, step, before) if target is None else _to(document.map, number, target, step)
    take(document, made, as_json=as_json)


def _to(map_: ArgumentMap, number: str, typed_target: str, step: str | None) -> Step:
    from argmap import editing
    from argmap.editing.repeating import refuse_saying_again
    from argmap.model import Inference
    from argmap.model.labels import find

    moving: Any = find(map_, number, "CR")
    target: Any = find(map_, typed_target, "CR").id
    if isinstance(moving, Inference):
        made = editing.move_inference(map_, moving.id, target)
    else:
        inference, claim = the_place(map_, number, step)
        made = editing.move_premise(map_, inference.id, claim.id, target)
    refuse_saying_again(map_, made)
    return made


def _among(map_: ArgumentMap, number: str, step: str | None, before: str | None) -> Step:
    """Reorder positions, premises of one step, or steps on one target, as the two numbers allow."""
    from argmap import editing
    from argmap.model import Inference
    from argmap.model.labels import find, find_claim

    moving: Any = find(map_, number, "CR")
    if isinstance(moving, Inference):
        return editing.reorder_inference(map_, moving.id, None if before is None else the_step(map_, before).id)
    if moving.is_position and step is None:
        return editing.reorder_position(map_, moving.id, None if before is None else find_claim(map_, before).id)
    inference, claim = the_place(map_, number, step)
    if inference.is_joint and (before is None or find_claim(map_, before).id in inference.premises):
        other = None if before is None else find_claim(map_, before).id
        return editing.reorder_premise(map_, inference.id, claim.id, other)
    return editing.reorder_inference(map_, inference.id, None if before is None else the_step(map_, before).id)
