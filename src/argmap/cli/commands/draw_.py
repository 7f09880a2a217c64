"""``argmap draw``: draw a map as a picture, or as a page to look around in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from argmap.cli.parameters import FilePath, map_file, open_map
from argmap.cli.saying import remark, say, shown
from argmap.cli.selecting import selection_options

_ONCE = {"left-right": "left-to-right"}
"""What a layout was called before; old orders still work."""


class _Layouts(click.Choice[str]):
    """The layouts by their names, those of old too."""

    def convert(self, value: str, parameter: click.Parameter | None, context: click.Context | None) -> str:
        """Return the name of today."""
        return super().convert(_ONCE.get(value, value), parameter, context)


@click.command("draw")
@map_file
@selection_options
@click.option("--comments", is_flag=True, help="With the comments.")
@click.option(
    "--layout",
    type=_Layouts(["butterfly", "left-to-right", "top-down"]),
    help="Thesis in the middle, or from the left, or from the top; else what fits the map.",
)
@click.option("--page", "paper", type=click.Choice(["a4", "a3", "letter"]), help="For paper: one page, or an atlas.")
@click.option("--tiles", is_flag=True, help="A poster of many sheets (a4, or as --page says).")
@click.option(
    "--palette",
    type=click.Choice(["blue-orange", "okabe", "green-red", "grey"]),
    default="blue-orange",
    help="The colours of for and against.",
)
@click.option("--to", "kind", type=click.Choice(["svg", "png", "pdf", "html"]), help="The format; else by the ending.")
@click.option("-o", "--output", type=FilePath(), help="Where to; - is standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(
    file: Path,
    layout: str | None,
    paper: str | None,
    palette: str,
    kind: str | None,
    output: Path | None,
    *,
    tiles: bool,
    force: bool,
    **chosen: Any,  # noqa: ANN401  # the options of a selection, by name
) -> None:
    """Draw the map in FILE: a picture (svg, png, pdf), or a page for browsers with outline and picture (html).

    Reasons and objections stand on two sides of a position, premises that work together in one frame, undercuts at
    the step they dispute. With --page the letters stay readable on that paper: what is too large for one page becomes
    an atlas, an overview and its branches. With --tiles it becomes a poster of sheets to put up on a wall.

    \b
    Examples:
      argmap draw iraq.argmap -o iraq.svg
      argmap draw iraq.argmap --at C10 -o isis.png
      argmap draw iraq.argmap --page a4 -o iraq.pdf
      argmap draw iraq.argmap --page a3 --tiles -o poster.pdf
      argmap draw iraq.argmap -o iraq.html
    """
    from argmap.cli.publishing import Asked, print_out, selection_of
    from argmap.document.handing_out import hand_out
    from argmap.drawings import Layout
    from argmap.publishing.drawn import Manner, kind_of, pictured

    paged = "pdf" if (paper or tiles) and output is None else None
    kind = kind_of(kind or paged, output.suffix if output is not None else "")
    map_ = open_map(file).map
    manner = Manner(Layout(layout) if layout else None, palette, paper, tiles)
    made = pictured(map_, selection_of(map_, Asked(**chosen)), kind, manner)
    if str(output) == "-":
        print_out(made.content, is_text=False)
    else:
        output = output or Path(f"{file.stem.lstrip('.') or 'map'}.{kind}")
        hand_out(file, output, made.content, force=force)
        say(f"Wrote {shown(output)}.")
    for notice in made.notices:
        remark(notice)
