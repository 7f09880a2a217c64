"""Drafts: what is being typed and where it will go, kept until it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import time_ns
from typing import TYPE_CHECKING

from argmap.editing import (
    add_backing,
    add_claim,
    add_co_premise,
    add_comment,
    add_objection,
    add_position,
    add_reason,
    add_undercut,
    combined,
    graft,
    graft_premises,
    make_position,
    reword,
    set_question,
    set_tags,
)
from argmap.editing.arguing import inference_of
from argmap.editing.repeating import says_again
from argmap.errors import UnfitError
from argmap.model import ClaimId, InferenceId, Polarity
from argmap.tui.places import FOCUS, LOOSE, QUESTION, UNPLACED
from argmap.tui.tagline import tag_line, tags_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.editing import Branch, Premise
    from argmap.model import ArgumentMap, Step
    from argmap.outlines.walk import Place
    from argmap.tui.places import Row

TAGS_OF_ALL = "tags-of-all"
"""The kind of a draft for tags that several claims get."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing to be typed: the *kind* of edit at a *place*, under a *title* that says it in words.

    *claims* are those it is for, where these are several.
    """

    kind: str
    place: Place
    title: str
    claims: tuple[ClaimId, ...] = ()

    def step(self, map_: ArgumentMap, text: str, author: str = "") -> Step:
        """Return the step that makes *text*, by *author*, part of the map."""
        if self.kind == "comment":
            about = map_.about.id if self.place == QUESTION else self.place[1]
            return add_comment(map_, about, text, author=author, at=time_ns() // 1_000_000)
        if self.kind == TAGS_OF_ALL:
            return _tag_each(map_, self.claims, tags_in(text))
        return _STEPS[self.kind](map_, self.place, text)

    @property
    def takes_claims(self) -> bool:
        """Whether a claim that is there can stand where the new one would."""
        return self.kind in _ADDING or self.kind == "position"

    @property
    def takes_lists(self) -> bool:
        """Whether several claims can be added there at once."""
        return self.kind in _ADDING

    def polarity(self, map_: ArgumentMap) -> Polarity:
        """Return how a claim without a sign bears on what the draft is about."""
        if self.kind == "sibling":
            return inference_of(map_, _inference(self.place)).polarity
        return Polarity.OPPOSES if self.kind in {"objection", "undercut"} else Polarity.SUPPORTS

    def graft(self, map_: ArgumentMap, branch: Branch) -> Step:
        """Return the step that puts a whole branch where the new claim would stand."""
        if self.kind in {"reason", "objection"}:
            return graft(map_, self.place[1], branch)
        there = inference_of(map_, _inference(self.place))
        if self.kind == "co-premise":
            return graft_premises(map_, there.id, branch)
        if self.kind == "sibling":
            return graft(map_, there.target, branch, after=there.id)
        return graft(map_, there.id, branch)

    def reuse(self, map_: ArgumentMap, claim: ClaimId) -> Step:
        """Return the step that puts a claim that is there where the new one would stand."""
        if self.kind == "position":
            return make_position(map_, claim)
        step = _ADDING[self.kind](map_, self.place, claim)
        if says_again(map_, step):
            message = f"{map_.claims[claim].label} stands there already. Choose another, or go on typing."
            raise UnfitError(message)
        return step


def draft_for(map_: ArgumentMap, kind: str, row: Row) -> Draft:
    """Return the draft for an edit at *row*; refuse with `UnfitError` where it makes no sense."""
    if kind == "position" or (row.place == QUESTION and kind in {"reason", "sibling"}):
        return Draft("position", QUESTION, "A position: an answer to the question")
    if kind == "edit":
        return _rewording(map_, row)
    if kind == "sibling":
        return _sibling(map_, row)
    if kind == "comment" and row.place == QUESTION:
        return Draft(kind, QUESTION, "A comment on the map")
    if not row.is_claim:
        is_tags = kind == "tags" or row.place != QUESTION
        message = (
            "Choose a claim first."
            if is_tags
            else "Only positions go here, the answers to the question: [add-reason] adds one."
        )
        raise UnfitError(message)
    label = map_.claims[row.claim].label
    if kind in _ON_CLAIM:
        return Draft(kind, row.place, _ON_CLAIM[kind].format(label))
    return _on_step(map_, kind, row)


def tagging(place: Place, claims: Iterable[ClaimId]) -> Draft:
    """Return the draft for tags that all of *claims* are to have too, typed at *place*."""
    different = tuple(dict.fromkeys(claims))
    count = len(different)
    title = f"Tags to add to {count:,} selected claim{'' if count == 1 else 's'}"
    return Draft(TAGS_OF_ALL, place, title, different)


def _tag_each(map_: ArgumentMap, claims: Sequence[ClaimId], tags: Sequence[str]) -> Step:
    def edit(map_: ArgumentMap, *, claim: ClaimId) -> Step:
        there = map_.claims[claim].tags if claim in map_.claims else ()
        return set_tags(map_, claim, [*there, *(tag for tag in tags if tag not in there)])

    edits = [partial(edit, claim=claim) for claim in claims]
    return combined(map_, edits, lambda count: f"Tag {count:,} selected claim{'' if count == 1 else 's'}").step


def first_text(map_: ArgumentMap, draft: Draft) -> str:
    """Return the text that the editor opens with, where no draft was kept."""
    if draft.kind == "question":
        return map_.about.question
    if draft.kind == TAGS_OF_ALL:
        return ""
    if draft.kind == "tags":
        return tag_line(map_.claims[draft.place[1]].tags)
    return map_.claims[draft.place[1]].text if draft.kind == "edit" else ""


def _rewording(map_: ArgumentMap, row: Row) -> Draft:
    if row.place == QUESTION:
        return Draft("question", QUESTION, "The question of this map")
    if not row.is_claim:
        message = "A heading has no words of its own to edit."
        raise UnfitError(message)
    return Draft("edit", row.place, f"Reword {map_.claims[row.claim].label}")


def _sibling(map_: ArgumentMap, row: Row) -> Draft:
    if row.inference is not None:
        inference = map_.inferences[row.inference]
        target = inference.target
        named = (
            map_.claims[target].label if isinstance(target, ClaimId) else f"the step {map_.inferences[target].label}"
        )
        word = {
            "reason": "reason for",
            "objection": "objection to",
            "undercut": "undercut of",
            "backing": "backing for",
        }
        return Draft("sibling", row.place, f"Another {word[inference.kind]} {named}")
    if row.is_claim and map_.claims[row.claim].is_position:
        return Draft("position", QUESTION, "Another position")
    if row.place in {LOOSE, FOCUS} or (row.is_claim and map_.is_targeted(row.claim)):
        message = "A claim needs something to bear on. Choose a row under it, or a position."
        raise UnfitError(message)
    return Draft("claim", UNPLACED, "A claim without a place yet")


def _on_step(map_: ArgumentMap, kind: str, row: Row) -> Draft:
    if row.inference is None:
        word = {"co-premise": "needs a claim together with", "undercut": "can be attacked", "backing": "can be backed"}
        message = f"Nothing here {word[kind]}: this row is no reason or objection. Choose one under it."
        raise UnfitError(message)
    label = map_.inferences[row.inference].label
    with_ = " & ".join(map_.claims[each].label for each in map_.inferences[row.inference].premises)
    titles = {
        "co-premise": f"Needed together with {with_}",
        "undercut": f"Attack the step {label} from {with_}",
        "backing": f"Back the step {label} from {with_}",
    }
    return Draft(kind, row.place, titles[kind])


def _inference(place: Place) -> InferenceId:
    if place[0] is None:
        message = "This row is no reason or objection."
        raise UnfitError(message)
    return place[0]


def _step_beside(map_: ArgumentMap, place: Place, text: Premise) -> Step:
    inference = inference_of(map_, _inference(place))
    target = inference.target
    supports = inference.polarity is Polarity.SUPPORTS
    if isinstance(target, ClaimId):
        return (add_reason if supports else add_objection)(map_, target, text, after=inference.id)
    return (add_backing if supports else add_undercut)(map_, target, text, after=inference.id)


_ON_CLAIM = {
    "reason": "A reason for {}",
    "objection": "An objection to {}",
    "comment": "A comment on {}",
    "tags": "Tags of {}, with spaces between",
}

_ADDING: dict[str, Callable[[ArgumentMap, Place, Premise], Step]] = {
    "reason": lambda map_, place, text: add_reason(map_, place[1], text),
    "objection": lambda map_, place, text: add_objection(map_, place[1], text),
    "co-premise": lambda map_, place, text: add_co_premise(map_, _inference(place), text),
    "undercut": lambda map_, place, text: add_undercut(map_, _inference(place), text),
    "backing": lambda map_, place, text: add_backing(map_, _inference(place), text),
    "sibling": _step_beside,
}
_STEPS: dict[str, Callable[[ArgumentMap, Place, str], Step]] = {
    **_ADDING,
    "position": lambda map_, _, text: add_position(map_, text),
    "claim": lambda map_, _, text: add_claim(map_, text),
    "edit": lambda map_, place, text: reword(map_, place[1], text),
    "tags": lambda map_, place, text: set_tags(map_, place[1], tags_in(text)),
    "question": lambda map_, _, text: set_question(map_, text),
}
