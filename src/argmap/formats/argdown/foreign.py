"""What only Argdown has words for: it stands among the extras of a claim, a step or a map under a key of its own."""

from __future__ import annotations

from typing import Any

from argmap.formats.graphs.kept import foreign_in

FOREIGN = "argdown"
"""That key."""


def foreign_of(extras: str) -> dict[str, Any]:
    """Return what stands under it in *extras*; empty, if nothing does."""
    return foreign_in(extras, FOREIGN)
