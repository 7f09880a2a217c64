"""Giving reasons, objections, undercuts and backings, and taking premises together or apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.editing.placing import behind
from argmap.errors import GoneError, RepeatedPremiseError, SelfPremiseError, UnfitError
from argmap.model import Change, Claim, ClaimId, Inference, InferenceId, Polarity, added, changed, removed
from argmap.model.naming import bearing_of, joined_names, name_of, premises_of
from argmap.model.order import key_after
from argmap.model.ratings import RELEVANCES, rating_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, Entity, Step

Premise = str | ClaimId
"""A premise to be: the words of a new claim, or the id of a claim that is there."""


def argue(map_: ArgumentMap, target: ClaimId | InferenceId, polarity: Polarity, *premises: Premise) -> Step:
    """Support or oppose a claim or an inference with *premises*, taken together, placed behind all that is there."""
    return _argue(map_, target_of(map_, target), premises, polarity, None)


def add_reason(map_: ArgumentMap, target: ClaimId, *premises: Premise, after: InferenceId | None = None) -> Step:
    """Support a claim with *premises*, taken together, placed behind the inference *after* or behind all."""
    return _argue(map_, claim_of(map_, target), premises, Polarity.SUPPORTS, after)


def add_objection(map_: ArgumentMap, target: ClaimId, *premises: Premise, after: InferenceId | None = None) -> Step:
    """Oppose a claim with *premises*, taken together, placed behind the inference *after* or behind all."""
    return _argue(map_, claim_of(map_, target), premises, Polarity.OPPOSES, after)


def add_undercut(map_: ArgumentMap, target: InferenceId, *premises: Premise, after: InferenceId | None = None) -> Step:
    """Attack the step an inference takes, leaving its premises alone."""
    return _argue(map_, inference_of(map_, target), premises, Polarity.OPPOSES, after)


def add_backing(map_: ArgumentMap, target: InferenceId, *premises: Premise, after: InferenceId | None = None) -> Step:
    """Support the step an inference takes."""
    return _argue(map_, inference_of(map_, target), premises, Polarity.SUPPORTS, after)


def add_co_premise(map_: ArgumentMap, inference: InferenceId, premise: Premise, after: ClaimId | None = None) -> Step:
    """Add a claim that an inference needs together with its premises, behind *after* or behind all."""
    entry = Entry()
    now = inference_of(map_, inference)
    (claim,), new = _claims(map_, entry, (premise,))
    _refuse_circle(now, claim.id)
    if claim.id in now.premises:
        raise RepeatedPremiseError
    if after is not None:
        _require_premise(now, claim_of(map_, after))
    place = len(now.premises) if after is None else now.premises.index(after) + 1
    premises = (*now.premises[:place], claim.id, *now.premises[place:])
    label = f"Add co-premise {claim.label} to {premises_of(map_, now)}"
    return entry.step(label, *new, changed(map_, replace(now, premises=premises)))


def split_premise(map_: ArgumentMap, inference: InferenceId, premise: ClaimId) -> Step:
    """Make a co-premise an inference of its own, with the same target and polarity, right behind the one it leaves."""
    now = inference_of(map_, inference)
    claim = claim_of(map_, premise)
    _require_premise(now, claim)
    if not now.is_joint:
        message = f"{claim.label} is the only premise of {now.label}; there is nothing to split it from."
        raise UnfitError(message)
    order, respaced = behind(map_, now.target, now.id)
    rest = replace(respaced.pop(now.id, now), premises=tuple(each for each in now.premises if each != premise))
    alone = Inference(
        number=map_.next_number(Inference),
        polarity=now.polarity,
        target=now.target,
        premises=(premise,),
        relevance=now.relevance,
        order=order,
    )
    label = f"Make {claim.label} {_article(alone)} of its own"
    return Entry().step(label, changed(map_, rest), added(alone), *changed_all(map_, respaced.values()))


def join_inferences(map_: ArgumentMap, kept: InferenceId, other: InferenceId) -> Step:
    """Take the premises of two inferences on one target together; what bears on the other bears on the kept one."""
    keep = inference_of(map_, kept)
    gone = inference_of(map_, other)
    if keep.id == gone.id:
        message = f"{keep.label} cannot be joined with itself; name two inferences."
        raise UnfitError(message)
    if (keep.target, keep.polarity) != (gone.target, gone.polarity):
        message = f"{keep.label} and {gone.label} do not bear on the same target in the same way, so they stay apart."
        raise UnfitError(message)
    warrants = dict.fromkeys(text for text in (keep.warrant, gone.warrant) if text)
    joined = replace(
        keep,
        premises=tuple(dict.fromkeys((*keep.premises, *gone.premises))),
        warrant="\n".join(warrants),
        scheme=keep.scheme or gone.scheme,
        relevance=gone.relevance if keep.relevance is None else keep.relevance,
    )
    follow = _follow(map_, gone.id, keep.id)
    label = f"Join {premises_of(map_, gone)} to {premises_of(map_, keep)}"
    return Entry().step(label, *follow, removed(gone), changed(map_, joined))


def flip(map_: ArgumentMap, inference: InferenceId) -> Step:
    """Turn support into opposition and back."""
    now = inference_of(map_, inference)
    flipped = replace(now, polarity=now.polarity.flipped)
    return Entry().step(f"Turn {bearing_of(map_, now)} into {_article(flipped)}", changed(map_, flipped))


def set_warrant(map_: ArgumentMap, inference: InferenceId, warrant: str) -> Step:
    """Say in words why the premises bear on the target; empty takes it away."""
    entry = Entry()
    now = inference_of(map_, inference)
    label = f"Set the warrant of {bearing_of(map_, now)}"
    return entry.step(label, changed(map_, replace(now, warrant=entry.prose(warrant))))


def set_scheme(map_: ArgumentMap, inference: InferenceId, scheme: str) -> Step:
    """Name the pattern an inference follows, such as ``expert opinion``; empty takes it away."""
    entry = Entry()
    now = inference_of(map_, inference)
    label = f"Set the scheme of {bearing_of(map_, now)}"
    return entry.step(label, changed(map_, replace(now, scheme=entry.line(scheme))))


def set_relevance(map_: ArgumentMap, inference: InferenceId, relevance: float | None) -> Step:
    """Say how strongly an inference bears on its target, 0 to 1; None for not rated."""
    now = inference_of(map_, inference)
    return Entry().step(
        rating_label(bearing_of(map_, now), relevance, RELEVANCES), changed(map_, replace(now, relevance=relevance))
    )


def inference_of(map_: ArgumentMap, inference: InferenceId) -> Inference:
    """Return the inference named *inference*, or refuse with `GoneError`."""
    found = map_.inferences.get(inference)
    if found is None:
        raise GoneError(inference, "inference")
    return found


def target_of(map_: ArgumentMap, target: ClaimId | InferenceId) -> Claim | Inference:
    """Return the claim or inference named *target*, or refuse with `GoneError`."""
    return inference_of(map_, target) if isinstance(target, InferenceId) else claim_of(map_, target)


def changed_all(map_: ArgumentMap, entities: Iterable[Entity]) -> Iterator[Change]:
    """Return the changes from what *map_* holds to *entities*."""
    return (changed(map_, entity) for entity in entities)


def _argue(
    map_: ArgumentMap,
    target: Claim | Inference,
    premises: Sequence[Premise],
    polarity: Polarity,
    after: InferenceId | None,
) -> Step:
    entry = Entry()
    claims, new = _claims(map_, entry, premises)
    order, respaced = behind(map_, target.id, after)
    inference = Inference(
        number=map_.next_number(Inference),
        polarity=polarity,
        target=target.id,
        premises=tuple(claim.id for claim in claims),
        order=order,
    )
    for claim in claims:
        _refuse_circle(inference, claim.id)
    named = joined_names(claim.label for claim in claims)
    label = f"Add {inference.kind} {named} to {name_of(map_, target.id)}"
    return entry.step(label, *new, added(inference), *changed_all(map_, respaced.values()))


def _follow(map_: ArgumentMap, gone: InferenceId, kept: InferenceId) -> Iterator[Change]:
    """Let what bears on *gone*, and the comments on it, be about *kept*: behind what bears on that."""
    there = map_.bearing_on(kept)
    order = there[-1].order if there else None
    for bearing in map_.bearing_on(gone):
        order = key_after(order)
        yield changed(map_, replace(bearing, target=kept, order=order))
    for comment in map_.comments_on(gone):
        yield changed(map_, replace(comment, about=kept))


def _claims(map_: ArgumentMap, entry: Entry, premises: Sequence[Premise]) -> tuple[list[Claim], list[Change]]:
    """Return the claims that *premises* name or make, and the changes that make the new ones."""
    claims: list[Claim] = []
    new: list[Change] = []
    for premise in premises:
        if isinstance(premise, ClaimId):
            claims.append(claim_of(map_, premise))
        else:
            claim = Claim(number=map_.next_number(Claim) + len(new), text=entry.line(premise))
            claims.append(claim)
            new.append(added(claim))
    return claims, new


def _refuse_circle(inference: Inference, premise: ClaimId) -> None:
    if inference.target == premise:
        raise SelfPremiseError


def _require_premise(inference: Inference, claim: Claim) -> None:
    if claim.id not in inference.premises:
        message = f"{claim.label} is not a premise of {inference.label}."
        raise UnfitError(message)


def _article(inference: Inference) -> str:
    return f"an {inference.kind}" if inference.kind[0] in "aeiou" else f"a {inference.kind}"
