"""``argmap find``: find claims by words and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import remark, say, say_json
from argmap.display import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Claim


@click.command("find", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@map_file
@click.argument("query", nargs=-1, required=True)
@click.option("--plain", is_flag=True, help="One line a claim, never shortened.")
@json_output
def command(file: Path, query: tuple[str, ...], *, plain: bool, as_json: bool) -> None:
    """Find the claims that fit QUERY: words in their text, number, tags and sources; all must fit.

    \b
    is:objection     what a claim does: position, premise, reason, objection, rebuttal,
                     undercut, backing, joint, shared, unplaced
    unanswered       objections and undercuts that nobody has answered
    is:unsourced     also sourced, implicit, rated, conflicted, commented
    tag:x  source:2  a tag; a source by number or words
    by:x   note:x    who says it; words of the note
    "two words"      a phrase          -word  -is:sourced   not

    Where nothing fits, claims that come close are listed: other endings, slips, words in
    another order.

    \b
    Examples:
      argmap find iraq.argmap militia
      argmap find iraq.argmap is:objection is:unsourced
      argmap find iraq.argmap unanswered
      argmap find iraq.argmap source:2 -tag:checked
    """
    from argmap.matching import search

    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word, possibilities=["--plain", "--json", "--help"])
    map_ = open_map(file).map
    found = search(map_, " ".join(_quoted(word) for word in query))
    close = [] if found else _coming_close(map_, query)
    if as_json:
        say_json(
            [_as_value(map_, claim) for claim in found] + [_as_value(map_, each) | {"close": True} for each in close]
        )
        return
    if close:
        remark("Nothing fits exactly; these come close:")
    for claim in found or close:
        doing = "" if plain else _doing(map_, claim)
        say(f"{claim.label} {one_line(claim.text)}{doing}")
    if not found and not close:
        remark("Nothing found.")


def _coming_close(map_: ArgumentMap, query: tuple[str, ...]) -> list[Claim]:
    """Return the claims with the words of *query* in another order, else those with slips in them."""
    from argmap.matching import Wordings, search, search_nearly

    loose = " ".join(_quoted(word) if ":" in word else word for word in query)
    return search(map_, loose) or search_nearly(map_, loose, Wordings())


def _quoted(word: str) -> str:
    """Keep a phrase the shell has unquoted together."""
    if " " not in word or '"' in word:
        return word
    field, colon, rest = word.partition(":")
    return f'{field}:"{rest}"' if colon and field.isalpha() and " " not in field else f'"{word}"'


def _doing(map_: ArgumentMap, claim: Claim) -> str:
    """Say what a claim does, as in ``  [opposes C10]``."""
    uses = [
        f"{'supports' if use.supports else 'undercuts' if use.bears_on_inference else 'opposes'} "
        f"{map_.require(use.target).label}"  # type: ignore[union-attr]  # targets have labels
        for use in map_.uses_of(claim.id)
    ]
    doing = ", ".join((["position"] if claim.is_position else []) + uses)
    return f"  [{doing}]" if doing else "  [unplaced]"


def _as_value(map_: ArgumentMap, claim: Claim) -> dict[str, Any]:
    from argmap.model.roles import roles_of

    return {
        "claim": claim.label,
        "number": claim.number,
        "text": claim.text,
        "roles": list(roles_of(map_, claim)),
        "tags": list(claim.tags),
        "sources": sorted({map_.sources[citation.source].label for citation in map_.citations_of(claim.id)}),
    }
