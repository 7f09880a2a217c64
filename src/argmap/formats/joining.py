"""Joining: entities of a foreign file on their way into a map that is there, with ids and numbers that are free."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.model import About, Alias, Citation, Claim, Comment, Conflict, Dependence, Inference, Source
from argmap.model.order import key_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Entity, EntityId


def joining(map_: ArgumentMap, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return *entities* as they fit into *map_*: with new ids and numbers, and positions behind those that are there.

    What the file says of itself as a whole (`About`) is left out: the map has its own.
    """
    given = [each for each in entities if not isinstance(each, About)]
    ids: dict[EntityId, Any] = {each.id: type(each.id).new() for each in given}
    about: dict[EntityId, Any] = {each.id: map_.about.id for each in entities if isinstance(each, About)}
    numbers = {kind: map_.next_number(kind) for kind in (Claim, Inference, Source, Comment)}
    there = map_.positions()
    last = there[-1].position if there else None
    made: list[Entity] = []
    for each in given:
        changed = _renamed(each, {**ids, **about} if isinstance(each, Comment) else ids)
        counted: type[Any] = Claim if isinstance(each, Alias) else type(each)
        if counted in numbers:
            changed["number"] = numbers[counted]
            numbers[counted] += 1
        if isinstance(each, Claim) and each.is_position:
            last = changed["position"] = key_after(last)
        made.append(replace(each, **changed))
    return tuple(made)


def _renamed(entity: Entity, ids: dict[EntityId, Any]) -> dict[str, Any]:
    """Return the fields of *entity* that name entities, with the new names."""
    changed: dict[str, Any] = {"id": ids.get(entity.id, entity.id)}
    match entity:
        case Inference():
            changed["target"] = ids[entity.target]
            changed["premises"] = tuple(ids[premise] for premise in entity.premises)
        case Conflict():
            changed["claims"] = tuple(ids[claim] for claim in entity.claims)
        case Citation():
            changed |= {"claim": ids[entity.claim], "source": ids[entity.source]}
        case Comment():
            changed["about"] = ids[entity.about]
        case Alias():
            changed["survivor"] = ids[entity.survivor]
        case Dependence():
            changed["passages"] = tuple(replace(each, source=ids[each.source]) for each in entity.passages)
        case _:
            pass
    return changed
