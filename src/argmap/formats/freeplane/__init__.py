"""Freeplane: the mind maps of Freeplane and FreeMind, in files that end in .mm."""

from argmap.formats.freeplane.reading import read, recognises
from argmap.formats.freeplane.writing import write

__all__ = ["read", "recognises", "write"]
