"""MindMup: mind maps in JSON, whose groups of supporting and opposing ideas are arguments."""

from argmap.formats.mindmup.ideas import recognises
from argmap.formats.mindmup.reading import read
from argmap.formats.mindmup.writing import write

__all__ = ["read", "recognises", "write"]
