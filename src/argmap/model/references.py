"""What an entity refers to, so that no edit and no file leaves a reference without its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.comment import Comment
from argmap.model.conflict import Conflict
from argmap.model.ids import EntityId, MapId
from argmap.model.inference import Inference
from argmap.model.sameness import Alias
from argmap.model.source import Citation, Dependence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.change import Entity


def references(entity: Entity) -> tuple[EntityId, ...]:
    """Return the ids of the claims, inferences and sources that must be there for *entity* to be there."""
    needed: tuple[EntityId, ...] = ()
    match entity:
        case Inference():
            needed = (entity.target, *entity.premises)
        case Citation():
            needed = (entity.claim, entity.source)
        case Conflict():
            needed = entity.claims
        case Comment(about=about) if not isinstance(about, MapId):
            needed = (about,)
        case Dependence():
            needed = tuple(passage.source for passage in entity.passages)
        case Alias():
            needed = (entity.survivor,)
        case _:
            pass
    return needed


def references_in_plain(plain: Mapping[str, Any]) -> Iterator[str]:
    """Yield, as texts, what `references` names of the entity that *plain* describes, without making it."""
    for field in ("target", "about"):
        yield from (id_ for kind, id_ in plain.get(field, {}).items() if kind != "map")
    for field in ("claim", "source", "survivor"):
        if field in plain:
            yield plain[field]
    for field in ("premises", "claims"):
        yield from plain.get(field, ())
    yield from (passage["source"] for passage in plain.get("passages", ()))
