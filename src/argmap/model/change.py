"""Changes and steps: the one record that edits, files, undo, audit and views share."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from argmap.model.about import About
from argmap.model.claim import Claim
from argmap.model.comment import Comment
from argmap.model.conflict import Conflict
from argmap.model.entity import entity
from argmap.model.inference import Inference
from argmap.model.sameness import Alias, Distinct, Term
from argmap.model.source import Citation, Dependence, Source

if TYPE_CHECKING:
    from argmap.model.ids import EntityId

Entity = About | Claim | Inference | Conflict | Source | Citation | Dependence | Comment | Alias | Distinct | Term

ENTITIES: tuple[type[Entity], ...] = (
    About,
    Claim,
    Inference,
    Conflict,
    Source,
    Citation,
    Dependence,
    Comment,
    Alias,
    Distinct,
    Term,
)
"""Every kind of entity, in the order in which files and exports hold them."""


@entity(frozen=True, slots=True)
class Change:
    """One entity before and after an edit; None where it does not exist."""

    before: Entity | None
    after: Entity | None

    @property
    def entity(self) -> Entity:
        """The entity as it is after the change, or as it was if it is gone."""
        entity = self.after if self.after is not None else self.before
        if entity is None:
            message = "a change has at least one side"
            raise ValueError(message)
        return entity

    @property
    def id(self) -> EntityId:
        """The id of the entity that changes."""
        return self.entity.id

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@entity(frozen=True, slots=True)
class Step:
    """What one user action does: a unit of undo, of saving, of the log and of repainting.

    *label* says it in a few words for the status line and the log, such as ``Add objection C141 to C10``. *notices*
    are sentences for the person at the screen (characters removed from what was typed); they are not kept.
    """

    label: str
    changes: tuple[Change, ...]
    notices: tuple[str, ...] = field(default=(), compare=False)

    def reversed(self) -> Step:
        """Return the step that takes this one back."""
        return Step(self.label, tuple(change.reversed() for change in reversed(self.changes)))


def added(entity: Entity) -> Change:
    """Return the change that brings *entity* into being."""
    return Change(None, entity)


def removed(entity: Entity) -> Change:
    """Return the change that ends *entity*."""
    return Change(entity, None)
