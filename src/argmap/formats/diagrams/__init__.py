"""Diagrams for other programs: GraphML, DOT and Mermaid. They are written only: a picture is no map."""

from argmap.formats.diagrams.dot import write as write_dot
from argmap.formats.diagrams.graphml import write as write_graphml
from argmap.formats.diagrams.mermaid import write as write_mermaid

__all__ = ["write_dot", "write_graphml", "write_mermaid"]
