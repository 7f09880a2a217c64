"""The JSON of arguebuf, as its Python library and ArgueMapper save it."""

from argmap.formats.arguebuf.reading import read
from argmap.formats.arguebuf.recognising import recognises
from argmap.formats.arguebuf.writing import write

__all__ = ["read", "recognises", "write"]
