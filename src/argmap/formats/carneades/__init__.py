"""The YAML of Carneades 4: statements, arguments, issues and what is assumed."""

from argmap.formats.carneades.reading import read
from argmap.formats.carneades.recognising import recognises
from argmap.formats.carneades.writing import write

__all__ = ["read", "recognises", "write"]
