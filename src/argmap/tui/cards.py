"""Cards: opens the card of a row as a form, and keeps what was typed and left, until the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.card import card_for, step_for

if TYPE_CHECKING:
    from argmap.tui.card import Card
    from argmap.tui.stage import Stage


def open_card(screen: Stage) -> None:
    """Show the card of the row under the cursor, with what was typed into it and left."""
    from argmap.tui.card_form import CardForm

    card = card_for(screen.document.map, screen.tree_view.row)

    def left(draft: dict[str, str] | None) -> None:
        keep_draft(screen, card, draft or {})
        if draft:
            screen.say("The draft is kept: press E here again to go on.")

    draft = screen.left_cards.get(card.place, {})
    screen.app.push_screen(CardForm(screen.signs, card, draft, lambda filled: save_card(screen, card, filled)), left)


def keep_draft(screen: Stage, card: Card, draft: dict[str, str]) -> None:
    """Keep *draft* for the next time *card* is opened; an empty one is forgotten."""
    if draft:
        screen.left_cards[card.place] = draft
    else:
        screen.left_cards.pop(card.place, None)


def save_card(screen: Stage, card: Card, filled: dict[str, str]) -> None:
    """Take the step that says what was filled in, on top of what others may have changed meanwhile."""
    screen.poll()
    screen.take(step_for(screen.document.map, card, filled))
