"""``argmap terms``: words that mean the same in this map."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import FileGroup, map_file, open_map
from argmap.cli.saying import named, remark, say, say_json, take, typed
from argmap.display import one_line
from argmap.errors import UnknownNumberError

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap, Term

_SHOWN = 3


@click.group("terms", cls=FileGroup, invoke_without_command=True)
@map_file
@click.option("--json", "as_json", is_flag=True, help="Print the terms as JSON.")
@click.pass_context
def command(ctx: click.Context, file: Path, *, as_json: bool) -> None:
    """List the words that mean the same in the map in FILE; add, edit and remove such terms, or have some suggested.

    \b
    Examples:
      argmap terms iraq.argmap
      argmap terms iraq.argmap add ISIS Daesh "Islamic State"
      argmap terms iraq.argmap edit 1 ISIS Daesh ISIL
      argmap terms iraq.argmap remove 1
      argmap terms iraq.argmap suggest
    """
    ctx.obj = {"file": file}
    if ctx.invoked_subcommand is not None:
        return
    terms = _terms(open_map(file).map)
    if as_json:
        say_json([list(term.words) for term in terms])
        return
    for place, term in enumerate(terms, 1):
        say(f"{place}  {' = '.join(map(one_line, term.words))}")
    if not terms:
        remark("No terms yet. To say that words mean the same: argmap terms FILE add ISIS Daesh")


@command.command("add")
@click.argument("words", nargs=-1, required=True)
@click.pass_context
def add(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Say that WORDS mean the same in this map; the first is the preferred one.

    \b
    Example:
      argmap terms iraq.argmap add ISIS Daesh "Islamic State"
    """
    from argmap import editing

    document = open_map(ctx.obj["file"])
    take(document, editing.add_term(document.map, words))


@command.command("edit")
@click.argument("place", type=int)
@click.argument("words", nargs=-1, required=True)
@click.pass_context
def edit(ctx: click.Context, place: int, words: tuple[str, ...]) -> None:
    """Give the term at PLACE in the list these WORDS.

    \b
    Example:
      argmap terms iraq.argmap edit 1 ISIS Daesh ISIL
    """
    from argmap import editing

    document = open_map(ctx.obj["file"])
    take(document, editing.edit_term(document.map, _term(document.map, place).id, words))


@command.command("remove")
@click.argument("place", type=int)
@click.pass_context
def remove(ctx: click.Context, place: int) -> None:
    """Remove the term at PLACE in the list.

    \b
    Example:
      argmap terms iraq.argmap remove 1
    """
    from argmap import editing

    document = open_map(ctx.obj["file"])
    take(document, editing.remove_term(document.map, _term(document.map, place).id))


@command.command("suggest")
@click.option("--json", "as_json", is_flag=True, help="Print the suggestions as JSON.")
@click.pass_context
def suggest(ctx: click.Context, *, as_json: bool) -> None:
    """Suggest words of the map that seem to mean the same; nothing is changed.

    \b
    Example:
      argmap terms iraq.argmap suggest
    """
    from argmap.matching import suggest_terms

    file = ctx.obj["file"]
    found = suggest_terms(open_map(file).map)
    if as_json:
        say_json([{"words": term.words, "why": term.why, "claims": [c.label for c in term.claims]} for term in found])
        return
    for term in found:
        say(f"{' = '.join(map(one_line, term.words))}  ({term.why})")
        for claim in term.claims[:_SHOWN]:
            say(f"  {named(claim)}")
        if len(term.claims) > _SHOWN:
            say(f"  and {len(term.claims) - _SHOWN} more")
        say(f"  to accept: argmap terms {typed(file)} add {' '.join(quote(one_line(word)) for word in term.words)}")
    if not found:
        remark("No suggestions: no two words of this map seem to mean the same that do not already.")


def _terms(map_: ArgumentMap) -> list[Term]:
    return sorted(map_.terms.values(), key=lambda term: (term.words, term.id))


def _term(map_: ArgumentMap, place: int) -> Term:
    terms = _terms(map_)
    if not 1 <= place <= len(terms):
        raise UnknownNumberError(str(place), "term")
    return terms[place - 1]
