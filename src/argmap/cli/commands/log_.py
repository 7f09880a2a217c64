"""``argmap log``: the steps that made a map."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import json_output, map_file, open_map
from argmap.cli.saying import say, say_json
from argmap.display import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.store import Record


@click.command("log")
@map_file
@click.option("--last", "-n", type=click.IntRange(1), help="Only the last so many steps.")
@click.option("--author", help="Only steps of authors whose name has these letters.")
@json_output
def command(file: Path, last: int | None, author: str | None, *, as_json: bool) -> None:
    """List the steps that made the map in FILE, the newest last: number, time, author, what was done.

    \b
    Examples:
      argmap log tax.argmap
      argmap log tax.argmap -n 5 --author jane
    """
    records = open_map(file).log()
    if author:
        records = tuple(record for record in records if author.casefold() in record.author.casefold())
    records = records[-last:] if last else records
    if as_json:
        say_json([_as_value(record) for record in records])
        return
    width = max((len(str(record.seq)) for record in records), default=1)
    for record in records:
        by = f"  {one_line(record.author)}" if record.author else ""
        say(f"{record.seq:>{width}}  {_time(record.at, seconds=False)}{by}  {one_line(record.label)}")


def _time(at: int, *, seconds: bool) -> str:
    """Return a time as ISO 8601 in this machine's zone; a time no calendar holds as its bare number."""
    try:
        moment = datetime.fromtimestamp(at / 1000, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return f"(invalid time {at})"
    return moment.isoformat(timespec="seconds") if seconds else moment.strftime("%Y-%m-%d %H:%M")


def _as_value(record: Record) -> dict[str, Any]:
    return {
        "step": record.seq,
        "id": record.id,
        "parent": record.parent,
        "kind": record.kind.value,
        "label": record.label,
        "author": record.author,
        "at": _time(record.at, seconds=True),
        "session": record.session,
        "refers": record.refers,
    }
