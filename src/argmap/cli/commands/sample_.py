"""``argmap sample``: copy the sample maps here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.saying import remark, require_terminal, say, shown
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from pathlib import Path

USUAL = "iraq-troops"


@click.command("sample")
@click.argument("name", default=USUAL)
@click.option("--open", "open_it", is_flag=True, help="Open it on screen.")
@click.option("--list", "list_them", is_flag=True, help="List the samples there are.")
@click.option("--all", "every", is_flag=True, help="Copy all of them.")
def command(name: str, *, open_it: bool, list_them: bool, every: bool) -> None:
    """Copy a sample map into this folder; a copy that is there is kept as it is.

    \b
    Examples:
      argmap sample --open
      argmap sample --list
      argmap sample carbon-tax
      argmap sample iraq         five maps, one a source: an exercise in merging
    """
    from argmap.settings import remember_file
    from argmap.settings.samples import sample_files, samples

    if list_them:
        for sample, words in samples().items():
            say(f"{sample:<15} {words}")
        return
    names = list(samples()) if every else [name]
    copied: list[Path] = []
    for wanted in names:
        files = sample_files(wanted)
        if not files:
            message = f"There is no sample “{wanted[:40]}”. There are {', '.join(samples())}."
            raise UnfitError(message)
        copied.extend(_copy(source, place) for place, source in files.items())
    if not open_it:
        remark(f"Next: argmap open {copied[0]}")
        return
    require_terminal(copied[0])
    from argmap.document import Document
    from argmap.tui.app import run

    document = Document.open(copied[0])
    remember_file(copied[0])
    run(document, None)


def _copy(source: Path, place: Path) -> Path:
    """Copy a sample to *place*, unless something is there already."""
    from argmap.store.copying import copy_new

    if place.exists():
        remark(f"{shown(place)} is here already and was kept as it is.")
    else:
        copy_new(source, place)
        say(f"Copied {shown(place)}.")
    return place
