"""Paper: its sizes, and how small letters may become on it."""

from __future__ import annotations

from argmap.drawings.proportions import NOTE_TEXT

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "letter": (612.0, 792.0),
}
"""The sizes of paper, upright, in points (ISO 216; ANSI/ASME Y14.1)."""

LEAST_TEXT = 7.0
"""How large the smallest letters on paper must be, in points."""

LEAST_SCALE = LEAST_TEXT / NOTE_TEXT
"""Points a pixel at which they are."""
