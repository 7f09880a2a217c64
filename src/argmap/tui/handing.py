"""Handing over: the claim under the cursor goes to the person's own editor, and what came back becomes one step."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from argmap.errors import ArgmapError, UnfitError
from argmap.tui.card import overtaken, rebased
from argmap.tui.cards import card_here, keep_draft, save_card
from argmap.tui.elsewhere import Sheet, edited, editor_command
from argmap.tui.places import QUESTION

if TYPE_CHECKING:
    from argmap.tui.blank import Answers
    from argmap.tui.card import Card
    from argmap.tui.stage import Stage

_ON_SHEET = frozenset({"text", "note", "question", "description"})
_WAIT = "Nothing was changed. If your editor came back at once, make it wait, such as EDITOR='code --wait'."
_EMPTY = "The file came back empty, so nothing was changed."
_NO_LINE = "The line in the middle is gone, so nothing was saved. What you wrote is kept: [card] here goes on."
_KEPT = "What you wrote is kept: [card] here goes on."


def edit_elsewhere(screen: Stage) -> None:
    """Let the person edit what the row says, and the note under it, in their own editor."""
    command = editor_command(os.environ)
    card, draft = card_here(screen)
    names = ("question", "description") if card.place == QUESTION else ("text", "note")
    said = {blank.name: str(blank.value) for blank in card.blanks if blank.name in names}
    before, sheet = _sheet(card, said), _sheet(card, said | {name: str(draft[name]) for name in names if name in draft})
    text = _hand_over(screen, command, sheet, card.label)
    if not text.strip():
        raise UnfitError(_EMPTY)
    was, now = before.read(before.written()), sheet.read(text)
    if was is None or now is None:
        keep_draft(screen, card, {**draft, names[0]: text.strip()})
        raise UnfitError(screen.keymap.filled(_NO_LINE))
    filled: Answers = {name: new for name, old, new in zip(names, was, now, strict=True) if new != old}
    if not filled:
        screen.say(_WAIT)
        return
    _save(screen, card, filled, draft)


def _sheet(card: Card, said: dict[str, str]) -> Sheet:
    above, below = said.values()
    return Sheet(above, below, ("question", "description") if card.place == QUESTION else ("claim", "note"))


def _hand_over(screen: Stage, command: list[str], sheet: Sheet, name: str) -> str:
    text, failed = "", None
    try:
        with screen.app.suspend():
            try:
                text = edited(command, sheet.written(), name.replace(" ", "-"))
            except (ArgmapError, OSError) as error:  # the terminal comes back only where the block ends without one
                failed = error
    except SuspendNotSupported:
        message = "This terminal cannot be handed to another program. [card] shows the card."
        raise UnfitError(screen.keymap.filled(message)) from None
    if failed is not None:
        raise failed
    return text


def _save(screen: Stage, card: Card, filled: Answers, draft: Answers) -> None:
    """Take the step; what cannot be saved waits in the card, and so does what else was typed there."""
    keep_draft(screen, card, {**draft, **filled})
    try:
        save_card(screen, card, filled)
    except ArgmapError as error:
        told = rebased(card, overtaken(screen.document.map, card, filled))  # to save once more is to mean it
        keep_draft(screen, told, {**draft, **filled})
        message = f"{error} {screen.keymap.filled(_KEPT)}"
        raise UnfitError(message) from None
    keep_draft(screen, card, {name: text for name, text in draft.items() if name not in _ON_SHEET})
