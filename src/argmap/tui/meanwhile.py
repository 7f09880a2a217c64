"""Meanwhile: what others changed while somebody filled in the same blanks. No terminal here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.errors import UnfitError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.tui.blank import Answer, Answers, Blank


class OvertakenError(UnfitError):
    """Somebody else changed the words that are about to be replaced."""

    def __init__(self, what: str, way: str, now: str) -> None:
        """Name *what* was changed and the *way* on, both words of ours, and say what it is *now*."""
        says = f"It says now: {one_line(now)}" if now else "It is empty now."
        super().__init__(f"Not saved: somebody changed {what} meanwhile. {way}. {says}")


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed into blanks and not saved, and what the same blanks held when that was begun."""

    typed: Answers
    begun: Answers


def unsaved(blanks: Sequence[Blank], typed: Answers) -> Unsaved:
    """Return what was *typed* into *blanks*, to go on with later."""
    return Unsaved(typed, {blank.name: blank.value for blank in blanks if blank.name in typed})


def filled_in(blanks: Sequence[Blank], answers: Mapping[str, Answer]) -> Answers:
    """Return those of the *answers* that are not what the *blanks* held."""
    return {blank.name: answers[blank.name] for blank in blanks if answers.get(blank.name, blank.value) != blank.value}


def overtaken(then: Sequence[Blank], now: Sequence[Blank], answers: Mapping[str, Answer]) -> Answers:
    """Return what those blanks hold *now* that were filled in with something else while others changed them too."""
    held = {blank.name: blank.value for blank in then}
    ours = filled_in(then, answers)
    changed = (each for each in now if each.name in ours and each.value not in {held[each.name], ours[each.name]})
    return {each.name: each.value for each in changed}


def rebased(blanks: Sequence[Blank], held: Mapping[str, Answer]) -> tuple[Blank, ...]:
    """Return *blanks* with what some of them *held* at another time."""
    return tuple(replace(each, value=held.get(each.name, each.value)) for each in blanks)


def refusal(blanks: Sequence[Blank], now: Mapping[str, Answer], way: str) -> OvertakenError:
    """Return the refusal that names the first of the *blanks* others filled in too, and what it holds *now*."""
    blank = next(blank for blank in blanks if blank.name in now)
    says = now[blank.name]
    shown = next((each.shown for each in blank.choices("") if each.answer == says), "") if blank.choices else says
    return OvertakenError(f'"{blank.label}"', way, shown if isinstance(shown, str) else "yes" if shown else "no")


class Attention:
    """Knows what a form was opened on, so that nothing which others did since is written over unasked."""

    def __init__(self, blanks: Sequence[Blank], before: Unsaved | None = None) -> None:
        """Begin with *blanks* as they are now, and as they were where something was typed *before* and left."""
        self.blanks = tuple(blanks) if before is None else rebased(blanks, before.begun)

    def typed(self, now: Sequence[Blank], answers: Mapping[str, Answer]) -> Answers:
        """Return what was filled in; refuse once where others filled in the same, which is all right the next time."""
        theirs = overtaken(self.blanks, now, answers)
        if theirs:
            self.blanks = rebased(self.blanks, theirs)
            raise refusal(self.blanks, theirs, "Save again to put yours there")
        return filled_in(self.blanks, answers)

    def unsaved(self, answers: Answers) -> Unsaved | None:
        """Return what of the *answers* is to be kept, if anything is."""
        typed = filled_in(self.blanks, answers)
        return unsaved(self.blanks, typed) if typed else None
