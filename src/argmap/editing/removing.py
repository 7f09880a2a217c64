"""Removing premises, inferences, claims and branches, with everything that cannot be without them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.arguing import inference_of
from argmap.editing.branch import branch_of
from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.errors import UnfitError
from argmap.model import Change, ClaimId, InferenceId, changed, removed
from argmap.model.naming import bearing_of, name_of

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim, Entity, EntityId, Step


def remove_premise(map_: ArgumentMap, inference: InferenceId, premise: ClaimId) -> Step:
    """Take a claim out of one inference; the claim stays in the map. An inference without premises goes."""
    claim = _premise_of(map_, inference, premise)
    removal = _Removal(map_)
    removal.take_out(premise, inference)
    return removal.step(f"Take {claim.label} from under {name_of(map_, map_.inferences[inference].target)}")


def remove_inference(map_: ArgumentMap, inference: InferenceId) -> Step:
    """Remove an inference and what bears on it; the claims stay in the map."""
    label = bearing_of(map_, inference_of(map_, inference))
    removal = _Removal(map_)
    removal.remove(inference)
    return removal.step(f"Remove {label}")


def remove_claim_here(map_: ArgumentMap, inference: InferenceId, premise: ClaimId) -> Step:
    """Take a claim out of one inference, and out of the map if nothing that stays there holds it."""
    claim = _premise_of(map_, inference, premise)
    removal = _Removal(map_)
    removal.take_out(premise, inference)
    if not removal.is_held(claim):
        removal.remove(premise)
    return removal.step(f"Remove {claim.label} here")


def remove_claim(map_: ArgumentMap, claim: ClaimId) -> Step:
    """Remove a claim everywhere, with its citations and what bears on it; other claims stay in the map."""
    label = claim_of(map_, claim).label
    removal = _Removal(map_)
    removal.remove(claim)
    return removal.step(f"Remove {label}")


def remove_branch(map_: ArgumentMap, claim: ClaimId, inference: InferenceId | None = None) -> Step:
    """Remove a claim with the whole branch under it; positions, and claims used outside the branch, stay.

    What the claim bears on stays too, directly or by a chain, even where a cycle puts it under the claim as well. With
    *inference*, the branch hangs there: a claim that is also used elsewhere only loses this place.
    """
    now = claim_of(map_, claim) if inference is None else _premise_of(map_, inference, claim)
    removal = _Removal(map_)
    for id_ in branch_of(map_, now, inference):
        removal.remove(id_)
    if inference is not None:
        removal.take_out(claim, inference)
    return removal.step(f"Remove the branch of {now.label}")


def _premise_of(map_: ArgumentMap, inference: InferenceId, premise: ClaimId) -> Claim:
    claim = claim_of(map_, premise)
    if premise not in inference_of(map_, inference).premises:
        message = f"{claim.label} is not a premise of {map_.inferences[inference].label}."
        raise UnfitError(message)
    return claim


class _Removal:
    """What one step removes: grows by what cannot be without it, then becomes changes."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._gone: dict[EntityId, Entity] = {}
        self._premises: dict[InferenceId, tuple[ClaimId, ...]] = {}

    def take_out(self, premise: ClaimId, inference: InferenceId) -> None:
        """Take a premise out of an inference, and remove the inference if it was the last."""
        now = self._premises.get(inference, self._map.inferences[inference].premises)
        self._premises[inference] = tuple(each for each in now if each != premise)
        if not self._premises[inference]:
            self.remove(inference)

    def is_held(self, claim: Claim) -> bool:
        """Whether anything that stays keeps *claim* in the argument: a use, or what bears on it."""
        uses = (use for use in self._map.uses_of(claim.id) if claim.id in self._premises.get(use.id, use.premises))
        links = (*uses, *self._map.bearing_on(claim.id))
        return claim.is_position or any(link.id not in self._gone for link in links)

    def remove(self, id_: EntityId) -> None:
        """Remove a claim or an inference, and all that cannot be without it."""
        waiting = [id_]
        while waiting:
            doomed = waiting.pop()
            if doomed in self._gone:
                continue
            self._gone[doomed] = self._map.require(doomed)
            waiting.extend(bearing.id for bearing in self._map.bearing_on(doomed))
            self._gone.update((comment.id, comment) for comment in self._map.comments_on(doomed))
            if isinstance(doomed, ClaimId):
                waiting.extend(self._leave_claim(doomed))

    def step(self, label: str) -> Step:
        """Return the step that removes all of it."""
        changes: list[Change] = [removed(entity) for entity in self._gone.values()]
        for id_, premises in self._premises.items():
            if id_ not in self._gone:
                changes.append(changed(self._map, replace(self._map.inferences[id_], premises=premises)))
        return Entry().step(label, *changes)

    def _leave_claim(self, claim: ClaimId) -> list[InferenceId]:
        """Remove what is tied to a claim; return the inferences that are left without premises."""
        tied: list[Entity] = [*self._map.citations_of(claim), *self._map.conflicts_of(claim)]
        tied.extend(self._map.aliases_of(claim))
        self._gone.update((entity.id, entity) for entity in tied)
        empty: list[InferenceId] = []
        for use in self._map.uses_of(claim):
            now = self._premises.get(use.id, use.premises)
            self._premises[use.id] = tuple(each for each in now if each != claim)
            if not self._premises[use.id]:
                empty.append(use.id)
        return empty
