"""A branch made elsewhere comes in whole, in its order, at its place, and goes with one undo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import Branch, add_objection, add_reason, graft, graft_premises
from argmap.model import ArgumentMap, Claim, ClaimId, Inference, InferenceId, Polarity
from tests.strategies import maps

FOR, AGAINST = Polarity.SUPPORTS, Polarity.OPPOSES


def branch(*polarities: Polarity) -> Branch:
    """One claim for each of *polarities*, bearing on the stand-in; under the first, a reason and an undercut."""
    stand_in = ClaimId.new()
    claims = [Claim(number=number, text=f"new {number}") for number in range(1, len(polarities) + 3)]
    direct = [
        Inference(number=number, polarity=polarity, target=stand_in, premises=(claim.id,), order=f"a{number}")
        for number, (polarity, claim) in enumerate(zip(polarities, claims, strict=False), 1)
    ]
    under = Inference(number=90, polarity=FOR, target=claims[0].id, premises=(claims[-2].id,), order="a0")
    undercut = Inference(number=91, polarity=AGAINST, target=direct[0].id, premises=(claims[-1].id,), order="a0")
    return Branch(stand_in, claims, [*direct, under, undercut])


def said(map_: ArgumentMap, target: ClaimId | InferenceId) -> list[str]:
    return [
        f"{each.polarity[0]} {' & '.join(map_.claims[premise].text for premise in each.premises)}"
        for each in map_.bearing_on(target)
    ]


def argued() -> tuple[ArgumentMap, ClaimId, list[InferenceId]]:
    top = Claim(number=1, text="top", position="a0")
    map_ = ArgumentMap([top])
    map_.apply(add_reason(map_, top.id, "first"))
    map_.apply(add_objection(map_, top.id, "second"))
    return map_, top.id, [each.id for each in map_.bearing_on(top.id)]


def test_it_comes_behind_all_that_is_there() -> None:
    map_, top, _ = argued()
    map_.apply(graft(map_, top, branch(FOR, AGAINST)))
    assert said(map_, top) == ["s first", "o second", "s new 1", "o new 2"]
    step = map_.bearing_on(top)[2]
    assert said(map_, step.premises[0]) == ["s new 3"]
    assert said(map_, step.id) == ["o new 4"]


def test_it_comes_behind_one_inference_in_its_own_order() -> None:
    map_, top, (first, _) = argued()
    map_.apply(graft(map_, top, branch(*[FOR] * 12), after=first))
    assert said(map_, top) == ["s first", *(f"s new {number}" for number in range(1, 13)), "o second"]


def test_reasons_become_co_premises_and_objections_stay_objections() -> None:
    map_, top, (first, _) = argued()
    map_.apply(graft_premises(map_, first, branch(FOR, AGAINST, FOR)))
    assert said(map_, top) == ["s first & new 1 & new 3", "o second", "o new 2"]
    assert said(map_, first) == ["o new 5"]


def test_co_premises_come_right_behind_the_one_that_is_meant() -> None:
    map_, top, (first, _) = argued()
    map_.apply(graft_premises(map_, first, branch(FOR)))
    premise = map_.inferences[first].premises[0]
    map_.apply(graft_premises(map_, first, branch(FOR), premise))
    assert said(map_, top)[0] == "s first & new 1 & new 1"
    _, second, third = (map_.claims[premise].number for premise in map_.inferences[first].premises)
    assert second > third


@given(maps(), st.data(), st.lists(st.sampled_from(Polarity), min_size=1, max_size=5))
def test_undoing_it_gives_the_map_back(map_: ArgumentMap, data: st.DataObject, polarities: list[Polarity]) -> None:
    before = ArgumentMap(map_.entities())
    targets: list[ClaimId | InferenceId] = [*map_.claims, *map_.inferences]
    if not targets:
        return
    new = branch(*polarities)
    target = data.draw(st.sampled_from(targets))
    as_premises = data.draw(st.booleans()) and isinstance(target, InferenceId)
    step = (graft_premises if as_premises else graft)(map_, target, new)  # type: ignore[arg-type]  # asked above
    map_.apply(step)
    assert len(map_.claims) == len(before.claims) + len(new.claims)
    assert all(map_.is_used(claim.id) for claim in new.claims)
    map_.apply(step.reversed())
    assert map_ == before
