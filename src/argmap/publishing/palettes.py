"""Palettes: the colours of pictures and pages. They repeat what signs and words say, and never say it alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.drawings.scene import Tone


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``: a strong one and a tint for each tone, and those of letters and paper.

    Every text has a contrast of at least 4.5 to 1 on what it stands on (WCAG 2.2, 1.4.3); a test computes it.
    """

    support: str
    support_tint: str
    oppose: str
    oppose_tint: str
    root: str = "#1c2430"
    root_tint: str = "#eef2f7"
    ink: str = "#1c2430"
    muted: str = "#515c6b"
    paper: str = "#ffffff"
    track: str = "#cdd5de"

    def strong(self, tone: Tone) -> str:
        """Return the colour of a tone's lines and signs."""
        return {"root": self.root, "support": self.support, "oppose": self.oppose}[tone]

    def tint(self, tone: Tone) -> str:
        """Return the colour of a tone's cards."""
        return {"root": self.root_tint, "support": self.support_tint, "oppose": self.oppose_tint}[tone]


PALETTES: dict[str, Palette] = {
    "blue-orange": Palette("#1b5f9e", "#e8f1fa", "#a8430a", "#fdf0e4"),
    # Okabe and Ito, "Color Universal Design": blue and vermillion, the second darkened until it can be read.
    "okabe": Palette("#006aa6", "#e3f1f9", "#b24a00", "#fbeee3"),
    "green-red": Palette("#0b7050", "#e7f5ef", "#b3261e", "#fdecea"),
    "grey": Palette("#3a3f45", "#f7f7f7", "#3a3f45", "#e6e6e6", root_tint="#ffffff"),
}
"""The palettes there are, the usual one first. With ``grey``, signs and stripes alone tell the sides apart."""

USUAL = "blue-orange"
