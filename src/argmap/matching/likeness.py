"""Likeness: how alike two wordings are, and what speaks against their being one claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.matching.stems import stems_of
from argmap.matching.weights import Weights, is_known, is_slip
from argmap.matching.worded import score, worded
from argmap.model import Term
from argmap.wording import Terms, guard
from argmap.wording.difference import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.matching.worded import Worded
    from argmap.wording import Flag

_COMPARED = 200
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are: *score* 1 for the same, 0 for nothing in common; *why* says it in a sentence."""

    score: float
    flags: tuple[Flag, ...]
    why: str

    @property
    def is_flagged(self) -> bool:
        """Whether a person must look before the two are merged."""
        return any(flag.hard for flag in self.flags)


def compare(
    first: str,
    second: str,
    *,
    terms: Terms | Iterable[Term | Sequence[str]] | None = None,
    weights: Weights | None = None,
) -> Likeness:
    """Compare two wordings; which comes first makes no difference.

    *terms* are words that mean the same, besides the general ones; *weights* say how much each word tells: those of a
    map (`Weights.of`), else of words in general.
    """
    meaning = _terms(terms)
    if weights is None:
        weights = Weights.background()
        one, other = _without_slips(*(worded(text, weights, meaning) for text in (first, second)))
    else:
        one, other = (worded(text, weights, meaning) for text in (first, second))
    flags = guard(first, second, terms=meaning)
    return likeness(score(one, other, weights), one, other, weights, flags, terms=meaning)


def likeness(
    value: float,
    one: Worded,
    other: Worded,
    weights: Weights,
    flags: tuple[Flag, ...],
    *,
    terms: Terms | None = None,
) -> Likeness:
    """Return the likeness of two wordings whose score and flags are known, with its reason in words."""
    return Likeness(value, flags, _why(one, other, weights, terms or Terms.general()))


def _terms(terms: Terms | Iterable[Term | Sequence[str]] | None) -> Terms:
    if terms is None or isinstance(terms, Terms):
        return terms or Terms.general()
    return Terms.with_general(term.words if isinstance(term, Term) else term for term in terms)


def _without_slips(one: Worded, other: Worded) -> tuple[Worded, Worded]:
    """Let words that are one slip apart meet, where no map says which of them is common."""
    mine, theirs = set(one.form.split()), set(other.form.split())
    left, right = (sorted(side)[:_COMPARED] for side in (mine - theirs, theirs - mine))
    slips = [(a, b) for a in left for b in right if is_slip(a, b) and not (is_known(a) and is_known(b))]
    if not slips:
        return one, other
    meant = {max(pair): min(pair) for pair in slips}
    one, other = (replace(each, stems=stems_of(each.form, meant)) for each in (one, other))
    return one, other


def _why(one: Worded, other: Worded, weights: Weights, terms: Terms) -> str:
    if one.form == other.form:
        return "They say the same in the same words."
    shared = sorted(one.stems & other.stems, key=lambda stem: (-weights.weight(stem), stem))
    if not shared:
        return "They share no word that tells much."
    written = _as_written(one.form, terms)
    words = ", ".join(written.get(stem, stem) for stem in shared[:_NAMED])
    if one.sorted_form == other.sorted_form:
        return f"They share {words}; only the order differs."
    return f"They share {words}."


def _as_written(form: str, terms: Terms) -> dict[str, str]:
    """Return a word of *form* for each of its stems."""
    return {stem: shortened(terms.written(word)) for word in reversed(form.split()) for stem in stems_of(word)}
