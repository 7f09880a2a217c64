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
    for number in range(1, claims if claims > 1 else 1):
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


def overlapping(boxes: Iterable[Box]) -> list[tuple[Box, Box]]:
    """The pairs of boxes that have any area in common, found by a sweep from left to right."""
    found: list[tuple[Box, Box]] = []
    active: list[Box] = []
    for box in sorted(boxes, key=lambda each: each.x):
        active = [each for each in active if each.right > box.x + _CLOSE]
        found += [(each, box) for each in active if each.y < box.bottom - _CLOSE and box.y < each.bottom - _CLOSE]
        active.append(box)
    return found


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
