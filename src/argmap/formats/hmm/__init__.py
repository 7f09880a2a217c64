"""h-m-m: a mind map as lines indented by tabs, with the signs of our outlines at the start of each."""

from argmap.formats.hmm.reading import read
from argmap.formats.hmm.texts import recognises
from argmap.formats.hmm.writing import write

__all__ = ["read", "recognises", "write"]
