"""The Markdown outline: positions as headings, and under them bullets with signs that any editor keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.foreign import is_data
from argmap.formats.markdown_imported import bare_polarity, imported
from argmap.formats.markdown_lines import is_outline, outline_of
from argmap.formats.markdown_writing import outline_lines

if TYPE_CHECKING:
    from argmap.formats.report import Imported, Tally
    from argmap.model import ArgumentMap


def recognises(text: str) -> bool:
    """Whether *text* is an outline: it has bullets with signs, or is mostly headings and bullets."""
    return not is_data(text) and is_outline(text)


def read(text: str, name: str, tally: Tally, bare: str | None = None) -> Imported:
    """Read the outline *text*; *bare* says how bullets without a sign bear on what they are under, if they do."""
    del name  # an outline always says something: what cannot be read is told to the tally with its line
    polarity = bare_polarity(bare, "bullet")
    return imported(outline_of(text, tally), tally, polarity)


def write(map_: ArgumentMap, tally: Tally) -> bytes:
    """Write the claims, positions and inferences of *map_*; what has no place there is told to *tally*."""
    lines = list(outline_lines(map_, tally))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join([*lines, ""]).encode("utf-8", "replace")
