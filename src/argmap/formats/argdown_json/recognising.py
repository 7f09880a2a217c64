"""Whether a JSON text is Argdown's, by the keys in it."""

from __future__ import annotations

from argmap.formats.json_shape import mentions, shape_of

_MAP_NODES = {"statement-map-node", "argument-map-node", "group-map-node"}


def recognises(text: str) -> bool:
    """Whether *text* has statements and arguments by their titles, as Argdown has them, or a map of them."""
    if not mentions(text, "statements", "arguments", "map"):
        return False
    shape = shape_of(text)
    if shape.has("statements", "{") and shape.has("arguments", "{"):
        return shape.opens.get("relations") == "[" or bool(
            "equivalence-class" in shape.below["statements"] or {"argument", "pcs"} & shape.below["arguments"]
        )
    if shape.has("arguments", "{", "type", "argument"):  # so many that nothing else has come yet
        return True
    return shape.has("map", "{", "nodes", "edges") and bool(_MAP_NODES & shape.below["map"])
