"""Argument graphs: nodes that are claims or schemes, and edges between them, as AIF, arguebuf and SADFace have them."""
