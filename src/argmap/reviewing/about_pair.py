"""About a pair: what a person needs to know of two claims before they decide, in plain sentences, not cleaned yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import ClaimId
from argmap.model.roles import objections_to, reasons_for
from argmap.reviewing.preflight import Gravity
from argmap.reviewing.standing import is_same
from argmap.wording import phrasings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching import Pair
    from argmap.model import ArgumentMap, Inference
    from argmap.reviewing.preflight import Preflight

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


def strength(map_: ArgumentMap, pair: Pair) -> str:
    """Say in a word how alike two claims are."""
    if pair.likeness.score >= 1.0:
        if is_same(map_, pair):
            return "the same"
        if any(phrasings(map_, claim) for claim in (pair.first, pair.second)):
            return EARLIER
    return next(word for least, word in _STRENGTHS if pair.likeness.score >= least)


def other_wordings(map_: ArgumentMap, claim: ClaimId) -> Iterator[str]:
    """Say in which other words a claim has come, each once."""
    found = phrasings(map_, claim)
    for phrasing in found[:_MOST]:
        yield f"also phrased as: {phrasing.text}"
    if len(found) > _MOST:
        yield f"and in {_counted(len(found) - _MOST, 'more wording')}"


def in_short(map_: ArgumentMap, claim: ClaimId) -> str:
    """Say in one sentence what `places_of`, `sources_of` and `other_wordings` say in many."""
    uses, cited, others = map_.uses_of(claim), map_.citations_of(claim), phrasings(map_, claim)
    stands = "answers the question" if map_.claims[claim].is_position else ""
    places = _use(map_, uses[0]) if len(uses) == 1 else f"used in {_counted(len(uses), 'place')}" if uses else ""
    told = [
        _counted(len(cited), "citation") if len(cited) > 1 else next(sources_of(map_, claim)),
        _counted(len(others), "other wording") if others else "",
        stands,
        places or ("" if stands else "stands under nothing yet"),
    ]
    return "; ".join(part for part in told if part)


def concerns_of(pair: Pair, before: Preflight) -> Iterator[tuple[str, str]]:
    """Say what speaks against the two being one claim, the gravest first, each with a sign for how grave it is."""
    said: dict[str, str] = {}
    for concern in before.concerns:
        said.setdefault(concern.sentence, GRAVITY_SIGNS[concern.gravity])
    for flag in pair.likeness.flags:  # of other wordings, which are closer to one another
        said.setdefault(flag.sentence, GRAVITY_SIGNS[Gravity.TYPED if flag.hard else Gravity.TOLD])
    for sentence, sign in said.items():
        yield sign, sentence


GRAVITY_SIGNS = {Gravity.REFUSED: "!", Gravity.TYPED: "!", Gravity.ASKED: "?", Gravity.TOLD: "-"}
"""Signs before what is to be known of a merge: it forbids, asks for a typed word, asks for a yes, or is told."""

EARLIER = "an earlier wording is the same"
"""What is said of two claims that read differently now, and have read the same."""

_STRENGTHS = ((0.85, "very alike"), (0.75, "alike"), (0.0, "somewhat alike"))


def _use(map_: ArgumentMap, use: Inference) -> str:
    target = use.target
    if isinstance(target, ClaimId):
        claim = map_.claims[target]
        said = f"{'supports' if use.supports else 'opposes'} {claim.label} {claim.text}"
    else:
        said = f"{'backs' if use.supports else 'undercuts'} the step {map_.inferences[target].label}"
    return f"{said} (with {_counted(len(use.premises) - 1, 'co-premise')})" if use.is_joint else said


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
