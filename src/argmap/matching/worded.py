"""Worded: a wording made ready for being compared with many others, and the score of two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.matching.stems import stems_of
from argmap.wording import Terms, plain_form

if TYPE_CHECKING:
    from argmap.matching.weights import Weights

_BECAUSE = re.compile(r" (?:because|since|therefore|so that|in order to|so as to|due to) ")


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording, ready: its plain form, the form's words sorted, its stems, and the reason it gives, if it gives one.

    *stems* are those that slips stand for, by the weights it was made with; *reason* is what follows "because".
    """

    form: str
    sorted_form: str
    stems: frozenset[str]
    reason: Worded | None = None


def worded(text: str, weights: Weights, terms: Terms | None = None) -> Worded:
    """Make *text* ready for `score`; all that are compared must be made with the same *weights* and *terms*."""
    return of_form(plain_form(text, terms), weights)


def of_form(form: str, weights: Weights) -> Worded:
    """Make a wording ready whose plain *form* is known."""
    _, because, reason = form.partition(found.group()) if (found := _BECAUSE.search(form)) else (form, "", "")
    return Worded(
        form,
        " ".join(sorted(form.split())) or form,
        stems_of(form, weights.slips),
        of_form(reason, weights) if because and reason else None,
    )


def score(one: Worded, other: Worded, weights: Weights) -> float:
    """Return how alike two wordings are, from 0 to 1; 1 for the same plain form. Which comes first makes no difference.

    It is half the share of characters that the sorted words have in common (Indel similarity) and half the
    weighted Dice coefficient of the stems. Where both give a reason, it is at most the mean with the reasons' score.
    """
    whole = _part_score(one, other, weights)
    if one.reason and other.reason and whole < 1:
        return min(whole, (whole + _part_score(one.reason, other.reason, weights)) / 2)
    return whole


def dice(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Return the weight of what two sets of stems share, as a share of the weight of both."""
    weight = weights.weight
    total = sum(map(weight, one)) + sum(map(weight, other))
    return 2 * sum(map(weight, one & other)) / total if total else 0.0


def sorted_ratio(one: Worded, other: Worded) -> float:
    """Return the share of characters that the sorted words of two wordings have in common, from 0 to 1."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one.sorted_form, other.sorted_form) / 100


def _part_score(one: Worded, other: Worded, weights: Weights) -> float:
    if one.form == other.form:
        return 1.0
    return sorted_ratio(one, other) / 2 + dice(one.stems, other.stems, weights) / 2
