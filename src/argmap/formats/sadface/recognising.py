"""Whether a JSON text is a SADFace document, by the keys in it."""

from __future__ import annotations

from argmap.formats.json_shape import Shape, mentions, shape_of

_KINDS = {"atom", "scheme", "inference", "conflict"}
_OWN = ("source_id", "data", "sources", "metadata", "name")


def recognises(text: str) -> bool:
    """Whether *text* has edges with a source and a target id; without any edge, atoms and what stands around them."""
    shape = shape_of(text) if mentions(text, *_OWN) else Shape()
    if shape.has("edges", "[", "source_id", "target_id"):
        return shape.opens.get("nodes", "[") == "["  # of a large file, the nodes may not have come yet
    if not shape.has("nodes", "["):
        return False
    if shape.has("edges", "[", "data", "source", "target"):  # as MonkeyPuzzle draws it
        return {"data", "id", "content", "type"} <= shape.below["nodes"] and bool(_KINDS & shape.below["nodes"])
    if shape.below.get("edges"):
        return False
    nodes = shape.below["nodes"]
    if nodes:
        return {"id", "type"} <= nodes and bool(_KINDS & nodes) and bool({"sources", "metadata", "name"} & nodes)
    return "metadata" in shape.opens and "locutions" not in shape.opens and "edges" in shape.opens
