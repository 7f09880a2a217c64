"""Including: asking for another map's file, and bringing that map into this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.document import Document
from argmap.errors import UnfitError
from argmap.matching import duplicates
from argmap.tui.blank import FLAG, Blank
from argmap.tui.forms import Form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from argmap.model import ClaimId
    from argmap.reviewing import Report
    from argmap.tui.blank import Answers
    from argmap.tui.stage import Stage

_COUNTED_UP_TO = 1_000  # claims; looking for pairs in more would be felt


def inclusion_form(screen: Stage) -> Form:
    """Return the form that asks which map to bring in."""
    blanks = (
        Blank("file", "File"),
        Blank("join", "Join same", FLAG, value=False, hint="merge claims in the same words at once"),
    )
    return Form(
        screen.signs,
        "Include another map",
        blanks,
        lambda answers: _include(screen, answers),
        leave=lambda _: None,
    )


def _include(screen: Stage, answers: Answers) -> None:
    from argmap.reviewing import include

    typed = str(answers["file"]).strip()
    if not typed:
        message = "Type the name of the map's file, such as anna.argmap."
        raise UnfitError(message)
    path = _typed_path(typed)
    if path.exists() and path.samefile(screen.document.path):
        message = "A map cannot be included in itself: this is the file that is open."
        raise UnfitError(message)
    if not path.exists():
        message = f"There is no file {one_line(typed)}. Nothing was changed."
        raise UnfitError(message)
    theirs = Document.open(path).map
    inclusion = include(screen.document.map, theirs, name=one_line(path.name), join_identical=bool(answers["join"]))
    screen.take(inclusion.step)
    if inclusion.step.changes:
        map_ = screen.document.map
        new = [map_.claims[claim] for claim in inclusion.new if claim in map_.claims]
        if new:
            screen.go_to_claim(min(new, key=lambda claim: claim.number).id)
        screen.say(" ".join((*_told(inclusion.report), *_next(screen, inclusion.new))))


def _typed_path(typed: str) -> Path:
    try:
        path = Path(typed).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError):  # a name too long, the home of nobody, a NUL
        message = f"No file can have the name {one_line(typed)[:60]}. Nothing was changed."
        raise UnfitError(message) from None
    return path


def _told(report: Report) -> Iterator[str]:
    """Say what came in, and what of it stands otherwise than where it came from."""
    joined = f", {report.joined:,} of them merged with the same words" if report.joined else ""
    yield f"{_counted(report.claims, 'claim')} came in{joined}."
    if report.positions and not report.same_question:
        count = len(report.positions)
        are = "its position is an ordinary claim" if count == 1 else f"its {count:,} positions are ordinary claims"
        yield f"The question is another: {are}."
    if report.same_sources:
        were = "was" if len(report.same_sources) == 1 else "were"
        yield f"{_counted(len(report.same_sources), 'source')} {were} here already."
    if report.differing:
        say = "says" if len(report.differing) == 1 else "say"
        yield f"{len(report.differing):,} here already {say} something else there; yours stay."
    if report.unjoined:
        yield f"{_counted(report.unjoined, 'claim')} in the same words must be decided."


def _next(screen: Stage, new: Collection[ClaimId]) -> Iterator[str]:
    """Say what to do next: to review what looks alike, counted where that takes no time, and how to take it back."""
    review = screen.key("review-duplicates")
    map_ = screen.document.map
    if len(map_.claims) > _COUNTED_UP_TO:
        yield f"{review} reviews what looks alike;"
    else:
        pairs = sum(pair.first in new or pair.second in new for pair in duplicates(map_).pairs)
        if pairs:
            yield f"{_counted(pairs, 'pair')} may say the same: {review} reviews them;"
    yield f"{screen.key('undo')} takes all of it back."


def _counted(count: int, word: str) -> str:
    """Return a count with its word, as in ``1 claim`` or ``2 claims``."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"
