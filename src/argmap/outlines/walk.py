"""Walking a map line by line: positions first, each claim in full once, cycles and chains of any length."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.model import ClaimId, InferenceId
from argmap.model.roles import is_linked
from argmap.outlines.islands import tops
from argmap.outlines.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, Claim, Inference

    Choose = Callable[[int, list[Inference]], list[Inference]]
    """Picks and orders the inferences told under a line, given its depth."""

    Start = Claim | Inference | tuple[Inference, Claim]
    """Where a walk starts: a claim, an inference (its premises), or one claim at its place in an inference."""

Place = tuple[InferenceId | None, ClaimId]
"""Where a claim stands: the inference it is a premise of there (None at the top), and the claim."""

_Pending = tuple[int, "Inference | None", int, "Claim"]  # depth, inference, place among the premises, claim


@dataclass(frozen=True, slots=True)
class Roots:
    """Where the argument starts: the positions, and the claims argued about that hang under none of them."""

    positions: tuple[Claim, ...]
    others: tuple[Claim, ...]


def roots(map_: ArgumentMap) -> Roots:
    """Find the roots of a map: every linked claim can be reached from one of them."""
    return roots_and_homes(map_)[0]


def homes(map_: ArgumentMap, starts: Iterable[Claim]) -> dict[ClaimId, Place]:
    """Return, for each claim that can be reached from *starts*, the place where it is shown in full."""
    found: dict[ClaimId, Place] = {}
    _reach(map_, [claim.id for claim in starts], found)
    return found


def roots_and_homes(map_: ArgumentMap) -> tuple[Roots, dict[ClaimId, Place]]:
    """Return the roots of a map and the `homes` from them, in the order in which they are shown: one walk for both."""
    positions = map_.positions()
    found = homes(map_, positions)
    others: list[Claim] = []

    def start_at(claim: Claim) -> None:
        if claim.id not in found:
            others.append(claim)
            _reach(map_, [claim.id], found)

    rest = [claim for id_, claim in map_.claims.items() if id_ not in found] if len(found) < len(map_.claims) else []
    rest.sort(key=lambda claim: claim.number)
    for claim in rest:
        if map_.is_targeted(claim.id) and not map_.is_used(claim.id):
            start_at(claim)
    islands = [claim.id for claim in rest if claim.id not in found and is_linked(map_, claim.id)]
    for top in tops(map_, islands):
        start_at(map_.claims[top])
    return Roots(positions, tuple(others)), found


def bearing_here(map_: ArgumentMap, inference: Inference | None, claim: Claim, *, full: bool) -> list[Inference]:
    """Return the inferences shown under *claim* as a premise of *inference*.

    What bears on the step itself (undercuts, backings) comes first, under the last of its premises; what bears on the
    claim follows where the claim is shown in *full*.
    """
    found: list[Inference] = []
    if inference is not None and inference.premises[-1] == claim.id:
        found.extend(map_.bearing_on(inference.id))
    if full:
        found.extend(map_.bearing_on(claim.id))
    return found


def walk(
    map_: ArgumentMap, starts: Iterable[Start], depth: int | None = None, choose: Choose | None = None
) -> Iterator[Line]:
    """Yield the lines of the argument from *starts* down, at most *depth* levels under them.

    Under each line *choose* may pick some of the inferences, and order them anew. An inference among *starts* stands
    for its premises, a pair for one claim at its place in an inference. A claim among *starts* is shown in full
    there, any other where it comes first above the limit, else where it comes first. The lines shown and the lines
    *hidden* under them are together as many as without a limit.
    """
    pending = _starting(map_, starts)
    tops = {claim.id for _, inference, _, claim in pending if inference is None}
    telling = _Telling(map_, frozenset(tops), choose)
    return telling.lines(pending) if depth is None else telling.limited(pending, depth)


@dataclass(slots=True)
class _Telling:
    """A walk under way: the claims told in full so far, and the steps whose undercuts and backings have been told."""

    map_: ArgumentMap
    tops: frozenset[ClaimId]
    choose: Choose | None
    claims: set[ClaimId] = field(default_factory=set)
    steps: set[InferenceId] = field(default_factory=set)

    def lines(
        self, pending: list[_Pending], depth: int | None = None, cut: list[_Pending] | None = None
    ) -> Iterator[Line]:
        """Yield the lines of what is *pending*, last first; those at the level *depth* are told no further, and *cut*.

        Empties *pending*.
        """
        while pending:
            each = level, inference, mate, claim = pending.pop()
            if level == depth and cut is not None:
                cut.append(each)
                yield Line(level, claim, inference, mate)
                continue
            shown = claim.id in self.claims
            repeat = shown or (inference is not None and claim.id in self.tops)
            if not repeat:
                self.claims.add(claim.id)
            pending.extend(reversed(self.under(each, full=not repeat)))
            yield Line(level, claim, inference, mate, repeat, below=repeat and not shown)

    def under(self, each: _Pending, *, full: bool) -> list[_Pending]:
        """Return what stands under a line: what bears on its step, told once, and on its claim if that is in *full*."""
        level, inference, _, claim = each
        found = bearing_here(self.map_, inference, claim, full=full)
        if inference is not None:
            if inference.id in self.steps:
                found = [step for step in found if step.target != inference.id]
            elif inference.premises[-1] == claim.id:
                self.steps.add(inference.id)
        if self.choose is not None:
            found = self.choose(level, found)
        return _premises(self.map_, found, level + 1)

    def limited(self, pending: list[_Pending], depth: int) -> Iterator[Line]:
        """Yield the lines down to the level *depth*; those at it count what is hidden under them."""
        cut: list[_Pending] = []
        lines = list(self.lines(pending, depth, cut))
        at_limit = [place for place, line in enumerate(lines) if line.depth == depth]
        homes = {line.claim.id: place for place, line in enumerate(lines) if line.depth < depth and not line.repeat}
        for place in sorted(at_limit, key=lambda place: lines[place].inference is not None):  # starts first
            homes.setdefault(lines[place].claim.id, place)
        self.claims.update(homes)  # before anything is counted: what is told in full somewhere is hidden nowhere
        for place, each in zip(at_limit, cut, strict=True):
            home = homes[lines[place].claim.id]
            hidden = sum(1 for _ in self.lines(self.under(each, full=home == place)))
            lines[place] = replace(lines[place], repeat=home != place, below=home > place, hidden=hidden)
        return iter(lines)


def _starting(map_: ArgumentMap, starts: Iterable[Start]) -> list[_Pending]:
    pending: list[_Pending] = []
    for start in starts:
        if isinstance(start, tuple):
            inference, claim = start
            pending.append((0, inference, inference.premises.index(claim.id), claim))
        elif isinstance(start.id, InferenceId):
            pending.extend(_premises(map_, [map_.inferences[start.id]], 0))
        else:
            pending.append((0, None, 0, map_.claims[start.id]))
    return pending[::-1]


def _premises(map_: ArgumentMap, inferences: Iterable[Inference], depth: int) -> list[_Pending]:
    return [
        (depth, inference, mate, map_.claims[premise])
        for inference in inferences
        for mate, premise in enumerate(inference.premises)
    ]


def _reach(map_: ArgumentMap, starts: Sequence[ClaimId], found: dict[ClaimId, Place]) -> None:
    """Put the home of every claim that is first reached from *starts* behind those *found* before.

    Goes the way of `bearing_here`, but looks nothing up twice: a large map waits for this before its first row is seen.
    """
    bearing_on = map_.bearing_on
    is_top = set(starts).__contains__
    pending: list[tuple[Inference | None, ClaimId]] = [(None, claim) for claim in reversed(starts)]
    push = pending.append
    while pending:
        inference, claim = pending.pop()
        if claim not in found and (inference is None or not is_top(claim)):
            found[claim] = (inference.id if inference else None, claim)
            for each in reversed(bearing_on(claim)):
                for premise in reversed(each.premises):
                    push((each, premise))
        if inference is not None and inference.premises[-1] == claim:
            for each in reversed(bearing_on(inference.id)):
                for premise in reversed(each.premises):
                    push((each, premise))
