"""Index cards fitted to paper: as much on each as stands there in print that can be read, the claim always in full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.display import printable, shorten_between_words
from argmap.drawings.measuring import Weight
from argmap.drawings.wrapping import wrap_text
from argmap.outlines.index_cards import NO_ANSWER, IndexCard
from argmap.outlines.paper import Run
from argmap.publishing.card_sheets import Face, face_height
from argmap.publishing.cleaning import NOTHING
from argmap.publishing.strips import GAP, LINE, SURE, Strip, height, least_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.outlines.index_cards import Attack, Deck, Mention
    from argmap.publishing.card_sheets import Paper

_SHARES = (0.5, 0.62, 0.38)
"""How much of a card's width the left of two columns may have."""

_SOURCE_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class _Look:
    """How much is told, and how large: print of the claim and of the rest, and how many of each kind of thing."""

    claim: float
    rest: float
    reasons: int
    attacks: int
    answers: int
    letters: int
    passages: int
    quote: int
    full_cite: bool = True


_LOOKS = (
    _Look(20, 12, 12, 12, 3, 300, 4, 900),
    _Look(18, 11, 12, 12, 3, 300, 4, 900),
    _Look(15, 10, 12, 12, 3, 300, 3, 900),
    _Look(15, 10, 12, 12, 3, 160, 3, 500),
    _Look(14, 9.5, 12, 12, 2, 160, 2, 500),
    _Look(14, 9.5, 12, 12, 2, 110, 2, 300),
    _Look(13, 9, 12, 10, 2, 110, 2, 300),
    _Look(13, 9, 12, 8, 1, 90, 1, 240),
    _Look(12, 8.5, 12, 8, 1, 90, 1, 200),
    _Look(12, 8.5, 10, 6, 1, 75, 1, 200),
    _Look(12, 8, 8, 5, 1, 70, 1, 160),
    _Look(11, 8, 6, 4, 1, 60, 1, 160),
    _Look(11, 8, 4, 3, 1, 60, 1, 140, full_cite=False),
    _Look(10, 7.5, 2, 2, 1, 60, 1, 100, full_cite=False),
    _Look(9, 7.5, 1, 1, 0, 50, 1, 0, full_cite=False),
    _Look(8, 7.5, 0, 0, 0, 50, 1, 0, full_cite=False),
    _Look(8, 7.5, 0, 0, 0, 0, 0, 0, full_cite=False),
)
"""From rich to terse. Print is never smaller than 7.5 points."""


def faces(deck: Deck, paper: Paper) -> list[Face]:
    """Return what is printed on each card; a claim too long for one goes on on the next, the sources come last."""
    found: list[Face] = []
    for number, card in enumerate(deck.cards, 1):
        parts = _faces(card, paper.room)
        for part, face in enumerate(parts, 1):
            several = f", part {part} of {len(parts)}" if len(parts) > 1 else ""
            found.append(replace(face, place=f"{number}/{len(deck.cards)}{several}"))
    return [*found, *_sources(deck, paper.room)]


def _sources(deck: Deck, room: tuple[float, float]) -> Iterator[Face]:
    """Yield cards with the list of sources."""
    width, most = room
    card = IndexCard("Sources", "", "", "", "", "")
    strips: list[Strip] = []
    for entry in deck.sources:
        strip = Strip(_clean(entry), _SOURCE_SIZE, manner="reference")
        if strips and height([*strips, strip], width) > most:
            yield Face(card, tuple(strips))
            strips = []
        strips.append(strip)
    if strips:
        yield Face(card, tuple(strips))


def _faces(card: IndexCard, room: tuple[float, float]) -> list[Face]:
    width, most = room
    for look in _LOOKS:
        face = _face(card, look)
        if min(face_height(each, width, least_height) for each in _shares(face)) > most:
            continue
        face = _shared(face, width)
        if face_height(face, width) <= most:
            return [face]
    return _continued(card, room)


def _shared(face: Face, width: float) -> Face:
    """Return *face* with its columns as wide as makes them lowest."""
    shares = _shares(face)
    return min(shares, key=lambda each: face_height(each, width)) if len(shares) > 1 else face


def _shares(face: Face) -> list[Face]:
    return [replace(face, share=share) for share in _SHARES] if face.left and face.right else [face]


def _continued(card: IndexCard, room: tuple[float, float]) -> list[Face]:
    """Return the claim on as many cards as it takes, what bears on it on the last or one more."""
    size, (width, most) = _LOOKS[-1].claim, room
    lines = wrap_text(_said(card.text), size, width * SURE, Weight.SEMIBOLD)
    many = max(1, int((most - GAP) / (size * LINE)) - 1)  # one to spare: joined lines break at other places
    pieces = [" ".join(lines[first : first + many]) for first in range(0, len(lines), many)]
    *full, last = [Face(card, (Strip((Run(piece, "strong"),), size),)) for piece in pieces]
    rests = [_shared(_face(replace(card, text=""), look), width) for look in _LOOKS[2:]]
    for before in (last.wide, ()):
        for rest in rests:
            joined = replace(rest, card=card, wide=(*before, *rest.wide))
            if face_height(joined, width) <= most and rest.wide + rest.left + rest.right:
                return [*full, joined] if before else [*full, last, joined]
    return [*full, last]


def _face(card: IndexCard, look: _Look) -> Face:
    """Return the card as rich as *look* says; without a text, only what bears on it."""
    wide = [Strip((Run(_said(card.text), "strong"),), look.claim)] if card.text else []
    wide.extend(_about(card, look))
    return Face(card, tuple(wide), tuple(_reasons(card, look)), tuple(_attacks(card, look)))


def _about(card: IndexCard, look: _Look) -> Iterator[Strip]:
    """Yield what goes over the whole width: co-premises, the warrant, where it is from, other places, comments."""
    if not look.letters:
        return
    for mate in card.mates[: look.reasons + 1]:
        yield _strip(look, "& ", mate, look.letters)
    if card.warrant:
        yield Strip((Run("Warrant: ", "strong"), Run(_cut(card.warrant, look.letters), "italic")), look.rest)
    for passage in card.passages[: look.passages]:
        quote = _cut(passage.quote, look.quote) if look.quote and passage.quote else ""
        runs = (Run(f"“{quote}” "),) if quote else ()
        cite = _clean(passage.cite) if look.full_cite else (Run(printable(passage.key), "cite"),)
        yield Strip((*runs, *cite), look.rest, manner="reference")
    also = "; ".join((*(each.key for each in card.passages[look.passages :]), *filter(None, [card.also])))
    if also:
        yield Strip((Run(f"Also: {_cut(also, look.letters)}", "faint"),), look.rest)
    if card.again:
        yield Strip((Run(f"Also used at {', '.join(card.again)}", "faint"),), look.rest)
    for comment in card.comments:
        yield Strip((Run(_cut(comment, 2 * look.letters), "italic"),), look.rest)


def _reasons(card: IndexCard, look: _Look) -> Iterator[Strip]:
    if card.reasons:
        yield Strip((Run("Because", "strong"),), look.rest)
    for reason in card.reasons[: look.reasons]:
        yield _strip(look, "+ ", reason, look.letters)
    yield from _more(len(card.reasons) - look.reasons, "reason", look)


def _attacks(card: IndexCard, look: _Look) -> Iterator[Strip]:
    if card.attacks:
        yield Strip((Run("Said against it, and the answers", "strong"),), look.rest)
    for attack in card.attacks[: look.attacks]:
        yield _strip(look, "− ", attack.said, look.letters)
        yield from _answers(attack, look)
    yield from _more(len(card.attacks) - look.attacks, "attack", look)


def _answers(attack: Attack, look: _Look) -> Iterator[Strip]:
    indent = look.rest
    if attack.unmet:
        yield Strip((Run(attack.unmet, "strong" if attack.unmet == NO_ANSWER else "italic"),), look.rest, indent)
    for answer in attack.answers[: look.answers]:
        yield replace(_strip(look, "› ", answer, look.letters), indent=indent)
    left = len(attack.answers) + attack.more - look.answers
    yield from (replace(strip, indent=indent) for strip in _more(left, "answer", look))


def _more(count: int, word: str, look: _Look) -> Iterator[Strip]:
    if count > 0:
        yield Strip((Run(f"+{count} more {word}{'' if count == 1 else 's'}", "faint"),), look.rest)


def _strip(look: _Look, lead: str, mention: Mention, letters: int) -> Strip:
    way = f"{mention.way}: " if mention.way else ""
    number = Run(f" {printable(mention.number)}", "faint")
    return Strip((Run(f"{lead}{way}", "strong"), Run(_cut(mention.text, letters)), number), look.rest)


def _cut(text: str, letters: int) -> str:
    return shorten_between_words(_said(text), max(letters, 1))


def _clean(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(replace(run, text=printable(run.text)) for run in runs)


def _said(text: str) -> str:
    return printable(text).strip() or NOTHING
