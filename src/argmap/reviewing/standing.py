"""Standing: which pairs that were found are still open in a map that has changed since."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from argmap.matching import Lane, Pair, Weights, compare, terms_of
from argmap.model import AliasId, ClaimId
from argmap.wording import normal_form, plain_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.matching import Likeness
    from argmap.model import ArgumentMap

Key = frozenset[ClaimId]
"""What names a pair: its two claims."""

_WEIGHED = 2_000  # claims; weighing the words of more would be felt
_MOST_WORDINGS = 5


class Standing:
    """Follows pairs through merges, rewordings and verdicts."""

    def __init__(self, map_: ArgumentMap, at_least: float, *, asked: bool = False) -> None:
        """Begin with *map_*, in which the pairs were found; below *at_least* a pair is not worth a look.

        Where a person *asked* for the very pair, what was judged before does not close it.
        """
        self._at_least = at_least
        self._asked = _judged(map_) if asked else set()
        self._weights: Weights | None = None
        self._found_in = {claim.id: claim.text for claim in map_.claims.values()}
        self._forms: dict[str, str] = {}

    def of(self, map_: ArgumentMap, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Yield those of *pairs* that are open in *map_*, each once, with the claims they are about now."""
        judged = _judged(map_) - self._asked
        seen: set[Key] = set()
        for pair in pairs:
            first, second = survivor_of(map_, pair.first), survivor_of(map_, pair.second)
            key = frozenset((first, second))
            if first is None or second is None or first == second or key in seen:
                continue
            now = self._now(map_, pair, first, second)
            if now is not None and not self._is_judged(map_, now, judged):
                seen.add(frozenset((first, second)))
                yield now

    def _now(self, map_: ArgumentMap, pair: Pair, first: ClaimId, second: ClaimId) -> Pair | None:
        """Return the pair as it is with the words of today, if they are alike enough still."""
        one, other = map_.claims[first].text, map_.claims[second].text
        if (first, second) == (pair.first, pair.second) and self._is_as_found(first, one, second, other):
            return pair
        likeness = self._closest(map_, first, second)
        if likeness.score < self._at_least:
            return None
        if likeness.is_flagged:
            lane = Lane.OPPOSITE
        elif self._form(one) == self._form(other):
            lane = Lane.IDENTICAL
        else:
            lane = Lane.SPECIFIC if pair.lane is Lane.SPECIFIC else Lane.NEAR
        return Pair(first, second, likeness, lane)

    def _weights_of(self, map_: ArgumentMap) -> Weights | None:
        """Return what words tell in the map, weighed once; in a large map, what they tell in general."""
        if self._weights is None and len(map_.claims) <= _WEIGHED:
            self._weights = Weights.of(map_, terms_of(map_))
        return self._weights

    def _is_as_found(self, first: ClaimId, one: str, second: ClaimId, other: str) -> bool:
        return self._found_in.get(first) == one and self._found_in.get(second) == other

    def _closest(self, map_: ArgumentMap, first: ClaimId, second: ClaimId) -> Likeness:
        """Compare two claims by those of their wordings that are most alike, their own among them."""
        terms, weights = terms_of(map_), self._weights_of(map_)
        own, *others = (
            compare(one, other, terms=terms, weights=weights)
            for one, other in product(_wordings(map_, first)[:_MOST_WORDINGS], _wordings(map_, second)[:_MOST_WORDINGS])
        )
        best = max((own, *others), key=lambda each: each.score)
        return replace(best, flags=tuple(dict.fromkeys((*own.flags, *best.flags))))

    def _is_judged(self, map_: ArgumentMap, pair: Pair, judged: set[frozenset[str]]) -> bool:
        """Whether any wording of one and any of the other were judged not the same."""
        return bool(judged) and any(
            frozenset((self._form(one), self._form(other))) in judged
            for one, other in product(_wordings(map_, pair.first), _wordings(map_, pair.second))
        )

    def _form(self, text: str) -> str:
        form = self._forms.get(text)
        if form is None:
            form = self._forms[text] = normal_form(text)
        return form


def _wordings(map_: ArgumentMap, claim: ClaimId) -> tuple[str, ...]:
    """Return the words of a claim, and those of the claims that were merged into it."""
    return map_.claims[claim].text, *(alias.text for alias in map_.aliases_of(claim))


def _judged(map_: ArgumentMap) -> set[frozenset[str]]:
    return {frozenset(distinct.wordings) for distinct in map_.distincts.values()}


def survivor_of(map_: ArgumentMap, claim: ClaimId) -> ClaimId | None:
    """Return the claim that *claim* is now: itself, or what it was merged into; None where it is gone."""
    seen: set[ClaimId] = set()
    while claim not in map_.claims:
        alias = map_.aliases.get(AliasId(claim))
        if alias is None or claim in seen:
            return None
        seen.add(claim)
        claim = alias.survivor
    return claim


def is_same(map_: ArgumentMap, pair: Pair) -> bool:
    """Whether the two claims of a pair say the same word for word themselves, and not in an earlier wording alone."""
    one, other = map_.claims.get(pair.first), map_.claims.get(pair.second)
    if one is None or other is None:
        return False
    terms = terms_of(map_)
    return plain_form(one.text, terms) == plain_form(other.text, terms)
