"""JSON Canvas: text nodes are claims, and arrows that say so inferences (https://jsoncanvas.org/spec/1.0)."""

from argmap.formats.canvas.cards import recognises
from argmap.formats.canvas.reading import read
from argmap.formats.canvas.writing import write

__all__ = ["read", "recognises", "write"]
