"""``argmap sources``: the texts that claims are found in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import FileGroup, map_file, open_map
from argmap.cli.saying import remark, say, say_json, take
from argmap.display import one_line
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.model import ArgumentMap, Passage, Source

_FIELDS = (
    ("title", "Its title."),
    ("author", "Its author, as in 'Doe, Jane'; several with semicolons."),
    ("container-title", "The newspaper, journal or site it stands in."),
    ("issued", "Its date, as far as known, such as 2024-07-20."),
    ("publisher", "Its publisher."),
    ("url", "Its address."),
    ("genre", "What it is: news, opinion, report …"),
    ("language", "Its language, such as en."),
    ("accessed", "The day you looked at it, such as 2024-07-21."),
    ("note", "A note on it."),
)


def _described(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, words in reversed(_FIELDS):
        command = click.option(f"--{name}", help=words)(command)
    return command


@click.group("sources", cls=FileGroup, invoke_without_command=True)
@map_file
@click.option("--json", "as_json", is_flag=True, help="Print the sources as JSON.")
@click.pass_context
def command(ctx: click.Context, file: Path, *, as_json: bool) -> None:
    """List the sources of the map in FILE; add and edit them, and say which passages are one voice.

    \b
    Examples:
      argmap sources tax.argmap
      argmap sources tax.argmap add --title "Who pays?" --author "Doe, Jane" --issued 2024
      argmap sources tax.argmap edit S1 --url https://example.org
      argmap sources tax.argmap same S1 S2 --paragraph-a 4 --paragraph-b 12
    """
    ctx.obj = {"file": file}
    if ctx.invoked_subcommand is None:
        _list(open_map(file).map, as_json=as_json)


@command.command("add")
@_described
@click.pass_context
def add(ctx: click.Context, /, **described: str | None) -> None:
    """Add a source. It needs a title at least.

    \b
    Example:
      argmap sources tax.argmap add --title "Who pays?" --author "Doe, Jane" --issued 2024-07-20
    """
    from argmap import editing

    document = open_map(ctx.obj["file"])
    said = {name: value for name, value in described.items() if value}
    take(document, editing.add_source(document.map, said.pop("title", ""), **said))


@command.command("edit")
@click.argument("source")
@_described
@click.pass_context
def edit(ctx: click.Context, /, source: str, **described: str | None) -> None:
    """Change what is known of SOURCE (S2); an empty text takes it away.

    \b
    Examples:
      argmap sources tax.argmap edit S2 --url https://example.org
      argmap sources tax.argmap edit S2 --note ""
    """
    from argmap import editing
    from argmap.model.labels import find_source

    document = open_map(ctx.obj["file"])
    said = {name: value for name, value in described.items() if value is not None}
    take(document, editing.edit_source(document.map, find_source(document.map, source).id, **said))


@command.command("remove")
@click.argument("source")
@click.pass_context
def remove(ctx: click.Context, source: str) -> None:
    """Remove SOURCE (S2) and every citation of it; the claims stay.

    \b
    Example:
      argmap sources tax.argmap remove S2
    """
    from argmap import editing
    from argmap.model.labels import find_source

    document = open_map(ctx.obj["file"])
    take(document, editing.remove_source(document.map, find_source(document.map, source).id))


@command.command("same")
@click.argument("first")
@click.argument("second")
@click.option("--paragraph-a", default="", help="The paragraph in the FIRST source.")
@click.option("--paragraph-b", default="", help="The paragraph in the SECOND source.")
@click.option("--note", default="", help="How you know.")
@click.option("--not", "apart", is_flag=True, help="Take back that the two passages are one voice.")
@click.pass_context
def same(
    ctx: click.Context, first: str, second: str, *, paragraph_a: str, paragraph_b: str, note: str, apart: bool
) -> None:
    """Say that passages of two sources are one voice, and count as one witness.

    \b
    Examples:
      argmap sources tax.argmap same S1 S2 --paragraph-a 4 --paragraph-b 12
      argmap sources tax.argmap same S1 S2 --paragraph-a 4 --paragraph-b 12 --not
    """
    from argmap import editing
    from argmap.model import Passage
    from argmap.model.labels import find_source

    document = open_map(ctx.obj["file"])
    map_ = document.map
    one = Passage(find_source(map_, first).id, paragraph_a)
    other = Passage(find_source(map_, second).id, paragraph_b)
    if not apart:
        take(document, editing.record_dependence(map_, one, other, note))
        return
    known = [each for each in map_.dependences_of(one.source) if set(each.passages) == {one, other}]
    if not known:
        message = f"These passages of {first} and {second} are not recorded as one voice."
        raise UnfitError(message)
    take(document, editing.remove_dependence(map_, known[0].id))


def _list(map_: ArgumentMap, *, as_json: bool) -> None:
    sources = sorted(map_.sources.values(), key=lambda source: source.number)
    if as_json:
        say_json([_as_value(map_, source) for source in sources])
        return
    for source in sources:
        citing = {citation.claim for citation in map_.citations_in(source.id)}
        count = f"{len(citing)} claim{'' if len(citing) == 1 else 's'}"
        say(f"{source.label}  {describe(source)}  ({count})")
        for dependence in map_.dependences_of(source.id):
            one, other = dependence.passages
            if one.source == source.id:
                say(f"    one voice: {one_line(f'{_place(map_, one)} = {_place(map_, other)}')}")
    if not sources:
        remark("No sources yet. To add one: argmap sources FILE add --title …")


def describe(source: Source) -> str:
    """Return a source's author, title, place and date, on one line."""
    parts = (source.author, f"“{source.title}”", source.container_title or source.publisher, source.issued)
    return one_line(", ".join(part for part in parts if part))


def _place(map_: ArgumentMap, passage: Passage) -> str:
    label = map_.sources[passage.source].label
    return f"{label} ¶{passage.paragraph}" if passage.paragraph else label


def _as_value(map_: ArgumentMap, source: Source) -> dict[str, Any]:
    from argmap.model.plain import to_plain

    citing = {map_.claims[citation.claim].label for citation in map_.citations_in(source.id)}
    return to_plain(source) | {"cited_by": sorted(citing, key=lambda label: int(label[1:]))}
