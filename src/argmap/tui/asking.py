"""Asking: the forms about citations and sources, and the steps that their answers become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.sourcing import source_of
from argmap.model import Citation
from argmap.tui.citing import (
    citation_blanks,
    citation_step,
    edited_citation_step,
    source_blanks,
    source_step,
)
from argmap.tui.forms import Form
from argmap.tui.meanwhile import Attention

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import ArgumentMap, ClaimId, EntityId, Source, SourceId, Step
    from argmap.tui.blank import Answers, Blank
    from argmap.tui.meanwhile import Unsaved
    from argmap.tui.stage import Stage

    Taken = Callable[[Step], None]


def new_citation_form(stage: Stage, claim: ClaimId) -> Form:
    """Return the form that ties a claim to a passage."""
    map_, citing = stage.document.map, stage.citing

    def save(answers: Answers) -> None:
        step = citation_step(stage.document.map, claim, answers)
        stage.take(step)
        citing.keep(claim, None)
        _remember(stage, step)

    attention = Attention(citation_blanks(map_, citing))
    draft = _typed(citing.draft(map_, claim))
    knows_source = bool(draft.get("source", attention.blanks[0].value))
    return Form(
        stage.signs,
        f"A quote for {map_.claims[claim].label}",
        attention.blanks,
        save,
        leave=lambda answers: _leave(stage, claim, attention.unsaved(answers)),
        draft=draft,
        start="quote" if knows_source else "source",
    ).keep_up(lambda: citation_blanks(stage.document.map, citing))


def edited_citation_form(stage: Stage, citation: Citation, done: Taken | None = None) -> Form:
    """Return the form that changes a citation; *done* is told the step it took."""
    map_, citing = stage.document.map, stage.citing
    draft = citing.draft(map_, citation.id)
    attention = Attention(citation_blanks(map_, citing, citation.id), draft)

    def now() -> Sequence[Blank]:
        return citation_blanks(stage.document.map, citing, citation.id)

    def save(answers: Answers) -> None:
        stage.poll()
        answers = _over(now(), attention.typed(now(), answers))
        step = edited_citation_step(stage.document.map, citation.id, answers)
        stage.take(step)
        citing.keep(citation.id, None)
        _remember(stage, step)
        if done is not None:
            done(step)

    return Form(
        stage.signs,
        f"A quote for {map_.claims[citation.claim].label}",
        attention.blanks,
        save,
        leave=lambda answers: _leave(stage, citation.id, attention.unsaved(answers)),
        draft=_typed(draft),
        start="quote",
    ).keep_up(now)


def source_form(stage: Stage, source: SourceId | None, done: Taken) -> Form:
    """Return the form that adds a source or (*source*) changes one; *done* is told the step it took."""
    map_, citing = stage.document.map, stage.citing
    draft = citing.draft(map_, source)
    attention = Attention(source_blanks(_source(map_, source)), draft)

    def now() -> Sequence[Blank]:
        return source_blanks(_source(stage.document.map, source))

    def save(answers: Answers) -> None:
        stage.poll()
        step = source_step(stage.document.map, source, _over(now(), attention.typed(now(), answers)))
        stage.take(step)
        citing.keep(source, None)
        done(step)

    return Form(
        stage.signs,
        "A new source" if source is None else f"Source {map_.sources[source].label}",
        attention.blanks,
        save,
        leave=lambda answers: citing.keep(source, attention.unsaved(answers)),
        draft=_typed(draft),
    ).keep_up(now)


def _source(map_: ArgumentMap, source: SourceId | None) -> Source | None:
    return None if source is None else source_of(map_, source)


def _over(now: Sequence[Blank], typed: Answers) -> Answers:
    """Return what the blanks hold *now*, with what was *typed* in its place."""
    return {blank.name: blank.value for blank in now} | typed


def _typed(draft: Unsaved | None) -> Answers:
    return {} if draft is None else draft.typed


def _leave(stage: Stage, about: EntityId, draft: Unsaved | None) -> None:
    stage.citing.keep(about, draft)
    stage.say("The draft is kept: open the form here again to go on." if draft is not None else "")


def _remember(stage: Stage, step: Step) -> None:
    """Remember the source that a step cites, for the next quote."""
    for change in step.changes:
        if isinstance(change.after, Citation):
            stage.citing.use(change.after.source)
