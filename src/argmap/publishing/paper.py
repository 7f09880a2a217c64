"""Paper: its sizes, and how small letters may become on it."""

from __future__ import annotations

from argmap.drawings.proportions import NOTE_TEXT
from argmap.drawings.wrapping import fit

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "letter": (612.0, 792.0),
}
"""The sizes of paper, upright, in points (ISO 216; ANSI/ASME Y14.1)."""

LEAST_TEXT = 7.0
"""How large the smallest letters on paper must be, in points."""

_FOOT_TEXT = 8.0
_FOOT_SHARE = 0.6  # of a page's width, for the title

LEAST_SCALE = LEAST_TEXT / NOTE_TEXT
"""Points a pixel at which they are."""


def at_foot(title: str, width: float) -> str:
    """Return a title cut short, so that it and a page's number stand in one line at the foot, *width* points wide."""
    return fit(title, _FOOT_TEXT, width * _FOOT_SHARE)
