"""``argmap include``: bring another map into this one."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.parameters import FilePath, json_output, map_file, open_map
from argmap.cli.saying import counted, remark, say, say_json
from argmap.display import one_line
from argmap.errors import UnfitError, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from argmap.document import Document
    from argmap.reviewing import Inclusion, Report

_SHOWN_FROM = 2_000
_LISTED = 8
_COUNTED_UP_TO = 20_000
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
    with _bar(len(theirs.map.claims) if join_identical else 0) as progress:
        inclusion = include(
            document.map, theirs.map, name=one_line(other.name), join_identical=join_identical, progress=progress
        )
    if not dry_run:
        document.do(inclusion.step)
    likely = None if dry_run else _likely(document, inclusion)
    if as_json:
        say_json(_as_value(inclusion.report, likely, done=not dry_run))
        return
    _tell(inclusion.report, theirs.map.about.question, other, dry_run=dry_run)
    if not dry_run:
        _next(file, inclusion, likely)


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


def _tell(report: Report, question: str, other: Path, *, dry_run: bool) -> None:
    """Say what came in, what was here, and what was left out."""
    new = ", ".join(
        counted(count, word)
        for count, word in (
            (report.claims, "claim"),
            (report.inferences, "inference"),
            (report.sources, "source"),
            (report.citations, "citation"),
        )
    )
    say(f"{'Would include' if dry_run else 'Included'} {one_line(str(other))}: {new}.")
    if report.known:
        say(f"  Here already, under the same id: {report.known:,}.")
    if report.differing:
        say(f"  Of these, said differently there; yours stay as they are: {_listed(report.differing)}.")
    if report.one_voice:
        pairs = [f"{theirs} there and {ours} here" for theirs, ours in report.one_voice]
        say(f"  One voice, by title and author: {_listed(pairs)}.")
    if report.same_sources:
        pairs = [f"{theirs} there is {ours} here" for theirs, ours in report.same_sources]
        say(f"  The same sources: {_listed(pairs)}.")
    if report.positions and report.same_question:
        say(f"  Positions, since the question is the same: {_listed(report.positions)}.")
    elif report.positions:
        asked = one_line(question) or "none"
        say(f"  Its question is another ({asked}), so its positions are ordinary claims: {_listed(report.positions)}.")
    if report.joined:
        say(f"  Merged, since the words are the same: {counted(report.joined, 'claim')}.")
    if report.unjoined:
        say(f"  In the same words, but for you to decide: {counted(report.unjoined, 'claim')}.")
    for sentence in report.left_out:
        say(f"  Left out: {one_line(sentence)}")


def _listed(labels: list[str] | tuple[str, ...]) -> str:
    more = f" and {len(labels) - _LISTED:,} more" if len(labels) > _LISTED else ""
    return ", ".join(one_line(label) for label in labels[:_LISTED]) + more


def _likely(document: Document, inclusion: Inclusion) -> int | None:
    """Count the pairs with a new claim that may be one; None where the map is too large to wait for that."""
    if not inclusion.new or len(document.map.claims) > _COUNTED_UP_TO:
        return None
    from argmap.cli.searching import searched

    found, _ = searched(document.map, None)
    return sum(pair.first in inclusion.new or pair.second in inclusion.new for pair in found.pairs)


def _next(file: Path, inclusion: Inclusion, likely: int | None) -> None:
    if not inclusion.step.changes:
        remark("Nothing to change: all of it is here already.")
        return
    name = quote(str(file))
    if likely:
        remark(f"{counted(likely, 'pair')} with a new claim may say the same. To go through them: argmap dedupe {name}")
    elif likely is None:
        remark(f"To look for claims that say the same: argmap dedupe {name}")
    remark(f"To take all of it back: argmap undo {name}")


def _as_value(report: Report, likely: int | None, *, done: bool) -> dict[str, Any]:
    from dataclasses import asdict

    value = asdict(report)
    value["same_sources"] = [{"theirs": theirs, "ours": ours} for theirs, ours in report.same_sources]
    value["one_voice"] = [{"theirs": theirs, "ours": ours} for theirs, ours in report.one_voice]
    return {"included": done, **value, "likely_pairs": likely}


@contextmanager
def _bar(claims: int) -> Iterator[Callable[[float], object] | None]:
    """Show a bar on a terminal, where there is much to join."""
    if claims < _SHOWN_FROM or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=claims, label="Joining what is identical", file=sys.stderr) as bar:
        yield lambda done: bar.update(max(int(done * claims) - bar.pos, 0))
        bar.update(claims - bar.pos)
