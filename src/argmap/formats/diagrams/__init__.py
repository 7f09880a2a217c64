"""Diagrams for other programs: GraphML, DOT and Mermaid. They are written only: a picture is no map."""
