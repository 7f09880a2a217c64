"""Grafting: a branch made elsewhere, such as a pasted list, becomes part of the argument in one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.editing.arguing import inference_of, target_of
from argmap.editing.entry import Entry
from argmap.editing.placing import many_behind
from argmap.model import Change, Claim, ClaimId, Inference, InferenceId, Polarity, added, changed
from argmap.model.naming import name_of, premises_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap, Step


@dataclass(frozen=True, slots=True)
class Branch:
    """New claims and inferences; what bears on *stand_in*, which is none of them, is to bear on something else."""

    stand_in: ClaimId
    claims: Sequence[Claim]
    inferences: Sequence[Inference]


def graft(
    map_: ArgumentMap, target: ClaimId | InferenceId, branch: Branch, *, after: InferenceId | None = None
) -> Step:
    """Let *branch* bear on a claim or an inference, behind the inference *after* or behind all that is there."""
    target_of(map_, target)
    label = f"Add {_counted(branch.claims)} to {name_of(map_, target)}"
    return Entry().step(label, *_new_claims(map_, branch), *_new_inferences(map_, branch, target, after, {}))


def graft_premises(map_: ArgumentMap, inference: InferenceId, branch: Branch, after: ClaimId | None = None) -> Step:
    """Let what supports the stand-in of *branch* be co-premises of an inference, behind its premise *after*.

    What opposes the stand-in opposes the inference's target.
    """
    now = inference_of(map_, inference)
    joining = [
        each for each in branch.inferences if each.target == branch.stand_in and each.polarity is Polarity.SUPPORTS
    ]
    place = now.premises.index(after) + 1 if after in now.premises else len(now.premises)
    new = [premise for each in joining for premise in each.premises]
    premises = tuple(dict.fromkeys((*now.premises[:place], *new, *now.premises[place:])))
    rest = replace(branch, inferences=[each for each in branch.inferences if each not in joining])
    kept = {each.id: now.id for each in joining}
    label = f"Add {_counted(branch.claims)} beside {premises_of(map_, now)}"
    claims = _new_claims(map_, branch)
    others = _new_inferences(map_, rest, now.target, None, kept)
    return Entry().step(label, *claims, changed(map_, replace(now, premises=premises)), *others)


def _new_claims(map_: ArgumentMap, branch: Branch) -> Iterable[Change]:
    first = map_.next_number(Claim)
    return [added(replace(claim, number=number)) for number, claim in enumerate(branch.claims, first)]


def _new_inferences(
    map_: ArgumentMap,
    branch: Branch,
    target: ClaimId | InferenceId,
    after: InferenceId | None,
    kept: dict[InferenceId, InferenceId],
) -> list[Change]:
    """Return the changes that bring in the inferences of *branch*; *kept* names those that others stand for."""
    direct = [each for each in branch.inferences if each.target == branch.stand_in]
    orders, respaced = many_behind(map_, target, after, len(direct))
    placed = {each.id: order for each, order in zip(direct, orders, strict=True)}
    on_kept = {id_: iter(many_behind(map_, id_, None, len(branch.inferences))[0]) for id_ in set(kept.values())}
    changes = [changed(map_, each) for each in respaced]
    for number, each in enumerate(branch.inferences, map_.next_number(Inference)):
        new = replace(each, number=number)
        if each.id in placed:
            new = replace(new, target=target, order=placed[each.id])
        elif isinstance(each.target, InferenceId) and each.target in kept:
            there = kept[each.target]
            new = replace(new, target=there, order=next(on_kept[there]))
        changes.append(added(new))
    return changes


def _counted(claims: Sequence[Claim]) -> str:
    return f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
