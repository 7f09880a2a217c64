"""Budgets: cutting a long telling to so many claims or words, upper levels first, no step told by half."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ClaimId
    from argmap.outlines.line import Line


@dataclass(frozen=True, slots=True)
class Budget:
    """How many claims, and how many words of theirs, may be told; None is any number."""

    claims: int | None = None
    words: int | None = None


def within(lines: Sequence[Line], budget: Budget) -> list[Line]:
    """Return the lines that fit: level by level, each in order; what does not fit is passed over with all under it.

    The premises of one inference fit together or not at all. Lines say how many lines under them were cut, at all
    levels, and a repeat whose full place was cut becomes that place.
    """
    if budget == Budget():
        return list(lines)
    groups = _groups(lines)
    spent = _Spent(budget)
    for group in sorted(groups, key=lambda each: each.depth):  # stable: each level stays in order
        if group.above is None or group.above.kept:
            group.kept = spent.take([lines[place] for place in group.places])
    return _whole(lines, groups)


@dataclass(slots=True)
class _Group:
    """The places of one inference's premises, or of one start; *above* and *line* say under which line they stand.

    Where what is *above* is cut too, *line* ends as the next line up that is kept.
    """

    depth: int
    above: _Group | None
    line: int | None
    places: list[int] = field(default_factory=list)
    kept: bool = False


@dataclass(slots=True)
class _Spent:
    budget: Budget
    claims: set[ClaimId] = field(default_factory=set)
    words: int = 0

    def take(self, lines: Sequence[Line]) -> bool:
        """Whether *lines* fit; if so they are told."""
        new = {line.claim.id for line in lines} - self.claims
        words = self.words + sum(len(line.claim.text.split()) for line in lines)
        if self.budget.claims is not None and len(self.claims) + len(new) > self.budget.claims:
            return False
        if self.budget.words is not None and words > self.budget.words:
            return False
        self.claims |= new
        self.words = words
        return True


def _groups(lines: Sequence[Line]) -> list[_Group]:
    groups: list[_Group] = []
    last: list[tuple[_Group, int]] = []  # the last group at each depth, and its last place
    for place, line in enumerate(lines):
        above = last[line.depth - 1] if line.depth else None
        if line.mate and len(last) > line.depth:
            group = last[line.depth][0]
        else:
            group = _Group(line.depth, above[0] if above else None, above[1] if above else None)
            groups.append(group)
        group.places.append(place)
        del last[line.depth :]
        last.append((group, place))
    return groups


def _whole(lines: Sequence[Line], groups: Sequence[_Group]) -> list[Line]:
    """Return the kept lines, with what is cut under them counted and each claim told in full at one of them."""
    kept = sorted(place for group in groups if group.kept for place in group.places)
    cut: dict[int, int] = {}
    for group in groups:  # a group comes after the one above it
        if not group.kept and group.above is not None:
            group.line = group.line if group.above.kept else group.above.line
            if group.line is not None:
                under = sum(1 + lines[place].hidden for place in group.places)
                cut[group.line] = cut.get(group.line, 0) + under
    homes = {lines[place].claim.id for place in kept if not lines[place].repeat}
    found: list[Line] = []
    for place in kept:
        line = lines[place]
        repeat = line.repeat and line.claim.id in homes
        homes.add(line.claim.id)
        found.append(replace(line, repeat=repeat, hidden=line.hidden + cut.get(place, 0)))
    return found
