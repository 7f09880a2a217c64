"""A branch that is copied and pasted is the same argument again, and nothing else is changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.editing import add_objection, add_reason, combined, copied, flip, paste, remove_branch, set_credence
from argmap.editing.copying import STAND_IN
from argmap.errors import EditError, SelfPremiseError, UnfitError
from argmap.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimId,
    Conflict,
    Entity,
    EntityId,
    InferenceId,
    Polarity,
    Source,
    Step,
)
from tests.model.answers import answers, faults
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Iterable


def places(map_: ArgumentMap) -> list[tuple[InferenceId | None, ClaimId]]:
    """Every place where a branch may hang."""
    tops: list[tuple[InferenceId | None, ClaimId]] = [(None, claim) for claim in map_.claims]
    return tops + [(use.id, premise) for use in map_.inferences.values() for premise in use.premises]


def shape(entities: Iterable[Entity]) -> Counter[Any]:
    """What *entities* say, with everything named by its rank among its kind, and not by its id."""
    found = list(entities)
    counts: Counter[str] = Counter()
    ranks: dict[EntityId, str] = {}
    for each in found:
        counts[type(each).__name__] += 1
        ranks[each.id] = f"{type(each).__name__} {counts[type(each).__name__]}"

    def named(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(named(each) for each in value)
        return ranks.get(value, "outside") if isinstance(value, EntityId) else value

    def said(entity: Entity) -> tuple[object, ...]:
        values = {name: getattr(entity, name) for name in entity.__dataclass_fields__ if name not in {"id", "number"}}
        if isinstance(entity, Conflict):
            values["claims"] = frozenset(str(named(claim)) for claim in entity.claims)
        if isinstance(entity, Claim):
            values.pop("position")
        return type(entity).__name__, *((name, named(value)) for name, value in values.items())

    return Counter(said(entity) for entity in found)


def added_by(step: Step) -> list[Entity]:
    return [change.after for change in step.changes if change.before is None and change.after is not None]


@settings(max_examples=80)
@given(st.data())
def test_a_pasted_branch_is_the_copied_one_again(data: st.DataObject) -> None:
    """Pasted elsewhere, into a map with nothing of it, each entity stands for one that was copied."""
    map_ = data.draw(maps())
    chosen = data.draw(st.lists(st.sampled_from(places(map_)), min_size=1, max_size=3, unique=True))
    branches = copied(map_, chosen)
    other = ArgumentMap([Claim(number=1, text="Elsewhere", position="a0")])
    target = next(iter(other.claims))
    step = paste(other, branches, target)
    new = added_by(step)
    stand_in = branches[0]
    assert isinstance(stand_in, Claim)
    kept = [each for each in branches if each.id != stand_in.id]
    assert shape(new) == shape(kept)
    other.apply(step)
    assert faults(other) == []


@settings(max_examples=80)
@given(st.data())
def test_paste_then_undo_changes_nothing(data: st.DataObject) -> None:
    map_ = data.draw(maps())
    chosen = data.draw(st.lists(st.sampled_from(places(map_)), min_size=1, max_size=3))
    target = data.draw(st.sampled_from([None, *map_.claims, *map_.inferences]))
    branches = copied(map_, chosen)
    before = answers(map_)
    step = paste(map_, branches, target)
    assert answers(map_) == before
    map_.apply(step)
    assert faults(map_) == []
    map_.apply(step.reversed())
    assert answers(map_) == before


@settings(max_examples=60)
@given(st.data())
def test_what_is_cut_comes_back_by_pasting(data: st.DataObject) -> None:
    """After cut, everything that went is among what was copied before."""
    map_ = data.draw(maps())
    inference, claim = data.draw(st.sampled_from(places(map_)))
    branches = {each.id for each in copied(map_, [(inference, claim)])}
    if inference is None:
        return
    step = remove_branch(map_, claim, inference)
    gone = {change.id for change in step.changes if change.after is None and isinstance(change.before, Claim)}
    assert gone <= branches


@settings(max_examples=60)
@given(st.data())
def test_what_was_cut_comes_back_itself(data: st.DataObject) -> None:
    """Taken back, the claims are those that went, with their numbers, and nothing the map still holds stands twice."""
    map_ = data.draw(maps())
    there = [place for place in places(map_) if place[0] is not None]
    if not there:
        return
    inference, claim = data.draw(st.sampled_from(there))
    branches = copied(map_, [(inference, claim)])
    before = dict(map_.claims)
    map_.apply(remove_branch(map_, claim, inference))
    target = data.draw(st.sampled_from([None, *map_.claims, *map_.inferences]))
    gone = answers(map_)
    try:
        step = paste(map_, branches, target, back=True)
    except SelfPremiseError:
        return
    map_.apply(step)
    assert faults(map_) == []
    assert set(map_.claims) <= set(before)
    assert {each.id: each.number for each in map_.claims.values()}.items() <= {
        each.id: each.number for each in before.values()
    }.items()
    assert {each.text for each in branches if isinstance(each, Claim)} - {STAND_IN} <= {
        each.text for each in map_.claims.values()
    }
    map_.apply(step.reversed())
    assert answers(map_) == gone


@pytest.fixture
def argued() -> ArgumentMap:
    """C1 with the reason C2, which C3 opposes; C4 has no place."""
    claims = [Claim(number=number, text=f"Claim {number}") for number in range(1, 5)]
    map_ = ArgumentMap([replace(claims[0], position="a0"), *claims[1:]])
    map_.apply(add_reason(map_, claims[0].id, claims[1].id))
    map_.apply(add_objection(map_, claims[1].id, claims[2].id))
    return map_


def claim_at(map_: ArgumentMap, number: int) -> ClaimId:
    found = map_.numbered(Claim, number)
    assert isinstance(found, Claim)
    return found.id


def place_of(map_: ArgumentMap, number: int) -> tuple[InferenceId, ClaimId]:
    return map_.uses_of(claim_at(map_, number))[0].id, claim_at(map_, number)


def test_signs_are_kept_and_numbers_are_new(argued: ArgumentMap) -> None:
    step = paste(argued, copied(argued, [place_of(argued, 3)]), claim_at(argued, 1))
    assert step.label == "Paste C5 under C1"
    argued.apply(step)
    (_, new) = argued.bearing_on(claim_at(argued, 1))
    assert not new.supports
    assert [argued.claims[premise].number for premise in new.premises] == [5]


def test_it_stands_behind_what_it_is_pasted_after(argued: ArgumentMap) -> None:
    one = claim_at(argued, 1)
    argued.apply(add_reason(argued, one, "Claim 5"))
    first = argued.bearing_on(one)[0]
    argued.apply(paste(argued, copied(argued, [(None, claim_at(argued, 4))]), one, first.id))
    assert [argued.claims[each.premises[0]].text for each in argued.bearing_on(one)] == [
        "Claim 2",
        "Claim 4",
        "Claim 5",
    ]


def test_as_positions(argued: ArgumentMap) -> None:
    step = paste(argued, copied(argued, [place_of(argued, 2)]), None, claim_at(argued, 1))
    assert step.label == "Paste C5 as a position"
    argued.apply(step)
    assert [claim.text for claim in argued.positions()] == ["Claim 1", "Claim 2"]
    assert [argued.claims[each.premises[0]].text for each in argued.bearing_on(claim_at(argued, 5))] == ["Claim 3"]


def test_linked_claims_are_used_themselves(argued: ArgumentMap) -> None:
    branches = copied(argued, [place_of(argued, 3)])
    step = paste(argued, branches, claim_at(argued, 4), link=True)
    assert step.label == "Paste C3 under C4"
    argued.apply(step)
    assert len(argued.claims) == 4
    assert len(argued.uses_of(claim_at(argued, 3))) == 2
    with pytest.raises(SelfPremiseError):
        paste(argued, branches, claim_at(argued, 3), link=True)


def test_what_was_cut_is_used_where_it_still_stands(argued: ArgumentMap) -> None:
    two, four = claim_at(argued, 2), claim_at(argued, 4)
    argued.apply(add_reason(argued, four, two))
    branches = copied(argued, [place_of(argued, 2)])
    argued.apply(remove_branch(argued, two, place_of(argued, 2)[0]))
    argued.apply(paste(argued, branches, None, back=True))
    assert [claim.number for claim in argued.positions()] == [1, 2]
    assert len(argued.claims) == 4
    assert len(argued.inferences) == 2


def test_a_number_that_another_claim_has_is_not_given_again(argued: ArgumentMap) -> None:
    branches = copied(argued, [place_of(argued, 3)])
    other = ArgumentMap([Claim(number=3, text="Third", position="a0")])
    other.apply(paste(other, branches, claim_at(other, 3), back=True))
    assert sorted(claim.number for claim in other.claims.values()) == [3, 4]


def test_a_source_is_added_once() -> None:
    claim = Claim(number=1, text="Cited", position="a0")
    source = Source(number=1, title="The paper")
    map_ = ArgumentMap([claim, source, Citation(claim=claim.id, source=source.id)])
    branches = copied(map_, [(None, claim.id)])
    map_.apply(paste(map_, branches, None))
    assert len(map_.sources) == 1
    assert len(map_.citations) == 2
    other = ArgumentMap([])
    other.apply(paste(other, branches, None))
    other.apply(paste(other, branches, None))
    assert len(other.sources) == 1
    assert len(other.citations) == 2


def test_what_holds_no_branch_is_refused() -> None:
    map_ = ArgumentMap([Claim(number=1, text="Alone", position="a0")])
    for foreign in ((), (Claim(number=1, text="Alone", position="a0"),), (Claim(number=1, text="No position"),)):
        with pytest.raises(UnfitError, match="holds no branch"):
            paste(map_, foreign, None)


def test_nothing_chosen_is_refused(argued: ArgumentMap) -> None:
    with pytest.raises(UnfitError, match="Nothing was chosen"):
        copied(argued, [])


def test_edits_are_combined_into_one_step(argued: ArgumentMap) -> None:
    inference = argued.uses_of(claim_at(argued, 2))[0]
    gone = claim_at(argued, 3)
    edits = [
        lambda map_: flip(map_, inference.id),
        lambda map_: set_credence(map_, claim_at(map_, 2), 0.5),
        lambda map_: remove_branch(map_, claim_at(map_, 2)),
        lambda map_: set_credence(map_, gone, 0.5),
    ]
    before = answers(argued)
    found = combined(argued, edits, lambda count: f"Do {count}")
    assert answers(argued) == before
    assert (found.step.label, found.done, len(found.refused)) == ("Do 3", 3, 1)
    argued.apply(found.step)
    assert {claim.number for claim in argued.claims.values()} == {1, 4}
    argued.apply(found.step.reversed())
    assert answers(argued) == before
    with pytest.raises(EditError):
        combined(argued, [lambda map_: flip(map_, InferenceId("gone"))], str)


def test_two_that_cancel_out_change_nothing(argued: ArgumentMap) -> None:
    inference = argued.uses_of(claim_at(argued, 2))[0]
    assert inference.polarity is Polarity.SUPPORTS
    assert combined(argued, [lambda map_: flip(map_, inference.id)] * 2, str).step.changes == ()
