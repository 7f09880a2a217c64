"""Including: asking for another map's file, and bringing that map into this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import UnfitError
from argmap.tui.blank import FLAG, Blank
from argmap.tui.forms import Form

if TYPE_CHECKING:
    from argmap.reviewing import Report
    from argmap.tui.blank import Answers
    from argmap.tui.stage import Stage


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
    from argmap.document import Document
    from argmap.reviewing import include

    typed = str(answers["file"]).strip()
    if not typed:
        message = "Type the name of the map's file, such as anna.argmap."
        raise UnfitError(message)
    path = Path(typed).expanduser()
    if path.exists() and path.samefile(screen.document.path):
        message = "A map cannot be included in itself: this is the file that is open."
        raise UnfitError(message)
    theirs = Document.open(path).map
    inclusion = include(screen.document.map, theirs, name=one_line(path.name), join_identical=bool(answers["join"]))
    screen.take(inclusion.step)
    if inclusion.step.changes:
        screen.say(_told(inclusion.report))


def _told(report: Report) -> str:
    joined = f", {report.joined:,} of them merged with claims in the same words" if report.joined else ""
    return f"{report.claims:,} claims came in{joined}. Undo takes all of it back; review what looks alike next."
