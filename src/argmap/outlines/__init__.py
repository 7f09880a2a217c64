"""What is said of a map and in which order: the one linear view that screens, outlines and exports share."""

from argmap.outlines.deep import MOST_INDENTED, deep_starts
from argmap.outlines.line import Line
from argmap.outlines.passages import CitedPassage, dependence_between, overlap, passages_of, reading_order
from argmap.outlines.selection import Row, Selected, Selection, selected, sources_of, start_at
from argmap.outlines.walk import Roots, bearing_here, homes, roots, roots_and_homes, walk

__all__ = [
    "MOST_INDENTED",
    "CitedPassage",
    "Line",
    "Roots",
    "Row",
    "Selected",
    "Selection",
    "bearing_here",
    "deep_starts",
    "dependence_between",
    "homes",
    "overlap",
    "passages_of",
    "reading_order",
    "roots",
    "roots_and_homes",
    "selected",
    "sources_of",
    "start_at",
    "walk",
]
