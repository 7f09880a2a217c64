"""Cards: opens the card of a row as a form, and keeps what was typed and left, until the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.tui.card import OvertakenError, card_for, overtaken, rebased, step_for

if TYPE_CHECKING:
    from argmap.tui.blank import Answers
    from argmap.tui.card import Card
    from argmap.tui.stage import Stage


def open_card(screen: Stage) -> None:
    """Show the card of the row under the cursor, with what was typed into it and left."""
    from argmap.tui.forms import Form

    card = card_for(screen.document.map, screen.tree_view.row)

    def save(answers: Answers) -> None:
        nonlocal card
        screen.poll()
        now = overtaken(screen.document.map, card, answers)
        if now:
            card = rebased(card, now)  # to save once more is to mean it
            raise _overtaken(card, now, "Save again to put yours there")
        save_card(screen, card, answers)
        keep_draft(screen, card, {})

    def leave(draft: Answers) -> None:
        keep_draft(screen, card, draft)
        screen.say(f"The draft is kept: {screen.key('card')} here again goes on." if draft else "")

    draft = screen.left_cards.get(card.place, {})
    screen.app.push_screen(Form(screen.signs, f"Edit {card.label}", card.blanks, save, leave=leave, draft=draft))


def _overtaken(card: Card, now: Answers, way: str) -> OvertakenError:
    """Return the refusal that names the first of the blanks which others filled in too, and what it holds *now*."""
    blank = next(blank for blank in card.blanks if blank.name in now)
    says = now[blank.name]
    return OvertakenError(f'"{blank.label}"', way, says if isinstance(says, str) else "yes" if says else "no")


def keep_draft(screen: Stage, card: Card, draft: Answers) -> None:
    """Keep *draft* for the next time *card* is opened; an empty one is forgotten."""
    if draft:
        screen.left_cards[card.place] = draft
    else:
        screen.left_cards.pop(card.place, None)


def save_card(screen: Stage, card: Card, answers: Answers) -> None:
    """Take the step that says what was filled in, on top of what others may have changed meanwhile."""
    screen.poll()
    now = overtaken(screen.document.map, card, answers)
    if now:
        raise _overtaken(card, now, "Look at both")
    screen.take(step_for(screen.document.map, card, answers))
