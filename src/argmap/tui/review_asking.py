"""Review asking: the two questions of a merge: which words the claim gets, and whether it is really meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.reviewing import CONFIRMING
from argmap.tui.blank import Blank
from argmap.tui.forms import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from argmap.tui.blank import Answers
    from argmap.tui.signs import Signs


def ask_wording(app: App[object], signs: Signs, labels: str, begun: str, then: Callable[[str], None]) -> None:
    """Ask for the words of the claim that *labels* become, beginning with those of one, and do *then* with them."""

    def check(answers: Answers) -> None:
        if not str(answers["wording"]).strip():
            message = "A claim needs at least one word. Esc leaves both as they are."
            raise UnfitError(message)

    blank = Blank("wording", "Wording", value=begun)
    _ask(app, signs, f"One claim of {labels}", blank, check, then)


def ask_sure(app: App[object], signs: Signs, labels: str, then: Callable[[], None]) -> None:
    """Let a person confirm in so many letters that *labels* are one claim, and do *then*."""

    def check(answers: Answers) -> None:
        if str(answers["sure"]).strip().lower() != CONFIRMING:
            message = f"Type {CONFIRMING} and Enter, or Esc to leave both as they are."
            raise UnfitError(message)

    blank = Blank("sure", f"Type {CONFIRMING}")
    _ask(app, signs, f"Are {labels} one claim all the same?", blank, check, lambda _: then())


def _ask(  # a question is made of these
    app: App[object],
    signs: Signs,
    title: str,
    blank: Blank,
    check: Callable[[Answers], None],
    then: Callable[[str], None],
) -> None:
    answered: list[str] = []

    def save(answers: Answers) -> None:
        check(answers)
        answered.append(str(answers[blank.name]))

    def left(saved: bool | None) -> None:  # Textual calls it so
        if saved:
            then(answered[-1])

    app.push_screen(Form(signs, title, [blank], save, leave=lambda _: None), left)
