"""Argdown: the text language for arguments by Christian Voigt, Gregor Betz and others, in and out."""

from argmap.formats.argdown.reading import read
from argmap.formats.argdown.recognising import recognises
from argmap.formats.argdown.writing import write

__all__ = ["read", "recognises", "write"]
