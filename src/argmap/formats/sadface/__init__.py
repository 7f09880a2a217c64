"""SADFace, the argument description format of MonkeyPuzzle: all of its generations are read, 0.2 is written."""

from argmap.formats.sadface.reading import read
from argmap.formats.sadface.recognising import recognises
from argmap.formats.sadface.writing import write

__all__ = ["read", "recognises", "write"]
