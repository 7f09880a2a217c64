"""Memos: what bears on a premise stands under it, not under the one that is named last."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from argmap.outlines.memo import memo
from argmap.outlines.paper import Point
from tests.conftest import a_claim, an_inference


def test_each_premise_is_followed_by_what_bears_on_it() -> None:
    claims = [a_claim(1, position="a0"), *map(a_claim, range(2, 8))]
    steps = [
        an_inference(1, "c1", 2, 3),
        an_inference(2, "c2", 4),
        an_inference(3, "c4", 5, opposes=True),
        an_inference(4, "c3", 6),
        an_inference(5, "r1", 7, opposes=True),
    ]
    map_ = ArgumentMap([*claims, *steps])
    paper = memo(map_, selected(map_, Selection()), Selection())
    points = [block for block in paper.blocks if isinstance(block, Point)]
    assert [(point.depth, point.relation, point.label) for point in points] == [
        (0, "", "C1"),
        (0, "because", "C2"),
        (1, "because", "C4"),
        (2, "but", "C5"),
        (0, "and", "C3"),
        (1, "but that does not follow", "C7"),  # of the step, under its last premise
        (1, "because", "C6"),
    ]
