"""The argument map: every entity of one map, ready to walk in both directions."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict, deque
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.errors import GoneError
from argmap.model.about import About
from argmap.model.change import ENTITIES, Change, Step, added
from argmap.model.claim import Claim
from argmap.model.comment import Comment
from argmap.model.conflict import Conflict
from argmap.model.ids import (
    AliasId,
    CitationId,
    ClaimId,
    CommentId,
    ConflictId,
    DependenceId,
    DistinctId,
    EntityId,
    InferenceId,
    MapId,
    SourceId,
    TermId,
)
from argmap.model.inference import Inference
from argmap.model.sameness import Alias, Distinct, Term
from argmap.model.source import Citation, Dependence, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.change import Entity

Numbered = Claim | Inference | Source | Comment
"""The entities people call by a number."""

_KINDS: dict[type[EntityId], type[Entity]] = {
    MapId: About,
    ClaimId: Claim,
    InferenceId: Inference,
    ConflictId: Conflict,
    SourceId: Source,
    CitationId: Citation,
    DependenceId: Dependence,
    CommentId: Comment,
    AliasId: Alias,
    DistinctId: Distinct,
    TermId: Term,
}

_Id = Any
"""An id of the one kind that an index holds; which kind that is, no type can say of all indexes at once."""

_Place = tuple[str, _Id]  # order key, id
_PLACE = attrgetter("order", "id")
_Key = TypeVar("_Key")

_REMEMBERED = 64
_SMALL = 1_000
"""A step of more changes is not remembered: whoever follows the map is as quick to look at all of it."""


class ArgumentMap:
    """All entities of one map, indexed by what they bear on; `apply` is the only way it changes."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        """Make a map of *entities*, in any order."""
        self.about = About()
        self.revision = 0
        """How often the map has changed: who remembers it sees at once that nothing has."""
        self._recent: deque[tuple[int, Step]] = deque(maxlen=_REMEMBERED)
        self._tables: dict[type[Entity], dict[EntityId, Entity]] = {kind: {} for kind in ENTITIES}
        self.claims: Mapping[ClaimId, Claim] = self._view(Claim)
        self.inferences: Mapping[InferenceId, Inference] = self._view(Inference)
        self.conflicts: Mapping[ConflictId, Conflict] = self._view(Conflict)
        self.sources: Mapping[SourceId, Source] = self._view(Source)
        self.citations: Mapping[CitationId, Citation] = self._view(Citation)
        self.dependences: Mapping[DependenceId, Dependence] = self._view(Dependence)
        self.comments: Mapping[CommentId, Comment] = self._view(Comment)
        self.aliases: Mapping[AliasId, Alias] = self._view(Alias)
        self.distincts: Mapping[DistinctId, Distinct] = self._view(Distinct)
        self.terms: Mapping[TermId, Term] = self._view(Term)
        self._positions: list[_Place] = []
        self._bearing: defaultdict[EntityId, list[Inference]] = defaultdict(list)
        self._uses: defaultdict[EntityId, dict[_Id, None]] = defaultdict(dict)
        self._cited: defaultdict[EntityId, list[_Place]] = defaultdict(list)
        self._tied: defaultdict[tuple[str, EntityId], dict[_Id, None]] = defaultdict(dict)
        self._numbers: dict[type[Entity], dict[int, EntityId]] = {
            kind: {} for kind in (Claim, Inference, Source, Comment, Alias)
        }
        self._highest: dict[type[Entity], int] = dict.fromkeys((Claim, Inference, Source, Comment), 0)
        put = self._put
        for entity in entities:
            put(entity)

    def _view(self, kind: type[Entity]) -> Mapping:  # type: ignore[type-arg]  # each attribute above says of what
        return MappingProxyType(self._tables[kind])

    def __eq__(self, other: object) -> bool:
        """Two maps are equal when they hold equal entities."""
        if not isinstance(other, ArgumentMap):
            return NotImplemented
        return self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]  # maps change

    def entities(self) -> Iterator[Entity]:
        """Every entity, kind by kind, in the order in which files hold them."""
        for table in self._tables.values():
            yield from table.values()

    def get(self, id_: EntityId) -> Entity | None:
        """Return the entity named *id_*, if the map holds it; the class of the id says what kind it names."""
        kind = _KINDS.get(type(id_))
        return None if kind is None else self._tables[kind].get(id_)

    def current(self, entity: Entity) -> Entity | None:
        """Return what the map holds now in the place of *entity*."""
        return self._tables[type(entity)].get(entity.id)

    # -- what stands where ---------------------------------------------------------------------------------------

    def positions(self) -> tuple[Claim, ...]:
        """The claims that answer the map's question, in their order."""
        return tuple(self.claims[id_] for _, id_ in self._positions)

    def bearing_on(self, target: EntityId) -> tuple[Inference, ...]:
        """The inferences that support or oppose *target* (a claim or an inference), in their order."""
        return tuple(self._bearing.get(target, ()))

    def last_order(self, target: EntityId) -> str | None:
        """The order key of the last inference that bears on *target*, None if there is none."""
        there = self._bearing.get(target)
        return there[-1].order if there else None

    def is_targeted(self, target: EntityId) -> bool:
        """Whether any inference bears on *target*."""
        return bool(self._bearing.get(target))

    def uses_of(self, claim: EntityId) -> tuple[Inference, ...]:
        """The inferences in which *claim* is a premise, by number."""
        found = [self.inferences[id_] for id_ in self._uses.get(claim, ())]
        return tuple(sorted(found, key=lambda inference: inference.number) if len(found) > 1 else found)

    def is_used(self, claim: EntityId) -> bool:
        """Whether *claim* is a premise of anything."""
        return bool(self._uses.get(claim))

    def citations_of(self, claim: EntityId) -> tuple[Citation, ...]:
        """The citations of *claim*, in their order."""
        return tuple(self.citations[id_] for _, id_ in self._cited.get(claim, ()))

    def citations_in(self, source: EntityId) -> tuple[Citation, ...]:
        """The citations that point into *source*."""
        return tuple(self.citations[id_] for id_ in sorted(self._tied.get(("source", source), ())))

    def conflicts_of(self, claim: EntityId) -> tuple[Conflict, ...]:
        """The conflicts *claim* is part of."""
        return tuple(self.conflicts[id_] for id_ in sorted(self._tied.get(("conflict", claim), ())))

    def comments_on(self, about: EntityId) -> tuple[Comment, ...]:
        """The comments on a claim, an inference or the map, by number."""
        found = [self.comments[id_] for id_ in self._tied.get(("comment", about), ())]
        return tuple(sorted(found, key=lambda comment: comment.number))

    def dependences_of(self, source: EntityId) -> tuple[Dependence, ...]:
        """The dependences in which a passage of *source* takes part."""
        return tuple(self.dependences[id_] for id_ in sorted(self._tied.get(("voice", source), ())))

    def aliases_of(self, claim: EntityId) -> tuple[Alias, ...]:
        """What was merged into *claim*."""
        return tuple(self.aliases[id_] for id_ in sorted(self._tied.get(("alias", claim), ())))

    # -- numbers -------------------------------------------------------------------------------------------------

    def numbered(self, kind: type[Numbered], number: int) -> Numbered | None:
        """Return the claim, inference, source or comment with *number*; a merged-away claim's is its survivor's."""
        id_ = self._numbers[kind].get(number)
        if id_ is None and kind is Claim and number in self._numbers[Alias]:
            alias = self._tables[Alias][self._numbers[Alias][number]]
            return self.claims.get(alias.survivor)  # type: ignore[union-attr]  # an alias
        return None if id_ is None else self._tables[kind][id_]  # type: ignore[return-value]  # of that kind

    def next_number(self, kind: type[Numbered]) -> int:
        """Return the number the next new entity of *kind* gets; numbers are not used again."""
        return self._highest[kind] + 1

    def highest_numbers(self) -> tuple[int, int, int, int]:
        """Return the highest numbers ever given to claims, inferences, sources and comments."""
        highest = self._highest
        return highest[Claim], highest[Inference], highest[Source], highest[Comment]

    def remember_highest(self, claims: int, inferences: int, sources: int, comments: int) -> None:
        """Take over the highest numbers a file remembers, so that the numbers of removed things stay unused."""
        given = {Claim: claims, Inference: inferences, Source: sources, Comment: comments}
        for kind, number in given.items():
            self._highest[kind] = max(self._highest[kind], number)

    def shared_label(self) -> str:
        """Return the label of something that has its number in common with another of its kind; empty if none has."""
        for kind, numbers in self._numbers.items():
            if len(numbers) < len(self._tables[kind]):
                alone = set(numbers.values())
                entity = next(entity for id_, entity in self._tables[kind].items() if id_ not in alone)
                return str(getattr(entity, "label", entity.number))  # type: ignore[union-attr]  # these have numbers
        return ""

    def require(self, id_: EntityId) -> Entity:
        """Return the entity named *id_*; refuse with `GoneError` if the map holds none."""
        entity = self.get(id_)
        if entity is None:
            raise GoneError(id_, "entity")
        return entity

    # -- change --------------------------------------------------------------------------------------------------

    def apply(self, step: Step) -> None:
        """Make *step* true of this map."""
        for change in step.changes:
            if change.before is not None:
                self._drop(change.before)
        for change in step.changes:
            if change.after is not None:
                self._put(change.after)
        if len(step.changes) <= _SMALL:
            self._recent.append((self.revision + 1, step))
        else:
            self._recent.clear()
        self.revision += 1  # last: who follows from another thread must not take what was there before for this

    def steps_since(self, revision: int) -> list[Step] | None:
        """Return the steps that were taken since *revision*, the oldest first; None if not all are remembered."""
        steps = [(number, step) for number, step in list(self._recent) if number > revision]
        is_whole = steps[0][0] == revision + 1 if steps else self.revision == revision
        return [step for _, step in steps] if is_whole else None

    def _put(self, entity: Entity) -> None:
        id_ = entity.id
        self._tables[type(entity)][id_] = entity
        if isinstance(entity, Inference):
            insort(self._bearing[entity.target], entity, key=_PLACE)
            for premise in entity.premises:
                self._uses[premise][id_] = None
            self._count(Inference, entity.number, id_)
        elif isinstance(entity, Claim):
            if entity.position is not None:
                insort(self._positions, (entity.position, id_))
            self._count(Claim, entity.number, id_)
        elif isinstance(entity, Citation):
            insort(self._cited[entity.claim], (entity.order, entity.id))
            self._tied["source", entity.source][entity.id] = None
        else:
            self._put_rarer(entity)

    def _put_rarer(self, entity: Entity) -> None:
        if isinstance(entity, About):
            self.about = entity
        elif isinstance(entity, Source | Comment | Alias):
            self._count(type(entity), entity.number, entity.id)
        for key in _ties(entity):
            self._tied[key][entity.id] = None

    def _count(self, kind: type[Entity], number: int, id_: EntityId) -> None:
        """Remember whose *number* is; a merged-away claim's is a claim's."""
        self._numbers[kind][number] = id_
        counted = Claim if kind is Alias else kind
        self._highest[counted] = max(self._highest[counted], number)

    def _drop(self, entity: Entity) -> None:
        del self._tables[type(entity)][entity.id]
        if isinstance(entity, Claim | Inference | Source | Comment | Alias):
            numbers = self._numbers[type(entity)]
            if numbers.get(entity.number) == entity.id:
                del numbers[entity.number]
        if isinstance(entity, Inference):
            self._bear_no_more(entity)
            for premise in entity.premises:
                _untie(self._uses, premise, entity.id)
        elif isinstance(entity, Claim):
            if entity.position is not None:
                del self._positions[bisect_left(self._positions, (entity.position, entity.id))]
        elif isinstance(entity, Citation):
            _leave(self._cited, entity.claim, (entity.order, entity.id))
            _untie(self._tied, ("source", entity.source), entity.id)
        elif isinstance(entity, About):
            self.about = About(id=entity.id)
        for key in _ties(entity):
            _untie(self._tied, key, entity.id)

    def _bear_no_more(self, inference: Inference) -> None:
        there = self._bearing[inference.target]
        del there[bisect_left(there, _PLACE(inference), key=_PLACE)]
        if not there:
            del self._bearing[inference.target]


def _leave(ordered: dict[EntityId, list[_Place]], owner: EntityId, place: _Place) -> None:
    places = ordered[owner]
    del places[bisect_left(places, place)]
    if not places:
        del ordered[owner]


def _untie(tied: dict[_Key, dict[EntityId, None]], key: _Key, id_: EntityId) -> None:
    ids = tied[key]
    ids.pop(id_, None)
    if not ids:
        del tied[key]


def _ties(entity: Entity) -> Iterator[tuple[str, EntityId]]:
    """Name the other entities a rarer entity can be found from, and as what."""
    match entity:
        case Conflict():
            for claim in entity.claims:
                yield "conflict", claim
        case Comment():
            yield "comment", entity.about
        case Dependence():
            for passage in entity.passages:
                yield "voice", passage.source
        case Alias():
            yield "alias", entity.survivor
        case _:
            pass


def as_step(label: str, entities: Iterable[Entity]) -> Step:
    """Return the step that brings all of *entities* into being, as an import does."""
    return Step(label, tuple(map(added, entities)))


def changed(map_: ArgumentMap, entity: Entity) -> Change:
    """Return the change from what *map_* holds in the place of *entity* to *entity*."""
    return Change(map_.current(entity), entity)
