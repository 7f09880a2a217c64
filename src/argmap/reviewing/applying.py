"""Applying: a whole plan, or all that is identical, as one step; what does not fit the map is refused by its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from argmap.display import one_line, shorten
from argmap.editing import combined, merge
from argmap.errors import EditError, UnfitError
from argmap.matching import Lane
from argmap.model import Step
from argmap.model.labels import find_claim
from argmap.reviewing.agreeing import ContradictionError, agreed
from argmap.reviewing.deciding import decide, direction
from argmap.reviewing.decisions import Decision
from argmap.reviewing.preflight import Gravity, preflight
from argmap.reviewing.standing import is_same, survivor_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.matching import Pair
    from argmap.model import ArgumentMap, ClaimId
    from argmap.reviewing.agreeing import Groups
    from argmap.reviewing.plans import Planned


@dataclass(frozen=True, slots=True)
class Applied:
    """One step for many decisions: how many pairs it decides without merging them, and why others are not in it."""

    step: Step
    decided: int = 0
    refused: tuple[EditError, ...] = ()


def plan_step(map_: ArgumentMap, plan: Sequence[Planned], name: str) -> Applied:
    """Return the one step that a *plan*, read from the file *name*, takes; refuse all of it if a part does not fit."""
    todo = [(planned, *_claims_of(map_, planned, name)) for planned in plan]
    wanted = [each for each in todo if each[0].decision is not Decision.SKIP]
    if not wanted:
        return Applied(Step("Apply a plan", ()))
    try:
        groups = agreed(wanted)
    except ContradictionError as error:
        raise _misfit(name, error.planned.decision_line, str(error)) from error
    decided: set[frozenset[ClaimId]] = set()

    def edit(now: ArgumentMap, planned: Planned, first: ClaimId, second: ClaimId) -> Step:
        step = _planned_step(now, planned=planned, first=first, second=second, groups=groups, name=name)
        if step.changes and not planned.decision.merges:
            decided.add(frozenset((groups.root(first), groups.root(second))))
        return step

    edits = [partial(edit, planned=each[0], first=each[1], second=each[2]) for each in wanted]
    found = combined(map_, edits, lambda count: f"Decide {_pairs(count)} by the plan {one_line(name)}")
    if found.refused:
        raise found.refused[0]
    return Applied(found.step, len(decided))


def identical_step(map_: ArgumentMap, pairs: Iterable[Pair]) -> Applied:
    """Return the one step that merges those of *pairs* that are identical; what must not be is left, and told."""
    same = [pair for pair in pairs if pair.lane is Lane.IDENTICAL and is_same(map_, pair)]
    if not same:
        return Applied(Step("Merge what is identical", ()))
    edits = [partial(_merged_if_two, first=pair.first, second=pair.second) for pair in same]
    try:
        found = combined(map_, edits, lambda count: f"Merge {_pairs(count)} of identical claims")
    except EditError as error:  # there is a reason against each of them
        return Applied(Step("Merge what is identical", ()), refused=(error,))
    return Applied(found.step, refused=found.refused)


def _claims_of(map_: ArgumentMap, planned: Planned, name: str) -> tuple[ClaimId, ClaimId]:
    """Return the claims of a planned pair, as the map has them and the plan describes them."""
    try:
        found = [find_claim(map_, label) for label in planned.labels]
    except EditError as error:
        raise _misfit(name, planned.line, str(error)) from error
    if found[0].id == found[1].id:
        raise _misfit(name, planned.line, f"{' and '.join(planned.labels)} are one claim already.")
    for label, claim, wording in zip(planned.labels, found, planned.wordings, strict=True):
        if one_line(claim.text) != wording:
            message = f"{label} reads “{shorten(claim.text, 60)}” now, which is not what the plan says."
            raise _misfit(name, planned.line, message)
    return found[0].id, found[1].id


def _planned_step(
    map_: ArgumentMap, *, planned: Planned, first: ClaimId, second: ClaimId, groups: Groups, name: str
) -> Step:
    """Return what a planned pair does to the map as those before it leave it."""
    one, other = survivor_of(map_, first), survivor_of(map_, second)
    assert one is not None
    assert other is not None
    if one == other:
        return Step("Nothing", ())  # joined by way of a third
    decision = planned.decision
    if decision.merges and groups.kept(first) in {one, other}:  # it has come here by way of a third
        decision = Decision.KEEP_A if groups.kept(first) == one else Decision.KEEP_B
    try:
        turned = planned.decision.is_directed and (
            direction(map_, one, other, planned.decision)[0] != (one if planned.by_first else other)
        )
        if planned.decision.merges:
            _look_before(map_, one, other, confirmed=planned.confirmed)
        return decide(map_, one, other, decision, text=planned.text, turned=turned)
    except EditError as error:
        raise _misfit(name, planned.decision_line, str(error)) from error


def _merged_if_two(map_: ArgumentMap, *, first: ClaimId, second: ClaimId) -> Step:
    one, other = survivor_of(map_, first), survivor_of(map_, second)
    if one is None or other is None or one == other:
        return Step("Nothing", ())
    if map_.claims[other].is_position and not map_.claims[one].is_position:
        one, other = other, one
    _look_before(map_, one, other, confirmed=False)
    return merge(map_, one, other)


def _look_before(map_: ArgumentMap, survivor: ClaimId, gone: ClaimId, *, confirmed: bool) -> None:
    """Refuse a merge that nobody may make, and one that must be confirmed and is not *confirmed*."""
    before = preflight(map_, survivor, gone)
    if before.refusal:
        raise UnfitError(before.refusal)
    asked = before.of(Gravity.TYPED, Gravity.ASKED)
    if asked and not confirmed:
        one, other = map_.claims[survivor].label, map_.claims[gone].label
        message = f"{one} and {other} are merged only if you confirm it. {' '.join(each.sentence for each in asked)}"
        raise UnfitError(message)


def _misfit(name: str, line: int, sentence: str) -> UnfitError:
    return UnfitError(f"{one_line(name)}, line {line}: {sentence} Nothing was changed.")


def _pairs(count: int) -> str:
    return "1 pair" if count == 1 else f"{count:,} pairs"
