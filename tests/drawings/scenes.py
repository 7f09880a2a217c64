"""What the tests of pictures share: maps of any shape as scenes, and what must not happen between boxes."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from argmap.drawings import Layout, draw
from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from benchmarks.synthetic import entities
from tests.conftest import a_claim, an_inference
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.drawings import Box, Scene
    from argmap.outlines import Selected

LAYOUTS = tuple(Layout)
_CLOSE = 0.01

Span = tuple[tuple[float, float], tuple[float, float]]
Pair = tuple[Span, Span]


@cache
def any_maps() -> st.SearchStrategy[ArgumentMap]:
    """Small maps with everything a map may hold, hostile texts among it, and larger ones of all shapes."""
    return st.one_of(
        maps().filter(lambda map_: bool(map_.claims)),
        st.builds(grown, st.integers(1, 60), st.integers(0, 10_000)),
    )


def grown(claims: int, seed: int) -> ArgumentMap:
    """A map with shared claims, co-premises, undercuts of undercuts, backings, cycles and very long words."""
    choose = random.Random(seed)
    texts = [
        "Short.",
        "W" * 300,
        "Some claim of usual length that takes two or three lines.",
        "撤军将使伊斯兰国卷土重来" * 4,
    ]
    held = [
        a_claim(number, choose.choice(texts), position="a0" if number <= choose.randint(1, 3) else None)
        for number in range(1, claims + 1)
    ]
    steps = []
    for number in range(1, max(1, claims)):
        target = (
            f"r{choose.randint(1, number - 1)}"
            if number > 1 and choose.random() < 0.3
            else f"c{choose.randint(1, claims)}"
        )
        premises = {choose.randint(1, claims) for _ in range(choose.choice((1, 1, 1, 2, 4)))} - {int(target[1:])}
        if premises:
            steps.append(
                an_inference(number, target, *premises, opposes=choose.random() < 0.4, order=f"a{number % 10}")
            )
        else:
            steps.append(an_inference(number, "c1", 2, opposes=True))
    return ArgumentMap([*held, *steps])


def chosen(map_: ArgumentMap) -> Selected:
    """All of a map."""
    return selected(map_, Selection())


def scene_of(map_: ArgumentMap, layout: Layout | None = None) -> Scene:
    """The picture of all of a map."""
    return draw(map_, chosen(map_), layout)


def synthetic(claims: int) -> ArgumentMap:
    """A map of so many claims."""
    return ArgumentMap(entities(claims))


def overlapping(boxes: Iterable[Box]) -> list[Pair]:
    """The pairs of boxes that have any area in common, found by a sweep along the longer side of them all."""
    spans = [((box.x, box.right), (box.y, box.bottom)) for box in boxes]
    if not spans:
        return []
    reach = [max(span[way][1] for span in spans) - min(span[way][0] for span in spans) for way in (0, 1)]
    long = 0 if reach[0] > reach[1] else 1
    found: list[Pair] = []
    active: list[Span] = []
    for span in sorted(spans, key=lambda each: each[long]):
        active = [each for each in active if each[long][1] > span[long][0] + _CLOSE]
        found += [(each, span) for each in active if _meet(each[1 - long], span[1 - long])]
        active.append(span)
    return found


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] - _CLOSE and other[0] < one[1] - _CLOSE


def is_inside(inner: Box, outer: Box) -> bool:
    """Whether a box lies within another."""
    return (
        inner.x >= outer.x - _CLOSE
        and inner.y >= outer.y - _CLOSE
        and inner.right <= outer.right + _CLOSE
        and inner.bottom <= outer.bottom + _CLOSE
    )


def outer_boxes(scene: Scene) -> list[Box]:
    """Frames, and the cards that stand alone."""
    return [*(frame.box for frame in scene.frames), *(card.box for card in scene.cards if not card.framed)]
