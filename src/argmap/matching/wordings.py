"""Wordings: the words of a map's claims in their plain form, ready to be compared with what is being typed."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from argmap.matching.meaning import terms_of
from argmap.matching.vocabulary import Vocabulary
from argmap.matching.weights import Weights
from argmap.model import Alias, Claim
from argmap.wording import Terms, plain_form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.model import ArgumentMap, ClaimId, Step, Term

_KEPT = 2_000
_WEIGHED_ANEW = 0.02


class Wordings:
    """Keeps the plain form of every wording and who uses which word, so that each is made once and not at every key.

    ``forms`` holds, by claim, the form of its text and those of the claims merged into it; ``using``, by word, the
    claims.
    """

    def __init__(self) -> None:
        """Begin with no claim."""
        self.forms: dict[ClaimId, tuple[str, ...]] = {}
        self.using: dict[str, list[ClaimId]] = {}
        self.terms = Terms.general()
        self.weights = Weights.background()
        self._state: tuple[ArgumentMap, int] | None = None
        self._terms: list[Term] = []
        self._texts: dict[ClaimId, tuple[str, ...]] = {}
        self._vocabulary = Vocabulary()
        self._close: dict[str, frozenset[str]] = {}
        self._holding: dict[str, frozenset[str]] = {}
        self._changes = 0
        self._lock = Lock()

    def follow(self, map_: ArgumentMap, *, patience: float = -1) -> bool:
        """Take in what was reworded, merged, added or removed since, whatever map it was before; threads may do so.

        Tell whether that is done: while another thread is at it, wait *patience* seconds, -1 for as long as it takes.
        """
        if not self._lock.acquire(timeout=patience):
            return False
        try:
            state = map_, map_.revision
            if self._state is None or self._state[0] is not map_ or self._state[1] != map_.revision:
                known, self._state = self._state, None  # should this be broken off, nothing passes for followed
                steps = map_.steps_since(known[1]) if known is not None and known[0] is map_ else None
                self._follow(map_, None if steps is None else _reworded(steps))
                self._state = state
        finally:
            self._lock.release()
        return True

    def close_to(self, word: str) -> frozenset[str]:
        """Return the words of the map that *word* may stand for: itself, the words it begins, and those a slip away."""
        found = self._close.get(word)
        if found is None:
            if len(self._close) > _KEPT:
                self._close.clear()
            found = self._close[word] = frozenset(self._vocabulary.close_to(word, self.using))
        return found

    def holding(self, word: str) -> frozenset[str]:
        """Return the words of the map in which *word* stands; where it goes on from one asked for, among its words."""
        found = self._holding.get(word)
        if found is None:
            if len(self._holding) > _KEPT:
                self._holding.clear()
            among = self._holding.get(word[:-1], self.using)
            found = self._holding[word] = frozenset(each for each in among if word in each)
        return found

    def _follow(self, map_: ArgumentMap, reworded: Collection[ClaimId] | None) -> None:
        """Take in the claims that may be *reworded*, or None, all of them."""
        terms = list(map_.terms.values())
        if terms != self._terms:
            self._begin_anew(terms_of(map_))
            self._terms = terms
            reworded = None
        known = self._texts
        if reworded is None:
            texts = _all_texts(map_)
            gone = known.keys() - texts.keys()
        else:
            there = filter(None, map(map_.claims.get, reworded))
            texts = {claim.id: (claim.text, *_merged(map_, claim.id)) for claim in there}
            gone = known.keys() & (set(reworded) - texts.keys())
        changed = {claim: said for claim, said in texts.items() if known.get(claim) != said}
        self._forget([*gone, *(claim for claim in changed if claim in known)])
        self._learn(changed)
        self._weigh(len(gone) + len(changed))

    def _begin_anew(self, terms: Terms) -> None:
        self.terms = terms
        self.forms, self.using, self._texts = {}, {}, {}
        self._vocabulary = Vocabulary()
        self._forget_answers()

    def _learn(self, texts: dict[ClaimId, tuple[str, ...]]) -> None:
        new: list[str] = []
        using = self.using
        for claim, said in texts.items():
            forms = self.forms[claim] = tuple(plain_form(text, self.terms) for text in said)
            self._texts[claim] = said
            for word in words_in(forms):
                users = using.get(word)
                if users is None:
                    using[word] = [claim]
                    new.append(word)
                else:
                    users.append(claim)
        self._vocabulary.add(new)
        if new:
            self._forget_answers()

    def _forget(self, claims: Collection[ClaimId]) -> None:
        for claim in claims:
            del self._texts[claim]
            for word in words_in(self.forms.pop(claim)):
                users = self.using[word]
                users.remove(claim)
                if not users:
                    del self.using[word]
                    self._vocabulary.remove(word)
                    self._forget_answers()

    def _forget_answers(self) -> None:
        """Forget what was found of the words there were."""
        self._close.clear()
        self._holding.clear()

    def _weigh(self, changes: int) -> None:
        """Weigh the words anew, if enough has changed for that to matter."""
        self._changes += changes
        if self._changes <= _WEIGHED_ANEW * len(self.forms):
            return
        self._changes = 0
        counts = {word: len(users) for word, users in self.using.items()}
        self.weights = Weights.of_words(counts, len(self.forms))


def _all_texts(map_: ArgumentMap) -> dict[ClaimId, tuple[str, ...]]:
    """Return what each claim says, and what was merged into it."""
    texts: dict[ClaimId, tuple[str, ...]] = {claim.id: (claim.text,) for claim in list(map_.claims.values())}
    for survivor in {alias.survivor for alias in list(map_.aliases.values())} & texts.keys():
        texts[survivor] += _merged(map_, survivor)
    return texts


def _merged(map_: ArgumentMap, claim: ClaimId) -> tuple[str, ...]:
    return tuple(alias.text for alias in map_.aliases_of(claim))


def _reworded(steps: Iterable[Step]) -> set[ClaimId]:
    """Return the claims that may say something else after *steps*, or that were merged into."""
    sides = [side for step in steps for change in step.changes for side in (change.before, change.after)]
    claims = {side.id for side in sides if isinstance(side, Claim)}
    return claims | {side.survivor for side in sides if isinstance(side, Alias)}


def words_in(forms: Iterable[str]) -> set[str]:
    """Return the words of all *forms*."""
    return {word for form in forms for word in form.split()}
