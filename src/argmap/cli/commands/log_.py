"""``argmap log``: the steps that made a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.excluding import refuse_several
from argmap.cli.parameters import Number, json_output, map_file, open_map
from argmap.cli.saying import say, say_json
from argmap.display import one_line
from argmap.outlines.changes import Teller, time_of

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.document import Document
    from argmap.model import EntityId
    from argmap.store import Record


@click.command("log")
@map_file
@click.option("--last", "-n", type=Number(1), metavar="NUMBER", help="Only the last so many steps.")
@click.option("--author", help="Only steps of authors whose name has these letters.")
@click.option("--claim", metavar="C17", help="Only steps that changed this claim, or what refers to it.")
@click.option("--show", "shown", type=Number(1), metavar="N", help="Show what step N changed.")
@json_output
def command(
    file: Path, last: int | None, author: str | None, claim: str | None, shown: int | None, *, as_json: bool
) -> None:
    """List the steps that made the map in FILE, the newest last: number, time, author, what was done.

    \b
    Examples:
      argmap log tax.argmap
      argmap log tax.argmap -n 5 --author jane
      argmap log tax.argmap --claim C17
      argmap log tax.argmap --show 12
    """
    for name, value in {"--last": last, "--author": author, "--claim": claim}.items():
        refuse_several({"--show": shown, name: value})
    document = open_map(file)
    if shown is not None:
        _show(document, shown, as_json=as_json)
        return
    records = document.log() if claim is None else document.steps_on(_claim_id(document, claim))
    if author:
        records = tuple(record for record in records if author.casefold() in record.author.casefold())
    records = records[-last:] if last else records
    if as_json:
        say_json([_as_value(record) for record in records])
        return
    width = max((len(str(record.seq)) for record in records), default=1)
    for record in records:
        by = f"  {one_line(record.author)}" if record.author else ""
        say(f"{record.seq:>{width}}  {time_of(record.at)}{by}  {one_line(record.label)}")


def _claim_id(document: Document, typed: str) -> EntityId:
    """Return the id of a claim in the map, or of one that was removed, whose number the history still knows."""
    from argmap.errors import UnknownNumberError
    from argmap.model import Claim
    from argmap.model.labels import find_claim

    try:
        return find_claim(document.map, typed).id
    except UnknownNumberError:
        wanted = typed.strip().upper().removeprefix("C").lstrip("0")
        for _, changes in reversed(document.file.steps()):
            for change in changes:
                if isinstance(change.entity, Claim) and str(change.entity.number) == wanted:
                    return change.id
        raise


def _show(document: Document, seq: int, *, as_json: bool) -> None:
    """Show what one step changed, entity by entity, field by field."""
    from argmap.model.plain import change_to_plain

    record, changes = document.step(seq)
    if as_json:
        say_json(_as_value(record) | {"changes": [change_to_plain(change) for change in changes]})
        return
    by = f", {one_line(record.author)}" if record.author else ""
    say(f"Step {record.seq}, {time_of(record.at)}{by}: {one_line(record.label)}")
    teller = Teller(document.map, changes)
    for change in changes:
        for row in teller.told(change):
            say(f"  {row}")


def _as_value(record: Record) -> dict[str, Any]:
    return {
        "step": record.seq,
        "id": record.id,
        "parent": record.parent,
        "kind": record.kind.value,
        "label": record.label,
        "author": record.author,
        "at": time_of(record.at, seconds=True),
        "session": record.session,
        "refers": record.refers,
    }
