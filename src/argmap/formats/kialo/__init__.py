"""Kialo: the text files that its discussions are exported as, in the layout of 2018 and in that of 2025."""

from argmap.formats.kialo.entries import recognises, recognises_newer
from argmap.formats.kialo.reading import read
from argmap.formats.kialo.writing import write, write_newer

__all__ = ["read", "recognises", "recognises_newer", "write", "write_newer"]
