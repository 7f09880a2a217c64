"""Panels: the inferences of a picture and the slips of their premises, as trees, before they have a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.drawings.measuring import Weight
from argmap.drawings.proportions import LINE, ROOT_LINE, ROOT_TEXT, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import Claim, Inference


@dataclass(slots=True, eq=False)
class Slip:
    """What one card says: the claim's *lines*, a *note* under them, where the note leads, and what bears on it.

    *kids* are the panels that bear on the claim, reasons before objections. A *repeat* is shown in full elsewhere.
    *hidden* counts what a limit leaves out under it. *remarks* are the lines of comments. *width* and *height* are
    in pixels.
    """

    claim: Claim
    lines: list[str]
    note: str
    url: str
    width: float
    height: float
    is_root: bool = False
    repeat: bool = False
    hidden: int = 0
    remarks: list[str] = field(default_factory=list)
    kids: list[Panel] = field(default_factory=list)

    @property
    def text_size(self) -> float:
        """The size of its letters."""
        return ROOT_TEXT if self.is_root else TEXT

    @property
    def line_height(self) -> float:
        """From one line to the next."""
        return ROOT_LINE if self.is_root else LINE

    @property
    def weight(self) -> Weight:
        """How heavy its letters are."""
        return Weight.SEMIBOLD if self.is_root else Weight.REGULAR


@dataclass(slots=True, eq=False)
class Panel:
    """An inference drawn: the *slips* of its premises, in one frame if they are several, and what bears on the step.

    A panel without an inference holds the one claim where a picture starts. *attacks* are the undercuts and backings.
    """

    inference: Inference | None
    slips: list[Slip] = field(default_factory=list)
    attacks: list[Panel] = field(default_factory=list)

    @property
    def is_framed(self) -> bool:
        """Whether it holds premises that work together."""
        return len(self.slips) > 1

    @property
    def bears_on_step(self) -> bool:
        """Whether it undercuts or backs a step."""
        return self.inference is not None and self.inference.bears_on_inference


def every_panel(roots: Iterable[Panel]) -> Iterator[Panel]:
    """Yield *roots* and all panels under them."""
    waiting = list(roots)
    while waiting:
        panel = waiting.pop()
        yield panel
        waiting.extend(panel.attacks)
        for slip in panel.slips:
            waiting.extend(slip.kids)


def with_attacks(panel: Panel) -> Iterator[tuple[Panel, Panel | None, int]]:
    """Yield a panel and what bears on its step, and on those steps, each with its step and how deep it is nested."""
    waiting: list[tuple[Panel, Panel | None, int]] = [(panel, None, 0)]
    while waiting:
        here, step, nesting = waiting.pop()
        yield here, step, nesting
        waiting.extend((attack, here, nesting + 1) for attack in reversed(here.attacks))
