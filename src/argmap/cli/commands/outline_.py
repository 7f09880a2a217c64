"""``argmap outline``: print a map as text that people read and speak from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import FilePath, Number, map_file, open_map
from argmap.cli.saying import remark, say, shown
from argmap.cli.selecting import selection_options
from argmap.publishing.printouts import PRINTOUTS

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.publishing.formats import Format

_PAGES = ("a4", "letter")
_ONLY_WITH = {"steelman": "brief", "preset": "flow", "speeches": "flow"}
_PRESETS = ("policy", "ld", "pf", "worlds", "bp")


@click.command("outline")
@map_file
@selection_options
@click.option("--as", "layout", type=click.Choice(list(PRINTOUTS)), default="outline", help="What to print.")
@click.option("--steelman", metavar="NUMBER", help="With --as brief: the case of this position alone.")
@click.option("--comments", is_flag=True, help="With the comments.")
@click.option("--preset", type=click.Choice(_PRESETS), help="With --as flow: whose speeches; else policy.")
@click.option("--speeches", metavar="A,B,…", help="With --as flow: speeches of your own, ours first, in turns.")
@click.option("--page", type=click.Choice(_PAGES), help="The paper of docx, pdf and xlsx; else a4.")
@click.option(
    "--to", "format_name", help="text, markdown, docx, pdf, html, csv; of a flow csv, xlsx, html; else by -o."
)
@click.option("-o", "--output", type=FilePath(), help="Where to; - or nothing is standard output.")
@click.option(
    "--width",
    type=Number(20, 1000),
    metavar="NUMBER",
    help="Cells a line of text may have; else the terminal's.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(
    file: Path,
    layout: str,
    format_name: str | None,
    output: Path | None,
    width: int | None,
    *,
    force: bool,
    **chosen: Any,  # noqa: ANN401  # the options of a selection, by name
) -> None:
    """Print the map in FILE as text that people read, hand in or speak from.

    outline is the numbered outline with its sources. blocks is a debate file: the case, answers to what the others
    say, answers to their answers. brief is one page for and against. memo sets out the issue, the options with their
    reasons, objections and answers, and leaves the recommendation to you. flow is a table: columns are speeches, and
    each cell answers the one before it. cards are index cards to cut, four to a sheet: a claim each, with what it
    answers, its source, its reasons, and what is said against it.

    \b
    Examples:
      argmap outline iraq.argmap --side C3 -o case.docx
      argmap outline iraq.argmap --top 3 --words 500
      argmap outline iraq.argmap --as blocks --side C3 -o blocks.docx
      argmap outline iraq.argmap --as brief -o brief.pdf
      argmap outline iraq.argmap --as memo --depth 3 -o memo.docx
      argmap outline iraq.argmap --as flow --preset worlds -o table.xlsx
      argmap outline iraq.argmap --as cards --side C3 --depth 2 -o cards.pdf
    """
    from argmap.cli.publishing import Asked, format_for, place_for, print_out, published
    from argmap.document.handing_out import hand_out

    format_ = format_for(layout, format_name, output)
    if output is None and not format_.is_text:
        output = place_for(file, layout, format_)
    _refuse_what_goes_with_others(layout, format_, chosen)
    made = published(open_map(file).map, layout, Asked(**chosen), format_, width)
    if output is None or str(output) == "-":
        print_out(made.content, is_text=format_.is_text)
    else:
        hand_out(file, output, made.content, force=force)
        say(f"Wrote {shown(output)}.")
    for notice in made.notices:
        remark(notice)


def _refuse_what_goes_with_others(layout: str, format_: Format, chosen: dict[str, Any]) -> None:
    """Refuse an option that would change nothing, rather than print something else than was meant."""
    for option, with_ in _ONLY_WITH.items():
        if chosen[option] is not None and layout != with_:
            message = f"--{option} goes with --as {with_}."
            raise click.UsageError(message)
    if chosen["page"] is not None and not _has_pages(layout, format_):
        message = "--page goes with what is printed on pages: docx, pdf, xlsx, and html of cards and flows."
        raise click.UsageError(message)
    if chosen["preset"] is not None and chosen["speeches"] is not None:
        message = "Say one of --preset and --speeches: both name the speeches."
        raise click.UsageError(message)


def _has_pages(layout: str, format_: Format) -> bool:
    return format_.name in {"docx", "pdf", "xlsx"} or (layout in {"cards", "flow"} and format_.name == "html")
