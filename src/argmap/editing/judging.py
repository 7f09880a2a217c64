"""Saying which words mean the same, and which wordings do not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.editing.claims import claim_of
from argmap.editing.entry import Entry
from argmap.errors import GoneError, UnfitError
from argmap.model import Change, Distinct, Term, Verdict, added, changed, removed
from argmap.wording import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, ClaimId, Step, TermId


def add_term(map_: ArgumentMap, words: Iterable[str]) -> Step:
    """Say that *words* mean the same in this map, the preferred one first."""
    entry = Entry()
    term = Term(words=entry.lines(words))
    _refuse_taken(map_, term)
    return entry.step(f"Add the term {term.words[0]}", added(term))


def edit_term(map_: ArgumentMap, term: TermId, words: Iterable[str]) -> Step:
    """Give a term other words."""
    entry = Entry()
    now = term_of(map_, term)
    edited = replace(now, words=entry.lines(words))
    _refuse_taken(map_, edited)
    return entry.step(f"Edit the term {edited.words[0]}", changed(map_, edited))


def remove_term(map_: ArgumentMap, term: TermId) -> Step:
    """Take back that words mean the same in this map."""
    now = term_of(map_, term)
    return Entry().step(f"Remove the term {now.words[0]}", removed(now))


def judge_pair(map_: ArgumentMap, first: ClaimId, second: ClaimId, verdict: Verdict) -> Step:
    """Judge two claims that look alike; the verdict holds for their wordings wherever they return."""
    one, other = claim_of(map_, first), claim_of(map_, second)
    distinct = Distinct(wordings=(normal_form(one.text), normal_form(other.text)), verdict=verdict)
    earlier = _verdict_on(map_, distinct)
    label = f"Judge {one.label} and {other.label}: {verdict.value}"
    if verdict is Verdict.NARROWER:
        label = f"Judge that {one.label} says more than {other.label}"
    change = added(distinct) if earlier is None else Change(earlier, replace(distinct, id=earlier.id))
    return Entry().step(label, change)


def forget_verdict(map_: ArgumentMap, first: ClaimId, second: ClaimId) -> Step:
    """Take back the verdict on two claims, so that the pair may be offered again."""
    one, other = claim_of(map_, first), claim_of(map_, second)
    earlier = _verdict_on(map_, Distinct(wordings=(normal_form(one.text), normal_form(other.text))))
    if earlier is None:
        message = f"{one.label} and {other.label} have not been judged."
        raise UnfitError(message)
    return Entry().step(f"Forget the verdict on {one.label} and {other.label}", removed(earlier))


def term_of(map_: ArgumentMap, term: TermId) -> Term:
    """Return the term named *term*, or refuse with `GoneError`."""
    found = map_.terms.get(term)
    if found is None:
        raise GoneError(term, "term")
    return found


def _verdict_on(map_: ArgumentMap, distinct: Distinct) -> Distinct | None:
    pair = set(distinct.wordings)
    return next((known for known in map_.distincts.values() if set(known.wordings) == pair), None)


def _refuse_taken(map_: ArgumentMap, term: Term) -> None:
    forms = {normal_form(word) for word in term.words}
    if len(forms) == 1:
        message = f"The words of a term must differ in more than case and punctuation from “{term.words[0]}”."
        raise UnfitError(message)
    for other in map_.terms.values():
        taken = [word for word in other.words if normal_form(word) in forms]
        if other.id != term.id and taken:
            message = f"“{taken[0]}” is a word of the term {other.words[0]} already; edit that one."
            raise UnfitError(message)
