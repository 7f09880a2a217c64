"""Deciding: the step that a decision about two claims takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing import argue, judge_pair, merge, record_conflict
from argmap.errors import UnfitError
from argmap.model import Polarity, Step, Verdict
from argmap.reviewing.decisions import WAYS, Decision
from argmap.reviewing.preflight import preflight
from argmap.wording import normal_form

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId
    from argmap.reviewing.decisions import Way

Direction = tuple["ClaimId", "ClaimId"]
"""The claim that does it, and the one it is done to: the premise and its target, or what says more and what less."""

_POLARITIES = {Decision.OPPOSES: Polarity.OPPOSES, Decision.SUPPORTS: Polarity.SUPPORTS}
_VERDICTS = {
    Decision.OPPOSES: Verdict.OPPOSES,
    Decision.CONFLICT: Verdict.OPPOSES,
    Decision.NARROWER: Verdict.NARROWER,
}


def decide(
    map_: ArgumentMap, first: ClaimId, second: ClaimId, decision: Decision, *, text: str = "", turned: bool = False
) -> Step:
    """Return the step of a *decision* about A (*first*) and B (*second*); a *text* is the wording for both.

    *turned* takes what has a direction the other way round than `direction` says.
    """
    if decision.merges:
        return _merge(map_, first, second, decision, text)
    if decision is Decision.SKIP:
        return Step("Skip", ())
    _refuse_same_words(map_, first, second)
    doer, other = direction(map_, first, second, decision, turned=turned)
    judged = judge_pair(map_, doer, other, _VERDICTS.get(decision, Verdict.DIFFERENT))
    linked = _link(map_, doer, other, decision)
    return judged if linked is None else Step(linked.label, (*linked.changes, *judged.changes), linked.notices)


def offered(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> tuple[Way, ...]:
    """Return the decisions that can be taken about two claims, none that would only be refused."""
    one, other = map_.claims[first], map_.claims[second]
    if normal_form(one.text) == normal_form(other.text):
        return tuple(way for way in WAYS if way.decision.merges or way.decision is Decision.SKIP)
    if preflight(map_, first, second).refusal:
        return tuple(way for way in WAYS if not way.decision.merges)
    return WAYS


def direction(
    map_: ArgumentMap, first: ClaimId, second: ClaimId, decision: Decision, *, turned: bool = False
) -> Direction:
    """Return which claim would do it to which: the longer wording says more, and less argued about bears on more."""
    weigh = _length if decision is Decision.NARROWER else _slightness
    ordered = (first, second) if weigh(map_, first) > weigh(map_, second) else (second, first)
    return (ordered[1], ordered[0]) if turned else ordered


def in_words(map_: ArgumentMap, first: ClaimId, second: ClaimId, decision: Decision, *, turned: bool = False) -> str:
    """Say which claim would do it to which, as in ``C17 opposes C3``; nothing for what has no direction."""
    if not decision.is_directed:
        return ""
    doer, other = (map_.claims[claim].label for claim in direction(map_, first, second, decision, turned=turned))
    return f"{doer} says more than {other}" if decision is Decision.NARROWER else f"{doer} {decision.value} {other}"


def _merge(map_: ArgumentMap, first: ClaimId, second: ClaimId, decision: Decision, text: str) -> Step:
    if decision is Decision.KEEP_B:
        return merge(map_, second, first)
    return merge(map_, first, second, text=text if decision is Decision.REWRITE else None)


def _link(map_: ArgumentMap, doer: ClaimId, other: ClaimId, decision: Decision) -> Step | None:
    """Return the step that links the two, if they are not linked so already."""
    if decision is Decision.CONFLICT:
        there = any(conflict.other(doer) == other for conflict in map_.conflicts_of(doer))
        return None if there else record_conflict(map_, doer, other)
    polarity = _POLARITIES.get(decision)
    if polarity is None:
        return None
    there = any(use.target == other and use.polarity == polarity and not use.is_joint for use in map_.uses_of(doer))
    return None if there else argue(map_, other, polarity, doer)


def _refuse_same_words(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> None:
    one, other = map_.claims[first], map_.claims[second]
    if normal_form(one.text) == normal_form(other.text):
        message = (
            f"{one.label} and {other.label} have the same words, so nothing tells them apart. "
            "Merge them, or skip the pair and reword one of them."
        )
        raise UnfitError(message)


def _length(map_: ArgumentMap, claim: ClaimId) -> tuple[int, ...]:
    return (len(normal_form(map_.claims[claim].text).split()),)


def _slightness(map_: ArgumentMap, claim: ClaimId) -> tuple[int, ...]:
    """Weigh how little stands on a claim: no position, few reasons and objections, used itself."""
    return not map_.claims[claim].is_position, -len(map_.bearing_on(claim)), map_.is_used(claim)
