"""From the headings and bullets of an outline to the entities they say, for every format that is read as an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.formats.markdown_claims import Sayings
from argmap.formats.markdown_steps import Steps
from argmap.formats.report import Imported
from argmap.model import Polarity

if TYPE_CHECKING:
    from argmap.formats.markdown_lines import Outline
    from argmap.formats.report import Tally
    from argmap.model import Entity


def bare_polarity(bare: str | None, called: str) -> Polarity | None:
    """Return how what has no sign bears on what it is under, if it does; *called* names it where that is refused."""
    if bare not in {None, *Polarity}:
        message = f"A {called} without a sign either supports or opposes, not “{bare}”."
        raise UnfitError(message)
    return None if bare is None else Polarity(bare)


def imported(outline: Outline, tally: Tally, bare: Polarity | None) -> Imported:
    """Return what *outline* says, and the report of reading it."""
    sayings = Sayings(outline, tally)
    steps = Steps(sayings.of, tally, bare)
    for block in outline.blocks:
        if not block.is_heading:
            steps.take(block)
    entities: list[Entity] = [sayings.about(), *sayings.claims(), *steps.inferences()]
    return Imported(tuple(entities), tally.report())
