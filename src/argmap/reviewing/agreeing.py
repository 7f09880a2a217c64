"""Agreeing: whether the decisions of a plan can all hold at once, and which claim each group of merged ones becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.reviewing.decisions import Decision
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import ClaimId
    from argmap.reviewing.plans import Planned

    Todo = tuple[Planned, ClaimId, ClaimId]
    """A planned pair with its two claims, A and B."""

_NAMED = 4


class ContradictionError(UnfitError):
    """Two decisions of a plan that cannot both hold; *planned* is the one that is named."""

    def __init__(self, planned: Planned, sentence: str) -> None:
        super().__init__(sentence)
        self.planned = planned


@dataclass(slots=True)
class Groups:
    """Which claims become one by a plan, and for each such group, the claim whose words it keeps."""

    _next: dict[ClaimId, ClaimId] = field(default_factory=dict)
    _kept: dict[ClaimId, ClaimId] = field(default_factory=dict)

    def root(self, claim: ClaimId) -> ClaimId:
        """Return the claim that stands for the group of *claim*; the claim itself where it is merged with none."""
        while (above := self._next.get(claim, claim)) != claim:
            self._next[claim] = self._next.get(above, above)
            claim = above
        return claim

    def unite(self, one: ClaimId, other: ClaimId) -> None:
        """Make one group of those of two claims."""
        self._next[self.root(other)] = self.root(one)

    def keep(self, claim: ClaimId) -> None:
        """Let the group of *claim* read as that claim does."""
        self._kept[self.root(claim)] = claim

    def kept(self, claim: ClaimId) -> ClaimId | None:
        """Return the claim whose words the group of *claim* keeps; None where it has words of its own, or is none."""
        return self._kept.get(self.root(claim))


def agreed(todo: Sequence[Todo]) -> Groups:
    """Return the groups of claims that a plan makes one; refuse with `ContradictionError` what contradicts itself.

    It does so where two claims are to be one and also not, where a merged claim is to have two wordings, and where
    two claims, merged ones taken for one, are to be two things to each other.
    """
    groups = Groups()
    merges: list[Todo] = []
    for each in todo:
        if each[0].decision.merges:
            groups.unite(each[1], each[2])
            merges.append(each)
    _refuse_parting(groups, todo, merges)
    for group in _by_group(groups, merges):
        winner = _winner(group)
        if winner is not None:
            groups.keep(winner)
    _refuse_two_stances(groups, todo)
    return groups


def _by_group(groups: Groups, merges: Iterable[Todo]) -> Iterable[list[Todo]]:
    found: dict[ClaimId, list[Todo]] = {}
    for each in merges:
        found.setdefault(groups.root(each[1]), []).append(each)
    return found.values()


def _refuse_parting(groups: Groups, todo: Iterable[Todo], merges: Iterable[Todo]) -> None:
    for planned, first, second in todo:
        root = groups.root(first)
        if planned.decision.merges or root != groups.root(second):
            continue
        lines = [merge.decision_line for merge, one, _ in merges if groups.root(one) == root]
        message = f"{' and '.join(planned.labels)} cannot be this to each other: {_lines(lines)} one claim of them."
        raise ContradictionError(planned, message)


def _lines(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} makes"
    if len(lines) > _NAMED:
        return f"lines {', '.join(map(str, lines[:_NAMED]))} and others make"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]} make"


def _winner(group: Sequence[Todo]) -> ClaimId | None:
    """Return the claim whose words the merges of a *group* keep; None where they write new ones.

    They need not all name the same one: of three, C1 may be kept before C2 and C3, and C2 before C3.
    """
    first = group[0]
    others = [each for each in group if _wanted(each) != _wanted(first)]
    if not others:
        return None if first[0].decision is Decision.REWRITE else _sides(first)[0]
    if all(each[0].decision is not Decision.REWRITE for each in group):
        gave_way = {(_wanted(each), claim) for each in group for claim in (each[1], each[2])}
        for each in group:
            wanted = _wanted(each)
            if all(_wanted(one) == wanted or {(wanted, one[1]), (wanted, one[2])} <= gave_way for one in group):
                return _sides(each)[0]
    planned, before = others[0][0], first[0]
    message = (
        f"{' and '.join(planned.labels)} become one claim with {' and '.join(before.labels)}, for which line "
        f"{before.decision_line} wants other words. Decide for the same words in both."
    )
    raise ContradictionError(planned, message)


def _sides(each: Todo) -> tuple[ClaimId, ClaimId]:
    """Return the claim that is kept, and the one that goes."""
    planned, first, second = each
    return (second, first) if planned.decision is Decision.KEEP_B else (first, second)


def _wanted(each: Todo) -> str:
    """Return the words that a merge wants, as far as they matter."""
    planned = each[0]
    if planned.decision is Decision.REWRITE:
        return normal_form(planned.text)
    return normal_form(planned.wordings[planned.decision is Decision.KEEP_B])


def _refuse_two_stances(groups: Groups, todo: Iterable[Todo]) -> None:
    said: dict[frozenset[ClaimId], tuple[object, Planned]] = {}
    for planned, pair, stance in _stances(groups, todo):
        before, earlier = said.setdefault(pair, (stance, planned))
        if before != stance:
            message = (
                f"{' and '.join(planned.labels)} cannot be this to each other: line {earlier.decision_line} says "
                f"another thing of {' and '.join(earlier.labels)}"
                f"{'' if set(earlier.labels) == set(planned.labels) else ', with which they become one'}."
            )
            raise ContradictionError(planned, message)


def _stances(groups: Groups, todo: Iterable[Todo]) -> Iterator[tuple[Planned, frozenset[ClaimId], object]]:
    """Yield what is said of two claims that stay two: opposing and not both being true go together."""
    for planned, first, second in todo:
        if planned.decision.merges:
            continue
        one, other = groups.root(first), groups.root(second)
        stance: object = planned.decision
        if planned.decision is Decision.CONFLICT:
            stance = Decision.OPPOSES
        elif planned.decision is Decision.NARROWER:
            stance = stance, one if planned.by_first else other
        yield planned, frozenset((one, other)), stance
