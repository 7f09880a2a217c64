"""Asking: the forms about citations and sources, and the steps that their answers become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Citation
from argmap.tui.citing import (
    citation_blanks,
    citation_step,
    edited_citation_step,
    source_blanks,
    source_step,
)
from argmap.tui.forms import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ClaimId, EntityId, SourceId, Step
    from argmap.tui.blank import Answers
    from argmap.tui.stage import Stage

    Taken = Callable[[Step], None]


def new_citation_form(stage: Stage, claim: ClaimId) -> Form:
    """Return the form that ties a claim to a passage."""
    map_, citing = stage.document.map, stage.citing

    def save(answers: Answers) -> None:
        step = citation_step(stage.document.map, claim, answers)
        stage.take(step)
        citing.keep(claim, {})
        _remember(stage, step)

    blanks = citation_blanks(map_, citing)
    draft = citing.draft(map_, claim)
    knows_source = bool((draft or {}).get("source", blanks[0].value))
    return Form(
        stage.signs,
        f"A quote for {map_.claims[claim].label}",
        blanks,
        save,
        leave=lambda answers: _leave(stage, claim, answers),
        draft=draft,
        start="quote" if knows_source else "source",
    )


def edited_citation_form(stage: Stage, citation: Citation, done: Taken | None = None) -> Form:
    """Return the form that changes a citation; *done* is told the step it took."""
    map_, citing = stage.document.map, stage.citing

    def save(answers: Answers) -> None:
        step = edited_citation_step(stage.document.map, citation.id, answers)
        stage.take(step)
        citing.keep(citation.id, {})
        _remember(stage, step)
        if done is not None:
            done(step)

    return Form(
        stage.signs,
        f"A quote for {map_.claims[citation.claim].label}",
        citation_blanks(map_, citing, citation.id),
        save,
        leave=lambda answers: _leave(stage, citation.id, answers),
        draft=citing.draft(map_, citation.id),
        start="quote",
    )


def source_form(stage: Stage, source: SourceId | None, done: Taken) -> Form:
    """Return the form that adds a source or (*source*) changes one; *done* is told the step it took."""
    map_, citing = stage.document.map, stage.citing
    now = None if source is None else map_.sources[source]

    def save(answers: Answers) -> None:
        step = source_step(stage.document.map, source, answers)
        stage.take(step)
        citing.keep(source, {})
        done(step)

    return Form(
        stage.signs,
        "A new source" if now is None else f"Source {now.label}",
        source_blanks(now),
        save,
        leave=lambda answers: citing.keep(source, answers),
        draft=citing.draft(map_, source),
    )


def _leave(stage: Stage, about: EntityId, answers: Answers) -> None:
    stage.citing.keep(about, answers)
    stage.say("The draft is kept: open the form here again to go on." if answers else "")


def _remember(stage: Stage, step: Step) -> None:
    """Remember the source that a step cites, for the next quote."""
    for change in step.changes:
        if isinstance(change.after, Citation):
            stage.citing.use(change.after.source)
