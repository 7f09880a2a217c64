"""Working: what dialogs have in common that change the map while they are open, and show it as it is then."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from argmap.tui.dialogs import Dialog, attempt
from argmap.tui.status import StatusLine
from argmap.tui.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import Step
    from argmap.tui.stage import Stage

_Answer = TypeVar("_Answer")


class Working(Dialog[_Answer], Watching[_Answer]):
    """A dialog over the map on a stage; its steps can be undone and redone in it."""

    def __init__(self, stage: Stage) -> None:
        """Change the map that *stage* shows."""
        super().__init__(stage.signs)
        self.stage = stage
        self.said = StatusLine(stage.signs, "said")
        self.watch_map(stage.document)

    def fill(self) -> None:
        """Show the map as it is now."""
        raise NotImplementedError

    def catch_up(self) -> None:
        """Show what others changed."""
        self.fill()

    def say(self, sentence: str) -> None:
        """Show a sentence in the dialog."""
        self.said.say(sentence)

    def attempt(self, deed: Callable[[], None]) -> None:
        """Do a deed; what goes wrong is said and ends nothing."""
        attempt(deed, self.said)

    def take(self, step: Step) -> None:
        """Take a step, and show what it made of the map."""
        self.stage.take(step)
        self.taken(step)

    def taken(self, step: Step) -> None:
        """Show the map after a step that was taken."""
        self.fill()
        undo = self.stage.key("undo")
        self.say(f"{step.label} · {undo} undo" if step.changes else "Nothing to change: it is like that already.")

    def action_undo(self) -> None:
        """Take the last step back."""
        self.attempt(lambda: self._follow(self.stage.document.undo(), "redo"))

    def action_redo(self) -> None:
        """Take back the undoing."""
        self.attempt(lambda: self._follow(self.stage.document.redo(), "undo"))

    def _follow(self, step: Step, back: str) -> None:
        self.stage.follow(step)
        self.stage.say("")
        self.fill()
        self.say(f"{step.label} · {self.stage.key(back)} {back}")
