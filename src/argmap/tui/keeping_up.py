"""Keeping up: an open form shows what others change in the blanks that nobody here has touched, and tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from argmap.errors import GoneError, UnfitError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argmap.tui.blank import Answer, Answers, Blank

_GONE = "What this is about was removed meanwhile. Copy what you need of what you typed, then press Esc."


class Field(Protocol):
    """A blank on the screen, with what stands in it."""

    @property
    def answer(self) -> Answer:
        """What was typed, or what stood there."""

    def show(self, value: Answer) -> None:
        """Let *value* stand in it, as if it had stood there from the beginning."""


class KeepingUp:
    """Knows what the blanks of a form held when it was opened, and what they hold *now* in the map."""

    def __init__(self, blanks: Sequence[Blank], now: Callable[[], Sequence[Blank]]) -> None:
        """Begin with *blanks*, which are those of the last look, too."""
        self.blanks = blanks
        self._given = {blank.name: blank.value for blank in blanks}
        self._seen = dict(self._given)
        self._now = now
        self._is_gone = False

    def look(self, fields: Mapping[str, Field]) -> str:
        """Show in *fields* what others changed and nobody here has touched; say in a sentence what they changed.

        There is room for one: the last of the blanks that both changed, else the last that only they did.
        """
        try:
            self.blanks = self._now()
        except UnfitError as error:
            return self._once(str(error))
        except GoneError:
            return self._once(_GONE)
        both = theirs = ""
        for blank in (each for each in self.blanks if each.value != self._seen[each.name]):
            field = fields.get(blank.name)
            if field is None:
                continue  # what is chosen from a list stays; saving asks
            is_ours = field.answer != self._seen[blank.name]
            self._seen[blank.name] = blank.value
            told = f'Somebody changed "{blank.label}" meanwhile'
            if is_ours:
                both = f"{told}: saving yours will ask first."
            else:
                field.show(blank.value)
                theirs = f"{told}: you see it as it is now."
        return both or theirs

    def _once(self, sentence: str) -> str:
        was_gone, self._is_gone = self._is_gone, True
        return "" if was_gone else sentence

    def meant(self, answers: Answers) -> Answers:
        """Return *answers* with what the form was opened on wherever only others have changed it."""
        given, seen = self._given, self._seen
        return {name: given[name] if answer == seen[name] else answer for name, answer in answers.items()}
