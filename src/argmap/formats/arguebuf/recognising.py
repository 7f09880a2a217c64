"""Whether a JSON text is an arguebuf graph, by the keys in it."""

from __future__ import annotations

from argmap.formats.json_shape import mentions, shape_of

_OTHERS = {"schemaVersion", "schema_version", "libraryVersion", "library_version", "majorClaim", "participants"}


def recognises(text: str) -> bool:
    """Whether *text* is an object whose nodes are an object: of atoms and schemes, or of none."""
    if not mentions(text, "atom", "scheme", *_OTHERS):
        return False
    shape = shape_of(text)
    if not shape.has("nodes", "{"):
        return False
    below = shape.below["nodes"]
    return bool({"atom", "scheme"} & below) or (not below and bool(_OTHERS & shape.opens.keys()))
