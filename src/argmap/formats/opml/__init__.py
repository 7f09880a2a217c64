"""OPML 2.0: the format in which outliners pass outlines on to one another."""

from argmap.formats.opml.reading import read, recognises
from argmap.formats.opml.writing import write

__all__ = ["read", "recognises", "write"]
