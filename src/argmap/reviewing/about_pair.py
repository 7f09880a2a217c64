"""About a pair: what a person needs to know of two claims before they decide, in plain sentences, not cleaned yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Citation, ClaimId, Comment, Conflict, Inference
from argmap.model.roles import objections_to, reasons_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching import Likeness
    from argmap.model import ArgumentMap, Step

_MOST = 3


def places_of(map_: ArgumentMap, claim: ClaimId) -> Iterator[str]:
    """Say where a claim stands in the argument, and what stands under it."""
    found = ["answers the question"] if map_.claims[claim].is_position else []
    found += [_use(map_, use) for use in map_.uses_of(claim)]
    yield from found[:_MOST] or ["stands under nothing yet"]
    if len(found) > _MOST:
        yield f"and in {_counted(len(found) - _MOST, 'more place')}"
    reasons, objections = len(reasons_for(map_, claim)), len(objections_to(map_, claim))
    if reasons or objections:
        yield f"{reasons} for it, {objections} against it"


def sources_of(map_: ArgumentMap, claim: ClaimId) -> Iterator[str]:
    """Say what is cited for a claim."""
    cited = map_.citations_of(claim)
    if not cited:
        yield "nothing cited"
    for citation in cited[:_MOST]:
        source = map_.sources[citation.source]
        quote = f": “{citation.quote}”" if citation.quote else ""
        yield " ".join(part for part in (source.label, source.title, citation.locator) if part) + quote
    if len(cited) > _MOST:
        yield f"and {_counted(len(cited) - _MOST, 'more citation')}"


def strength(score: float) -> str:
    """Say in a word how alike two wordings are."""
    return next(word for least, word in _STRENGTHS if score >= least)


def flags_in_words(likeness: Likeness) -> Iterator[tuple[bool, str]]:
    """Say what speaks against the two being one claim, hard flags first; the bool says whether it is hard."""
    for flag in sorted(likeness.flags, key=lambda flag: not flag.hard):
        yield flag.hard, flag.sentence


def effect_of(map_: ArgumentMap, step: Step, survivor: ClaimId, gone: ClaimId) -> Iterator[str]:
    """Say what a merge would change, read off its *step*."""
    kept, left = map_.claims[survivor].label, map_.claims[gone].label
    yield f"{left} becomes part of {kept}; its words are kept as another wording of it."
    moved: dict[str, int] = {}
    collapsed = 0
    for change in step.changes:
        word = _WORDS.get(type(change.entity))
        if word is None:
            continue
        if change.after is None:
            collapsed += 1
        elif change.before is not None:
            moved[word] = moved.get(word, 0) + 1
    if moved:
        yield f"{_listed([_counted(count, word) for word, count in moved.items()])} will be about {kept}."
    if collapsed:
        yield f"{_counted(collapsed, 'link')} would be there twice and will become one."


_STRENGTHS = ((1.0, "the same"), (0.85, "very alike"), (0.75, "alike"), (0.0, "somewhat alike"))
_WORDS = {Inference: "link", Citation: "citation", Conflict: "conflict", Comment: "comment"}


def _use(map_: ArgumentMap, use: Inference) -> str:
    target = use.target
    if isinstance(target, ClaimId):
        claim = map_.claims[target]
        said = f"{'supports' if use.supports else 'opposes'} {claim.label} {claim.text}"
    else:
        said = f"{'backs' if use.supports else 'undercuts'} the step {map_.inferences[target].label}"
    return f"{said} (with {_counted(len(use.premises) - 1, 'co-premise')})" if use.is_joint else said


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
