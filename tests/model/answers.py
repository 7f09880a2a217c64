"""What a map answers to every query, and what is wrong in it: to compare maps by all they say."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from argmap.model import (
    ArgumentMap,
    Claim,
    ClaimId,
    Comment,
    EntityId,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Source,
    SourceId,
)
from argmap.model.roles import roles_of, unanswered_attacks, unplaced_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Entity

NUMBERED = (Claim, Inference, Source, Comment)


def answers(map_: ArgumentMap, ids: Iterable[EntityId] = ()) -> dict[Any, Any]:
    """Every answer of *map_* to every query, also about *ids* that it may not hold (any more).

    Lists whose order no field decides are sorted. What the map remembers of removed numbers is left out.
    """
    found: dict[Any, Any] = {
        "about": map_.about,
        "positions": map_.positions(),
        "unplaced": unplaced_claims(map_),
        "unanswered": unanswered_attacks(map_),
    }
    for id_ in {*ids, *(entity.id for entity in map_.entities())}:
        found[type(id_), id_] = _about(map_, id_)
    for claim in map_.claims.values():
        found["roles", claim.id] = sorted(roles_of(map_, claim))
    for kind in NUMBERED:
        for number in range(70):
            found[kind, number] = map_.numbered(kind, number)
    found |= {(type(entity), "held", entity.id): entity for entity in map_.entities()}
    return found


def _about(map_: ArgumentMap, id_: EntityId) -> dict[str, Any]:
    return {
        "get": map_.get(id_),
        "bearing on": map_.bearing_on(id_),
        "targeted": map_.is_targeted(id_),
        "uses": map_.uses_of(id_),
        "used": map_.is_used(id_),
        "citations": map_.citations_of(id_),
        "citations in": _sorted(map_.citations_in(id_)),
        "conflicts": _sorted(map_.conflicts_of(id_)),
        "comments": map_.comments_on(id_),
        "voices": _sorted(map_.dependences_of(id_)),
        "aliases": _sorted(map_.aliases_of(id_)),
    }


def _sorted(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: entity.id)


def rebuilt(map_: ArgumentMap) -> ArgumentMap:
    """A map made anew of all that *map_* holds."""
    return ArgumentMap(list(map_.entities()))


def faults(map_: ArgumentMap) -> list[str]:
    """What no map may hold, as far as edits are concerned: references without an end, numbers given twice."""
    found = [f"{entity} refers to nothing" for entity in map_.entities() if not _resolves(map_, entity)]
    for kind in (Claim, Inference, Source, Comment):
        numbers = [entity.number for entity in map_.entities() if isinstance(entity, kind)]
        found += [f"{kind.__name__} numbers twice: {numbers}"] * (len(numbers) != len(set(numbers)))
    found += [f"{each.label} holds nothing" for each in map_.inferences.values() if not each.premises]
    return found


def _resolves(map_: ArgumentMap, entity: Entity) -> bool:
    return all(_is_there(map_, id_) for id_ in named_in(entity))


def named_in(entity: Entity) -> tuple[EntityId, ...]:
    """The ids in the fields of an entity, whatever they are called."""
    values = [getattr(entity, field.name) for field in fields(entity) if field.name != "id"]
    flat = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
    named = [each.source if isinstance(each, Passage) else each for each in flat]
    return tuple(each for each in named if isinstance(each, EntityId))


def _is_there(map_: ArgumentMap, id_: EntityId) -> bool:
    match id_:
        case ClaimId():
            return id_ in map_.claims
        case InferenceId():
            return id_ in map_.inferences
        case SourceId():
            return id_ in map_.sources
        case MapId():
            return id_ == map_.about.id
        case _:
            return False
