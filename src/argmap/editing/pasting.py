"""Pasting: branches that were copied, here or from another map, hung where they are wanted."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from argmap.editing.arguing import changed_all, target_of
from argmap.editing.copying import around, reached
from argmap.editing.entry import Entry
from argmap.editing.placing import keys_at
from argmap.errors import SelfPremiseError, UnfitError
from argmap.model import (
    ArgumentMap,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Comment,
    CommentId,
    Conflict,
    ConflictId,
    Inference,
    InferenceId,
    Source,
    SourceId,
    added,
)
from argmap.model.naming import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.editing.copying import Reached
    from argmap.model import Entity, EntityId, Step

_NAMED = 3


def paste(
    map_: ArgumentMap,
    branches: Iterable[Entity],
    target: ClaimId | InferenceId | None = None,
    after: InferenceId | ClaimId | None = None,
    *,
    link: bool = False,
    back: bool = False,
) -> Step:
    """Hang copied *branches* on *target*, with the signs they had, or (None) make their claims positions.

    They stand behind *after*, or behind all that is there. Everything gets ids and numbers of its own; a source that
    the map has is used and not added again. With *link*, claims at the top that the map still holds are used
    themselves, and only the others are copied. *back* takes in what was cut out of this map: all that the map still
    holds is used itself, and what it lost comes back with the ids and numbers it had.
    """
    return _Pasting(map_, ArgumentMap(branches), target, link=link, back=back).step(after)


class _Pasting:
    """One paste: which new entity stands for which copied one."""

    def __init__(
        self, map_: ArgumentMap, branches: ArgumentMap, target: ClaimId | InferenceId | None, *, link: bool, back: bool
    ) -> None:
        self._map = map_
        self._branches = branches
        self._target = None if target is None else target_of(map_, target).id
        self._tops = _tops(branches)
        self._top_claims = list(dict.fromkeys(premise for top in self._tops for premise in top.premises))
        self._back = back
        known = branches.claims if back else self._top_claims
        self._linked = {claim for claim in known if (link or back) and claim in map_.claims}
        self._under = self._reached()
        self._claims = {
            id_: id_ if self._returns(branches.claims[id_]) else ClaimId.new() for id_ in self._under.claims
        }
        self._claims.update((id_, id_) for id_ in self._linked)
        self._inferences = {
            id_: id_ if self._returns(branches.inferences[id_]) else InferenceId.new() for id_ in self._under.inferences
        }
        hung = [] if target is None else [top.id for top in self._tops]
        self._inferences.update((id_, InferenceId.new()) for id_ in hung)  # what hangs elsewhere is another step
        self._ends: dict[EntityId, ClaimId | InferenceId] = {
            old: new for ends in (self._claims, self._inferences) for old, new in ends.items()
        }
        self._sources: dict[SourceId, SourceId] = {}
        self._steps = count(map_.next_number(Inference))

    def step(self, after: InferenceId | ClaimId | None) -> Step:
        """Return the step that pastes, behind *after* or behind all."""
        respaced: Sequence[Entity]
        if self._target is None:
            positions, respaced = self._positions(after)
            claims = list(self._new_claims(positions))
            tops: list[Inference] = []
        else:
            tops, respaced = self._hung(after)
            claims = list(self._new_claims({}))
        inner = self._inner()
        sayings = self._around()
        new = [*claims, *tops, *inner, *sayings]
        return Entry().step(self._label(claims), *map(added, new), *changed_all(self._map, respaced))

    def _returns(self, was: Claim | Inference | Comment) -> bool:
        """Whether *was* is of this map, which holds it no more and gave its number to nothing else."""
        if not self._back or self._map.get(was.id) is not None or was.number >= self._map.next_number(type(was)):
            return False
        return self._map.numbered(type(was), was.number) is None

    def _reached(self) -> Reached:
        starts: list[ClaimId | InferenceId] = [each for each in self._top_claims if each not in self._linked]
        tops = [top.id for top in self._tops]
        if self._target is not None:
            starts += tops
        found = reached(self._branches, starts, self._linked, tops)
        for linked in self._linked:
            found.claims.pop(linked, None)
        return found

    def _new_claims(self, positions: dict[ClaimId, str]) -> Iterator[Claim]:
        numbers = count(self._map.next_number(Claim))
        for id_ in self._under.claims:
            claim, new = self._branches.claims[id_], self._claims[id_]
            number = claim.number if new == id_ else next(numbers)
            yield replace(claim, id=new, number=number, position=positions.get(id_))

    def _positions(self, after: EntityId | None) -> tuple[dict[ClaimId, str], list[Claim]]:
        """Return the order keys of the new positions, and the positions that need another key."""
        there = self._map.positions()
        place = _place([claim.id for claim in there], after)
        known = self._map.claims
        new = [claim for claim in self._top_claims if claim not in self._linked or not known[claim].is_position]
        fresh, kept = keys_at([claim.position or "" for claim in there], place, len(new))
        pairs = zip(there, kept, strict=True)
        moved = [replace(claim, position=key) for claim, key in pairs if claim.position != key]
        positions = dict(zip(new, fresh, strict=True))
        moved += [replace(known[claim], position=key) for claim, key in positions.items() if claim in self._linked]
        return positions, moved

    def _hung(self, after: EntityId | None) -> tuple[list[Inference], list[Inference]]:
        """Return the inferences by which the branches hang now, and those that need another key."""
        target = self._target
        assert target is not None
        there = self._map.bearing_on(target)
        place = _place([inference.id for inference in there], after)
        fresh, kept = keys_at([inference.order for inference in there], place, len(self._tops))
        pairs = zip(there, kept, strict=True)
        moved = [replace(inference, order=key) for inference, key in pairs if inference.order != key]
        hung = [
            replace(self._at_home(top), target=target, order=order)
            for top, order in zip(self._tops, fresh, strict=True)
        ]
        if any(target in top.premises for top in hung):
            raise SelfPremiseError
        return hung, moved

    def _inner(self) -> list[Inference]:
        inner = [self._branches.inferences[id_] for id_ in self._under.inferences]
        return [replace(self._at_home(each), target=self._ends[each.target]) for each in inner]

    def _at_home(self, inference: Inference) -> Inference:
        """Return *inference* between the claims of this map, by its number here; its target is still the one it had."""
        premises = tuple(self._claims[premise] for premise in inference.premises)
        new = self._inferences[inference.id]
        number = inference.number if new == inference.id else next(self._steps)
        return replace(inference, id=new, number=number, premises=premises)

    def _around(self) -> list[Entity]:
        """Return what is said of the claims and inferences that are new."""
        numbers = count(self._map.next_number(Comment))
        sources: list[Entity] = []
        made: list[Entity] = []
        for said in around(self._branches, self._under.claims, self._inferences):
            match said:
                case Source():
                    sources.extend(self._source(said, len(sources)))
                case Citation():
                    claim, source = self._claims[said.claim], self._sources[said.source]
                    made.append(replace(said, id=CitationId.new(), claim=claim, source=source))
                case Conflict():
                    first, second = (self._claims[claim] for claim in said.claims)
                    made.append(replace(said, id=ConflictId.new(), claims=(first, second)))
                case Comment():
                    id_, number = (said.id, said.number) if self._returns(said) else (CommentId.new(), next(numbers))
                    made.append(replace(said, id=id_, number=number, about=self._ends[said.about]))
                case _:
                    pass
        return [*sources, *made]

    def _source(self, source: Source, before: int) -> list[Source]:
        """Find the source in the map, by its id or by all it says; return it if it is to be added."""
        same = self._map.sources.get(source.id)
        if same is None:
            others = self._map.sources.values()
            same = next((each for each in others if replace(source, id=each.id, number=each.number) == each), None)
        if same is not None:
            self._sources[source.id] = same.id
            return []
        new = replace(source, id=SourceId.new(), number=self._map.next_number(Source) + before)
        self._sources[source.id] = new.id
        return [new]

    def _label(self, claims: Sequence[Claim]) -> str:
        known = {self._claims[claim] for claim in self._top_claims if claim in self._claims}
        linked = [self._map.claims[claim].label for claim in self._top_claims if claim in self._linked]
        labels = [*linked, *(claim.label for claim in claims if claim.id in known)]
        named = " & ".join(labels) if len(labels) <= _NAMED else f"{len(labels)} branches"
        where = "as positions" if len(labels) > 1 else "as a position"
        if self._target is not None:
            where = f"under {name_of(self._map, target_of(self._map, self._target).id)}"
        return f"Paste {named} {where}"


def _tops(branches: ArgumentMap) -> list[Inference]:
    """Return the inferences by which copied branches hang."""
    positions = branches.positions()
    tops = list(branches.bearing_on(positions[0].id)) if len(positions) == 1 else []
    if not tops:
        message = "What was copied holds no branch. Copy one again with y."
        raise UnfitError(message)
    return tops


def _place(ids: Sequence[EntityId], after: EntityId | None) -> int:
    if after is None:
        return len(ids)
    if after not in ids:
        message = "What to paste behind does not stand there any more."
        raise UnfitError(message)
    return ids.index(after) + 1
