"""Card: everything that can be said about a row, as blanks to fill in, and the one step that saves them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from argmap import editing
from argmap.editing.together import together
from argmap.errors import UnfitError
from argmap.model import ClaimId
from argmap.tui.places import QUESTION
from argmap.tui.tagline import tag_line, tags_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.model import ArgumentMap, Claim, Inference, InferenceId, Step
    from argmap.outlines.walk import Place
    from argmap.tui.places import Row

YES = "yes"
"""The text of a ticked box; that of an empty one is empty."""


class Kind(Enum):
    """How a blank is filled in: with one paragraph, with several, or with a tick."""

    LINE = auto()
    PROSE = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to say: its *name* among the edits, its *words* on the card, what is said now, and a *hint*."""

    name: str
    words: str
    kind: Kind
    said: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The blanks for what stands at *place*; *why* is the heading over those about its link, if it has one."""

    place: Place
    label: str
    blanks: tuple[Blank, ...]
    links: tuple[Blank, ...] = ()
    why: str = ""


def card_for(map_: ArgumentMap, row: Row) -> Card:
    """Return the card of what stands at *row*; refuse with `UnfitError` where there is nothing to describe."""
    if row.place == QUESTION:
        return Card(QUESTION, "the map", _about(map_))
    if not row.is_claim:
        message = "A heading has no card. Choose a claim, or the question in the first row."
        raise UnfitError(message)
    claim = map_.claims[row.claim]
    if row.inference is None:
        return Card(row.place, claim.label, _described(claim))
    inference = map_.inferences[row.inference]
    return Card(row.place, claim.label, _described(claim), _linked(inference), _why(map_, inference))


def step_for(map_: ArgumentMap, card: Card, filled: Mapping[str, str]) -> Step:
    """Return the one step that says what was *filled* in, by the names of the blanks; the others stay as they are."""
    inference, claim = card.place
    is_gone = claim not in map_.claims or (inference is not None and inference not in map_.inferences)
    if card.place != QUESTION and is_gone:
        message = f"{card.label} was removed from here meanwhile. Copy what you need of what you typed, then press Esc."
        raise UnfitError(message)
    names = [blank.name for blank in (*card.blanks, *card.links) if blank.name in filled]
    return together(f"Edit {card.label}", [_step(map_, card.place, name, filled[name]) for name in names])


def _step(map_: ArgumentMap, place: Place, name: str, text: str) -> Step:
    inference, claim = place
    if name in _ON_MAP:
        return _ON_MAP[name](map_, text)
    if inference is not None and name in _ON_LINK:
        return _ON_LINK[name](map_, inference, text)
    return _ON_CLAIM[name](map_, claim, text)


_ON_MAP: dict[str, Callable[[ArgumentMap, str], Step]] = {
    "title": editing.set_title,
    "question": editing.set_question,
    "description": editing.set_description,
    "language": editing.set_language,
}
_ON_CLAIM: dict[str, Callable[[ArgumentMap, ClaimId, str], Step]] = {
    "text": editing.reword,
    "note": editing.set_note,
    "tags": lambda map_, claim, text: editing.set_tags(map_, claim, tags_in(text)),
    "implicit": lambda map_, claim, text: editing.set_implicit(map_, claim, implicit=text == YES),
    "as_of": editing.set_as_of,
}
_ON_LINK: dict[str, Callable[[ArgumentMap, InferenceId, str], Step]] = {
    "warrant": editing.set_warrant,
    "scheme": editing.set_scheme,
}


def _about(map_: ArgumentMap) -> tuple[Blank, ...]:
    about = map_.about
    return (
        Blank("title", "Title", Kind.LINE, about.title),
        Blank("question", "Question", Kind.LINE, about.question),
        Blank("description", "Description", Kind.PROSE, about.description, "what the map is, in a few words"),
        Blank("language", "Language", Kind.LINE, about.language, "such as en"),
    )


def _described(claim: Claim) -> tuple[Blank, ...]:
    return (
        Blank("text", "Claim", Kind.LINE, claim.text),
        Blank("note", "Note", Kind.PROSE, claim.note, "what else there is to say"),
        Blank("tags", "Tags", Kind.LINE, tag_line(claim.tags), "words with spaces between"),
        Blank("implicit", "Implicit", Kind.TICK, YES if claim.implicit else "", "nobody states it; I supply it"),
        Blank("as_of", "As of", Kind.LINE, claim.as_of, "date of its figures, such as 2024-07"),
    )


def _linked(inference: Inference) -> tuple[Blank, ...]:
    return (
        Blank("warrant", "Warrant", Kind.PROSE, inference.warrant, "because …"),
        Blank("scheme", "Scheme", Kind.LINE, inference.scheme, "its pattern, such as expert opinion"),
    )


def _why(map_: ArgumentMap, inference: Inference) -> str:
    """Say in words what the warrant is the warrant of: ``Why C3 & C4 support C1``."""
    premises = " & ".join(map_.claims[each].label for each in inference.premises)
    verb = "support" if inference.supports else "oppose"
    target = inference.target
    above = map_.claims[target].label if isinstance(target, ClaimId) else f"the step {map_.inferences[target].label}"
    return f"Why {premises} {verb}{'' if inference.is_joint else 's'} {above}"
