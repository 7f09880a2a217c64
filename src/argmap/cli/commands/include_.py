"""``argmap include``: bring another map into this one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from argmap.cli.bringing import included_value, joining_bar, likely_pairs, tell_included, tell_next
from argmap.cli.parameters import FilePath, json_output, map_file, open_map
from argmap.cli.saying import remark, say_json
from argmap.display import one_line
from argmap.errors import UnfitError, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = "Nothing was changed."


@click.command("include")
@map_file
@click.argument("other", type=FilePath())
@click.option("--join-identical", is_flag=True, help="Merge claims in the same words, where nothing speaks against it.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what it would bring, and do nothing.")
@json_output
def command(file: Path, other: Path, *, join_identical: bool, dry_run: bool, as_json: bool) -> None:
    """Bring the claims of OTHER, and all that hangs on them, into FILE, as one step. OTHER is only read.

    What has the same id in both is the same, and stays as it is in FILE. Sources are recognised by their address, or
    by title and date. Claims that only look alike stay apart: `argmap dedupe FILE` goes through them afterwards.

    \b
    Examples:
      argmap include joint.argmap anna.argmap
      argmap include joint.argmap anna.argmap --join-identical
      argmap include joint.argmap anna.argmap --dry-run
    """
    from argmap.document import Document
    from argmap.reviewing import include

    _refuse_itself(file, other)
    document = open_map(file)
    _refuse_missing(other)
    theirs = Document.open(other)
    if theirs.notice:
        remark(theirs.notice)
    with joining_bar(len(theirs.map.claims) if join_identical else 0) as progress:
        inclusion = include(
            document.map, theirs.map, name=one_line(other.name), join_identical=join_identical, progress=progress
        )
    if not dry_run:
        document.do(inclusion.step)
    likely = None if dry_run else likely_pairs(document, inclusion.new)
    if as_json:
        say_json({"included": not dry_run, **included_value(inclusion.report), "likely_pairs": likely})
        return
    tell_included(inclusion.report, theirs.map.about.question, str(other), dry_run=dry_run)
    if not dry_run:
        tell_next(file, inclusion.step, likely)


def _refuse_itself(file: Path, other: Path) -> None:
    try:
        same = file.samefile(other)
    except (OSError, ValueError):
        return  # what is not there, or cannot be looked at, says so when it is opened
    if same:
        message = "A map cannot be included in itself: both are the same file. Nothing was changed."
        raise UnfitError(message)


def _refuse_missing(other: Path) -> None:
    """Refuse a map that is not there; that one could be begun under its name helps nobody here."""
    if str(other) == ".":
        message = "Name the map to include, as in anna.argmap; this names the folder you are in."
        raise click.UsageError(message)
    if not os.path.lexists(other):
        raise UnreadableFileError("E-MISSING", f"There is no file {one_line(str(other))} to include. {_KEPT}")
