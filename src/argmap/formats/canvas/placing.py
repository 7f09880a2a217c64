"""Where nodes stand on a canvas: as in argmap's own pictures, from left to right, with room for words on the arrows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from argmap.drawings.drawing import parts_of
from argmap.drawings.stacking import Layout, arrange
from argmap.outlines import Selection, selected

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.drawings.arranging import Place
    from argmap.model import ArgumentMap, EntityId

Geometry = dict[str, int]
"""``x``, ``y``, ``width`` and ``height`` in pixels."""

_SIZE = 1.5
"""How much larger than in our pictures cards are: canvases set text larger, with wider margins."""
_ACROSS = 1.9
"""How much wider the way from column to column is: between cards there is room for words and for points."""
_POINT_WIDTH, _POINT_HEIGHT = 80, 50
_BESIDE = 60


def places_of(map_: ArgumentMap, points: Container[EntityId]) -> dict[EntityId, Geometry]:
    """Return where each claim of *map_* stands, and each of *points*, the inferences that have a node of their own."""
    found: dict[EntityId, Geometry] = {}
    if not map_.claims:
        return found
    parts = arrange(parts_of(map_, selected(map_, Selection())), Layout.LEFT_RIGHT).moved(0, 0)
    for place in chain.from_iterable(parts):
        inference = place.panel.inference
        if inference is not None and inference.id in points:
            found.setdefault(inference.id, _point(place))
        for slip, box in zip(place.panel.slips, place.cards, strict=True):
            if not slip.repeat or slip.claim.id not in found:
                found[slip.claim.id] = {
                    "x": round(box.x * _ACROSS),
                    "y": round(box.y * _SIZE),
                    "width": round(slip.width * _SIZE),
                    "height": round(box.height * _SIZE),
                }
    return found


def below(places: dict[EntityId, Geometry], missing: list[EntityId]) -> dict[EntityId, Geometry]:
    """Return places under all others for what no picture shows: inferences that bear on one another in a circle."""
    bottom = max((place["y"] + place["height"] for place in places.values()), default=0) + _BESIDE
    return {
        id_: {"x": number * (_POINT_WIDTH + _BESIDE), "y": bottom, "width": _POINT_WIDTH, "height": _POINT_HEIGHT}
        for number, id_ in enumerate(missing)
    }


def _point(place: Place) -> Geometry:
    """Return where the point of an inference stands: left of its premises, half way to what they bear on."""
    x, middle = place.box.x * _ACROSS, place.box.middle[1] * _SIZE
    return {
        "x": round(x - _BESIDE - _POINT_WIDTH),
        "y": round(middle - _POINT_HEIGHT / 2),
        "width": _POINT_WIDTH,
        "height": _POINT_HEIGHT,
    }
