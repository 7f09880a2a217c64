"""Effect: what a merge would change, in numbers, before anybody says yes to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Citation, Inference

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, EntityId, Step


@dataclass(frozen=True, slots=True)
class Effect:
    """What the surviving claim will have, and what becomes of links that cannot stay as they are.

    *collapsing* links say the same as others then and become *collapsed*; *ending* is the labels of links of which
    nothing is left; *doubled* citations stand in the same passage, in the same words.
    """

    citations: int
    reasons: int
    objections: int
    uses: tuple[str, ...]
    collapsing: int
    collapsed: int
    ending: tuple[str, ...]
    doubled: int

    def sentences(self, survivor: str) -> tuple[str, ...]:
        """Say it: *survivor* is the label of the claim that stays."""
        has = [_counted(self.citations, "citation")]
        has += [_counted(self.reasons, "reason"), _counted(self.objections, "objection")]
        used = f"used in {_counted(len(self.uses), 'place')} ({', '.join(self.uses)})" if self.uses else "used nowhere"
        said = [f"{survivor} will have {has[0]}, {has[1]} and {has[2]}, and be {used}."]
        if self.collapsing:
            said.append(f"{_counted(self.collapsing, 'link')} will say the same and become {self.collapsed}.")
        if self.doubled:
            said.append(f"{_counted(self.doubled, 'citation')} of the same passage will be shown once.")
        if self.ending:
            said.append(f"{', '.join(self.ending)} will end, since nothing is left between its ends.")
        return tuple(said)


def effect_of(map_: ArgumentMap, step: Step, survivor: ClaimId, gone: ClaimId) -> Effect:
    """Return what *step*, which merges *gone* into *survivor*, changes."""
    out = {change.id: change.before for change in step.changes if change.after is None}
    lost = [entity for entity in out.values() if isinstance(entity, Inference)]
    ending = _ending(lost, survivor, gone)
    collapsing = [each for each in lost if each.id not in ending]
    left = {_said(each, survivor, gone) for each in collapsing}
    bearing = [each for claim in (survivor, gone) for each in map_.bearing_on(claim) if each.id not in out]
    uses = {use.id: use for claim in (survivor, gone) for use in map_.uses_of(claim) if use.id not in out}
    cited = [each for claim in (survivor, gone) for each in map_.citations_of(claim)]
    reasons = sum(each.supports for each in bearing)
    return Effect(
        citations=sum(each.id not in out for each in cited),
        reasons=reasons,
        objections=len(bearing) - reasons,
        uses=tuple(use.label for use in sorted(uses.values(), key=lambda use: use.number)),
        collapsing=len(collapsing) + len(left),
        collapsed=len(left),
        ending=tuple(each.label for each in lost if each.id in ending),
        doubled=sum(isinstance(entity, Citation) for entity in out.values()),
    )


def _ending(lost: list[Inference], survivor: ClaimId, gone: ClaimId) -> set[EntityId]:
    """Return those of the *lost* links that would be their own premise, and what bears on them."""
    pair = {survivor, gone}
    ending: set[EntityId] = {each.id for each in lost if each.target in pair and pair.intersection(each.premises)}
    bearing: dict[EntityId, list[Inference]] = {}
    for each in lost:
        bearing.setdefault(each.target, []).append(each)
    waiting = list(ending)
    for id_ in waiting:  # grows while it is walked
        new = [each.id for each in bearing.get(id_, ()) if each.id not in ending]
        ending.update(new)
        waiting.extend(new)
    return ending


def _said(link: Inference, survivor: ClaimId, gone: ClaimId) -> object:
    premises = frozenset(survivor if premise == gone else premise for premise in link.premises)
    return (survivor if link.target == gone else link.target), link.polarity, premises


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
