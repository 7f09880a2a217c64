"""``argmap unmerge``: take a merged claim out again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import is_terminal, say, say_json, take
from argmap.display import one_line, shorten
from argmap.errors import UnfitError, UnknownNumberError
from argmap.wording import normal_form

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import Alias, ArgumentMap

_CELLS = 100
_NUMBER = re.compile(r"\s*[cC]?\s*0*(\d{1,9})\s*")


@click.command("unmerge")
@map_file
@click.argument("number", metavar="C17", required=False)
@click.option("--list", "listing", is_flag=True, help="List what was merged into what.")
@json_output
def command(file: Path, number: str | None, *, listing: bool, as_json: bool) -> None:
    """Take a claim that was merged into another out again, by the number it had (C17), whenever that was.

    Its links, citations and comments go back to it. What was added since stays with the other claim, and what was
    removed since stays removed.

    \b
    Examples:
      argmap unmerge iraq.argmap --list
      argmap unmerge iraq.argmap C17
    """
    if (number is None) != listing:
        message = "Name the merged claim to take out, as in C17, or say --list to see what was merged."
        raise click.UsageError(message)
    document = open_map(file)
    if number is None:
        _list(document.map, as_json=as_json)
        return
    from argmap import editing

    take(document, editing.unmerge(document.map, _alias(document.map, number).id), as_json=as_json)


def _list(map_: ArgumentMap, *, as_json: bool) -> None:
    aliases = sorted(map_.aliases.values(), key=lambda alias: alias.number)
    if as_json:
        say_json([_as_value(map_, alias) for alias in aliases])
        return
    for alias in aliases:
        survivor = map_.claims[alias.survivor]
        is_same = normal_form(alias.text) == normal_form(survivor.text)
        said = "in the same words" if is_same else "also phrased as"
        text = shorten(alias.text, _CELLS) if is_terminal() else one_line(alias.text)
        say(f"C{alias.number} is {survivor.label} now, {said}: {text}")
    if not aliases:
        say("No claim of this map was merged into another.")


def _as_value(map_: ArgumentMap, alias: Alias) -> dict[str, str]:
    return {"claim": f"C{alias.number}", "survivor": map_.claims[alias.survivor].label, "text": alias.text}


def _alias(map_: ArgumentMap, typed: str) -> Alias:
    """Return what is left of the claim that had a number."""
    match = _NUMBER.fullmatch(typed)
    wanted = int(match.group(1)) if match else -1
    aliases = {alias.number: alias for alias in map_.aliases.values()}
    if wanted in aliases:
        return aliases[wanted]
    from argmap.model import Claim

    claim = map_.numbered(Claim, wanted)
    if isinstance(claim, Claim):
        merged = ", ".join(f"C{alias.number}" for alias in map_.aliases_of(claim.id))
        hint = f" Merged into it: {merged}." if merged else ""
        message = f"{claim.label} was not merged into another claim.{hint}"
        raise UnfitError(message)
    near = sorted(aliases, key=lambda number: (abs(number - wanted), number))[:3]
    label = f"C{wanted}" if match else f"“{typed[:40]}”"
    raise UnknownNumberError(label, "merged-away claim", tuple(f"C{number}" for number in near))
