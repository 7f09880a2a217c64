"""Selections: which part of a map is told, how much of it, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import About, ArgumentMap, Claim, ClaimId, Comment, CommentId, InferenceId
from argmap.model.roles import unanswered_attacks
from argmap.outlines import Selected, Selection, selected
from argmap.outlines.numbering import letters, numbers, roman
from argmap.outlines.strength import strength
from tests.conftest import a_claim, an_inference
from tests.strategies import maps

if TYPE_CHECKING:
    from argmap.model import Inference


def a_map(*links: Inference, positions: int = 1, count: int = 9, numbering: str = "") -> ArgumentMap:
    """Claims C1 to *count*, the first of them *positions*, and *links*."""
    claims = [a_claim(n, position=f"a{n}" if n <= positions else None) for n in range(1, count + 1)]
    return ArgumentMap([About(numbering=numbering), *claims, *links])


def told(chosen: Selected) -> list[str]:
    """Rows as ``I.A + C3``, with where repeats stand in full and how many lines are hidden."""
    return [
        f"{row.number} {row.line.sign} {row.line.claim.label}"
        + (f" see {row.home}" if row.line.repeat else "")
        + (f" ({row.line.hidden})" if row.line.hidden else "")
        for row in chosen.rows
    ]


def the_claim(map_: ArgumentMap, number: int) -> Claim:
    found = map_.numbered(Claim, number)
    assert isinstance(found, Claim)
    return found


def test_the_whole_map_is_told_position_by_position(small_map: ArgumentMap) -> None:
    chosen = selected(small_map, Selection())
    assert told(chosen) == [
        "I = C1",
        "I.A + C3",
        "I.B & C4",
        "I.B.1 x C7",
        "I.B.1.a x C8",
        "I.C - C5",
        "I.C.1 ^ C9",
        "I.C.2 - C6",
        "II = C2",
        "II.A - C3 see I.A",
    ]
    assert [len(part) for part in chosen.parts] == [8, 2]
    assert [claim.label for claim in chosen.unplaced] == ["C10"]
    assert (chosen.left_out, chosen.of) == (0, 10)


def test_a_side_is_a_position_and_what_bears_on_it(small_map: ArgumentMap) -> None:
    """What is told elsewhere in the whole map is told in full here."""
    chosen = selected(small_map, Selection(side=the_claim(small_map, 2)))
    assert told(chosen) == ["I = C2", "I.A - C3"]
    assert (chosen.unplaced, chosen.left_out, chosen.of) == ((), 0, 2)


def test_a_branch_starts_with_its_relation(small_map: ArgumentMap) -> None:
    assert told(selected(small_map, Selection(at=the_claim(small_map, 5))))[0] == "I - C5"
    step = small_map.inferences[InferenceId("r1")]
    chosen = selected(small_map, Selection(at=step))
    assert told(chosen) == ["I + C3", "II & C4", "II.A x C7", "II.A.1 x C8"]
    assert len(chosen.parts) == 1


def test_a_depth_says_what_is_below(small_map: ArgumentMap) -> None:
    chosen = selected(small_map, Selection(depth=1))
    assert told(chosen)[:4] == ["I = C1", "I.A + C3", "I.B & C4 (2)", "I.C - C5 (2)"]
    assert (chosen.left_out, chosen.of) == (4, 10)


def test_the_unanswered_are_told_with_the_ways_to_them(small_map: ArgumentMap) -> None:
    """C8 undercuts C7's step and is unanswered; so are C6, and C3 against C2. C5 and C7 are on the way."""
    chosen = selected(small_map, Selection(unanswered=True))
    assert told(chosen) == [
        "I = C1",
        "I.A + C3",
        "I.B & C4",
        "I.B.1 x C7",
        "I.B.1.a x C8",
        "I.C - C5",
        "I.C.1 - C6",
        "II = C2",
        "II.A - C3 see I.A",
    ]
    assert chosen.left_out == 2


def test_nothing_unanswered_is_an_empty_selection() -> None:
    chosen = selected(a_map(an_inference(1, "c1", 2)), Selection(unanswered=True))
    assert chosen.is_empty
    assert chosen.rows == ()


def test_the_strongest_come_first_by_relevance_times_credence() -> None:
    """An unset relevance counts .8, an unset credence .5; of several premises the least likely one counts."""
    links = [
        an_inference(1, "c1", 2),
        an_inference(2, "c1", 3, 4, order="a1"),
        an_inference(3, "c1", 5, opposes=True, order="a2"),
        an_inference(4, "c1", 6, order="a3"),
    ]
    rated = [
        Claim(id=ClaimId(f"c{number}"), number=number, text=f"Claim {number}", credence=credence)
        for number, credence in ((2, 0.25), (3, 0.95), (4, 0.75), (5, None), (6, None))
    ]
    map_ = ArgumentMap([About(), a_claim(1, position="a0"), *rated, *links])
    assert [strength(map_, link) for link in links] == pytest.approx([0.2, 0.6, 0.4, 0.4])
    assert told(selected(map_, Selection(top=2))) == ["I = C1", "I.A + C3", "I.B & C4", "I.C + C6", "I.D - C5"]
    assert selected(map_, Selection(top=1)).left_out == 2


def test_a_budget_of_claims_fills_upper_levels_first() -> None:
    """The premises of one step are told together or not at all."""
    map_ = a_map(
        an_inference(1, "c1", 2),
        an_inference(2, "c1", 3, 4, order="a1"),
        an_inference(3, "c2", 5),
        an_inference(4, "c5", 6),
        count=6,
    )
    assert told(selected(map_, Selection(max_claims=3))) == ["I = C1 (2)", "I.A + C2", "I.A.1 + C5 (1)"]
    assert told(selected(map_, Selection(max_claims=4))) == ["I = C1", "I.A + C2 (2)", "I.B + C3", "I.C & C4"]
    assert told(selected(map_, Selection(words=4))) == ["I = C1 (2)", "I.A + C2 (2)"]
    assert selected(map_, Selection(words=1)).is_empty


def test_a_repeat_whose_place_was_cut_is_told_where_it_stands() -> None:
    map_ = a_map(
        an_inference(1, "c1", 2),
        an_inference(2, "c2", 3),
        an_inference(3, "c3", 4),
        an_inference(4, "c4", 5),
        an_inference(5, "c1", 5, order="a1"),
        count=5,
    )
    assert told(selected(map_, Selection()))[-1] == "I.B + C5 see I.A.1.a.i"
    assert told(selected(map_, Selection(max_claims=3)))[-1] == "I.B + C5"


def test_comments_are_told_with_what_they_are_about(small_map: ArgumentMap) -> None:
    remarks = [
        Comment(id=CommentId("n1"), number=1, about=ClaimId("c3"), text="Is it?"),
        Comment(id=CommentId("n2"), number=2, about=InferenceId("r1"), text="How so?"),
    ]
    map_ = ArgumentMap([*small_map.entities(), *remarks])
    rows = selected(map_, Selection(comments=True)).rows
    assert [comment.label for comment in rows[1].comments] == ["N1", "N2"]
    assert sum(len(row.comments) for row in rows) == 2
    assert all(row.comments == () for row in selected(map_, Selection()).rows)


def test_numbers_follow_the_maps_own_numbering() -> None:
    link = an_inference(1, "c1", 2)
    assert [row.number for row in selected(a_map(link, count=2, numbering="decimal"), Selection()).rows] == ["1", "1.1"]
    assert [row.number for row in selected(a_map(link, count=2, numbering="none"), Selection()).rows] == ["", ""]


def test_deeper_than_six_levels_claims_go_by_their_own_numbers() -> None:
    """Also in a chain of 5,000, whose numbers would grow without end."""
    count = 5000
    links = [an_inference(number, f"c{number}", number + 1) for number in range(1, count)]
    rows = selected(a_map(*links, count=count), Selection()).rows
    assert [row.number for row in rows[:8]] == ["I", "I.A", "I.A.1", "I.A.1.a", "I.A.1.a.i", "I.A.1.a.i.1", "C7", "C8"]
    assert rows[-1].number == f"C{count}"
    assert selected(a_map(*links, count=count), Selection(max_claims=100)).left_out == count - 100


@pytest.mark.parametrize(
    ("count", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (48, "XLVIII"), (1994, "MCMXCIV"), (4000, "4000")]
)
def test_roman_numerals(count: int, numeral: str) -> None:
    assert roman(count) == numeral


@pytest.mark.parametrize(("count", "sign"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "ZZ"), (53, "AAA")])
def test_letters_go_on_as_word_counts(count: int, sign: str) -> None:
    assert letters(count) == sign


@given(maps())
def test_every_claim_is_told_and_in_full_once(map_: ArgumentMap) -> None:
    chosen = selected(map_, Selection())
    assert {claim.id for claim in chosen.claims} == set(map_.claims)
    full = [row.line.claim.id for row in chosen.rows if not row.line.repeat]
    assert sorted([*full, *(claim.id for claim in chosen.unplaced)]) == sorted(map_.claims)
    assert (chosen.left_out, chosen.of) == (0, len(map_.claims))


_BUDGETS = st.one_of(st.none(), st.integers(0, 9))


@given(maps(), st.booleans(), _BUDGETS, _BUDGETS, _BUDGETS, _BUDGETS)
def test_what_is_cut_is_counted_and_nothing_hangs_in_the_air(
    map_: ArgumentMap, unanswered: bool, depth: int | None, top: int | None, most: int | None, words: int | None
) -> None:
    """Budgets hold; no step is told by half; a repeat names a row that is there; numbers are each used once."""
    chosen = selected(
        map_, Selection(depth=depth, top=top, max_claims=most, words=words and 3 * words, unanswered=unanswered)
    )
    rows = chosen.rows
    told_claims = {row.line.claim.id for row in rows}
    assert chosen.left_out == chosen.of - len(told_claims | {claim.id for claim in chosen.unplaced})
    assert most is None or len(told_claims) <= most
    assert words is None or sum(len(row.line.claim.text.split()) for row in rows) <= 3 * words
    full = {row.line.claim.id for row in rows if not row.line.repeat}
    assert full == told_claims
    for place, row in enumerate(rows):
        assert row.line.depth <= (rows[place - 1].line.depth + 1 if place else 0)
        if row.line.repeat:
            assert row.home in {
                other.number or row.line.claim.label for other in rows if other.line.claim == row.line.claim
            }
    top_numbers = [row.number for row in rows if row.line.depth < 6 and row.number]
    assert len(set(top_numbers)) == len(top_numbers)
    for step in {row.line.inference for row in rows if row.line.inference}:
        assert {row.line.mate for row in rows if row.line.inference == step} == set(range(len(step.premises)))


@given(maps(), _BUDGETS, _BUDGETS, _BUDGETS)
def test_a_row_counts_all_that_is_left_out_under_it(
    map_: ArgumentMap, depth: int | None, most: int | None, words: int | None
) -> None:
    """Rows told and rows counted are together all the rows there are, wherever the start itself is told."""
    for position in map_.positions():
        side = Selection(side=position, depth=depth, max_claims=most, words=words and 3 * words)
        rows = selected(map_, side).rows
        if rows:
            everything = selected(map_, Selection(side=position)).rows
            assert len(rows) + sum(row.line.hidden for row in rows) == len(everything)


@given(maps())
def test_every_unanswered_attack_is_told(map_: ArgumentMap) -> None:
    chosen = selected(map_, Selection(unanswered=True))
    attacks = {attack.id for attack in unanswered_attacks(map_)}
    assert attacks <= {row.line.inference.id for row in chosen.rows if row.line.inference}
    assert bool(attacks) is not chosen.is_empty


def test_numbers_of_no_lines_are_none() -> None:
    assert list(numbers([])) == []
