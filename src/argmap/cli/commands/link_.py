"""``argmap link``: use a claim elsewhere, record conflicts, and judge pairs that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.excluding import refuse_several, refuse_without
from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import take

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Step

_ON_PAIRS = ("conflicts", "no_conflict", "differs", "judge_again")
_WAYS = ("supports", "opposes", "undercuts", "backs", "joins", *_ON_PAIRS)


@click.command("link")
@map_file
@click.argument("number", metavar="CLAIM")
@click.option("--supports", metavar="C3", help="Make it a reason for this claim (C3) or step (R12) too.")
@click.option("--opposes", metavar="C3", help="Make it an objection to this claim or step too.")
@click.option("--undercuts", metavar="R12", help="Let it attack this step.")
@click.option("--backs", metavar="R12", help="Let it support this step.")
@click.option("--joins", metavar="R12", help="Make it one more co-premise of this step.")
@click.option("--with", "mates", multiple=True, metavar="C7", help="A claim that is needed together with it.")
@click.option("--conflicts", metavar="C5", help="Record that both cannot be true.")
@click.option("--contradictory", is_flag=True, help="With --conflicts: nor can both be false.")
@click.option("--no-conflict", metavar="C5", help="Take a recorded conflict back.")
@click.option("--differs", metavar="C5", help="Judge that the two are not the same, though they look alike.")
@click.option(
    "--verdict",
    type=click.Choice(["different", "opposes", "narrower"]),
    help="With --differs: how they differ (narrower: CLAIM says more).",
)
@click.option("--judge-again", metavar="C5", help="Forget the verdict on the two.")
@json_output
def command(
    file: Path,
    number: str,
    *,
    mates: tuple[str, ...],
    contradictory: bool,
    verdict: str | None,
    as_json: bool,
    **ways: str | None,
) -> None:
    """Use CLAIM, which is in the map, once more: as a premise elsewhere, or in relation to another claim.

    \b
    Examples:
      argmap link tax.argmap C17 --supports C3
      argmap link tax.argmap C17 --opposes C3 --with C8
      argmap link tax.argmap C17 --joins R12
      argmap link tax.argmap C17 --conflicts C5
      argmap link tax.argmap C17 --differs C5 --verdict narrower
    """
    from argmap.cli.targets import place_premises
    from argmap.editing.repeating import refuse_saying_again
    from argmap.model.labels import find_claim

    given = {name: value for name, value in ways.items() if value is not None}
    if len(given) != 1:
        names = ", ".join("--" + name.replace("_", "-") for name in _WAYS)
        message = f"Say how to link it, with one of {names}."
        raise click.UsageError(message)
    refuse_without("--conflicts", given.get("conflicts"), {"--contradictory": contradictory})
    refuse_without("--differs", given.get("differs"), {"--verdict": verdict})
    ((way, other),) = given.items()
    if way in _ON_PAIRS:
        refuse_several({"--" + way.replace("_", "-"): other, "--with": mates})
    document = open_map(file)
    if way in _ON_PAIRS:
        step = _pair_step(document.map, number, other, way, verdict or "different", contradictory=contradictory)
    else:
        premises = [find_claim(document.map, each).id for each in (number, *mates)]
        step = place_premises(document.map, way, other, premises)
        refuse_saying_again(document.map, step)
    take(document, step, as_json=as_json)


def _pair_step(map_: ArgumentMap, number: str, other: str, way: str, verdict: str, *, contradictory: bool) -> Step:
    from argmap import editing
    from argmap.model import ConflictKind, Verdict
    from argmap.model.labels import find_claim

    first, second = find_claim(map_, number).id, find_claim(map_, other).id
    match way:
        case "conflicts":
            kind = ConflictKind.CONTRADICTORY if contradictory else ConflictKind.CONTRARY
            return editing.record_conflict(map_, first, second, kind)
        case "no_conflict":
            return editing.remove_conflict(map_, first, second)
        case "differs":
            return editing.judge_pair(map_, first, second, Verdict(verdict))
        case _:
            return editing.forget_verdict(map_, first, second)
