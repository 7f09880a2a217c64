"""The branch under a claim: what goes with it, and what stays since something outside the branch needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap, Claim, ClaimId, Inference


def branch_of(map_: ArgumentMap, claim: Claim, inference: InferenceId | None = None) -> set[ClaimId]:
    """Return the claims that go when *claim* is removed with its branch, everywhere or from *inference* alone.

    Positions stay, and so does what *claim* bears on by any chain, and every claim that is used by what stays.
    """
    places = map_.uses_of(claim.id) if inference is None else (map_.inferences[inference],)
    ending = [place for place in places if not place.is_joint]
    above = _above(map_, claim.id, places)
    under = _under(map_, [claim.id, *(place.id for place in ending)], above)
    under.add(claim.id)
    ended = {place.id for place in ending}
    lost = {place.id for place in places}

    def is_used_outside(id_: ClaimId) -> bool:
        uses = (use for use in map_.uses_of(id_) if id_ != claim.id or use.id not in lost)
        return any(_stands(map_, use, under, ended) for use in uses)

    kept = {id_ for id_ in under if map_.claims[id_].is_position or id_ in above or is_used_outside(id_)}
    if inference is None:  # removed everywhere, whatever holds it
        kept.discard(claim.id)
        above.add(claim.id)
    return under - kept - _under(map_, kept, above, ended)


def _above(map_: ArgumentMap, claim: ClaimId, places: Iterable[Inference]) -> set[ClaimId]:
    """The claims that *claim* bears on through *places* by any chain; itself among them where a cycle comes back."""
    found: set[ClaimId] = set()
    waiting = [_bears_on(map_, place) for place in places]
    while waiting:
        target = waiting.pop()
        if target is None or target in found:
            continue
        found.add(target)
        if target != claim:
            waiting.extend(_bears_on(map_, use) for use in map_.uses_of(target))
    return found


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


def _stands(map_: ArgumentMap, use: Inference, under: set[ClaimId], ended: set[InferenceId]) -> bool:
    """Whether an inference bears, by its chain of steps, on a claim outside the branch, and does not end with it."""
    return not any(step.id in ended for step in _steps(map_, use)) and _bears_on(map_, use) not in {None, *under}


def _bears_on(map_: ArgumentMap, inference: Inference) -> ClaimId | None:
    """The claim at the end of the chain of steps that *inference* bears on; None where the chain is a circle."""
    *_, last = _steps(map_, inference)
    return None if isinstance(last.target, InferenceId) else last.target


def _steps(map_: ArgumentMap, inference: Inference) -> Iterator[Inference]:
    """The inference, the one it bears on, and so on: each once."""
    seen: set[InferenceId] = set()
    while inference.id not in seen:
        seen.add(inference.id)
        yield inference
        if not isinstance(inference.target, InferenceId):
            return
        inference = map_.inferences[inference.target]
