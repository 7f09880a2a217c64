"""Similar: the claims whose words are close to a text. It shows, and never decides: opposites can be close in words."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from argmap.matching.stems import small_words
from argmap.matching.worded import of_form, score
from argmap.matching.wordings import Wordings, words_in
from argmap.wording import guard, plain_form

if TYPE_CHECKING:
    from argmap.matching.worded import Worded
    from argmap.model import ArgumentMap, Claim, ClaimId
    from argmap.wording import Flag

_COMPARED = 40
_VISITED = 6_000
_MOST_WORDS = 60
_COVER_PART = 0.6
_GUARDED = 0.6
_PATIENCE = 0.01

AT_LEAST = 0.62
"""Below this score, texts share little more than the small words of the language."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A claim close to a text: *score* is 1 for the same words and 0 for nothing in common.

    *flags* say what speaks against its being the same claim, if the two are very close: a hard one, that it may well
    say the opposite or name another number.
    """

    claim: Claim
    score: float
    flags: tuple[Flag, ...] = ()


def similar(
    map_: ArgumentMap, text: str, *, limit: int = 10, at_least: float = AT_LEAST, wordings: Wordings | None = None
) -> list[Similar]:
    """Return at most *limit* claims whose words are close to *text*, the closest first.

    The text may be unfinished: what it says so far is looked for. Who asks again and again keeps *wordings*, which
    follow the map by themselves; while another thread makes them ready, nothing is found yet.
    """
    wordings = Wordings() if wordings is None else wordings
    if not wordings.follow(map_, patience=_PATIENCE):
        return []
    form = plain_form(text, wordings.terms)
    if not form.strip() or not wordings.forms:
        return []
    typed = _Typed(form, wordings)
    scored = ((*typed.compare(claim), claim) for claim in typed.promising())
    close = [each for each in scored if each[0] >= at_least]
    close.sort(key=lambda each: (-each[0], each[1] != form, map_.claims[each[2]].number))
    return [
        Similar(claim, value, guard(text, claim.text, terms=wordings.terms) if value >= _GUARDED else ())
        for value, claim in ((value, map_.claims[claim]) for value, _, claim in close[:limit])
    ]


class _Typed:
    """A text as it is typed, against the wordings of a map."""

    def __init__(self, form: str, wordings: Wordings) -> None:
        self._wordings = wordings
        self._worded: Worded = of_form(form, wordings.weights)
        weights = wordings.weights
        words = list(dict.fromkeys(form.split()))
        if len(words) > 1 and not wordings.close_to(words[-1]):
            words.pop()  # it is just being typed
        telling = [word for word in words if word not in small_words()]
        self._close = {word: wordings.close_to(word) for word in (telling or words)[:_MOST_WORDS]}
        self._weight = {word: weights.word_weight(word) for word in self._close}
        self._whole = sum(self._weight.values()) if telling else 0.0

    def promising(self) -> list[ClaimId]:
        """Return the claims that share the most telling words, as many as are worth comparing.

        Words are looked up from the rarest on. Those in very many claims find none that rarer ones do not find better.
        """
        using = self._wordings.using
        users = [(sum(len(using[each]) for each in close), word) for word, close in self._close.items()]
        shared: dict[ClaimId, float] = {}
        visited = 0
        for count, word in sorted(users):
            if visited and visited + count > _VISITED:
                break
            visited += count
            weight = self._weight[word]
            for claim in {claim for each in self._close[word] for claim in using[each]}:
                shared[claim] = shared.get(claim, 0.0) + weight
        return nlargest(_COMPARED, shared, key=shared.__getitem__)

    def compare(self, claim: ClaimId) -> tuple[float, str]:
        """Return how close the closest wording of *claim* is, and which that is."""
        return max((self._score(form), form) for form in self._wordings.forms[claim])

    def _score(self, form: str) -> float:
        """Weigh how alike both are as wholes, and how much of what was typed the other holds: it may go on."""
        if form == self._worded.form:
            return 1.0
        alike = score(self._worded, of_form(form, self._wordings.weights), self._wordings.weights)
        if not self._whole:
            return alike
        there = words_in((form,))
        covered = sum(self._weight[word] for word, close in self._close.items() if not close.isdisjoint(there))
        return max(alike, _COVER_PART * covered / self._whole + (1 - _COVER_PART) * alike)
