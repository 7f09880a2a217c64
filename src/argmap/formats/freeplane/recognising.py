"""Whether a text is a mind map of Freeplane or FreeMind, by its outermost element."""

from __future__ import annotations

from argmap.formats.xml_text import root_of

_FEW = 200_000


def recognises(text: str) -> bool:
    """Whether the outermost element of *text* is a ``map`` with nodes, as Freeplane and FreeMind have it."""
    return root_of(text) == "map" and "<node" in text[:_FEW]
