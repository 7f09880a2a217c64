"""``argmap new``: start a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.excluding import refuse_several
from argmap.cli.parameters import json_output, map_file
from argmap.cli.saying import counted, remark, say, say_json, shown, typed

if TYPE_CHECKING:
    from pathlib import Path


@click.command("new")
@map_file
@click.argument("asked", required=False, metavar="[QUESTION]")
@click.option("--question", "-q", help="The question the map is about; may also stand after FILE.")
@click.option("--position", "-p", "positions", multiple=True, help="An answer to it; give the option once for each.")
@click.option("--title", "-t", default="", help="A title for the map.")
@json_output
def command(
    file: Path, asked: str | None, question: str | None, positions: tuple[str, ...], title: str, *, as_json: bool
) -> None:
    """Start a map in a new FILE: a question and the positions that answer it.

    \b
    Examples:
      argmap new tax.argmap -q "Should we tax carbon?" -p "Yes" -p "No"
      argmap new motion.argmap -p "This house would abolish zoos"
    """
    from argmap.document import Document
    from argmap.editing import new_map
    from argmap.settings import remember_file

    refuse_several({"QUESTION": asked, "--question": question})
    question = question or asked or ""
    document = Document.create(file, new_map(title=title, question=question, positions=positions))
    remember_file(file)
    if as_json:
        say_json(
            {"file": str(file), "map": document.map.about.id, "claims": [c.label for c in document.map.positions()]}
        )
        return
    count = len(document.map.positions())
    asked_for = "1 question" if question else "no question yet"
    say(f"Made {shown(file)}: {asked_for}, {counted(count, 'position')}.")
    for claim in document.map.positions():
        say(f"  {claim.label}: {claim.text}")
    if count:
        remark(f'Next: argmap open {typed(file)}    or: argmap add {typed(file)} "It works" --supports C1')
    else:
        remark(f'Next: argmap open {typed(file)}    or: argmap add {typed(file)} "An answer" --position')
