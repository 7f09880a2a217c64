"""Pre-flight: what a person must know, and must say yes to, before two claims become one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap import editing
from argmap.errors import EditError
from argmap.matching import compare, terms_of
from argmap.model import ClaimId, Verdict
from argmap.reviewing.effect import Effect, effect_of
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching import Likeness
    from argmap.model import ArgumentMap, Claim, EntityId, Inference, Step

CONFIRMING = "merge"
"""The word to type where a merge must be confirmed in writing."""

_NAMED = 5


class ConcernKind(StrEnum):
    """What there is to say about a merge."""

    OPPOSES = "opposes"
    SUPPORTS = "supports"
    BOTH_SIDES = "both-sides"
    CIRCLE = "circle"
    MEANING = "meaning"
    CONFLICT = "conflict"
    VERDICT = "verdict"
    POSITIONS = "positions"


class Gravity(StrEnum):
    """What a concern asks for: nothing, a yes, a typed word; or it forbids the merge."""

    TOLD = "told"
    ASKED = "asked"
    TYPED = "typed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to know before a merge, in a *sentence*; *links* are the inferences it is about."""

    kind: ConcernKind
    gravity: Gravity
    sentence: str
    links: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Preflight:
    """What merging *gone* into *survivor* means: the gravest concerns first, its effect, and the *step* it would be.

    Neither effect nor step are there if the merge is refused.
    """

    survivor: ClaimId
    gone: ClaimId
    concerns: tuple[Concern, ...]
    effect: Effect | None = None
    step: Step | None = None

    @property
    def gravity(self) -> Gravity:
        """What the gravest concern asks for."""
        return self.concerns[0].gravity if self.concerns else Gravity.TOLD

    @property
    def refusal(self) -> str:
        """Why the two cannot be merged; empty if they can."""
        return " ".join(each.sentence for each in self.concerns if each.gravity is Gravity.REFUSED)

    def of(self, *gravities: Gravity) -> tuple[Concern, ...]:
        """Return the concerns that ask for one of *gravities*."""
        return tuple(each for each in self.concerns if each.gravity in gravities)


def preflight(map_: ArgumentMap, survivor: ClaimId, gone: ClaimId, *, text: str | None = None) -> Preflight:
    """Look at what merging *gone* into *survivor*, perhaps with a new *text*, would do, without doing it."""
    grave = list(Gravity)[::-1]
    found = sorted(_concerns(map_, survivor, gone), key=lambda concern: grave.index(concern.gravity))
    if any(each.gravity is Gravity.REFUSED for each in found):
        return Preflight(survivor, gone, tuple(found))
    try:
        step = editing.merge(map_, survivor, gone, text=text)
    except EditError as error:
        refusal = Concern(ConcernKind.MEANING, Gravity.REFUSED, str(error))
        return Preflight(survivor, gone, (refusal, *found))
    return Preflight(survivor, gone, tuple(found), effect_of(map_, step, survivor, gone), step)


def _concerns(map_: ArgumentMap, survivor: ClaimId, gone: ClaimId) -> Iterator[Concern]:
    one, other = map_.claims.get(survivor), map_.claims.get(gone)
    if one is None or other is None or one is other:
        return
    yield from _direct(map_, one, other)
    yield from _both_sides(map_, one, other)
    yield from _circles(map_, one, other)
    yield from _recorded(map_, one, other)
    if one.text != other.text:
        likeness = compare(one.text, other.text, terms=terms_of(map_))
        yield from _rivals(one, other, likeness)
        yield from _meaning(likeness)


def _direct(map_: ArgumentMap, one: Claim, other: Claim) -> Iterator[Concern]:
    """Yield what the claims say of each other themselves."""
    for premise, target in ((one, other), (other, one)):
        for use in map_.uses_of(premise.id):
            if use.target != target.id:
                continue
            if use.supports:
                sentence = (
                    f"{premise.label} is a reason for {target.label} ({use.label}): as one claim, its premise would "
                    f"restate its conclusion. {use.label} ends with the merge."
                )
                yield Concern(ConcernKind.SUPPORTS, Gravity.ASKED, sentence, (use,))
            else:
                sentence = (
                    f"{premise.label} is an objection to {target.label} ({use.label}), so they are not one claim. "
                    f"If that is wrong, undo the link first: remove {use.label}."
                )
                yield Concern(ConcernKind.OPPOSES, Gravity.REFUSED, sentence, (use,))


def _both_sides(map_: ArgumentMap, one: Claim, other: Claim) -> Iterator[Concern]:
    """Yield what would support and oppose the same: a premise both claims have, and a target both bear on."""
    for claim, theirs in ((one, other), (other, one)):
        against = {
            premise: link for link in map_.bearing_on(theirs.id) if not link.supports for premise in link.premises
        }
        for link in map_.bearing_on(claim.id):
            for premise in link.premises if link.supports else ():
                if premise in against:
                    label = map_.claims[premise].label
                    yield _both(
                        f"{label} supports {claim.label} ({link.label}) and opposes {theirs.label} "
                        f"({against[premise].label}): as one claim, it would do both.",
                        link,
                        against[premise],
                    )
        opposed = {use.target: use for use in map_.uses_of(theirs.id) if not use.supports}
        for use in map_.uses_of(claim.id):
            if use.supports and use.target in opposed:
                label = map_.require(use.target).label  # type: ignore[union-attr]  # a target has a label
                yield _both(
                    f"{claim.label} supports {label} ({use.label}) and {theirs.label} opposes it "
                    f"({opposed[use.target].label}): as one claim, they would do both.",
                    use,
                    opposed[use.target],
                )


def _both(sentence: str, *links: Inference) -> Concern:
    return Concern(ConcernKind.BOTH_SIDES, Gravity.ASKED, sentence, links)


def _circles(map_: ArgumentMap, one: Claim, other: Claim) -> Iterator[Concern]:
    """Yield the circle of support that closes where one claim supports the other by way of others."""
    for start, end in ((one, other), (other, one)):
        path = _supporting_path(map_, start.id, end.id)
        if path:
            said = [f"{label} supports {map_.claims[ClaimId(use.target)].label} ({use.label})" for label, use in path]
            if len(said) > _NAMED:
                said[2:-2] = [f"… ({len(said) - 4} more)"]
            sentence = f"{', '.join(said)}: as one claim, they would support themselves in a circle."
            yield Concern(ConcernKind.CIRCLE, Gravity.ASKED, sentence, tuple(use for _, use in path))


def _supporting_path(map_: ArgumentMap, start: ClaimId, end: ClaimId) -> list[tuple[str, Inference]]:
    """Return the shortest chain of reasons from one claim to another, of two steps or more, each with its premise."""
    reached: dict[EntityId, tuple[EntityId, Inference]] = {}
    waiting: list[EntityId] = [start]
    for claim in waiting:  # grows while it is walked
        for use in map_.uses_of(claim):
            target = use.target
            if not use.supports or not isinstance(target, ClaimId) or target in reached or target == start:
                continue
            if (claim, target) == (start, end):
                continue  # that one is told by itself
            reached[target] = claim, use
            if target == end:
                return _path_back(map_, reached, start, end)
            waiting.append(target)
    return []


def _path_back(
    map_: ArgumentMap, reached: dict[EntityId, tuple[EntityId, Inference]], start: ClaimId, end: ClaimId
) -> list[tuple[str, Inference]]:
    path: list[tuple[str, Inference]] = []
    at: EntityId = end
    while at != start:
        at, use = reached[at]
        path.append((map_.claims[ClaimId(at)].label, use))
    return path[::-1]


def _recorded(map_: ArgumentMap, one: Claim, other: Claim) -> Iterator[Concern]:
    """Yield what somebody has said of the pair before."""
    pair = f"{one.label} and {other.label}"
    for conflict in map_.conflicts_of(one.id):
        if other.id in conflict.claims:
            sentence = f"{pair} are recorded as in conflict ({conflict.kind.value}): they cannot both be true."
            yield Concern(ConcernKind.CONFLICT, Gravity.TYPED, sentence)
    forms = {normal_form(one.text), normal_form(other.text)}
    for distinct in map_.distincts.values() if len(forms) > 1 else ():
        if forms == {*distinct.wordings}:
            opposes = distinct.verdict is Verdict.OPPOSES
            sentence = f"{pair} have been judged before: {_VERDICTS[distinct.verdict]}."
            yield Concern(ConcernKind.VERDICT, Gravity.TYPED if opposes else Gravity.ASKED, sentence)


_VERDICTS = {
    Verdict.DIFFERENT: "they say different things",
    Verdict.OPPOSES: "one speaks against the other",
    Verdict.NARROWER: "one says more than the other",
}


def _rivals(one: Claim, other: Claim, likeness: Likeness) -> Iterator[Concern]:
    """Yield that two answers to the question would be one, unless they answer it in the same words."""
    if one.is_position and other.is_position and likeness.score < 1:
        sentence = f"{one.label} and {other.label} are rival positions: the question would have one answer less."
        yield Concern(ConcernKind.POSITIONS, Gravity.ASKED, sentence)


def _meaning(likeness: Likeness) -> Iterator[Concern]:
    """Yield what differs in meaning between the two wordings."""
    for flag in likeness.flags:
        yield Concern(ConcernKind.MEANING, Gravity.TYPED if flag.hard else Gravity.TOLD, flag.sentence)
