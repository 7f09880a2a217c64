"""``argmap share``: a copy to hand out, without the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import FilePath, map_file, open_map
from argmap.cli.saying import counted, remark, say, shown, typed

if TYPE_CHECKING:
    from pathlib import Path


@click.command("share")
@map_file
@click.option("-o", "--output", required=True, type=FilePath(), help="The new file to hand out.")
def command(file: Path, output: Path) -> None:
    """Write a compact copy of the map in FILE without its history, to hand out.

    FILE itself remembers every step, so deleted words can be read in it. In the copy they are really gone: it begins
    with the map as it is now. Comments, notes and the wordings of merged claims are part of the map and stay.

    \b
    Example:
      argmap share tax.argmap -o tax-for-class.argmap
    """
    document = open_map(file)
    steps = len(document.log())
    copy = document.share(output)
    claims, left_out = counted(len(copy.map.claims), "claim"), counted(steps, "step")
    say(f"Wrote {shown(output)}: {claims}, without the {left_out} of {shown(file)}.")
    if copy.map.comments:
        remark(
            f"It still holds {counted(len(copy.map.comments), 'comment')}. To see them: argmap comment {typed(output)}"
        )
