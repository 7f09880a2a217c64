"""Index cards one under another, for formats that cannot be cut: a heading each, and what the card tells in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outlines.paper import Heading, Paper, Paragraph, Point, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.outlines.index_cards import Attack, Deck, IndexCard, Mention
    from argmap.outlines.paper import Block


def deck_paper(deck: Deck) -> Paper:
    """Return *deck* as a paper, its sources at the end."""
    blocks: list[Block] = [block for card in deck.cards for block in _card(card)]
    if deck.sources:
        blocks.append(Heading(1, "Sources"))
        blocks.extend(Paragraph(entry, "reference") for entry in deck.sources)
    return Paper(deck.title, deck.subtitle, tuple(blocks), "cards", "none", deck.language)


def heading_of(card: IndexCard) -> str:
    """Return a card's head on one line: number, sign, what it does to what, and for which side."""
    target = f" {card.target.number}" if card.target is not None else ""
    stands = f" ({card.stands})" if card.stands and card.stands != card.relation else ""
    return f"{card.number or card.label} {card.sign} {card.relation}{target}{stands}"


def _card(card: IndexCard) -> Iterator[Block]:
    yield Heading(2, heading_of(card))
    yield Paragraph((Run(card.text, "strong"), Run(f" [{card.label}]")))
    if card.target is not None:
        yield Point(1, "", ">", "answers", _named(card.target), "")
    yield from (Point(1, "", "&", "and", _named(mate), "") for mate in card.mates)
    if card.warrant:
        yield Point(1, "", "^", "warrant", card.warrant, "")
    for passage in card.passages:
        quote = (Run(f"“{passage.quote}” "),) if passage.quote else ()
        yield Paragraph((*quote, *passage.cite), "cite")
    if card.also:
        yield Paragraph((Run(f"Also: {card.also}"),), "note")
    if card.again:
        yield Paragraph((Run(f"Also used at {', '.join(card.again)}"),), "note")
    yield from (Point(1, "", "+", "because", _named(reason), "") for reason in card.reasons)
    for attack in card.attacks:
        yield from _attack(attack)
    if card.more:
        yield Paragraph((Run(f"(+{card.more} more left out)"),), "note")
    yield from (Paragraph((Run(comment, "italic"),), "note") for comment in card.comments)


def _attack(attack: Attack) -> Iterator[Block]:
    yield Point(1, "", "-", "but", _named(attack.said), "")
    for answer in attack.answers:
        yield Point(2, "", "-", "answer", _named(answer), "")
    if attack.more:
        yield Point(2, "", "-", "answer", f"{attack.more} more", "")
    elif attack.unmet:
        yield Point(2, "", "*", "", attack.unmet, "")


def _named(mention: Mention) -> str:
    """Return a mention with the number of its card, as in ``I.A A price cuts emissions``."""
    way = f"{mention.way}: " if mention.way else ""
    return f"{way}{mention.text} ({mention.number})"
