"""Taking a step on a map that somebody else changed meanwhile."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from argmap.errors import UnfitError
from argmap.model import Alias, Change, Claim, Comment, Conflict, Dependence, Distinct, Inference, Source, Step
from argmap.model.references import references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import ArgumentMap, Entity, EntityId, Numbered

_LABEL = re.compile(r"\b[CRSN]\d+\b")


def rebased(step: Step, map_: ArgumentMap) -> Step:
    """Return *step* as it is to be taken on *map_*: the same changes, with new numbers where theirs are taken.

    Refuses with `UnfitError` if what the step changes is no longer as it was, what it refers to is gone, or somebody
    recorded the same of a pair.
    """
    taken: dict[type[Numbered], int] = {}
    returning = numbers_returning(step)
    changes = [change if _returns(change, returning) else _renumbered(change, map_, taken) for change in step.changes]
    for change in changes:
        if change.before is not None and map_.current(change.before) != change.before:
            message = (
                f"“{step.label}” was not done: somebody else changed the same thing. What they wrote is shown now."
            )
            raise UnfitError(message)
    made = {_named(change.after.id) for change in changes if change.after is not None}
    gone = {_named(change.before.id): change.before.id for change in changes if change.before is not None}
    gone = {name: id_ for name, id_ in gone.items() if name not in made}
    for change in changes:
        if change.after is not None and any(
            _named(id_) in gone or (_named(id_) not in made and map_.get(id_) is None)
            for id_ in references(change.after)
        ):
            message = f"“{step.label}” was not done: somebody else removed what it hangs on."
            raise UnfitError(message)
    touched = made | gone.keys()
    if any(_named(entity.id) not in touched for id_ in gone.values() for entity in _hanging_on(map_, id_)):
        message = f"“{step.label}” was not done: somebody else tied something new to what it removes."
        raise UnfitError(message)
    if any(change.before is None and _is_said(map_, change.entity) for change in changes):
        message = f"“{step.label}” was not done: somebody else recorded the same meanwhile."
        raise UnfitError(message)
    return replace(step, label=_relabelled(step, changes), changes=tuple(changes))


def has_its_number(change: Change, map_: ArgumentMap, returning: Mapping[str, int]) -> bool:
    """Whether nobody else in *map_* has the number of what *change* makes; *returning*: see `numbers_returning`."""
    entity = change.after
    if not isinstance(entity, Claim | Inference | Source | Comment):
        return True
    holder = map_.numbered(type(entity), entity.number)
    return holder is None or holder.id == entity.id or (_returns(change, returning) and holder.number != entity.number)


def numbers_returning(step: Step) -> dict[str, int]:
    """Return the numbers of claims that *step* takes out of others again, by their ids; they are not given anew."""
    gone = (change.before for change in step.changes if change.after is None)
    return {str(alias.id): alias.number for alias in gone if isinstance(alias, Alias)}


def _returns(change: Change, returning: Mapping[str, int]) -> bool:
    """Whether *change* brings back a claim that had been merged away, with the number it had."""
    return isinstance(change.after, Claim) and returning.get(str(change.id)) == change.after.number


def _named(id_: EntityId) -> tuple[type[EntityId], str]:
    """Tell a claim from the alias that takes its place and has the same id."""
    return type(id_), str(id_)


def _is_said(map_: ArgumentMap, entity: Entity) -> bool:
    """Tell whether *map_* says already what *entity* would say of the same pair."""
    match entity:
        case Conflict(claims=claims):
            return any(each.claims == claims for each in map_.conflicts_of(claims[0]))
        case Dependence(passages=passages):
            return any({*each.passages} == {*passages} for each in map_.dependences_of(passages[0].source))
        case Distinct(wordings=wordings):
            return any(each.wordings == wordings for each in map_.distincts.values())
        case _:
            return False


def _hanging_on(map_: ArgumentMap, id_: EntityId) -> Iterator[Entity]:
    """Yield what cannot be in *map_* without the entity named *id_*."""
    yield from map_.bearing_on(id_)
    yield from map_.uses_of(id_)
    yield from map_.citations_of(id_)
    yield from map_.citations_in(id_)
    yield from map_.conflicts_of(id_)
    yield from map_.comments_on(id_)
    yield from map_.dependences_of(id_)
    yield from map_.aliases_of(id_)


def _relabelled(step: Step, changes: list[Change]) -> str:
    """Return the label of *step* with the numbers that its new entities really got."""
    given: dict[str, str] = {}
    for wanted, change in zip(step.changes, changes, strict=True):
        if wanted is not change:
            given[getattr(wanted.entity, "label", "")] = getattr(change.entity, "label", "")
    return _LABEL.sub(lambda found: given.get(found.group(), found.group()), step.label)


def _renumbered(change: Change, map_: ArgumentMap, taken: dict[type[Numbered], int]) -> Change:
    """Give a new entity the next free number if its own is taken in *map_*."""
    entity = change.after
    if change.before is not None or not isinstance(entity, Claim | Inference | Source | Comment):
        return change
    kind = type(entity)
    free = max(map_.next_number(kind), taken.get(kind, 0) + 1)
    if entity.number >= free:
        taken[kind] = entity.number
        return change
    taken[kind] = free
    return Change(None, cast("Entity", replace(entity, number=free)))
