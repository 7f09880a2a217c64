"""Debate files: reasons are numbered as a tree, and say which of several premises they are for."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from argmap.outlines.blocks import blocks
from argmap.outlines.paper import TAG_LEVEL, Heading
from tests.conftest import a_claim, an_inference


def tags(map_: ArgumentMap) -> list[str]:
    """The tags of a map's debate file."""
    paper = blocks(map_, selected(map_, Selection()), Selection())
    return [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == TAG_LEVEL]


def test_reasons_of_reasons_are_numbered_under_them_and_name_the_premise_they_are_for() -> None:
    claims = [a_claim(1, text="Thesis", position="a0"), *(a_claim(n, text=f"Claim {n}") for n in range(2, 9))]
    steps = [
        an_inference(1, "c1", 2, 3),
        an_inference(2, "c2", 4),
        an_inference(3, "c2", 5),
        an_inference(4, "c4", 6),
        an_inference(5, "c3", 7),
        an_inference(6, "r1", 8),
    ]
    assert tags(ArgumentMap([*claims, *steps])) == [
        "Thesis [C1]",
        "Claim 2 [C2]",
        "And: Claim 3 [C3]",
        "1. (for C2) Claim 4 [C4]",
        "1.1. Claim 6 [C6]",
        "2. Claim 5 [C5]",
        "3. That follows: Claim 8 [C8]",
        "4. (for C3) Claim 7 [C7]",
    ]


def test_numbers_of_a_long_chain_of_reasons_stay_short() -> None:
    claims = [a_claim(1, position="a0"), *map(a_claim, range(2, 42))]
    steps = [an_inference(n - 1, f"c{n - 1}", n) for n in range(2, 42)]
    told = tags(ArgumentMap([*claims, *steps]))
    assert max(len(tag.split()[0]) for tag in told) <= len("1.1.1.1.1.1.")
