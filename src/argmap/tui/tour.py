"""Tour: seven steps through the screen, each one action and one sentence. No terminal here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import About, Claim, Inference, Polarity

if TYPE_CHECKING:
    from argmap.model import Entity


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step: the ids of the *actions* that take it, and the *sentence* that asks for the first, by its key.

    *must_change* says that it is taken only when the action changed what is shown.
    """

    actions: tuple[str, ...]
    sentence: str
    must_change: bool = False


STEPS = (
    TourStep(
        ("down", "right", "page-down", "bottom", "next-position"),
        "Press [down]: the cursor goes one row down, to an answer to the question.",
    ),
    TourStep(
        ("toggle", "fold", "fold-all", "left"),
        "Press [toggle]: what is under the answer folds away. Once more brings it back.",
        must_change=True,
    ),
    TourStep(
        ("add-reason",),
        "Press [add-reason], type a reason for the claim under the cursor, and press Enter.",
        must_change=True,
    ),
    TourStep(
        ("undo",), "Press [undo]: your reason goes. Every step can be taken back, also tomorrow.", must_change=True
    ),
    TourStep(("find",), "Press [find] and type “staff”: the cursor goes there. Enter stays."),
    TourStep(("help", "palette"), "Press [help]: everything that can be done, with its key. Esc closes it."),
    TourStep(("quit",), "Press [quit]: you have seen it all. Next: argmap sample --open, or argmap new."),
)
"""The steps, in their order."""


class Tour:
    """How far somebody is; what they do besides is theirs to do."""

    def __init__(self) -> None:
        """Begin with the first step."""
        self._taken = 0

    @property
    def step(self) -> TourStep | None:
        """The step that is asked for; None when the tour is over."""
        return STEPS[self._taken] if self._taken < len(STEPS) else None

    @property
    def line(self) -> str:
        """The number and the sentence of the step, with ids of actions in brackets for their keys."""
        if self.step is None:
            return "That was the tour. Press [quit] to leave."
        return f"{self._taken + 1}/{len(STEPS)}: {self.step.sentence} (Esc twice leaves.)"

    def did(self, action: str, *, changed: bool) -> bool:
        """Take note of an *action* that was done; tell whether it was the step asked for."""
        step = self.step
        if step is None or action not in step.actions or (step.must_change and not changed):
            return False
        self._taken += 1
        return True


def tour_map() -> list[Entity]:
    """Return what the small map of the tour holds."""
    texts = (
        "Yes, the library should open on Sundays.",
        "No, it should stay closed.",
        "People who work all week have no other day for it.",
        "Most of the town's shift workers have Sunday off.",
        "Sunday staff would cost more than the town can pay.",
        "Volunteers could run the desk on Sundays.",
    )
    claims = [
        Claim(number=number, text=text, position={1: "a0", 2: "a1"}.get(number)) for number, text in enumerate(texts, 1)
    ]
    links = ((3, 1, True), (4, 3, True), (5, 2, True), (6, 5, False))
    inferences = [
        Inference(
            number=number,
            polarity=Polarity.SUPPORTS if supports else Polarity.OPPOSES,
            target=claims[target - 1].id,
            premises=(claims[premise - 1].id,),
            order="a0",
        )
        for number, (premise, target, supports) in enumerate(links, 1)
    ]
    about = About(title="A tour of argmap", question="Should the town library open on Sundays?")
    return [about, *claims, *inferences]
