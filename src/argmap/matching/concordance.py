"""Concordance: all that is said in a map, kept ready while a query is typed letter by letter."""

from __future__ import annotations

from itertools import compress, repeat
from operator import contains, not_
from typing import TYPE_CHECKING

from argmap.matching.hits import Hits, Lineup
from argmap.matching.query import all_said, read_query
from argmap.matching.search import meant_nearly
from argmap.model import Alias, Citation, Claim, Source

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from argmap.matching.query import Part
    from argmap.matching.wordings import Wordings
    from argmap.model import ArgumentMap, ClaimId, Step


class Concordance:
    """Finds what `search` finds; where a query goes on from the last one, it looks at nothing but what that found.

    ``looked_at`` counts the claims that were looked at so far, for measuring; ``nothing`` are no hits.
    """

    def __init__(self) -> None:
        """Begin with no map."""
        self.looked_at = 0
        self.nothing = Hits()
        self._map: ArgumentMap | None = None
        self._revision = 0
        self._texts: dict[ClaimId, str] = {}
        self._lineup = Lineup()
        self._said: list[str] = []
        self._all: Sequence[int] = ()
        self._last: list[tuple[Part, Sequence[int]]] = []
        self._known: Container[ClaimId] | None = None

    def follow(self, map_: ArgumentMap, order: Sequence[ClaimId]) -> None:
        """Take in what was changed in *map_* since, whatever map it was before; *order* is that of its claims."""
        is_known = map_ is self._map
        if is_known and map_.revision == self._revision and order is self._lineup.claims:
            return
        steps = map_.steps_since(self._revision) if is_known else None
        self._map, self._revision, self._last = map_, map_.revision, []
        touched = self._take_in(map_, steps, order)
        if steps is None or order is not self._lineup.claims:
            self._lineup = Lineup(order)
            self._said = [self._texts[claim] for claim in order]
            self._all = range(len(order))
        else:
            for claim in touched & self._lineup.places.keys():
                self._said[self._lineup.places[claim]] = self._texts[claim]

    def search(self, typed: str, known: Container[ClaimId] | None = None) -> Hits:
        """Return the claims that fit the query *typed*, in order; raises `QueryError` if it cannot be read.

        *known* are the possible duplicates, where somebody has looked for them already.
        """
        last, self._last = self._last if known is self._known else [], []
        self._known = known
        fitting = self._all
        is_same = True  # as the last time, so far
        for place, part in enumerate(read_query(typed, known).parts):
            is_same = is_same and place < len(last)
            if is_same:
                before, found = last[place]
                fitting = found if part.narrows(before) else fitting
                is_same = part.typed == before.typed
            if not is_same:
                fitting = self._among(fitting, part)
            self._last.append((part, fitting))
        return Hits(self._lineup, fitting)

    def search_nearly(self, typed: str, wordings: Wordings, known: Container[ClaimId] | None = None) -> Hits:
        """Return what `argmap.matching.search_nearly` finds: the claims that fit *typed* but for slips in its words."""
        assert self._map is not None
        query = read_query(typed, known)
        places = self._lineup.places
        meant = meant_nearly(self._map, query, wordings)
        fitting: Sequence[int] = sorted(places[claim] for claim in meant if claim in places)
        for part in query.strict:
            fitting = self._among(fitting, part)
        exact = set(self.search(typed, known).places)
        return Hits(self._lineup, [place for place in fitting if place not in exact])

    def _among(self, places: Sequence[int], part: Part) -> list[int]:
        """Return those of *places* where *part* holds."""
        self.looked_at += len(places)
        text = part.said or part.unsaid
        if text:
            texts = self._said if places is self._all else map(self._said.__getitem__, places)
            # NUL stands between what is said and is never said itself
            holding = map(contains, texts, repeat(text)) if "\0" not in text else repeat(False)
            return list(compress(places, map(not_, holding) if part.unsaid else holding))
        assert self._map is not None or not places
        map_, order = self._map, self._lineup.claims
        return [place for place in places if part.test(map_, map_.claims[order[place]])]  # type: ignore[union-attr,arg-type]  # there is one

    def _take_in(self, map_: ArgumentMap, steps: Iterable[Step] | None, order: Iterable[ClaimId]) -> set[ClaimId]:
        """Put the texts right after *steps*, or None, all of them; return the claims that may be found otherwise."""
        if steps is None:  # in their order, so that they stand side by side in memory too: twice as fast to go through
            self._texts = {id_: all_said(map_, map_.claims[id_]) for id_ in order}
            return set()
        touched = _touched(map_, steps)
        for id_ in touched:
            claim = map_.claims.get(id_)
            if claim is None:
                self._texts.pop(id_, None)
            else:
                self._texts[id_] = all_said(map_, claim)
        return touched


def _touched(map_: ArgumentMap, steps: Iterable[Step]) -> set[ClaimId]:
    """Return the claims that may be found by other words after *steps*."""
    found: set[ClaimId] = set()
    for side in (side for step in steps for change in step.changes for side in (change.before, change.after)):
        match side:
            case Claim():
                found.add(side.id)
            case Alias():
                found.add(side.survivor)
            case Citation():
                found.add(side.claim)
            case Source():
                found.update(citation.claim for citation in map_.citations_in(side.id))
            case _:
                pass
    return found
