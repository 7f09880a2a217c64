"""Drafts: whatever a file says of a claim or a step, the short way to make it ends where the long one does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.drafting import Draft
from argmap.formats.report import Place, Tally
from argmap.model import Claim, Inference, Polarity
from argmap.model.limits import CLAIM_LENGTH, NOTE_LENGTH

if TYPE_CHECKING:
    from argmap.formats.report import Imported

_TOO_LONG = "word " * CLAIM_LENGTH

_texts = (
    st.text(max_size=12)
    | st.sampled_from(["", "\0", "\ud800 half", "two\r\nlines", "\u200b", _TOO_LONG])
    | st.text(st.characters(codec=None, categories=("Cs", "Cc", "L")), max_size=5)
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_texts, inner, max_size=2),
    max_leaves=5,
)
_extras = st.fixed_dictionaries({}, optional={"extras": st.dictionaries(_texts, _json, max_size=3) | _json})
_schemes = st.fixed_dictionaries({}, optional={"scheme": _texts | _json})
_orders = st.fixed_dictionaries({}, optional={"order": _texts | _json | st.sampled_from(["a0", "Zz", "a0\n"])})


def _nested(levels: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(levels):
        value = {"in": value}
    return value


def _claim(text: str, fields: dict[str, Any], *, is_position: bool = False) -> tuple[Imported, dict[str, Any]]:
    draft = Draft(Tally("test"))
    said = draft.say(text, Place(1), **fields)
    said.is_position = is_position
    said.number = 7
    return _made(draft, Claim)


def _step(fields: dict[str, Any], premises: int) -> tuple[Imported, dict[str, Any]]:
    draft = Draft(Tally("test"))
    above, below = draft.say("Tax carbon.", Place(1)), draft.say("Harm should be paid for.", Place(2))
    draft.infer(Polarity.SUPPORTS, [below] * premises, above, Place(3), **fields)
    for number, said in enumerate(draft.claims):
        said.id = type(said.id)(f"claim-{number}")
    return _made(draft, Inference)


def _made(draft: Draft, kind: type) -> tuple[Imported, dict[str, Any]]:
    """What came of *draft*, and of its one entity of *kind* all fields but the id, which is new each time."""
    imported = draft.imported()
    (found,) = (each for each in imported.entities if isinstance(each, kind))
    return imported, {name: getattr(found, name) for name in type(found).__slots__ if name != "id"}


@given(_texts, _extras, st.booleans())
def test_a_claim_of_which_little_is_said_is_made_as_any_other(
    text: str,
    extras: dict[str, Any],
    is_position: bool,
) -> None:
    short, there = _claim(text, extras, is_position=is_position)
    long, here = _claim(text, {**extras, "note": ""}, is_position=is_position)
    assert there == here
    assert short.report == long.report


@given(_extras, _schemes, _orders, st.integers(1, 2))
def test_a_step_of_which_little_is_said_is_made_as_any_other(
    extras: dict[str, Any], scheme: dict[str, Any], order: dict[str, Any], premises: int
) -> None:
    short, there = _step({**extras, **scheme, **order}, premises)
    long, here = _step({**extras, **scheme, **order, "warrant": ""}, premises)
    assert there == here
    assert short.report == long.report


@pytest.mark.parametrize(
    "extras",
    [
        {"n": float("nan")},
        {"half": "\ud800"},
        {"long": "x" * NOTE_LENGTH},
        _nested(400),
        _nested(100_000),
        [],
    ],
    ids=["no-json", "half", "long", "deep", "deeper", "list"],
)
def test_what_no_entity_can_keep_is_left_out_the_same_by_both_ways(extras: object) -> None:
    short, there = _claim("Tax carbon.", {"extras": extras})
    long, here = _claim("Tax carbon.", {"extras": extras, "note": ""})
    assert there == here
    assert short.report == long.report


def test_a_claim_whose_other_fields_cannot_be_held_keeps_its_words_place_and_extras() -> None:
    imported, made = _claim(_TOO_LONG, {"credence": "x", "extras": {"a": 1}}, is_position=True)
    assert made["note"] == _TOO_LONG
    assert made["position"]
    assert made["extras"] == '{"a":1}'
    assert {each.code: each.count for each in imported.report.losses} == {"unfit": 1}


def test_extras_that_cannot_be_held_are_told_once_where_the_rest_cannot_be_held_either() -> None:
    imported, made = _claim("Tax carbon.", {"credence": "x", "extras": 3})
    assert made["extras"] == ""
    assert {each.code: each.count for each in imported.report.losses} == {"unfit": 1, "extras": 1}
    imported, _ = _step({"relevance": "x", "extras": 3}, 1)
    assert {each.code: each.count for each in imported.report.losses} == {"unfit": 1, "extras": 1}


@pytest.mark.parametrize("note", [5, ["a"], {"b": 1}, None])
def test_a_note_that_is_no_text_is_told_beside_the_words_that_were_cut(note: object) -> None:
    imported, made = _claim(_TOO_LONG, {"note": note})
    assert made["text"].endswith("…")
    assert made["note"].startswith("word word")
    assert {each.code: each.count for each in imported.report.losses} == {"unfit": 1}
