"""What any text and number of a map may be."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import (
    EditError,
    EmptyTextError,
    ForbiddenTextError,
    OutOfRangeError,
    RepeatedPremiseError,
    TooLongError,
    UnfitError,
)
from argmap.model import (
    About,
    Alias,
    AliasId,
    Citation,
    Claim,
    ClaimId,
    Comment,
    Conflict,
    Dependence,
    Distinct,
    Inference,
    InferenceId,
    MapId,
    Passage,
    Polarity,
    Source,
    SourceId,
    Term,
    Verdict,
)
from argmap.model.limits import CLAIM_LENGTH, HIGHEST_NUMBER, NOTE_LENGTH, without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

A, B = ClaimId("a"), ClaimId("b")
S = SourceId("s")


def claim(**fields: Any) -> Claim:
    return Claim(**dict[str, Any]({"number": 1, "text": "words"}, **fields))


def inference(**fields: Any) -> Inference:
    return Inference(
        **dict[str, Any]({"number": 1, "polarity": Polarity.SUPPORTS, "target": A, "premises": (B,)}, **fields)
    )


def source(**fields: Any) -> Source:
    return Source(**dict[str, Any]({"number": 1, "title": "words"}, **fields))


def citation(**fields: Any) -> Citation:
    return Citation(**dict[str, Any]({"claim": A, "source": S}, **fields))


def comment(**fields: Any) -> Comment:
    return Comment(**dict[str, Any]({"number": 1, "about": MapId("m"), "text": "words"}, **fields))


def alias(**fields: Any) -> Alias:
    return Alias(**dict[str, Any]({"id": AliasId("b"), "survivor": A, "number": 1, "text": "words"}, **fields))


def conflict(**fields: Any) -> Conflict:
    return Conflict(**dict[str, Any]({"claims": (A, B)}, **fields))


def dependence(**fields: Any) -> Dependence:
    return Dependence(**dict[str, Any]({"passages": (Passage(S, "1"), Passage(S, "2"))}, **fields))


def distinct(**fields: Any) -> Distinct:
    return Distinct(**dict[str, Any]({"wordings": ("one", "two")}, **fields))


def term(**fields: Any) -> Term:
    return Term(**dict[str, Any]({"words": ("one", "two")}, **fields))


SHORT: list[tuple[Callable[..., Any], str]] = [
    *[(About, field) for field in ("title", "question", "language", "numbering", "semantics")],
    *[(claim, field) for field in ("text", "as_of")],
    (inference, "scheme"),
    *[
        (source, f)
        for f in ("title", "author", "container_title", "issued", "accessed", "publisher", "url", "genre", "language")
    ],
    *[(citation, field) for field in ("paragraph", "page", "asserted_by", "via", "as_of")],
    (comment, "author"),
    (alias, "text"),
]
LONG: list[tuple[Callable[..., Any], str]] = [
    (About, "description"),
    (claim, "note"),
    (inference, "warrant"),
    (source, "note"),
    *[(citation, field) for field in ("quote", "prefix", "suffix", "note")],
    (comment, "text"),
    (conflict, "note"),
    (dependence, "note"),
]
TEXTS = [*[(make, field, CLAIM_LENGTH) for make, field in SHORT], *[(make, field, NOTE_LENGTH) for make, field in LONG]]


def test_every_text_of_every_entity_has_its_limit_tried_here() -> None:
    """A field that is added later, and checked by nobody, fails here."""
    tried = {(type(make()), field) for make, field, _ in TEXTS} | {(Source, "text")}
    kinds = [type(make()) for make in EXTRAS]
    texts = {(kind, field.name) for kind in kinds for field in fields(kind) if field.type == "str"}
    elsewhere = {"extras", "moved", "order"}
    assert {(kind, name) for kind, name in texts if name not in elsewhere} == tried


@pytest.mark.parametrize(("make", "field", "limit"), TEXTS)
def test_a_text_of_exactly_the_limit_is_taken_and_one_more_refused(
    make: Callable[..., Any], field: str, limit: int
) -> None:
    assert getattr(make(**{field: "x" * limit}), field) == "x" * limit
    with pytest.raises(TooLongError, match=f"is {limit + 1:,} characters long; the limit is {limit:,}"):
        make(**{field: "x" * (limit + 1)})


@pytest.mark.parametrize(("make", "field", "limit"), TEXTS)
@pytest.mark.parametrize(("text", "named"), [("a\0b", "a NUL character"), ("a\ud800b", "half of a surrogate pair")])
def test_text_that_no_file_can_hold_is_refused(
    make: Callable[..., Any], field: str, limit: int, text: str, named: str
) -> None:
    del limit
    with pytest.raises(ForbiddenTextError, match=f"holds {named}, which cannot be stored"):
        make(**{field: text})


def test_a_source_carries_sixteen_million_characters_and_no_more() -> None:
    text = "x" * 16_000_000
    assert len(source(text=text).text) == 16_000_000
    with pytest.raises(TooLongError):
        source(text=text + "x")


@pytest.mark.parametrize(("make", "field"), [(claim, "text"), (source, "title"), (comment, "text"), (alias, "text")])
@pytest.mark.parametrize("empty", ["", " ", "\n\t", "\u00a0\u2003", "\u200b", "\ufeff\u2060", "\u3164", "\u00ad"])
def test_text_that_must_say_something_is_refused_without_a_visible_character(
    make: Callable[..., Any], field: str, empty: str
) -> None:
    with pytest.raises(EmptyTextError, match="needs at least one word"):
        make(**{field: empty})


@pytest.mark.parametrize("text", ["?", "0", "…", "❤\ufe0f", "\u200bx", " x"])
def test_one_visible_character_is_enough_for_a_claim(text: str) -> None:
    assert claim(text=text).text == text


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), float("inf"), -float("inf")])
def test_a_rating_outside_zero_to_one_is_refused(value: float) -> None:
    with pytest.raises(OutOfRangeError, match=f"A credence must be a number from 0 to 1, not {value}"):
        claim(credence=value)
    with pytest.raises(OutOfRangeError, match="A relevance must be a number from 0 to 1"):
        inference(relevance=value)


@given(st.floats(0, 1))
def test_every_rating_from_zero_to_one_is_kept_as_it_is(value: float) -> None:
    assert (claim(credence=value).credence, inference(relevance=value).relevance) == (value, value)


@pytest.mark.parametrize("make", [claim, inference, source, comment, alias])
@pytest.mark.parametrize("number", [-1, HIGHEST_NUMBER + 1, 2**63])
def test_a_number_nobody_can_type_is_refused(make: Callable[..., Any], number: int) -> None:
    assert make(number=HIGHEST_NUMBER).number == HIGHEST_NUMBER
    with pytest.raises(UnfitError, match="numbers go up to 999,999,999"):
        make(number=number)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: inference(premises=()), "An inference needs at least one premise."),
        (lambda: inference(id=InferenceId("r"), target=InferenceId("r")), "An inference cannot bear on itself."),
        (lambda: conflict(claims=(A, A)), "A claim cannot be in conflict with itself."),
        (lambda: alias(id=AliasId("a")), "A claim cannot be merged into itself."),
        (lambda: distinct(wordings=("one", "one")), "The two wordings are the same; there is nothing to tell apart."),
        (lambda: term(words=("one",)), "A term needs at least two different words that mean the same."),
        (lambda: term(words=("one", "one")), "A term needs at least two different words that mean the same."),
        (lambda: citation(start=-1), "A quote cannot start before the beginning of its source."),
        (
            lambda: dependence(passages=(Passage(S, "1"), Passage(S, "1"))),
            "A passage is one voice with itself already; name two passages.",
        ),
        (lambda: claim(position=""), "An order key needs at least one word."),
        (lambda: inference(order=""), "An order key needs at least one word."),
        (lambda: citation(order=""), "An order key needs at least one word."),
        (lambda: claim(tags=("a", "")), "A tag needs at least one word."),
        (lambda: term(words=("a", " ")), "A term needs at least one word."),
        (lambda: distinct(wordings=("a", "")), "A wording needs at least one word."),
        (lambda: distinct(wordings=("", "a")), "A wording needs at least one word."),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence_of_its_own(make: Callable[[], Any], sentence: str) -> None:
    with pytest.raises(EditError) as refusal:
        make()
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("key", ["a\0", "\ud800"])
def test_an_order_key_that_no_file_can_hold_is_refused(key: str) -> None:
    for make in (lambda: claim(position=key), lambda: inference(order=key), lambda: citation(order=key)):
        with pytest.raises(ForbiddenTextError, match="An order key holds"):
            make()
    with pytest.raises(TooLongError, match="An order key is 10,001 characters long"):
        inference(order="a" * 10_001)


def test_one_claim_twice_among_premises_is_refused() -> None:
    with pytest.raises(RepeatedPremiseError, match="already a premise"):
        inference(premises=(B, B))


def test_a_premise_that_is_its_own_target_can_be_held_since_files_hold_it() -> None:
    assert inference(premises=(A,)).premises == (inference().target,)


def test_a_pair_has_one_order() -> None:
    assert conflict(claims=(B, A)).claims == (A, B)
    assert distinct(wordings=("two", "one")).wordings == ("one", "two")


def test_the_narrower_wording_of_a_pair_stays_first() -> None:
    assert distinct(wordings=("two", "one"), verdict=Verdict.NARROWER).wordings == ("two", "one")


def test_a_conflict_names_the_other_claim() -> None:
    assert (conflict().other(A), conflict().other(B)) == (B, A)


EXTRAS: list[Callable[..., Any]] = [
    About,
    claim,
    inference,
    conflict,
    source,
    citation,
    dependence,
    comment,
    alias,
    distinct,
    term,
]


@pytest.mark.parametrize("make", EXTRAS)
@pytest.mark.parametrize(
    "text", ["no JSON", "[1]", '"x"', "1", "null", '{"a": NaN}', '{"a": 1e999}', "{", "[" * 100_000, '{"a":"x"} x']
)
def test_extras_are_a_json_object_or_refused(make: Callable[..., Any], text: str) -> None:
    with pytest.raises(UnfitError, match=r"What a foreign format held must be a JSON object\."):
        make(extras=text)


@pytest.mark.parametrize("make", EXTRAS)
def test_equal_extras_are_equal_texts(make: Callable[..., Any]) -> None:
    assert make(extras='{ "b": "ü", "a": [1, 2.5] }').extras == '{"a":[1,2.5],"b":"ü"}'


@pytest.mark.parametrize("make", EXTRAS)
def test_extras_that_no_file_can_hold_are_refused(make: Callable[..., Any]) -> None:
    with pytest.raises(ForbiddenTextError):
        make(extras='{"a": "\\ud800"}')
    with pytest.raises(TooLongError):
        make(extras='{"a": "' + "x" * NOTE_LENGTH + '"}')


def test_what_moved_with_a_merged_claim_is_an_object_of_up_to_sixteen_million_characters() -> None:
    long = '{"note": "' + "x" * NOTE_LENGTH + '"}'
    assert len(alias(moved=long).moved) > NOTE_LENGTH
    with pytest.raises(UnfitError, match=r"What moved must be a JSON object\."):
        alias(moved="[]")


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("plain", ("plain", 0)),
        ("a\tb\nc", ("a\tb\nc", 0)),
        ("a\r\nb\rc", ("a\nb\nc", 0)),
        ("\x1b[31mred\x07", ("[31mred", 2)),
        ("a\x7fb\x9bc\x85", ("abc", 3)),
        ("a\0b", ("a\0b", 0)),
        ("\u202eüß", ("\u202eüß", 0)),
    ],
)
def test_control_characters_are_counted_and_removed_but_for_line_ends_tabs_and_nul(
    typed: str, cleaned: tuple[str, int]
) -> None:
    assert without_controls(typed) == cleaned
