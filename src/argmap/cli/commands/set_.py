"""``argmap set``: notes, tags, warrants, the title, and whatever else a thing is described by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map, text_or_input
from argmap.cli.saying import take
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Claim, Inference, Step

_MAP = ("title", "question", "description", "language", "numbering")
_CLAIM = ("note", "tags", "untag", "as_of", "implicit", "position")
_STEP = ("warrant", "scheme")


@click.command("set")
@map_file
@click.argument("number", required=False, metavar="[NUMBER]")
@click.option("--title", help="The map's title.")
@click.option("--question", help="The question the map is about.")
@click.option("--description", help="What the map is, in a few words.")
@click.option("--language", help="The map's language, such as en.")
@click.option("--numbering", help="How outlines are numbered: outline, decimal or none.")
@click.option("--note", help="A claim's note.")
@click.option("--tag", "tags", multiple=True, help="Add a tag to a claim.")
@click.option("--untag", multiple=True, help="Take a tag away.")
@click.option("--as-of", help="The date a claim's figures hold for, such as 2024-07.")
@click.option("--implicit/--stated", default=None, help="Whether the mapper supplied a claim that nobody states.")
@click.option("--position/--no-position", default=None, help="Whether a claim answers the question.")
@click.option("--warrant", help="Why the premises of a step bear on its target.")
@click.option("--scheme", help="The pattern a step follows, such as 'expert opinion'.")
@json_output
def command(file: Path, number: str | None, *, as_json: bool, **given: Any) -> None:  # noqa: ANN401  # texts, flags and tags
    """Describe the map, a claim (C17) or a step (R12), all in one step. An empty text takes a description away.

    \b
    Examples:
      argmap set tax.argmap --question "Should we tax carbon?"
      argmap set tax.argmap C17 --note "Check the 2024 figures" --tag fuel
      argmap set tax.argmap R12 --warrant "What costs more is bought less"
      argmap set tax.argmap C3 --position
    """
    from argmap.editing import together
    from argmap.model import Claim, Inference
    from argmap.model.labels import find

    wanted = {name: value for name, value in given.items() if value not in (None, ())}
    if not wanted:
        message = "Say what to set, for example --note or --title."
        raise click.UsageError(message)
    document = open_map(file)
    thing = None if number is None else find(document.map, number, "CR")
    kind = "the map" if thing is None else "a step" if isinstance(thing, Inference) else "a claim"
    _refuse_unfit(kind, wanted)
    said: dict[str, Any] = {
        name: text_or_input(value) if isinstance(value, str) else value for name, value in wanted.items()
    }
    if isinstance(thing, Claim) and {"tags", "untag"} & said.keys():
        said["tags"] = _tags(thing, said.pop("tags", ()), said.pop("untag", ()))
    edits = [partial(_step, thing=thing, name=name, value=value) for name, value in said.items()]
    described = kind if thing is None else thing.label
    take(document, together(document.map, edits, f"Describe {described}"), as_json=as_json)


def _tags(claim: Claim, come: tuple[str, ...], gone: tuple[str, ...]) -> list[str]:
    """Return the tags of a claim with those that *come* and without those that *gone* names."""
    left = {tag.lstrip("# ").casefold() for tag in gone}
    return [tag for tag in (*claim.tags, *come) if tag.lstrip("# ").casefold() not in left]


def _refuse_unfit(kind: str, wanted: dict[str, Any]) -> None:
    fitting = {"the map": _MAP, "a claim": _CLAIM, "a step": _STEP}[kind]
    for name in wanted:
        if name not in fitting:
            option = "--" + {"tags": "tag"}.get(name, name).replace("_", "-")
            hint = " Name a claim (C17) or a step (R12)." if kind == "the map" else ""
            message = f"{option} does not describe {kind}.{hint} Nothing was changed."
            raise UnfitError(message)


def _step(map_: ArgumentMap, thing: Any, name: str, value: Any) -> Step:  # noqa: ANN401  # any of the options
    from argmap import editing

    if thing is None:
        made: Step = getattr(editing, f"set_{name}")(map_, value)
        return made
    if name in _STEP:
        inference: Inference = thing
        set_text = editing.set_warrant if name == "warrant" else editing.set_scheme
        return set_text(map_, inference.id, value)
    return _claim_step(map_, thing, name, value)


def _claim_step(map_: ArgumentMap, claim: Claim, name: str, value: Any) -> Step:  # noqa: ANN401  # as above
    from argmap import editing

    match name:
        case "note":
            return editing.set_note(map_, claim.id, value)
        case "tags":
            return editing.set_tags(map_, claim.id, value)
        case "as_of":
            return editing.set_as_of(map_, claim.id, value)
        case "implicit":
            return editing.set_implicit(map_, claim.id, implicit=value)
        case _:
            return editing.make_position(map_, claim.id) if value else editing.unmake_position(map_, claim.id)
