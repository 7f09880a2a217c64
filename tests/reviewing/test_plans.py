"""Plans: what is written can be read back, is applied whole, and is refused by its line where it does not fit."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, EditError, FormatError
from argmap.matching import duplicates
from argmap.model import ArgumentMap, ClaimId, Polarity, Verdict
from argmap.model.labels import find_claim
from argmap.reviewing.applying import identical_step, plan_step
from argmap.reviewing.decisions import Decision
from argmap.reviewing.plans import read_plan, write_plan
from argmap.reviewing.review import in_order
from tests.conftest import a_claim, an_inference
from tests.reviewing.pairs import WORDINGS, alike_maps
from tests.strategies import texts

ALIKE, PRESENT, TRAP = WORDINGS[0], WORDINGS[1], WORDINGS[3]


@pytest.fixture
def map_() -> ArgumentMap:
    """C1 is a position; C2 and C3 say the same in other words, C4 denies it, C5 says what C2 says."""
    claims = [
        a_claim(1, "Leave.", "a0"),
        *(a_claim(number, text) for number, text in enumerate((ALIKE, PRESENT, TRAP, ALIKE), 2)),
    ]
    return ArgumentMap([*claims, *(an_inference(number, "c1", number) for number in range(2, 6))])


def _written(map_: ArgumentMap) -> str:
    return "\n".join(write_plan(map_, in_order(duplicates(map_).pairs))) + "\n"


def _planned(first: str, second: str, decision: str, map_: ArgumentMap) -> str:
    a, b = (find_claim(map_, label).text for label in (first, second))
    return f"pair {first} {second}\n  A: {a}\n  B: {b}\n  decision: {decision}\n"


def _apply(map_: ArgumentMap, text: str) -> ArgumentMap:
    """The map after a plan; the map itself stays as it is."""
    done = ArgumentMap(map_.entities())
    done.apply(plan_step(map_, read_plan(text, "plan.txt"), "plan.txt").step)
    return done


@settings(max_examples=25)
@given(alike_maps())
def test_a_plan_can_be_read_back_and_names_every_pair(map_: ArgumentMap) -> None:
    found = duplicates(map_).pairs
    plan = read_plan(_written(map_), "plan.txt")
    claims = [frozenset(find_claim(map_, label).id for label in planned.labels) for planned in plan]
    assert claims == [frozenset((pair.first, pair.second)) for pair in in_order(found)]


@settings(max_examples=25)
@given(alike_maps())
def test_an_untouched_plan_merges_what_is_identical_and_nothing_else(map_: ArgumentMap) -> None:
    """Where even that cannot be, because one opposes the other, nothing at all is done."""
    pairs = duplicates(map_).pairs
    try:
        after = _apply(map_, _written(map_))
    except EditError as error:
        assert "plan.txt, line " in str(error)  # noqa: PT017  # both ends are right
        return
    by_batch = ArgumentMap(map_.entities())
    by_batch.apply(identical_step(map_, pairs).step)
    assert len(after.claims) == len(by_batch.claims)


@given(texts(), texts())
def test_any_words_of_claims_survive_the_plan(one: str, other: str) -> None:
    """Controls, line ends and marks of direction are shown clean there, and still known to be the same claim."""
    map_ = ArgumentMap([a_claim(1, one), a_claim(2, other)])
    from argmap.matching import Lane, Pair, compare

    pair = Pair(ClaimId("c1"), ClaimId("c2"), compare(one, other), Lane.NEAR)
    (planned,) = read_plan("\n".join(write_plan(map_, [pair])).replace(": skip", ": keep B, confirmed"), "p")
    assert planned.decision is Decision.KEEP_B
    done = plan_step(map_, [planned], "p")
    map_.apply(done.step)
    assert [claim.text for claim in map_.claims.values()] == [other]


def test_every_decision_of_a_plan(map_: ArgumentMap) -> None:
    done = _apply(map_, _planned("C2", "C3", "keep B", map_))
    assert find_claim(done, "C2").text == PRESENT
    done = _apply(map_, _planned("C2", "C3", "Write:  Presence breeds instability. ", map_))
    assert find_claim(done, "C3").text == "Presence breeds instability."
    done = _apply(map_, _planned("C2", "C3", "B says more than A", map_))
    (distinct,) = done.distincts.values()
    assert distinct.verdict is Verdict.NARROWER
    assert distinct.wordings[0].startswith("the presence of")
    for typed, polarity, target in (
        ("A opposes B", Polarity.OPPOSES, "c3"),
        ("b  SUPPORTS a", Polarity.SUPPORTS, "c2"),
    ):
        done = _apply(map_, _planned("C2", "C3", typed, map_))
        made = max(done.inferences.values(), key=lambda each: each.number)
        assert (made.polarity, made.target) == (polarity, target)
    assert len(_apply(map_, _planned("C2", "C4", "conflict", map_)).conflicts) == 1
    assert _apply(map_, _planned("C2", "C3", "skip", map_)) == map_


def test_what_is_joined_by_way_of_a_third_is_no_fault(map_: ArgumentMap) -> None:
    plan = "".join(_planned(*pair, "keep A", map_) for pair in (("C2", "C3"), ("C3", "C5"), ("C2", "C5")))
    done = _apply(map_, plan)
    assert {claim.label for claim in done.claims.values()} == {"C1", "C2", "C4"}


def test_the_words_that_are_kept_do_not_hang_on_the_order_of_the_lines() -> None:
    words = (ALIKE, PRESENT, "The coalition breeds instability in Iraq by its presence.")
    map_ = ArgumentMap([a_claim(1, "Leave.", "a0"), *(a_claim(number, text) for number, text in enumerate(words, 2))])
    lines = [_planned(*pair, "keep A, confirmed", map_) for pair in (("C2", "C3"), ("C2", "C4"), ("C3", "C4"))]
    for plan in permutations(lines):
        done = _apply(map_, "".join(plan))
        assert [claim.text for claim in done.claims.values()] == ["Leave.", ALIKE]


@pytest.mark.parametrize(
    ("decisions", "line", "sentence"),
    [
        ([("C2", "C3", "keep A"), ("C2", "C3", "different")], 8, "line 4 makes one claim of them"),
        ([("C2", "C3", "different"), ("C2", "C3", "keep A")], 4, "line 8 makes one claim of them"),
        (
            [("C2", "C3", "keep A"), ("C2", "C6", "keep A"), ("C3", "C6", "different")],
            12,
            "lines 4 and 8 make one claim of them",
        ),
        (
            [("C2", "C3", "keep A"), ("C2", "C4", "A opposes B"), ("C3", "C4", "A supports B")],
            12,
            "line 8 says another",
        ),
        ([("C2", "C3", "keep B"), ("C2", "C6", "keep A")], 8, "line 4 wants other words"),
        ([("C2", "C3", "write: One."), ("C2", "C6", "write: Another.")], 8, "line 4 wants other words"),
        ([("C2", "C3", "write: One."), ("C2", "C6", "keep A")], 8, "line 4 wants other words"),
        ([("C2", "C3", "A says more than B"), ("C2", "C3", "B says more than A")], 8, "line 4 says another"),
        ([("C2", "C3", "keep A"), ("C3", "C6", "keep A"), ("C2", "C6", "keep B")], 8, "line 4 wants other words"),
    ],
)
def test_decisions_that_contradict_each_other_are_refused_by_their_line(
    map_: ArgumentMap, decisions: list[tuple[str, str, str]], line: int, sentence: str
) -> None:
    map_ = ArgumentMap([*map_.entities(), a_claim(6, "By its presence the coalition breeds instability in Iraq.")])
    plan = "".join(_planned(*each, map_) for each in decisions)
    with pytest.raises(EditError, match=rf"plan\.txt, line {line}: .*{sentence}.*Nothing was changed"):
        _apply(map_, plan)


def test_what_is_decided_is_counted_once_and_only_if_it_is_done(map_: ArgumentMap) -> None:
    plan = "".join(_planned("C2", other, "different", map_) for other in ("C3", "C3", "C4"))
    applied = plan_step(map_, read_plan(plan, "plan.txt"), "plan.txt")
    assert applied.decided == sum(type(change.after).__name__ == "Distinct" for change in applied.step.changes) == 2
    plan = _planned("C2", "C4", "A opposes B", map_) + _planned("C2", "C4", "conflict", map_)
    done = _apply(map_, plan)
    assert (len(done.conflicts), len(done.inferences)) == (1, len(map_.inferences) + 1)


def test_what_warns_must_be_confirmed(map_: ArgumentMap) -> None:
    with pytest.raises(EditError, match=r"plan\.txt, line 4: .*confirm"):
        _apply(map_, _planned("C2", "C4", "keep A", map_))
    assert len(_apply(map_, _planned("C2", "C4", "keep A, confirmed", map_)).claims) == 4
    assert len(_apply(map_, _planned("C2", "C4", "write, confirmed: So or so.", map_)).claims) == 4


@pytest.mark.parametrize(
    ("broken", "line", "sentence"),
    [
        (("pair C2 C3", "pair C2 C77"), 5, "no claim C77"),
        ((PRESENT, "Other words."), 5, "reads “The presence"),
        (("pair C2 C3", "pair C2 C2"), 5, "one claim already"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused_by_its_line_and_nothing_is_done(
    map_: ArgumentMap, broken: tuple[str, str], line: int, sentence: str
) -> None:
    good = _planned("C2", "C5", "keep A", map_)
    bad = _planned("C2", "C3", "keep A", map_).replace(*broken)
    before = ArgumentMap(map_.entities())
    with pytest.raises(EditError, match=rf"plan\.txt, line {line}: .*{sentence}.*Nothing was changed"):
        plan_step(map_, read_plan(good + bad, "plan.txt"), "plan.txt")
    assert map_ == before


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("merge everything\n", 1),
        ("# only\npair C2 C3\n", 2),
        ("pair C2 C3\n A: x\n B: y\n decision: keep C\n", 4),
        ("pair C2 C3\n A: x\n B: y\n decision: A opposes A\n", 4),
        ("pair C2 C3\n A: x\n B: y\n decision: write:\n", 4),
        ("pair C2 C3\n A: x\n A: y\n", 3),
        ("pair C2 C3\n A: x\n B: y\n deicsion: skip\n", 4),
        ("pair C2 C3\n x\n", 2),
    ],
)
def test_a_plan_that_cannot_be_read_is_refused_by_its_line(text: str, line: int) -> None:
    with pytest.raises(FormatError, match=rf"plan\.txt, line {line}: .*Nothing was changed"):
        read_plan(text, "plan.txt")


@given(st.text())
def test_any_text_is_a_plan_or_a_sentence(text: str) -> None:
    try:
        read_plan(text, "plan.txt")
    except ArgmapError as error:
        assert str(error).endswith(".")  # noqa: PT017  # both ends are right


@settings(max_examples=25)
@given(alike_maps())
def test_the_batch_merges_only_what_is_identical_and_undoing_gives_it_back(map_: ArgumentMap) -> None:
    pairs = duplicates(map_).pairs
    before = ArgumentMap(map_.entities())
    same = {claim for pair in pairs if pair.lane.value == "identical" for claim in (pair.first, pair.second)}
    applied = identical_step(map_, pairs)
    map_.apply(applied.step)
    assert set(before.claims) - set(map_.claims) <= same
    map_.apply(applied.step.reversed())
    assert map_ == before
