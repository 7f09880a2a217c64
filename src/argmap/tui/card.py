"""Card: everything that can be said about a row, as blanks to fill in, and the one step that saves them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from argmap import editing
from argmap.errors import UnfitError
from argmap.model import ClaimId, Step
from argmap.tui import meanwhile
from argmap.tui.blank import FLAG, LINE, PROSE, Blank
from argmap.tui.places import QUESTION, Row
from argmap.tui.tagline import tag_line, tags_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.model import ArgumentMap, Claim, Inference, InferenceId
    from argmap.outlines.walk import Place
    from argmap.tui.blank import Answer, Answers


@dataclass(frozen=True, slots=True)
class Card:
    """The blanks for what stands at *place*: those about a claim, then those about its link, if it has one."""

    place: Place
    label: str
    blanks: tuple[Blank, ...]


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
    return Card(row.place, claim.label, (*_described(claim), *_linked(inference, _why(map_, inference))))


def step_for(map_: ArgumentMap, card: Card, filled: Mapping[str, Answer]) -> Step:
    """Return the one step that says what was *filled* in; what is as it was in the blanks stays as it is now."""
    _refuse_gone(map_, card)
    said = ((blank, filled.get(blank.name, blank.value)) for blank in card.blanks)
    edits = [partial(_step, place=card.place, name=blank.name, answer=new) for blank, new in said if new != blank.value]
    if not edits:
        return Step(f"Edit {card.label}", ())
    return editing.together(map_, edits, f"Edit {card.label}")


def blanks_now(map_: ArgumentMap, card: Card) -> tuple[Blank, ...]:
    """Return the blanks of *card* as they are now; refuse with `UnfitError` where what it is about is gone."""
    _refuse_gone(map_, card)
    return card_for(map_, Row(card.place)).blanks


def overtaken(map_: ArgumentMap, card: Card, filled: Mapping[str, Answer]) -> Answers:
    """Return what the blanks hold now that were *filled* in with something else while others changed them too."""
    try:
        now = blanks_now(map_, card)
    except UnfitError:  # it is gone, which saving says
        return {}
    return meanwhile.overtaken(card.blanks, now, filled)


def rebased(card: Card, held: Mapping[str, Answer]) -> Card:
    """Return *card* as if it had been opened on what some of its blanks *held* at another time."""
    return replace(card, blanks=meanwhile.rebased(card.blanks, held))


def _refuse_gone(map_: ArgumentMap, card: Card) -> None:
    inference, claim = card.place
    is_gone = claim not in map_.claims or (inference is not None and inference not in map_.inferences)
    if card.place != QUESTION and is_gone:
        message = f"{card.label} was removed from here meanwhile. Copy what you need of what you typed, then press Esc."
        raise UnfitError(message)


def _step(map_: ArgumentMap, *, place: Place, name: str, answer: Answer) -> Step:
    inference, claim = place
    if name == "implicit":
        return editing.set_implicit(map_, claim, implicit=bool(answer))
    text = str(answer)
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
    "as_of": editing.set_as_of,
}
_ON_LINK: dict[str, Callable[[ArgumentMap, InferenceId, str], Step]] = {
    "warrant": editing.set_warrant,
    "scheme": editing.set_scheme,
}


def _about(map_: ArgumentMap) -> tuple[Blank, ...]:
    about = map_.about
    return (
        Blank("title", "Title", LINE, about.title),
        Blank("question", "Question", LINE, about.question),
        Blank("description", "Description", PROSE, about.description, "what the map is, in a few words"),
        Blank("language", "Language", LINE, about.language, "such as en"),
    )


def _described(claim: Claim) -> tuple[Blank, ...]:
    return (
        Blank("text", "Claim", LINE, claim.text),
        Blank("note", "Note", PROSE, claim.note, "what else there is to say"),
        Blank("tags", "Tags", LINE, tag_line(claim.tags), "words with spaces between"),
        Blank("implicit", "Implicit", FLAG, claim.implicit, "nobody states it; I supply it"),
        Blank("as_of", "As of", LINE, claim.as_of, "date of its figures, such as 2024-07"),
    )


def _linked(inference: Inference, why: str) -> tuple[Blank, ...]:
    return (
        Blank("warrant", "Warrant", PROSE, inference.warrant, "because …", heading=why),
        Blank("scheme", "Scheme", LINE, inference.scheme, "its pattern, such as expert opinion"),
    )


def _why(map_: ArgumentMap, inference: Inference) -> str:
    """Say in words what the warrant is the warrant of: ``Why C3 & C4 support C1``."""
    premises = " & ".join(map_.claims[each].label for each in inference.premises)
    verb = "support" if inference.supports else "oppose"
    target = inference.target
    above = map_.claims[target].label if isinstance(target, ClaimId) else f"the step {map_.inferences[target].label}"
    return f"Why {premises} {verb}{'' if inference.is_joint else 's'} {above}"
