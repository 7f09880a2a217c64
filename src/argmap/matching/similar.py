"""Similar: the claims whose words are close to a text. It shows, and never decides: opposites can be close in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from argmap.matching.wordings import Wordings
from argmap.wording import normal_form

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim, ClaimId

_COMPARED = 100
_COMMON = 0.1
_FEW = 200
_MOST_WORDS = 60

AT_LEAST = 0.62
"""Below this score, texts share little more than the small words of the language."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A claim close to a text: *score* is 1 for the same words and 0 for nothing in common."""

    claim: Claim
    score: float


def similar(
    map_: ArgumentMap, text: str, *, limit: int = 10, at_least: float = AT_LEAST, wordings: Wordings | None = None
) -> list[Similar]:
    """Return at most *limit* claims whose words are close to *text*, the closest first.

    Who asks again and again keeps *wordings*, which follow the map by themselves.
    """
    form = normal_form(text)
    wordings = Wordings() if wordings is None else wordings
    wordings.follow(map_)
    if not form or not wordings.forms:
        return []
    scored = ((_score(form, wordings.forms[claim]), claim) for claim in _sharing_words(form, wordings))
    close = [Similar(map_.claims[claim], score) for score, claim in scored if score >= at_least]
    return sorted(close, key=lambda each: (-each.score, each.claim.number))[:limit]


def _score(form: str, other: str) -> float:
    """Compare two normal forms: what they have in common counts, and how much of both it is."""
    from rapidfuzz import fuzz

    return (fuzz.token_set_ratio(form, other) + fuzz.token_sort_ratio(form, other)) / 200


def _sharing_words(form: str, wordings: Wordings) -> list[ClaimId]:
    """Return the claims that share the most telling words with *form*, as many as are worth comparing."""
    shared: dict[ClaimId, float] = {}
    count = len(wordings.forms)
    words = list(dict.fromkeys(form.split()))[:_MOST_WORDS]
    users = [set().union(*(wordings.using[each] for each in wordings.close_to(word))) for word in words]
    telling = [each for each in users if len(each) <= max(_COMMON * count, _FEW)] or users
    for claims in telling:
        weight = log1p(count / (1 + len(claims)))
        for claim in claims:
            shared[claim] = shared.get(claim, 0.0) + weight
    return sorted(shared, key=shared.__getitem__, reverse=True)[:_COMPARED]
