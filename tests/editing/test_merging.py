"""Two claims become one, and two again: at once, later, in any order, with anything done in between."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing
from argmap.errors import EditError, UnfitError, UnknownNumberError
from argmap.model import (
    Alias,
    AliasId,
    ArgumentMap,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Inference,
    InferenceId,
    Polarity,
    Source,
    SourceId,
    as_step,
)
from tests.editing.histories import held, merge_some, some_order, tangled_map
from tests.model.answers import faults

if TYPE_CHECKING:
    from argmap.model import Entity

SUPPORTS, OPPOSES = Polarity.SUPPORTS, Polarity.OPPOSES


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


def claim(number: int, text: str = "", **fields: Any) -> Claim:
    return Claim(id=c(number), number=number, text=text or f"Claim {number}", **fields)


def link(number: int, target: Any, *premises: int, polarity: Polarity = SUPPORTS, **fields: Any) -> Inference:
    ids = tuple(c(premise) for premise in premises)
    return Inference(id=r(number), number=number, polarity=polarity, target=target, premises=ids, **fields)


def a_map(*entities: Entity, claims: int = 6) -> ArgumentMap:
    made = {entity.id for entity in entities}
    return ArgumentMap([*(claim(n) for n in range(1, claims + 1) if c(n) not in made), *entities])


def merged(map_: ArgumentMap, survivor: int, gone: int, **options: Any) -> ArgumentMap:
    map_.apply(editing.merge(map_, c(survivor), c(gone), **options))
    return map_


def unmerged(map_: ArgumentMap, *gone: int) -> tuple[str, ...]:
    notices: tuple[str, ...] = ()
    for number in gone:
        step = editing.unmerge(map_, AliasId(c(number)))
        map_.apply(step)
        notices += step.notices
    return notices


# -- what a merge does ---------------------------------------------------------------------------------------------


def test_the_survivor_takes_over_what_hangs_on_the_other() -> None:
    source = Source(id=SourceId("s"), number=1, title="Text")
    map_ = a_map(
        link(1, c(1), 3),
        link(2, c(2), 4),
        link(3, c(5), 2),
        source,
        Citation(claim=c(2), source=source.id),
        Conflict(claims=(c(2), c(6))),
        Comment(number=1, about=c(2), text="Hm"),
    )
    merged(map_, 1, 2)
    assert [each.label for each in map_.bearing_on(c(1))] == ["R1", "R2"]
    assert [use.label for use in map_.uses_of(c(1))] == ["R3"]
    assert len(map_.citations_of(c(1))) == len(map_.conflicts_of(c(1))) == len(map_.comments_on(c(1))) == 1
    assert map_.numbered(Claim, 2) is map_.claims[c(1)]
    assert [alias.text for alias in map_.aliases_of(c(1))] == ["Claim 2"]
    assert faults(map_) == []


def test_links_that_say_the_same_become_one_and_come_back_with_all_they_said() -> None:
    """Their warrants, notes and comments are not lost, and an undercut of either bears on the one that stays."""
    map_ = a_map(
        link(1, c(3), 1, warrant="One"),
        link(2, c(3), 2, warrant="Two", relevance=0.4),
        link(3, r(2), 4, polarity=OPPOSES),
        Comment(number=1, about=r(2), text="On the second"),
    )
    before = held(map_)
    merged(map_, 1, 2)
    assert [(each.label, each.warrant) for each in map_.bearing_on(c(3))] == [("R1", "One")]
    assert [each.label for each in map_.bearing_on(r(1))] == ["R3"]
    assert [comment.text for comment in map_.comments_on(r(1))] == ["On the second"]
    unmerged(map_, 2)
    assert held(map_) == before


def test_undercuts_collapse_with_the_steps_they_attack() -> None:
    map_ = a_map(
        link(1, c(3), 1),
        link(2, c(3), 2),
        link(3, r(1), 4, polarity=OPPOSES),
        link(4, r(2), 4, polarity=OPPOSES),
        link(5, r(4), 5, polarity=OPPOSES),
    )
    before = held(map_)
    merged(map_, 1, 2)
    assert [each.label for each in map_.inferences.values()] == ["R1", "R3", "R5"]
    assert map_.inferences[r(5)].target == r(3)
    unmerged(map_, 2)
    assert held(map_) == before


def test_two_premises_of_one_step_become_one() -> None:
    map_ = a_map(link(1, c(4), 1, 2, 3))
    before = held(map_)
    merged(map_, 3, 1)
    assert map_.inferences[r(1)].premises == (c(3), c(2))
    unmerged(map_, 1)
    assert held(map_) == before


def test_a_reason_for_the_other_ends_with_what_bears_on_it() -> None:
    map_ = a_map(link(1, c(1), 2, 3), link(2, r(1), 4, polarity=OPPOSES), Comment(number=1, about=r(2), text="Hm"))
    before = held(map_)
    merged(map_, 1, 2)
    assert (len(map_.inferences), len(map_.comments)) == (0, 0)
    unmerged(map_, 2)
    assert held(map_) == before


@pytest.mark.parametrize(("target", "premise"), [(1, 2), (2, 1)])
def test_claims_that_speak_against_each_other_are_not_merged(target: int, premise: int) -> None:
    map_ = a_map(link(7, c(target), premise, 3, polarity=OPPOSES))
    with pytest.raises(UnfitError, match=r"Remove R7 first"):
        editing.merge(map_, c(1), c(2))


def test_a_claim_is_not_merged_with_itself() -> None:
    with pytest.raises(UnfitError, match="itself"):
        editing.merge(a_map(), c(1), c(1))


def test_what_is_merged_must_be_there() -> None:
    with pytest.raises(UnknownNumberError):
        editing.merge(a_map(), c(1), c(99))
    with pytest.raises(UnknownNumberError):
        editing.unmerge(a_map(), AliasId("c1"))


def test_empty_fields_take_what_the_other_has_and_give_it_back() -> None:
    """Tags of both count; a position that is merged into an ordinary claim makes it one."""
    map_ = a_map(
        claim(1, tags=("a",), implicit=True), claim(2, note="Kept", credence=0.7, position="a0", tags=("b", "a"))
    )
    before = held(map_)
    merged(map_, 1, 2)
    now = map_.claims[c(1)]
    assert (now.note, now.credence, now.position, now.tags, now.implicit) == ("Kept", 0.7, "a0", ("a", "b"), False)
    unmerged(map_, 2)
    assert held(map_) == before


def test_filled_fields_stay_and_those_of_the_other_come_back() -> None:
    map_ = a_map(claim(1, note="Mine", credence=0.2), claim(2, note="Theirs", credence=0.9))
    merged(map_, 1, 2)
    assert (map_.claims[c(1)].note, map_.claims[c(1)].credence) == ("Mine", 0.2)
    unmerged(map_, 2)
    assert (map_.claims[c(2)].note, map_.claims[c(2)].credence) == ("Theirs", 0.9)


def test_a_new_wording_keeps_both_others_findable() -> None:
    map_ = merged(a_map(), 1, 2, text="A better wording")
    assert map_.claims[c(1)].text == "A better wording"
    assert [alias.wordings for alias in map_.aliases.values()] == [("Claim 2", "Claim 1")]
    unmerged(map_, 2)
    assert map_.claims[c(1)].text == "Claim 1"


def test_a_wording_that_was_changed_since_stays() -> None:
    map_ = merged(a_map(), 1, 2, text="A better wording")
    map_.apply(editing.reword(map_, c(1), "The best wording"))
    unmerged(map_, 2)
    assert map_.claims[c(1)].text == "The best wording"


# -- later, and in any order ---------------------------------------------------------------------------------------


def test_chains_are_one_deep_and_what_was_merged_before_goes_along() -> None:
    map_ = a_map(link(1, c(4), 3))
    before = held(map_)
    merged(merged(map_, 2, 3), 1, 2)
    assert {alias.survivor for alias in map_.aliases.values()} == {c(1)}
    unmerged(map_, 2)
    assert {alias.id: alias.survivor for alias in map_.aliases.values()} == {AliasId("c3"): c(2)}
    assert map_.inferences[r(1)].premises == (c(2),)
    unmerged(map_, 3)
    assert held(map_) == before


def test_what_was_added_since_stays_with_the_survivor() -> None:
    map_ = merged(a_map(link(1, c(2), 3)), 1, 2)
    map_.apply(editing.add_reason(map_, c(1), "A new reason"))
    unmerged(map_, 2)
    assert [each.label for each in map_.bearing_on(c(1))] == ["R2"]
    assert [each.label for each in map_.bearing_on(c(2))] == ["R1"]


def test_what_was_removed_since_stays_removed() -> None:
    map_ = merged(a_map(link(1, c(2), 3), link(2, c(4), 1), link(3, c(4), 2)), 1, 2)
    map_.apply(editing.remove_inference(map_, r(1)))
    map_.apply(editing.remove_inference(map_, r(2)))  # it stood for R3 as well
    assert unmerged(map_, 2) == ()
    assert dict(map_.inferences) == {}


def test_a_link_whose_target_is_gone_is_left_out_and_told() -> None:
    """R1 had ended with the merge; since then the step it attacked with is gone, and so is what it needs."""
    map_ = merged(a_map(link(1, c(1), 2), link(2, r(1), 5, polarity=OPPOSES)), 1, 2)
    map_.apply(editing.remove_claim(map_, c(5)))
    notices = unmerged(map_, 2)
    assert [each.label for each in map_.inferences.values()] == ["R1"]
    assert notices == ("R2 was left out: what hung there is gone from the map.",)


def test_what_was_changed_on_a_link_since_stays_changed() -> None:
    map_ = merged(a_map(link(1, c(4), 2)), 1, 2)
    map_.apply(editing.flip(map_, r(1)))
    map_.apply(editing.set_warrant(map_, r(1), "Since"))
    map_.apply(editing.add_co_premise(map_, r(1), c(5)))
    unmerged(map_, 2)
    now = map_.inferences[r(1)]
    assert (now.polarity, now.warrant, now.premises) == (OPPOSES, "Since", (c(2), c(5)))


def test_a_link_that_was_moved_away_since_stays_where_it_is() -> None:
    map_ = merged(a_map(link(1, c(2), 3)), 1, 2)
    map_.apply(editing.move_inference(map_, r(1), c(5)))
    unmerged(map_, 2)
    assert map_.inferences[r(1)].target == c(5)


def test_a_number_that_somebody_else_has_is_not_taken_from_them() -> None:
    """As in two files that were joined."""
    map_ = merged(a_map(link(1, c(4), 1), link(2, c(4), 2)), 1, 2)
    map_.apply(as_step("", [claim(9, "Twice").__class__(id=c(9), number=2, text="Twice"), link(2, c(4), 5)]))
    unmerged(map_, 2)
    assert map_.claims[c(2)].number == 10 - 3
    assert faults(map_) == []


def test_removing_the_survivor_removes_what_it_stands_for_and_undo_brings_all_back() -> None:
    map_ = merged(a_map(link(1, c(4), 2)), 1, 2)
    before = held(map_)
    step = editing.remove_claim(map_, c(1))
    map_.apply(step)
    assert dict(map_.aliases) == {}
    map_.apply(step.reversed())
    assert held(map_) == before


@pytest.mark.parametrize(
    "moved",
    [
        "{}",
        '{"links":[1,{"inference":3},{"inference":{"id":"x"}},{"inference":{"id":"r9","target":4},"by":"c2"}]}',
        '{"claim":{"position":5},"into":"c2","gave":[],"reworded":"x"}',
        '{"into":"nowhere","gave":{"tags":["x"]},"links":{"a":1}}',
        '{"links":[{"comment":{"id":"n","number":1,"about":{"claim":"gone"},"text":"x"},"by":"c2"}]}',
    ],
)
def test_an_alias_that_others_made_gives_its_claim_back(moved: str) -> None:
    map_ = a_map(Alias(id=AliasId("c9"), survivor=c(1), number=9, text="Elsewhere", moved=moved), link(1, c(2), 1))
    unmerged(map_, 9)
    assert map_.claims[c(9)].text == "Elsewhere"
    assert faults(map_) == []


def test_deep_and_wide_maps_are_merged_without_recursion() -> None:
    """A chain of 2,000 undercuts on each of two reasons that become one."""
    depth = 2_000
    chains = [
        link(2 * level + side, c(3) if level == 0 else r(2 * (level - 1) + side), 4 if level else 1 + side)
        for level in range(depth)
        for side in (0, 1)
    ]
    map_ = a_map(*chains)
    before = held(map_)
    merged(map_, 1, 2)
    assert len(map_.inferences) == depth
    unmerged(map_, 2)
    assert held(map_) == before


# -- any history ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", range(0, 1_000, 100))
def test_any_order_of_unmerging_gives_the_map_back(start: int) -> None:
    """A thousand random histories of merges, taken apart in some order; each step whole, and undone by its reverse."""
    for seed in range(start, start + 100):
        random = Random(seed)  # nothing secret
        map_ = tangled_map(random)
        before = held(map_)
        steps = merge_some(map_, random, random.randint(1, 6))
        assert faults(map_) == [], seed
        assert {alias.survivor for alias in map_.aliases.values()} <= map_.claims.keys()
        after = held(map_)
        for alias in some_order(map_, random):
            map_.apply(editing.unmerge(map_, alias))
            assert faults(map_) == [], seed
        assert held(map_) == before, seed
        for step in steps:
            map_.apply(step)
        assert held(map_) == after, seed
        for step in reversed(steps):
            map_.apply(step.reversed())
        assert held(map_) == before, seed


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_unmerging_at_once_changes_nothing(start: int) -> None:
    """Also where other claims were merged before: they keep what they had."""
    for seed in range(start, start + 50):
        random = Random(seed)  # nothing secret
        map_ = tangled_map(random)
        merge_some(map_, random, random.randint(0, 4))
        before = held(map_, all_of_aliases=False)
        for step in merge_some(map_, random, 1):
            gone = next(
                change.after for change in step.changes if isinstance(change.after, Alias) and not change.before
            )
            map_.apply(editing.unmerge(map_, gone.id))
        assert held(map_, all_of_aliases=False) == before, seed


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_with_edits_in_between_every_claim_comes_back_and_nothing_dangles(start: int) -> None:
    for seed in range(start, start + 50):
        random = Random(seed)  # nothing secret
        map_ = tangled_map(random)
        claims = {claim.id: claim.number for claim in map_.claims.values()}
        for _ in range(6):
            merge_some(map_, random, 1)
            _edit(map_, random)
            if map_.aliases and random.random() < 0.4:
                map_.apply(editing.unmerge(map_, some_order(map_, random)[0]))
            assert faults(map_) == [], seed
        for alias in some_order(map_, random):
            map_.apply(editing.unmerge(map_, alias))
            assert faults(map_) == [], seed
        assert {claim.id: claim.number for claim in map_.claims.values()} == claims, seed


def _edit(map_: ArgumentMap, random: Random) -> None:
    """Do something to a link by hand."""
    if not map_.inferences:
        return
    inference = random.choice(sorted(map_.inferences))
    target = random.choice(sorted(map_.claims))
    edits = [
        lambda: editing.flip(map_, inference),
        lambda: editing.remove_inference(map_, inference),
        lambda: editing.move_inference(map_, inference, target),
        lambda: editing.add_co_premise(map_, inference, target),
        lambda: editing.remove_premise(map_, inference, random.choice(map_.inferences[inference].premises)),
        lambda: editing.set_tags(map_, target, ["w"]),
        lambda: editing.set_note(map_, target, "By hand"),
    ]
    try:
        map_.apply(random.choice(edits)())
    except EditError:
        return
