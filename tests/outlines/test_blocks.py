"""Debate files: reasons are numbered as a tree, and say which of several premises they are for."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.model import ArgumentMap, ClaimId
from argmap.outlines import Selection, selected
from argmap.outlines.blocks import HAT, NO_ANSWER, blocks
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


def headings(map_: ArgumentMap, selection: Selection) -> list[str]:
    """The hats of a debate file."""
    paper = blocks(map_, selected(map_, selection), selection)
    return [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == HAT]


def two_positions() -> ArgumentMap:
    """C3 supports C1, C4 opposes C1 and supports C2, C5 supports C2, C6 opposes C5, C7 opposes C2, C8 supports C2."""
    claims = [a_claim(n, f"Claim {n}", {1: "a0", 2: "a1"}.get(n)) for n in range(1, 9)]
    steps = [
        an_inference(1, "c1", 3),
        an_inference(2, "c1", 4, opposes=True),
        an_inference(3, "c2", 4),
        an_inference(4, "c2", 5, order="a1"),
        an_inference(5, "c5", 6, opposes=True),
        an_inference(6, "c2", 7, opposes=True),
        an_inference(7, "c2", 8, order="a2"),
    ]
    return ArgumentMap([*claims, *steps])


def test_the_file_of_a_side_answers_the_reasons_for_its_rivals_too() -> None:
    """What opposes us and supports them is answered once; the file of a whole map has a part for each."""
    map_ = two_positions()
    ours = Selection(side=map_.claims[ClaimId("c1")])
    assert [hat for hat in headings(map_, ours) if hat.startswith("AT")] == [
        "AT: Claim 4",
        "AT: Claim 5 (for C2)",
        "AT: Claim 8 (for C2)",
    ]
    told = [block.text for block in blocks(map_, selected(map_, ours), ours).blocks if isinstance(block, Heading)]
    assert told[told.index("AT: Claim 5 (for C2)") + 1 :][:3] == [
        "AT: Claim 5 — frontline",
        "They say: Claim 5 [C5]",
        "1. Claim 6 [C6]",
    ]
    assert told[-2:] == ["They say: Claim 8 [C8]", NO_ANSWER]
    assert not any("(for C" in hat for hat in headings(map_, Selection()))


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"top": 1}, ["AT: Claim 4", "AT: Claim 5 (for C2)"]),
        ({"depth": 1}, ["AT: Claim 4", "AT: Claim 5 (for C2)", "AT: Claim 8 (for C2)"]),
        ({"depth": 0}, []),
        ({"unanswered": True}, ["AT: Claim 4", "AT: Claim 5 (for C2)"]),
        ({"max_claims": 3}, ["AT: Claim 4"]),
    ],
)
def test_a_selection_narrows_what_is_told_of_rivals(wish: dict[str, Any], expected: list[str]) -> None:
    """The strongest are those of what is not told yet, as C4 is."""
    map_ = two_positions()
    found = headings(map_, Selection(side=map_.claims[ClaimId("c1")], **wish))
    assert [hat for hat in found if hat.startswith("AT")] == expected
