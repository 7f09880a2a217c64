"""Bringing in: what is said when claims of another map or file come into one, and where near-duplicates are cleared."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.saying import counted, remark, say, typed
from argmap.display import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from argmap.document import Document
    from argmap.model import ClaimId, Step
    from argmap.reviewing import Report

_SHOWN_FROM = 2_000
_LISTED = 8
_COUNTED_UP_TO = 20_000


def tell_included(report: Report, question: str, other: str, *, dry_run: bool) -> None:
    """Say what came in from *other*, which asks *question*, what was here, and what was left out."""
    new = ", ".join(
        counted(count, word)
        for count, word in (
            (report.claims, "claim"),
            (report.inferences, "inference"),
            (report.sources, "source"),
            (report.citations, "citation"),
        )
    )
    say(f"{'Would include' if dry_run else 'Included'} {one_line(other)}: {new}.")
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


def likely_pairs(document: Document, new: Collection[ClaimId]) -> int | None:
    """Count the pairs with a *new* claim that may be one; None where the map is too large to wait for that."""
    if not new or len(document.map.claims) > _COUNTED_UP_TO:
        return None
    from argmap.cli.searching import searched

    found, _ = searched(document.map, None)
    return sum(pair.first in new or pair.second in new for pair in found.pairs)


def tell_next(file: Path, step: Step, likely: int | None) -> None:
    """Say what to do next with *file*, into which *step* brought something."""
    if not step.changes:
        remark("Nothing to change: all of it is here already.")
        return
    name = typed(file)
    if likely:
        remark(f"{counted(likely, 'pair')} with a new claim may say the same. To go through them: argmap dedupe {name}")
    elif likely is None:
        remark(f"To look for claims that say the same: argmap dedupe {name}")
    remark(f"To take all of it back: argmap undo {name}")


def included_value(report: Report) -> dict[str, Any]:
    """Return what there is to tell of an inclusion as a JSON object."""
    from dataclasses import asdict

    value = asdict(report)
    value["same_sources"] = [{"theirs": theirs, "ours": ours} for theirs, ours in report.same_sources]
    value["one_voice"] = [{"theirs": theirs, "ours": ours} for theirs, ours in report.one_voice]
    return value


@contextmanager
def joining_bar(claims: int) -> Iterator[Callable[[float], object] | None]:
    """Show a bar on a terminal, where there is much to join."""
    if claims < _SHOWN_FROM or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=claims, label="Joining what is identical", file=sys.stderr) as bar:
        yield lambda done: bar.update(max(int(done * claims) - bar.pos, 0))
        bar.update(claims - bar.pos)
