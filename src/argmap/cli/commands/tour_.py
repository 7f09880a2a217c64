"""``argmap tour``: learn the screen by doing, on a map that is thrown away."""

from __future__ import annotations

import sys

import click

from argmap.cli.saying import is_terminal, remark
from argmap.errors import NeedsPersonError


@click.command("tour")
@click.option("--ascii/--no-ascii", "ascii_only", default=None, help="Draw with ASCII characters only, or not.")
def command(*, ascii_only: bool | None) -> None:
    """Learn the screen in seven steps, each one key and one sentence, on a map that is thrown away.

    \b
    Examples:
      argmap tour
      argmap tour --ascii
    """
    if not (sys.stdin.isatty() and is_terminal()):
        message = "There is no terminal to show the tour on. To read instead: argmap --help"
        raise NeedsPersonError(message)
    from argmap.tui.app import run_tour

    run_tour(ascii_only=ascii_only)
    remark("That was the tour. Next: argmap sample --open, or: argmap new")
