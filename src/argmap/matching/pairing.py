"""Pairing: two wordings that may be alike are scored and guarded, and become a pair of claims in its lane."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.matching.candidates import alike_in_letters
from argmap.matching.likeness import Likeness, likeness
from argmap.matching.worded import score, sorted_ratio
from argmap.wording import guard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching.stock import Said, Stock
    from argmap.matching.worded import Worded
    from argmap.model import Claim, ClaimId
    from argmap.wording import Flag

_CONTAINED = 0.9
_MUCH_SHORTER = 0.7


class Lane(StrEnum):
    """Which kind of look a pair asks for."""

    IDENTICAL = "identical"
    NEAR = "near"
    OPPOSITE = "opposite"
    SPECIFIC = "specific"


LANES = tuple(Lane)
"""The lanes in the order in which they are gone through."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may be one; *first* has the lower number."""

    first: ClaimId
    second: ClaimId
    likeness: Likeness
    lane: Lane


class Pairing:
    """The pairs of claims found so far: of each pair of claims the wordings that are most alike, and the best pairs."""

    def __init__(self, stock: Stock, at_least: float, most: int) -> None:
        """Take pairs that score *at_least*, or have as many letters in common, and keep the *most* best of them."""
        self.dropped = False
        self._stock = stock
        self._at_least = at_least
        self._ratio = alike_in_letters(at_least)
        self._most = most
        self._bar = 0.0
        self._found: dict[tuple[ClaimId, ClaimId], tuple[int, int, Pair]] = {}

    def take_same(self) -> Iterator[None]:
        """Take all that say the same; in steps."""
        for index, first, second in self._stock.same():
            worded = self._stock.forms[index]
            self._take(1.0, (first, worded), (second, worded))
            yield

    def take(self, one: int, other: int) -> None:
        """Take the wordings with these two forms, by index, if they are alike enough."""
        stock = self._stock
        left, right = stock.forms[one], stock.forms[other]
        value = score(left, right, stock.weights)
        if value < self._bar or (value < self._at_least and sorted_ratio(left, right) < self._ratio):
            self.dropped |= value >= self._at_least
            return
        for first, second in stock.between(one, other):
            self._take(value, (first, left), (second, right))

    def pairs(self) -> tuple[Pair, ...]:
        """Return what was found, lane by lane, in each the best first."""
        self._keep_best()
        ranked = sorted(self._found.values(), key=lambda each: (LANES.index(each[2].lane), *_rank(each)))
        return tuple(pair for _, _, pair in ranked)

    def is_apart(self, one: Claim, other: Claim) -> bool:
        """Whether two claims were judged not the same, or a hard flag stands between them."""
        key = (one.id, other.id) if one.number < other.number else (other.id, one.id)
        if key in self._found:
            return self._found[key][2].likeness.is_flagged
        if self._stock.is_judged(one, other):
            return True
        return any(flag.hard for flag in guard(one.text, other.text, terms=self._stock.terms))

    def _take(self, value: float, one: tuple[Said, Worded], other: tuple[Said, Worded]) -> None:
        (first, left), (second, right) = (one, other) if one[0].claim.number < other[0].claim.number else (other, one)
        key = first.claim.id, second.claim.id
        known = self._found.get(key)
        if first.claim.id == second.claim.id or (known is not None and known[2].likeness.score >= value):
            return
        if self._stock.is_judged(first.claim, second.claim):
            return
        stock = self._stock
        alike = likeness(value, left, right, stock.weights, self._flags(first, second), terms=stock.terms)
        if alike.is_flagged and first.claim.is_position and second.claim.is_position:
            return  # rival answers to the question are to differ
        is_same = stock.is_same(first.claim, second.claim)
        pair = Pair(*key, alike, _lane(alike, left, right, stock, is_same=is_same))
        self._found[key] = (first.claim.number, second.claim.number, pair)
        if len(self._found) > 2 * self._most:
            self._keep_best()

    def _flags(self, first: Said, second: Said) -> tuple[Flag, ...]:
        """Guard the wordings that are alike, and the claims themselves if these are other wordings of theirs."""
        texts = dict.fromkeys([(first.text, second.text), (first.claim.text, second.claim.text)])
        return tuple(dict.fromkeys(flag for pair in texts for flag in guard(*pair, terms=self._stock.terms)))

    def _keep_best(self) -> None:
        """Forget all but the best pairs, and from then on take no worse ones."""
        if len(self._found) <= self._most:
            return
        self.dropped = True
        best = sorted(self._found.items(), key=lambda each: _rank(each[1]))[: self._most]
        self._found = dict(best)
        self._bar = best[-1][1][2].likeness.score if best else 1.0


def _rank(each: tuple[int, int, Pair]) -> tuple[float, int, int]:
    first, second, pair = each
    return -pair.likeness.score, first, second


def _lane(alike: Likeness, one: Worded, other: Worded, stock: Stock, *, is_same: bool) -> Lane:
    """Return the lane of two claims by the wordings most alike; those they had before make no pair identical."""
    if alike.is_flagged:
        return Lane.OPPOSITE
    if is_same:
        return Lane.IDENTICAL
    if one.form == other.form:
        return Lane.NEAR
    return Lane.SPECIFIC if _is_specific(one, other, stock) else Lane.NEAR


def _is_specific(one: Worded, other: Worded, stock: Stock) -> bool:
    """Whether the shorter wording says little but what the longer says as well."""
    weight = stock.weights.weight
    short, long = (one, other) if len(one.form) <= len(other.form) else (other, one)
    if len(short.form) >= _MUCH_SHORTER * len(long.form):
        return False
    return sum(map(weight, short.stems & long.stems)) >= _CONTAINED * sum(map(weight, short.stems))
