"""Drawings: where each claim of an argument stands in a picture. Plain geometry; writing it is left to publishing."""

from argmap.drawings.drawing import draw, draw_pages
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
    "draw_pages",
    "text_width",
]
