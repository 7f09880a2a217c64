"""Memos: a head to fill in, what bears on a premise under it, and a mark on what nobody has answered."""

from __future__ import annotations

from argmap.model import About, ArgumentMap, Claim, Inference
from argmap.outlines import Selection, selected
from argmap.outlines.blocks import NO_ANSWER
from argmap.outlines.memo import LEFT_OUT, NO_OBJECTIONS, NO_OPTIONS, memo
from argmap.outlines.paper import Heading, Paper, Paragraph, Point, Run
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


def the_memo(*entities: Claim | Inference, selection: Selection | None = None) -> Paper:
    """The memo of a map of *entities*."""
    map_ = ArgumentMap(entities)
    return memo(map_, selected(map_, selection or Selection()), selection or Selection())


def test_objections_without_an_answer_say_so_and_answered_ones_and_answers_do_not() -> None:
    """An answer that nobody has met is no weak spot: it speaks for the option."""
    claims = [a_claim(1, position="a0"), *map(a_claim, range(2, 10))]
    steps = [
        an_inference(1, "c1", 2, 3, opposes=True),  # answered at the first of its premises
        an_inference(2, "c2", 4, opposes=True),  # the answer, with a reason of its own
        an_inference(5, "c4", 8),
        an_inference(6, "c8", 9, opposes=True),  # against that: it has none
        an_inference(3, "c1", 5),
        an_inference(4, "r3", 6, 7, opposes=True),  # told once, at the last premise
    ]
    marked = [
        block.label
        for block in the_memo(*claims, *steps).blocks
        if isinstance(block, Point) and NO_ANSWER in str(block)
    ]
    assert marked == ["C7", "C9"]


def test_the_head_names_the_subject_and_leaves_the_rest_to_its_writer() -> None:
    paper = the_memo(a_claim(1, text="Tax carbon", position="a0"))
    told = [block.text for block in paper.blocks if isinstance(block, Paragraph) and block.manner == "head"]
    assert told == ["To: (who decides)", "From: (you)", "Date: (today)", "Subject: Tax carbon"]


def test_an_option_without_objections_of_its_own_says_so() -> None:
    paper = the_memo(a_claim(1, position="a0"), a_claim(2), an_inference(1, "c1", 2))
    place = paper.blocks.index(Heading(2, "Objections and answers"))
    (said,) = [block.text for block in paper.blocks[place + 1 : place + 2] if isinstance(block, Paragraph)]
    assert said == NO_OBJECTIONS


def test_objections_that_are_left_out_are_not_denied() -> None:
    entities = [a_claim(1, position="a0"), *map(a_claim, range(2, 4))]
    steps = [an_inference(1, "c1", 2), an_inference(2, "c1", 3, opposes=True)]
    told = the_memo(*entities, *steps, selection=Selection(max_claims=2)).blocks
    assert Paragraph((Run(LEFT_OUT, "italic"),)) in told


def test_a_repeat_points_up_or_down_in_the_order_of_the_memo() -> None:
    """Reasons stand before objections here, whatever their order in the map."""
    claims = [a_claim(1, position="a0"), *map(a_claim, range(2, 5))]
    steps = [
        an_inference(1, "c1", 2, opposes=True),
        an_inference(2, "c2", 4),
        an_inference(3, "c1", 3),
        an_inference(4, "c3", 4),
    ]
    points = [block for block in the_memo(*claims, *steps).blocks if isinstance(block, Point)]
    assert [(point.label, point.home) for point in points] == [
        ("C1", ""),
        ("C3", ""),
        ("C4", "below"),
        ("C2", ""),
        ("C4", ""),
    ]


def test_what_a_depth_leaves_out_is_counted() -> None:
    claims = [a_claim(1, position="a0"), a_claim(2), a_claim(3)]
    paper = the_memo(*claims, an_inference(1, "c1", 2), an_inference(2, "c2", 3), selection=Selection(depth=1))
    assert "(1 claim below left out)" in str(paper.blocks)


def test_without_a_position_or_an_argument_it_says_that_there_are_no_options() -> None:
    map_ = ArgumentMap([About(question="Why?"), a_claim(1)])
    made = memo(map_, selected(map_, Selection()), Selection())
    texts = [block.text for block in made.blocks if not isinstance(block, Point)]
    assert texts[texts.index("Options") + 1] == NO_OPTIONS
