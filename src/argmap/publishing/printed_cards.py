"""Index cards as PDF: four to a sheet, with lines to cut along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.display import printable
from argmap.publishing.card_fitting import faces
from argmap.publishing.card_sheets import FOOT, GUTTER, HEAD, INSET, answered, number_size, side_of
from argmap.publishing.directions import runs_from_right
from argmap.publishing.strips import GAP
from argmap.publishing.typesetting import breakable, typeset

if TYPE_CHECKING:
    from argmap.outlines.index_cards import Deck
    from argmap.publishing.card_sheets import Face, Paper
    from argmap.publishing.strips import Strip

_USUAL = re.compile("[\x00-\u052f\u2000-\u22ff]*")  # letters and signs whose height our font sets
_LINES = 1.7  # of two lines in the head, as the first may end early


def write(deck: Deck, paper: Paper) -> tuple[bytes, tuple[str, ...]]:
    """Return *deck* as a PDF for *paper*, and notices of what no font can show."""
    places = ((card.label, card.text + "".join(each.quote for each in card.passages)) for card in deck.cards)
    return typeset("cards", as_data(deck, paper), places=places)


def as_data(deck: Deck, paper: Paper) -> dict[str, Any]:
    """Return *deck* as the JSON values that the template reads; lengths are points."""
    language = deck.language.split("-")[0]
    return {
        "title": printable(deck.title),
        "language": language if len(language) in {2, 3} and language.isalpha() else "en",
        "width": paper.width / 2,
        "height": paper.height / 2,
        "inset": INSET,
        "head": HEAD,
        "foot": FOOT,
        "gap": GAP,
        "gutter": GUTTER,
        "cards": [_face(face, paper) for face in faces(deck, paper)],
    }


def _face(face: Face, paper: Paper) -> dict[str, Any]:
    card = face.card
    strips = (*face.wide, *face.left, *face.right)
    return {
        "number": card.number or card.label,
        "label": f"[{card.label}]" if card.label else "",
        "large": number_size(card),
        "sign": card.sign,
        "relation": card.relation,
        "target": breakable(answered(card, paper, _LINES)),
        "stands": card.stands,
        "stripe": side_of(card),
        "place": face.place,
        "share": face.share,
        "sure": all(_USUAL.fullmatch(strip.text) for strip in strips),
        "wide": [_strip(each) for each in face.wide],
        "left": [_strip(each) for each in face.left],
        "right": [_strip(each) for each in face.right],
    }


def _strip(strip: Strip) -> dict[str, Any]:
    return {
        "runs": [{"text": breakable(run.text), "manner": run.manner} for run in strip.runs],
        "size": strip.size,
        "indent": strip.indent,
        "rtl": runs_from_right(strip.runs, strip.manner),
    }
