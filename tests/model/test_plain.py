"""Entities as plain JSON and back: nothing lost, nothing foreign taken in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import FormatError
from argmap.model import (
    About,
    Alias,
    ArgumentMap,
    Change,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Entity,
    Inference,
    MapId,
    Source,
    Term,
    added,
    removed,
)
from argmap.model.plain import KIND_NAMES, change_from_plain, change_to_plain, from_plain, is_plain_of, to_plain
from tests.strategies import maps

CLAIM = {"id": "c1", "number": 1, "text": "words"}
INFERENCE = {"id": "r1", "number": 1, "polarity": "supports", "target": {"claim": "c1"}, "premises": ["c2"]}
SOURCE = {"id": "s1", "number": 1, "title": "words"}
CITATION = {"id": "q1", "claim": "c1", "source": "s1"}
COMMENT = {"id": "n1", "number": 1, "about": {"map": "m"}, "text": "words"}
CONFLICT = {"id": "x1", "claims": ["c1", "c2"]}
DEPENDENCE = {"id": "v1", "passages": [{"source": "s1", "paragraph": "1"}, {"source": "s1"}]}
DISTINCT = {"id": "d1", "wordings": ["one", "two"]}
TERM = {"id": "t1", "words": ["one", "two"]}
ALIAS = {"id": "c9", "survivor": "c1", "number": 9, "text": "words"}
ABOUT = {"id": "m"}
LEAST: list[tuple[type[Entity], dict[str, Any]]] = [
    (About, ABOUT),
    (Claim, CLAIM),
    (Inference, INFERENCE),
    (Conflict, CONFLICT),
    (Source, SOURCE),
    (Citation, CITATION),
    (Dependence, DEPENDENCE),
    (Comment, COMMENT),
    (Alias, ALIAS),
    (Distinct, DISTINCT),
    (Term, TERM),
]


@given(maps())
def test_every_entity_comes_back_from_json_as_it_was(map_: ArgumentMap) -> None:
    for entity in map_.entities():
        written = json.dumps(to_plain(entity))
        back = from_plain(type(entity), json.loads(written))
        assert back == entity
        assert [type(getattr(back, name)) for name in ("id",)] == [type(entity.id)]
        assert to_plain(back) == json.loads(written)


@given(map_=maps(), data=st.data())
def test_comparing_with_a_plain_entity_is_making_it_and_comparing(map_: ArgumentMap, data: Any) -> None:
    entity = data.draw(st.sampled_from(list(map_.entities())))
    plain = json.loads(json.dumps(to_plain(entity)))
    assert is_plain_of(plain, entity)
    field = data.draw(st.sampled_from([*type(entity).__dataclass_fields__, "unknown"]))
    value = data.draw(st.sampled_from([None, "", "x", 0, 1, [], ["x"], {}, {"claim": "x"}, {"x": 1}, True]))
    other = plain | {field: value}
    assert is_plain_of(other, entity) == (other == plain)
    fewer = {name: value for name, value in plain.items() if name != field}
    assert is_plain_of(fewer, entity) == (fewer == plain)


@given(maps())
def test_references_come_back_as_the_kinds_they_were(map_: ArgumentMap) -> None:
    for inference in map_.inferences.values():
        back = from_plain(Inference, json.loads(json.dumps(to_plain(inference))))
        assert isinstance(back, Inference)
        assert (type(back.target), back.bears_on_inference) == (type(inference.target), inference.bears_on_inference)
    for comment in map_.comments.values():
        back = from_plain(Comment, json.loads(json.dumps(to_plain(comment))))
        assert isinstance(back, Comment)
        assert type(back.about) is type(comment.about)


@given(maps())
def test_changes_come_back_from_json(map_: ArgumentMap) -> None:
    for entity in map_.entities():
        for change in (added(entity), removed(entity), Change(entity, entity)):
            assert change_from_plain(json.loads(json.dumps(change_to_plain(change)))) == change


def test_fields_with_their_default_are_left_out() -> None:
    assert to_plain(Claim(id=ClaimId("c1"), number=1, text="words")) == CLAIM
    assert to_plain(About(id=MapId("m"))) == {"id": "m"}


def test_extras_are_written_as_the_object_they_are() -> None:
    claim = Claim(id=ClaimId("c1"), number=1, text="words", extras='{"colour":"red"}')
    assert to_plain(claim)["extras"] == {"colour": "red"}


def test_extras_just_written_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A foreign file has them at every claim; that they are the one canonical writing is known."""
    plain = {"id": "c", "number": 1, "text": "a", "extras": {"b": "é", "a": [1.5, None]}}
    read = from_plain(Claim, plain)
    monkeypatch.setattr("argmap.model.limits._STRICT", None)
    made = from_plain(Claim, plain)
    assert made == read
    assert made.extras == '{"a":[1.5,null],"b":"é"}'


@pytest.mark.parametrize("extras", [{"a": float("nan")}, {"a": [float("-inf")]}, {"a": "\ud800"}, {"a": 1, 2: 3}])
def test_extras_that_are_no_json_are_refused(extras: dict[Any, Any]) -> None:
    with pytest.raises(FormatError):
        from_plain(Claim, {"id": "c", "number": 1, "text": "a", "extras": extras})


def test_every_kind_of_entity_has_its_least_form() -> None:
    assert [kind for kind, _ in LEAST] == list(KIND_NAMES)
    for kind, plain in LEAST:
        assert to_plain(from_plain(kind, plain)).keys() <= plain.keys()


@pytest.mark.parametrize(("kind", "plain"), LEAST)
def test_a_missing_field_is_named(kind: type[Entity], plain: dict[str, Any]) -> None:
    for name in plain:
        rest = {each: value for each, value in plain.items() if each != name}
        with pytest.raises(FormatError, match=f"lacks its “{name}”"):
            from_plain(kind, rest)


@pytest.mark.parametrize(("kind", "plain"), LEAST)
def test_an_unknown_field_is_refused(kind: type[Entity], plain: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="has a field “colour” that argmap does not know"):
        from_plain(kind, plain | {"colour": "red"})


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("plain", [None, [], "text", 1, True])
def test_what_is_no_object_is_refused(kind: type[Entity], plain: Any) -> None:
    with pytest.raises(FormatError, match="must be an object"):
        from_plain(kind, plain)


WRONG: list[tuple[type[Entity], dict[str, Any], str, list[Any]]] = [
    (Claim, CLAIM, "id", ["", 1, None, "x" * 65, "a\nb", "\ud800", ["c1"]]),
    (Claim, CLAIM, "number", ["1", 1.0, True, None, -1, 2**53, 10**400]),
    (Claim, CLAIM, "text", [1, None, ["a"], {"a": "b"}]),
    (Claim, CLAIM, "credence", ["0.5", True, [0.5], 10**400]),
    (Claim, CLAIM, "implicit", [1, "true", None]),
    (Claim, CLAIM, "position", [1, True, []]),
    (Claim, CLAIM, "tags", ["tag", [1], {"a": 1}, None]),
    (Claim, CLAIM, "extras", ["{}", [], 1, None, {"a": float("nan")}]),
    (Inference, INFERENCE, "polarity", ["against", 1, None, ["supports"], {"a": 1}]),
    (
        Inference,
        INFERENCE,
        "target",
        ["c1", {}, {"claim": 1}, {"map": "m"}, {"source": "s"}, None, []],
    ),
    (Inference, INFERENCE, "target", [{"claim": "c1", "inference": "r2"}, {1: "c1"}, [["claim", "c1"]]]),
    (Inference, INFERENCE, "premises", ["c1", [1], [[]], None, {"c1": 1}]),
    (Comment, COMMENT, "about", [{"source": "s"}, "m", {}, {"map": ""}]),
    (Comment, COMMENT, "at", [1.5, 2**63, "now"]),
    (Conflict, CONFLICT, "claims", [["c1"], ["c1", "c2", "c3"], [], "c1", None]),
    (Distinct, DISTINCT, "wordings", [["one"], ["a", "b", "c"], "ab", [1, 2]]),
    (Distinct, DISTINCT, "verdict", ["same", 1]),
    (Dependence, DEPENDENCE, "passages", [[], [{"source": "s1"}], "ab", ["a", "b"], [["source"], ["source"]]]),
    (Dependence, DEPENDENCE, "passages", [[{"paragraph": "1"}, {"source": "s1"}], [{"source": 1}, {"source": "s"}]]),
    (Dependence, DEPENDENCE, "passages", [[{"source": "s1", "page": "1"}, {"source": "s1"}]]),
    (Citation, CITATION, "start", ["3", 1.5, -1]),
    (Alias, ALIAS, "moved", ["{}", []]),
    (Term, TERM, "words", ["one", [None]]),
]


@pytest.mark.parametrize(("kind", "plain", "name", "values"), WRONG)
def test_a_value_of_the_wrong_type_is_refused_and_named(
    kind: type[Entity], plain: dict[str, Any], name: str, values: list[Any]
) -> None:
    for value in values:
        with pytest.raises(FormatError, match=f"(has a “{name}” that cannot be read|cannot be taken in)"):
            from_plain(kind, plain | {name: value})


def test_what_an_entity_itself_refuses_is_a_fault_of_the_format() -> None:
    with pytest.raises(FormatError) as refusal:
        from_plain(Claim, CLAIM | {"text": ""})
    assert str(refusal.value) == "A claim cannot be taken in. A claim needs at least one word."
    with pytest.raises(FormatError, match=r"An inference cannot be taken in\. An inference needs at least one premise"):
        from_plain(Inference, INFERENCE | {"premises": []})
    with pytest.raises(FormatError, match="must be a number from 0 to 1"):
        from_plain(Claim, CLAIM | {"credence": float("inf")})


def test_a_long_wrong_value_is_shortened_in_the_sentence() -> None:
    with pytest.raises(FormatError) as refusal:
        from_plain(Claim, CLAIM | {"number": "x" * 1_000_000})
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        ["claim"],
        ["claim", None, None],
        ["claim", {}, None],
        ["animal", CLAIM, None],
        [1, CLAIM, None],
        ["claim", CLAIM, None, None],
        ["claim", "text", None],
        ["claim", CLAIM, CLAIM | {"id": "c2"}],
        {"claim": CLAIM},
    ],
)
def test_what_is_no_recorded_change_is_refused(plain: Any) -> None:
    with pytest.raises(FormatError):
        change_from_plain(plain)
