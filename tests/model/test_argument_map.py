"""The map: what it answers, and that its answers follow every change."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import UnknownNumberError
from argmap.model import (
    About,
    Alias,
    AliasId,
    ArgumentMap,
    Change,
    Claim,
    ClaimId,
    Comment,
    EntityId,
    Inference,
    InferenceId,
    MapId,
    Source,
    Step,
    added,
    as_step,
    changed,
    removed,
)
from argmap.model.ids import new_id
from tests.conftest import a_claim, an_inference
from tests.model.answers import answers, faults, rebuilt
from tests.strategies import maps

if TYPE_CHECKING:
    from random import Random


@given(maps())
def test_a_made_map_has_no_fault(map_: ArgumentMap) -> None:
    assert faults(map_) == []
    assert answers(map_) == answers(rebuilt(map_))


@given(maps(), st.randoms())
def test_the_order_in_which_entities_come_does_not_matter(map_: ArgumentMap, dice: Random) -> None:
    shuffled = list(map_.entities())
    dice.shuffle(shuffled)
    assert ArgumentMap(shuffled) == map_
    assert answers(ArgumentMap(shuffled)) == answers(map_)


@settings(max_examples=30)
@given(maps(), maps())
def test_taking_a_step_back_gives_the_map_it_was_with_every_index(one: ArgumentMap, other: ArgumentMap) -> None:
    """From any map to any other and back, in one step."""
    there = {(type(entity), entity.id): entity for entity in one.entities()}
    then = {(type(entity), entity.id): entity for entity in other.entities()}
    step = Step("Become another map", tuple(Change(there.get(key), then.get(key)) for key in there | then))
    ids = {id_ for _, id_ in there | then}
    before, after = answers(one, ids), answers(other, ids)
    one.apply(step)
    assert one == other
    assert answers(one, ids) == after
    one.apply(step.reversed())
    assert answers(one, ids) == before
    assert one != other or there == then


def test_maps_are_equal_when_they_hold_equal_entities(small_map: ArgumentMap) -> None:
    assert small_map == rebuilt(small_map)
    assert small_map != ArgumentMap([*small_map.entities(), a_claim(11)])
    assert small_map != "a map"
    with pytest.raises(TypeError):
        hash(small_map)


def test_what_bears_on_a_claim_comes_in_its_order_with_ids_for_equal_keys() -> None:
    claims = map(a_claim, range(1, 6))
    bearing = [
        an_inference(3, "c1", 2, order="a1"),
        an_inference(2, "c1", 3, order="a0"),
        an_inference(1, "c1", 4, order="a1"),
        an_inference(4, "c1", 5, order="Zz"),
    ]
    map_ = ArgumentMap([*claims, *bearing])
    assert [inference.label for inference in map_.bearing_on(ClaimId("c1"))] == ["R4", "R2", "R1", "R3"]


def test_uses_come_by_number(small_map: ArgumentMap) -> None:
    assert [use.label for use in small_map.uses_of(ClaimId("c3"))] == ["R1", "R7"]
    assert small_map.uses_of(ClaimId("c1")) == ()


def test_positions_come_in_their_order(small_map: ArgumentMap) -> None:
    small_map.apply(Step("", (changed(small_map, replace(small_map.claims[ClaimId("c2")], position="Zz")),)))
    assert [claim.label for claim in small_map.positions()] == ["C2", "C1"]


def test_numbers_of_removed_things_are_not_given_again(small_map: ArgumentMap) -> None:
    step = Step("Remove", (removed(small_map.claims[ClaimId("c10")]),))
    small_map.apply(step)
    assert (small_map.next_number(Claim), small_map.numbered(Claim, 10)) == (11, None)
    small_map.apply(step.reversed())
    assert small_map.next_number(Claim) == 11


def test_the_number_of_a_merged_away_claim_counts_as_a_claims(empty_map: ArgumentMap) -> None:
    alias = Alias(id=AliasId("gone"), survivor=ClaimId("c1"), number=7, text="Old words")
    empty_map.apply(as_step("", [a_claim(1), alias]))
    assert empty_map.next_number(Claim) == 8
    assert empty_map.numbered(Claim, 7) == a_claim(1)


def test_the_highest_numbers_of_a_file_are_remembered(small_map: ArgumentMap) -> None:
    assert small_map.highest_numbers() == (10, 7, 0, 0)
    small_map.remember_highest(20, 3, 4, 5)
    assert small_map.highest_numbers() == (20, 7, 4, 5)
    given_next = [small_map.next_number(kind) for kind in (Claim, Inference, Source, Comment)]
    assert given_next == [21, 8, 5, 6]


def test_an_entity_is_found_by_its_id_or_refused(small_map: ArgumentMap) -> None:
    assert small_map.require(ClaimId("c3")) == small_map.claims[ClaimId("c3")]
    assert small_map.get(ClaimId("c99")) is None
    with pytest.raises(UnknownNumberError, match="There is no entity with the id c99 in this map"):
        small_map.require(ClaimId("c99"))


def test_the_views_on_a_map_cannot_be_written(small_map: ArgumentMap) -> None:
    with pytest.raises(TypeError):
        small_map.claims[ClaimId("c99")] = a_claim(99)  # type: ignore[index]  # the point of this test


def test_what_a_map_says_of_itself_is_replaced_as_a_whole(empty_map: ArgumentMap) -> None:
    step = Step("", (changed(empty_map, replace(empty_map.about, title="New")),))
    before = empty_map.about
    empty_map.apply(step)
    assert empty_map.about == About(id=MapId("m"), title="New", question="Should the troops stay?")
    empty_map.apply(step.reversed())
    assert empty_map.about == before


def test_a_step_back_has_its_changes_in_reverse() -> None:
    one, two = a_claim(1), a_claim(2)
    step = Step("Swap", (added(one), removed(two)), ("A notice.",))
    assert step.reversed() == Step("Swap", (added(two), removed(one)))
    assert step.reversed().notices == ()
    assert step.reversed().reversed() == step


def test_a_change_is_about_what_it_makes_or_ends() -> None:
    one, other = a_claim(1), replace(a_claim(1), text="New words")
    assert [each.entity for each in (added(one), removed(one), Change(one, other))] == [one, one, other]
    assert Change(one, other).id == "c1"
    with pytest.raises(ValueError, match="at least one side"):
        _ = Change(None, None).entity


def test_new_ids_are_uuids_of_version_7_that_sort_by_time_and_never_repeat() -> None:
    made = [new_id() for _ in range(2_000)]
    assert [id_ for id_ in made if not re.fullmatch("[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}", id_)] == []
    assert len(set(made)) == len(made)
    assert [id_[:12] for id_ in made] == sorted(id_[:12] for id_ in made)
    assert isinstance(InferenceId.new(), InferenceId)


def test_ids_of_different_kinds_are_told_apart_by_their_class() -> None:
    assert not isinstance(ClaimId("x"), InferenceId)
    assert issubclass(ClaimId, EntityId)


def test_the_last_steps_are_remembered_for_those_who_follow() -> None:
    map_ = ArgumentMap()
    steps = [as_step(f"Add {number}", [a_claim(number)]) for number in range(1, 4)]
    for step in steps:
        map_.apply(step)
    assert map_.steps_since(0) == steps
    assert map_.steps_since(2) == steps[2:]
    assert map_.steps_since(3) == []


def test_who_fell_behind_is_told_so() -> None:
    """Long ago, or before a step so large that a look at the whole map costs no more."""
    map_ = ArgumentMap()
    for number in range(1, 101):
        map_.apply(as_step(f"Add {number}", [a_claim(number)]))
    assert map_.steps_since(1) is None
    assert len(map_.steps_since(99) or ()) == 1
    map_.apply(as_step("Import", [a_claim(number) for number in range(101, 1_200)]))
    assert map_.steps_since(100) is None
    assert map_.steps_since(101) == []
