"""Bringing other maps in: what is the same is never there twice, all comes as one step, and five maps become one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import editing
from argmap.errors import EditError
from argmap.model import (
    About,
    Alias,
    AliasId,
    ArgumentMap,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Distinct,
    Inference,
    InferenceId,
    Polarity,
    Source,
    SourceId,
    Step,
    Term,
    added,
)
from argmap.reviewing import include
from argmap.reviewing.recognising import plain_address
from argmap.store import MapFile
from tests.editing.histories import held, some_order
from tests.model.answers import faults
from tests.strategies import maps

ROOT = Path(__file__).parents[2]
FIVE = ("shafaq-2024", "coughlin-2020", "fp-caliber-2024", "menarc-2024", "vox-scrape-2024")


def a_map(prefix: str, question: str = "Leave?", *more: object) -> ArgumentMap:
    one = Claim(id=ClaimId(f"{prefix}1"), number=1, text="Troops should leave", position="a0")
    two = Claim(id=ClaimId(f"{prefix}2"), number=2, text=f"They cost a lot ({prefix})")
    source = Source(
        id=SourceId(f"{prefix}s"),
        number=1,
        title="Costs",
        issued="2024",
        url="https://www.example.org/costs/?utm_source=x",
    )
    link = Inference(
        id=InferenceId(f"{prefix}r"), number=1, polarity=Polarity.SUPPORTS, target=one.id, premises=(two.id,)
    )
    about = About(question=question)
    said = [Citation(claim=two.id, source=source.id), Comment(number=1, about=link.id, text="Hm"), about]
    return ArgumentMap([one, two, source, link, *said, *more])  # type: ignore[list-item]  # entities


def test_all_comes_with_numbers_of_its_own_and_one_step_takes_it_back() -> None:
    map_, other = a_map("a"), a_map("b")
    before = held(map_)
    inclusion = include(map_, other)
    map_.apply(inclusion.step)
    assert faults(map_) == []
    assert sorted(claim.label for claim in map_.claims.values()) == ["C1", "C2", "C3", "C4"]
    assert [position.label for position in map_.positions()] == ["C1", "C3"]
    assert [each.label for each in map_.inferences.values()] == ["R1", "R2"]
    assert [comment.label for comment in map_.comments.values()] == ["N1", "N2"]
    map_.apply(inclusion.step.reversed())
    assert held(map_) == before


def test_a_source_is_recognised_by_its_address() -> None:
    map_, other = a_map("a"), a_map("b")
    inclusion = include(map_, other)
    map_.apply(inclusion.step)
    assert inclusion.report.same_sources == [("S1", "S1")]
    assert len(map_.sources) == 1
    assert len(map_.citations_in(SourceId("as"))) == 2


@pytest.mark.parametrize(
    ("author", "title", "is_one_voice"),
    [
        ("Ann Lee", "What  The Costs Are", True),
        ("Bob Roe", "What the costs are", False),
        ("Ann Lee", "Other costs there are", False),
    ],
)
def test_another_printing_of_a_text_is_one_voice_with_it(author: str, title: str, *, is_one_voice: bool) -> None:
    ours = Source(id=SourceId("x1"), number=2, title="What the costs are", author="Ann Lee", url="https://a.org/1")
    theirs = Source(id=SourceId("y1"), number=2, title=title, author=author, url="https://b.org/reprint")
    map_ = a_map("a", "Leave?", ours)
    before = held(map_)
    inclusion = include(map_, a_map("b", "Leave?", theirs))
    map_.apply(inclusion.step)
    assert inclusion.report.one_voice == ([("S2", "S2")] if is_one_voice else [])
    voices = [{passage.source for passage in each.passages} for each in map_.dependences.values()]
    assert voices == ([{ours.id, theirs.id}] if is_one_voice else [])
    assert faults(map_) == []
    map_.apply(inclusion.step.reversed())
    assert held(map_) == before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.org/x/", "http://a.org/x#part", True),
        ("https://a.org/x?id=1&utm_source=y", "https://a.org:443/x?id=1", True),
        ("https://a.org/x?id=1", "https://a.org/x?id=2", False),
        ("https://a.org/x", "https://b.org/x", False),
        ("not an address", "not an address", False),
        ("http://[broken", "http://[broken", False),
        ("", "", False),
    ],
)
def test_what_makes_two_addresses_one(one: str, other: str, *, same: bool) -> None:
    assert (plain_address(one) == plain_address(other) != "") is same


def test_claims_that_are_one_in_the_other_map_are_told() -> None:
    map_, other = a_map("a"), a_map("a")
    extra = Claim(id=ClaimId("a3"), number=3, text="The troops should leave")
    for each in (map_, other):
        each.apply(Step("Add", (added(extra),)))
    other.apply(editing.merge(other, ClaimId("a1"), extra.id))
    assert include(map_, other).report.differing == ["C3 (merged into C1 there)"]


def test_positions_on_another_question_are_ordinary_claims() -> None:
    map_ = a_map("a")
    inclusion = include(map_, a_map("b", "Something else?"))
    map_.apply(inclusion.step)
    assert not inclusion.report.same_question
    assert inclusion.report.positions == ("C3",)
    assert [position.label for position in map_.positions()] == ["C1"]


def test_identical_claims_are_joined_when_asked_and_others_stay_apart() -> None:
    map_, other = a_map("a"), a_map("b")
    inclusion = include(map_, other, join_identical=True)
    map_.apply(inclusion.step)
    assert inclusion.report.joined == 1
    assert sorted(claim.text for claim in map_.claims.values()) == [
        "They cost a lot (a)",
        "They cost a lot (b)",
        "Troops should leave",
    ]
    assert len(map_.bearing_on(ClaimId("a1"))) == 2
    assert len(map_.aliases) == 1


def test_identical_claims_with_something_between_them_are_left_to_a_person() -> None:
    opposed = Claim(id=ClaimId("a9"), number=9, text="Same words")
    link = Inference(
        id=InferenceId("a9r"), number=9, polarity=Polarity.OPPOSES, target=ClaimId("a2"), premises=(opposed.id,)
    )
    other = Claim(id=ClaimId("b9"), number=9, text="Same words")
    for_it = Inference(
        id=InferenceId("b9r"), number=9, polarity=Polarity.SUPPORTS, target=ClaimId("a2"), premises=(other.id,)
    )
    map_ = a_map("a", "Leave?", opposed, link)
    theirs = a_map("a", "Leave?", other, for_it)  # two copies of one map that went their own ways
    inclusion = include(map_, theirs, join_identical=True)
    map_.apply(inclusion.step)
    assert (inclusion.report.joined, inclusion.report.unjoined) == (0, 1)
    assert ClaimId("b9") in map_.claims


def test_what_is_the_same_by_its_id_stays_as_it_is_here() -> None:
    map_, other = a_map("a"), a_map("a")
    other.apply(editing.reword(other, ClaimId("a2"), "Said differently"))
    inclusion = include(map_, other)
    assert {type(change.entity) for change in inclusion.step.changes} <= {Citation, Comment}  # their ids are new here
    assert inclusion.report.differing == ["C2"]


def test_a_claim_that_was_merged_here_is_known_and_what_is_new_of_it_goes_to_the_survivor() -> None:
    map_, other = a_map("a"), a_map("b")
    map_.apply(include(map_, other).step)
    map_.apply(editing.merge(map_, ClaimId("a1"), ClaimId("b1")))
    other.apply(editing.add_reason(other, ClaimId("b1"), "And they are not wanted"))
    inclusion = include(map_, other)
    map_.apply(inclusion.step)
    assert inclusion.report.claims == 1
    assert len(map_.bearing_on(ClaimId("a1"))) == 3
    assert faults(map_) == []
    assert include(map_, other).step.changes == ()


def test_verdicts_terms_and_merged_claims_come_along() -> None:
    other = a_map(
        "b",
        "Leave?",
        Distinct(wordings=("a", "b")),
        Term(words=("ISIS", "Daesh")),
        Term(words=("US", "America")),
        Alias(id=AliasId("b7"), survivor=ClaimId("b1"), number=7, text="They should go"),
        Conflict(claims=(ClaimId("b1"), ClaimId("b2"))),
    )
    map_ = a_map("a", "Leave?", Term(words=("Islamic State", "ISIS")))
    map_.apply(include(map_, other).step)
    assert faults(map_) == []
    assert {term.words for term in map_.terms.values()} == {("Islamic State", "ISIS", "Daesh"), ("US", "America")}
    assert (len(map_.distincts), len(map_.conflicts)) == (1, 1)
    assert [alias.number for alias in map_.aliases_of(ClaimId("b1"))] == [5]
    map_.apply(editing.unmerge(map_, next(iter(map_.aliases))))
    assert map_.claims[ClaimId("b7")].text == "They should go"


@settings(max_examples=20, deadline=None)
@given(maps(), maps(), st.booleans())
def test_any_map_can_be_included_in_any_other(one: ArgumentMap, other: ArgumentMap, join: bool) -> None:  # drawn
    before = held(one)
    step = include(one, other, join_identical=join).step
    one.apply(step)
    assert faults(one) == []
    one.apply(step.reversed())
    assert held(one) == before


def _of(name: str) -> tuple[ArgumentMap, dict[str, str]]:
    """A map of one source, and by its claims' ids the claims of the integrated map they are."""
    map_ = MapFile(ROOT / "argmaps" / "iraq" / f"iraq-{name}.argmap").read().map
    text = yaml.safe_load((ROOT / "data" / "maps" / f"iraq-{name}.yaml").read_text(encoding="utf-8"))
    gold = {entry["number"]: entry["gold"] for entry in text["claims"]}
    return map_, {claim.id: gold[claim.number] for claim in map_.claims.values()}


def test_five_maps_become_the_integrated_one_and_five_again() -> None:
    """Joined by what they are known to say, they have as many claims as the integrated map takes from them."""
    joint, gold = _of(FIVE[0])
    for name in FIVE[1:]:
        other, theirs = _of(name)
        joint.apply(include(joint, other).step)
        gold |= theirs
    assert len(joint.claims) == len(gold)
    before = held(joint)
    survivors: dict[str, ClaimId] = {}
    for claim in sorted(gold):
        stays = survivors.setdefault(gold[claim], ClaimId(claim))
        if stays != claim:
            joint.apply(editing.merge(joint, stays, ClaimId(claim)))
    assert faults(joint) == []
    assert len(joint.claims) == len(set(gold.values()))
    random = Random(5)  # nothing secret
    for alias in some_order(joint, random):
        joint.apply(editing.unmerge(joint, alias))
    assert held(joint) == before


def test_ten_thousand_claims_come_at_once() -> None:
    claims = [
        Claim(id=ClaimId(f"x{number}"), number=number, text=f"Claim {number // 2}") for number in range(1, 10_001)
    ]
    map_ = a_map("a")
    inclusion = include(map_, ArgumentMap(claims))
    map_.apply(inclusion.step)
    assert len(map_.claims) == 10_002
    with pytest.raises(EditError):
        editing.merge(map_, ClaimId("x1"), ClaimId("x1"))
