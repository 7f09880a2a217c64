"""Stock: every wording of every claim of a map, made ready to be compared, and the verdicts on pairs of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from argmap.matching.fused import apart, fused_words
from argmap.matching.meaning import terms_of
from argmap.matching.weights import Weights
from argmap.matching.worded import of_form
from argmap.wording import normal_form, plain_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching.worded import Worded
    from argmap.model import ArgumentMap, Claim, ClaimId

_AT_ONCE = 500
_FORMS_PART = 0.6
_SPELT_OUT = 40
"""Of more claims than this in one wording, each is paired with the first only: 1,000 copies are no million pairs."""


@dataclass(frozen=True, slots=True)
class Said:
    """One wording of a claim: its own text, or that of a claim that was merged into it."""

    claim: Claim
    text: str


class Stock:
    """The wordings of a map; those with the same plain form are one *form*, and compared as one.

    Words between which a space is missing are scored as two; only their form keeps them as they are written.
    """

    def __init__(self, map_: ArgumentMap) -> None:
        """Take the wordings of *map_*; `read` makes them ready."""
        self._map = map_
        self.terms = terms_of(map_)
        self.weights = Weights.background()
        self.forms: list[Worded] = []
        self.said: list[list[Said]] = []
        self._judged: dict[str, set[str]] = {}
        for distinct in map_.distincts.values():
            one, other = distinct.wordings
            self._judged.setdefault(one, set()).add(other)
            self._judged.setdefault(other, set()).add(one)
        self._normal: dict[ClaimId, frozenset[str]] = {}
        self._own: dict[ClaimId, str] = {}

    def read(self) -> Iterator[float]:
        """Make the wordings ready, yielding the part that is done, 0 to 1."""
        claims = sorted(self._map.claims.values(), key=lambda claim: claim.number)
        by_form: dict[str, list[Said]] = {}
        for done, claim in enumerate(claims):
            own = self._own[claim.id] = plain_form(claim.text, self.terms)
            by_form.setdefault(own, []).append(Said(claim, claim.text))
            for alias in self._map.aliases_of(claim.id):
                for wording in alias.wordings:
                    by_form.setdefault(plain_form(wording, self.terms), []).append(Said(claim, wording))
            if done % _AT_ONCE == 0:
                yield _FORMS_PART * done / len(claims)
        fused = fused_words(Counter(word for form in self._own.values() for word in set(form.split())))
        self.weights = Weights.of_forms(apart(form, fused) for form in self._own.values())
        self.said = list(by_form.values())
        for done, form in enumerate(by_form):
            self.forms.append(replace(of_form(apart(form, fused), self.weights), form=form))
            if done % _AT_ONCE == 0:
                yield _FORMS_PART + (1 - _FORMS_PART) * done / len(by_form)

    def same(self) -> Iterator[tuple[int, Said, Said]]:
        """Yield the wordings of different claims that have one form, in pairs, with the form's index."""
        for index, said in enumerate(self.said):
            for one, other in combinations(said[:_SPELT_OUT], 2):
                yield index, one, other
            for other in said[_SPELT_OUT:]:
                yield index, said[0], other

    def between(self, one: int, other: int) -> Iterator[tuple[Said, Said]]:
        """Yield the wordings with two different forms, in pairs, one of each."""
        yield from product(islice(self.said[one], _SPELT_OUT), islice(self.said[other], _SPELT_OUT))

    def is_same(self, one: Claim, other: Claim) -> bool:
        """Whether two claims say the same themselves, and not in a wording of a claim merged into them."""
        return self._own[one.id] == self._own[other.id]

    def is_judged(self, one: Claim, other: Claim) -> bool:
        """Whether any wording of *one* and any of *other* have been judged not the same."""
        if not self._judged:
            return False
        theirs = self._normal_forms(other)
        return any(not theirs.isdisjoint(self._judged.get(form, ())) for form in self._normal_forms(one))

    def _normal_forms(self, claim: Claim) -> frozenset[str]:
        known = self._normal.get(claim.id)
        if known is None:
            aliases = self._map.aliases_of(claim.id)
            texts = (claim.text, *(wording for alias in aliases for wording in alias.wordings))
            known = self._normal[claim.id] = frozenset(map(normal_form, texts))
        return known
