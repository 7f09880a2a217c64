"""``argmap open``: open a map on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.parameters import map_file
from argmap.cli.saying import opening, remark, require_terminal
from argmap.model.memory import without_collecting

if TYPE_CHECKING:
    from pathlib import Path


@click.command("open")
@map_file
@click.option("--at", metavar="NUMBER", help="Start at this claim, such as C17.")
@click.option("--ascii/--no-ascii", "ascii_only", default=None, help="Draw with ASCII characters only, or not.")
@click.option("--accessible", is_flag=True, help="Suit screen readers: words for signs, no lines, a real cursor.")
@click.option("--theme", type=click.Choice(["dark", "light", "ansi"]), help="Take these colours this time.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def command(
    file: Path, at: str | None, *, ascii_only: bool | None, accessible: bool, theme: str | None, no_mouse: bool
) -> None:
    """Open FILE on screen, to walk and edit the argument.

    Every step is saved at once and can be undone, also tomorrow. Press ? for the keys and q to leave.

    \b
    Examples:
      argmap open tax.argmap
      argmap tax.argmap
      argmap open tax.argmap --at C17
    """
    with opening(file, ascii_only=bool(ascii_only)), without_collecting():
        from argmap.document import Document
        from argmap.model.labels import find_claim
        from argmap.settings import remember_file
        from argmap.tui.app import run

        document = Document.open(file)
        require_terminal(file)
        start = None if at is None else find_claim(document.map, at).id
        remember_file(file)
    if document.notice:
        remark(document.notice)
    run(document, start, ascii_only=ascii_only, accessible=accessible, theme=theme or "", mouse=not no_mouse)
