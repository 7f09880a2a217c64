"""Branches: the part of a map that stands under one claim, as a map of its own, to be written alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model import About, ArgumentMap, Citation, Claim, Dependence, Distinct, Inference, Source, Term
from argmap.model.order import FIRST
from argmap.model.references import references

if TYPE_CHECKING:
    from argmap.model import ClaimId, Entity, EntityId


def branch_of(map_: ArgumentMap, claim: ClaimId) -> ArgumentMap:
    """Return the map of *claim* as its one position, all that bears on it, and what belongs to that."""
    kept = _under(map_, claim)
    sources = {each.source for each in map_.citations.values() if each.claim in kept}
    there = kept | sources
    return ArgumentMap(_fitted(each, claim) for each in map_.entities() if _stays(each, there, map_.about))


def _under(map_: ArgumentMap, claim: ClaimId) -> set[EntityId]:
    """Return the ids of *claim*, of the inferences that bear on it by any chain, and of their premises."""
    found: set[EntityId] = {claim}
    waiting: list[EntityId] = [claim]
    while waiting:
        for inference in map_.bearing_on(waiting.pop()):
            new = [id_ for id_ in (inference.id, *inference.premises) if id_ not in found]
            found.update(new)
            waiting.extend(new)
    return found


def _stays(entity: Entity, there: set[EntityId], about: About) -> bool:
    match entity:
        case About() | Term() | Distinct():
            return True
        case Claim() | Inference() | Source():
            return entity.id in there
        case Citation() | Dependence():
            return all(id_ in there for id_ in references(entity))
        case _:
            return all(id_ in there or id_ == about.id for id_ in references(entity))


def _fitted(entity: Entity, claim: ClaimId) -> Entity:
    """Make *claim* the only position."""
    if not isinstance(entity, Claim):
        return entity
    return replace(entity, position=FIRST if entity.id == claim else None)
