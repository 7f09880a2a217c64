"""Copying branches: what goes along with a claim, as a small map of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.editing.arguing import inference_of
from argmap.editing.branch import claims_above
from argmap.editing.claims import claim_of
from argmap.errors import UnfitError
from argmap.model import Claim, ClaimId, Inference, InferenceId, Polarity
from argmap.model.order import keys

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from argmap.model import ArgumentMap, Entity, EntityId

Copied = tuple["Entity", ...]
"""A map whose one position is a stand-in for what the copied branches bore on: under it hang the branches."""

STAND_IN = "Here hangs what was copied."

CopiedPlaces = Iterable["tuple[InferenceId | None, ClaimId]"]
"""Where branches hang: at a claim's place in an inference, or (None) at a claim that is shown at the top."""


def copied(map_: ArgumentMap, places: CopiedPlaces) -> Copied:
    """Copy the branches at *places*, with their citations, sources, comments and the conflicts inside them.

    What the branches bear on is not copied, but where a cycle uses it as a premise; then it comes alone. Premises of
    one inference stay together; what bears on the inference comes along with all of its premises.
    """
    stand_in = Claim(number=map_.next_number(Claim), text=STAND_IN, position="a0")
    tops, whole = _tops(map_, stand_in.id, list(places))
    top_claims = [premise for top in tops for premise in top.premises]
    uses = [(premise, map_.inferences[top.id]) for top in tops if top.id in map_.inferences for premise in top.premises]
    above = {claim for premise, use in uses for claim in claims_above(map_, premise, [use])}.difference(top_claims)
    under = reached(map_, [*top_claims, *whole], above, [top.id for top in tops])
    claims = [replace(map_.claims[claim], position=None) for claim in under.claims]
    inner = [map_.inferences[inference] for inference in under.inferences]
    about = list(around(map_, under.claims, [*under.inferences, *whole]))
    return (stand_in, *claims, *tops, *inner, *about)


@dataclass(frozen=True, slots=True)
class Reached:
    """The claims and inferences of branches, in the order in which they are come upon."""

    claims: dict[ClaimId, None]
    inferences: dict[InferenceId, None]


def reached(
    map_: ArgumentMap,
    starts: Iterable[ClaimId | InferenceId],
    closed: Container[ClaimId] = (),
    without: Iterable[InferenceId] = (),
) -> Reached:
    """Find all that is under *starts*, claims among them included; not what is under *closed*, nor *without*."""
    passed = set(without)
    waiting = list(starts)
    found = Reached({start: None for start in waiting if isinstance(start, ClaimId)}, {})
    for target in waiting:  # grows while it is walked
        for bearing in map_.bearing_on(target):
            if bearing.id in passed:
                continue
            passed.add(bearing.id)
            found.inferences[bearing.id] = None
            new = [premise for premise in bearing.premises if premise not in found.claims]
            found.claims.update(dict.fromkeys(new))
            waiting.append(bearing.id)
            waiting.extend(premise for premise in new if premise not in closed)
    return found


def around(map_: ArgumentMap, claims: Iterable[ClaimId], inferences: Iterable[InferenceId]) -> Iterator[Entity]:
    """Yield what is said of *claims* and *inferences*: sources first, then citations, conflicts and comments."""
    known = dict.fromkeys(claims)
    citations = [citation for claim in known for citation in map_.citations_of(claim)]
    yield from (map_.sources[source] for source in dict.fromkeys(citation.source for citation in citations))
    yield from citations
    conflicts = {conflict.id: conflict for claim in known for conflict in map_.conflicts_of(claim)}
    yield from (each for each in conflicts.values() if all(claim in known for claim in each.claims))
    commented: list[EntityId] = [*known, *inferences]
    yield from (comment for about in commented for comment in map_.comments_on(about))


def _tops(
    map_: ArgumentMap, stand_in: ClaimId, places: list[tuple[InferenceId | None, ClaimId]]
) -> tuple[list[Inference], list[InferenceId]]:
    """Return the inferences by which the branches hang, and the ids of those that are copied with all premises."""
    if not places:
        message = "Nothing was chosen to copy. Choose a claim first."
        raise UnfitError(message)
    together: dict[InferenceId | ClaimId, list[ClaimId]] = {}
    for inference, claim in places:
        claim_of(map_, claim)
        together.setdefault(claim if inference is None else inference, []).append(claim)
    tops: list[Inference] = []
    whole: list[InferenceId] = []
    number = map_.next_number(Inference)
    for (hanging, chosen), order in zip(together.items(), keys(len(together)), strict=True):
        if isinstance(hanging, InferenceId):
            now = inference_of(map_, hanging)
            top = replace(now, premises=tuple(each for each in now.premises if each in chosen), order=order)
            top = replace(top, target=stand_in)
            if top.premises == now.premises:
                whole.append(now.id)
            tops.append(top)
        else:
            hung = Inference(
                number=number, polarity=Polarity.SUPPORTS, target=stand_in, premises=(hanging,), order=order
            )
            tops.append(hung)
            number += 1
    return tops, whole
