"""The Markdown outline: positions as headings, and under them bullets with signs that any editor keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.formats.markdown_claims import Sayings
from argmap.formats.markdown_lines import is_outline, outline_of
from argmap.formats.markdown_steps import Steps
from argmap.formats.markdown_writing import outline_lines
from argmap.formats.report import Imported
from argmap.model import Polarity

if TYPE_CHECKING:
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, Entity


def recognises(text: str) -> bool:
    """Whether *text* is an outline: it has bullets with signs, or is mostly headings and bullets."""
    return is_outline(text)


def read(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read the outline *text*; *bare* says how bullets without a sign bear on what they are under, if they do."""
    del name  # an outline always says something: what cannot be read is told to the tally with its line
    if bare not in {None, *Polarity}:
        message = f"A bullet without a sign either supports or opposes, not “{bare}”."
        raise UnfitError(message)
    outline = outline_of(text, tally)
    sayings = Sayings(outline, tally)
    steps = Steps(sayings.of, tally, None if bare is None else Polarity(bare))
    for block in outline.blocks:
        if not block.is_heading:
            steps.take(block)
    entities: list[Entity] = [sayings.about(), *sayings.claims(), *steps.inferences()]
    return Imported(tuple(entities), tally.report())


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write the claims, positions and inferences of *map_*; what has no place there is told to *tally*."""
    lines = list(outline_lines(map_, tally))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join([*lines, ""]).encode("utf-8", "replace")
