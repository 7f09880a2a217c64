"""The Argument Interchange Format as JSON: AIFdb's own, xAIF around it, and OVA's, which is only read."""

from argmap.formats.aif.reading import read, read_ova, read_xaif
from argmap.formats.aif.recognising import is_aif, is_ova, is_xaif
from argmap.formats.aif.writing import write, write_xaif

__all__ = ["is_aif", "is_ova", "is_xaif", "read", "read_ova", "read_xaif", "write", "write_xaif"]
