"""Cards: opens the card of a row as a form, and keeps what was typed and left, until the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.card import blanks_now, card_for, overtaken, rebased, step_for
from argmap.tui.meanwhile import refusal, unsaved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.tui.blank import Answers, Blank
    from argmap.tui.card import Card
    from argmap.tui.stage import Stage


def card_here(screen: Stage) -> tuple[Card, Answers]:
    """Return the card of the row under the cursor, with what was typed into it and left.

    The blanks that were typed into hold what they held then: what others made of them since is noticed on saving.
    """
    card = card_for(screen.document.map, screen.tree_view.row)
    before = screen.left_cards.get(card.place)
    return (card, {}) if before is None else (rebased(card, before.begun), before.typed)


def open_card(screen: Stage) -> None:
    """Show the card of the row under the cursor, with what was typed into it and left."""
    from argmap.tui.forms import Form

    card, draft = card_here(screen)

    def save(answers: Answers) -> None:
        nonlocal card
        screen.poll()
        now = overtaken(screen.document.map, card, answers)
        if now:
            card = rebased(card, now)  # to save once more is to mean it
            raise refusal(card.blanks, now, "Save again to put yours there")
        save_card(screen, card, answers)
        keep_draft(screen, card, {})

    def leave(draft: Answers) -> None:
        keep_draft(screen, card, draft)
        screen.say(f"The draft is kept: {screen.key('card')} here again goes on." if draft else "")

    def now() -> Sequence[Blank]:
        return blanks_now(screen.document.map, card)

    form = Form(screen.signs, f"Edit {card.label}", card.blanks, save, leave=leave, draft=draft)
    screen.app.push_screen(form.keep_up(now))


def keep_draft(screen: Stage, card: Card, draft: Answers) -> None:
    """Keep *draft* for the next time *card* is opened; an empty one is forgotten."""
    if draft:
        screen.left_cards[card.place] = unsaved(card.blanks, draft)
    else:
        screen.left_cards.pop(card.place, None)


def save_card(screen: Stage, card: Card, answers: Answers) -> None:
    """Take the step that says what was filled in, on top of what others may have changed meanwhile."""
    screen.poll()
    now = overtaken(screen.document.map, card, answers)
    if now:
        raise refusal(card.blanks, now, "Look at both")
    screen.take(step_for(screen.document.map, card, answers))
