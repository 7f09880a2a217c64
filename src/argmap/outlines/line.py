"""Line: one claim at one place of the argument, with the sign and the words for what it does there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Claim, Inference

SIGNS = {
    "position": ("=", "position"),
    "reason": ("+", "supports"),
    "objection": ("-", "opposes"),
    "undercut": ("x", "undercuts"),
    "backing": ("^", "backs"),
    "together": ("&", "and"),
    "root": ("*", "claim"),
}
"""The sign and the word for what a line does at its place; signs are ASCII, since their width is safe everywhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim at a place: under a target through an *inference*, or at the top (*inference* None).

    *depth* counts from 0. *mate* is the claim's place among the inference's premises. *repeat* says that the claim is
    shown in full elsewhere, *below* that this is further down. *hidden* counts the lines that would stand under
    it but for a limit, at all levels; a shared claim counts at each of its places, its branch at one.
    """

    depth: int
    claim: Claim
    inference: Inference | None = None
    mate: int = 0
    repeat: bool = False
    below: bool = False
    hidden: int = 0

    @property
    def kind(self) -> str:
        """What the line does here: a key of `SIGNS`."""
        if self.inference is None:
            return "position" if self.claim.is_position else "root"
        return "together" if self.mate else self.inference.kind

    @property
    def sign(self) -> str:
        """The sign for it: ``=`` ``+`` ``-`` ``x`` ``^`` ``&`` or ``*``."""
        return SIGNS[self.kind][0]

    @property
    def word(self) -> str:
        """The word for it: position, supports, opposes, undercuts, backs, and, claim."""
        return SIGNS[self.kind][1]

    @property
    def elsewhere(self) -> str:
        """Words for where a repeated claim is shown in full, as in ``see C44 above``; nothing for others."""
        return f"see {self.claim.label} {'below' if self.below else 'above'}" if self.repeat else ""

    @property
    def need(self) -> str:
        """Words at the first of several co-premises: ``both needed``, ``all 3 needed``; nothing elsewhere."""
        if self.inference is None or not self.inference.is_joint or self.mate:
            return ""
        count = len(self.inference.premises)
        return "both needed" if count == 2 else f"all {count} needed"  # noqa: PLR2004  # a pair has its own word
