"""The branch under a claim: what goes with it, and what stays since something outside the branch needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, Claim, ClaimId, Inference

Ends = dict[InferenceId, "ClaimId | None"]
"""The claims at the end of chains of steps, by the steps they are known for; None: none that counts."""


def branch_of(map_: ArgumentMap, claim: Claim, inference: InferenceId | None = None) -> set[ClaimId]:
    """Return the claims that go when *claim* is removed with its branch, everywhere or from *inference* alone.

    Positions stay, and so does what *claim* bears on by any chain, and every claim that is used by what stays.
    """
    places = map_.uses_of(claim.id) if inference is None else (map_.inferences[inference],)
    ending = [place for place in places if not place.is_joint]
    above = claims_above(map_, claim.id, places)
    if claim.id in above and (inference is None or not _is_top(map_, claim)):
        above.discard(claim.id)
    under = _under(map_, [claim.id, *(place.id for place in ending)], above)
    under.add(claim.id)
    ended = {place.id for place in ending}
    lost = {place.id for place in places}

    ends: Ends = dict.fromkeys(ended)

    def is_used_outside(id_: ClaimId) -> bool:
        uses = (use for use in map_.uses_of(id_) if id_ != claim.id or use.id not in lost)
        return any((end := _end(map_, use, ends)) is not None and end not in under for use in uses)

    kept = {id_ for id_ in under if map_.claims[id_].is_position or id_ in above or is_used_outside(id_)}
    if inference is None:  # removed everywhere, whatever holds it
        kept.discard(claim.id)
        above.add(claim.id)
    return under - kept - _under(map_, kept, above, ended)


def claims_above(map_: ArgumentMap, claim: ClaimId, places: Iterable[Inference]) -> set[ClaimId]:
    """The claims that *claim* bears on through *places* by any chain; itself among them where a cycle comes back."""
    found: set[ClaimId] = set()
    ends: Ends = {}
    waiting = [_end(map_, place, ends) for place in places]
    while waiting:
        target = waiting.pop()
        if target is None or target in found:
            continue
        found.add(target)
        if target != claim:
            waiting.extend(_end(map_, use, ends) for use in map_.uses_of(target))
    return found


def _is_top(map_: ArgumentMap, claim: Claim) -> bool:
    """Whether *claim* stands for a cycle that hangs under nothing: its lowest number, as outlines have it."""
    around = claims_above(map_, claim.id, map_.uses_of(claim.id))
    if not around <= _under(map_, [claim.id], set()):
        return False
    others = [map_.claims[id_] for id_ in around if id_ != claim.id]
    return not any(other.is_position or other.number < claim.number for other in others)


def _under(
    map_: ArgumentMap,
    starts: Iterable[ClaimId | InferenceId],
    beyond: set[ClaimId],
    ended: Iterable[InferenceId] = (),
) -> set[ClaimId]:
    """The premises under *starts*, at any depth; not those *beyond*, nor what is under them or under *ended*."""
    found: set[ClaimId] = set()
    seen: set[InferenceId] = set(ended)
    waiting: list[ClaimId | InferenceId] = list(starts)
    while waiting:
        for bearing in map_.bearing_on(waiting.pop()):
            if bearing.id in seen:
                continue
            seen.add(bearing.id)
            waiting.append(bearing.id)
            new = [premise for premise in bearing.premises if premise not in found and premise not in beyond]
            found.update(new)
            waiting.extend(new)
    return found


def _end(map_: ArgumentMap, inference: Inference, known: Ends) -> ClaimId | None:
    """The claim at the end of the chain of steps that *inference* bears on; None for a circle or one *known* as None.

    All steps of the chain are *known* then.
    """
    passed: dict[InferenceId, None] = {}
    end: ClaimId | None = None
    while inference.id not in passed:
        if inference.id in known:
            end = known[inference.id]
            break
        passed[inference.id] = None
        if not isinstance(inference.target, InferenceId):
            end = inference.target
            break
        inference = map_.inferences[inference.target]
    known.update(dict.fromkeys(passed, end))
    return end
