"""Drawings: where each claim of an argument stands in a picture. Plain geometry; writing it is left to publishing."""

from argmap.drawings.drawing import draw, title_of
from argmap.drawings.measuring import Weight, text_width
from argmap.drawings.scene import Badge, Bar, Box, Card, Chip, Edge, Frame, LegendEntry, Scene, Words
from argmap.drawings.stacking import Layout, Part

__all__ = [
    "Badge",
    "Bar",
    "Box",
    "Card",
    "Chip",
    "Edge",
    "Frame",
    "Layout",
    "LegendEntry",
    "Part",
    "Scene",
    "Weight",
    "Words",
    "draw",
    "text_width",
    "title_of",
]
