"""Arguments: the rows of a selection as a tree of steps, each with what supports it and what attacks it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, ClaimId, EntityId, Inference, InferenceId
    from argmap.outlines.selection import Row


@dataclass(slots=True, eq=False)
class Argument:
    """One step with the rows of its premises, or a start; *under* are the steps that bear on it or its premises.

    *premise* is the place, from 0, of the premise that it stands under itself. What bears on a whole step stands under
    its last one.
    """

    rows: list[Row]
    under: list[Argument] = field(default_factory=list)
    premise: int = 0

    @property
    def inferences(self) -> tuple[Inference, ...]:
        """The step itself, or nothing for a start that is a claim."""
        inference = self.rows[0].line.inference
        return () if inference is None else (inference,)

    @property
    def attacks(self) -> bool:
        """Whether it speaks against what it stands under."""
        return any(not inference.supports for inference in self.inferences)

    @property
    def reasons(self) -> list[Argument]:
        """What supports it directly: reasons for its premises, and backings of its step."""
        return [each for each in self.under if not each.attacks]

    @property
    def attackers(self) -> list[Argument]:
        """What attacks it directly: objections to its premises, and undercuts of its step."""
        return [each for each in self.under if each.attacks]

    def case(self) -> Iterator[Argument]:
        """Yield this argument and all that supports it, and that in turn, from the top down in order."""
        waiting = [self]
        while waiting:
            argument = waiting.pop()
            yield argument
            waiting.extend(reversed(argument.reasons))

    def branch(self) -> Iterator[Argument]:
        """Yield this argument and all that stands under it, for and against, from the top down in order."""
        waiting = [self]
        while waiting:
            argument = waiting.pop()
            yield argument
            waiting.extend(reversed(argument.under))

    def is_attacked(self, claim: ClaimId) -> bool:
        """Whether anything here speaks against *claim*, one of the premises, or against what supports it."""
        on_claim = (each for each in self.under if self.rows[each.premise].line.claim.id == claim)
        direct = [each for each in on_claim if not any(step.bears_on_inference for step in each.inferences)]
        return any(each.attacks or any(support.attackers for support in each.case()) for each in direct)

    def attacks_on_case(self) -> list[Argument]:
        """Return all attacks on it and on what supports it, in order."""
        return [attack for argument in self.case() for attack in argument.attackers]


def arguments(part: Sequence[Row]) -> Argument:
    """Return the start of a *part* with its tree."""
    start = Argument([part[0]])
    last = [start]  # the latest argument at each depth
    for row in part[1:]:
        depth, line = row.line.depth, row.line
        if line.mate and depth < len(last) and last[depth].rows[0].line.inference == line.inference:
            last[depth].rows.append(row)
            del last[depth + 1 :]
            continue
        above = last[depth - 1]
        argument = Argument([row], premise=len(above.rows) - 1)
        above.under.append(argument)
        del last[depth:]
        last.append(argument)
    return start


def said_against(map_: ArgumentMap, inference: Inference) -> list[Inference]:
    """Return what the whole map says against a step: against it and its premises first, then against what supports it.

    An attack without any of these has no answer in the map.
    """
    return attacks_on(map_, (*inference.premises, inference.id))


def attacks_on(map_: ArgumentMap, targets: Iterable[EntityId]) -> list[Inference]:
    """Return the attacks on *targets* (claims or steps) in the whole map, then those on what supports them."""
    found: dict[InferenceId, Inference] = {}
    seen: set[InferenceId] = set()
    waiting: deque[Iterable[EntityId]] = deque([targets])
    while waiting:
        for each in [each for target in waiting.popleft() for each in map_.bearing_on(target)]:
            if not each.supports:
                found[each.id] = each
            elif each.id not in seen:
                seen.add(each.id)
                waiting.append((*each.premises, each.id))
    return list(found.values())
