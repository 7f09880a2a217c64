"""Making, rewording and describing claims, and typing text of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from argmap import editing
from argmap.errors import EditError, EmptyTextError, ForbiddenTextError, OutOfRangeError, TooLongError, UnfitError
from argmap.model import About, ArgumentMap, Claim, ClaimId, InferenceId, MapId, Step
from argmap.model.limits import without_controls
from tests.conftest import a_claim
from tests.strategies import texts

if TYPE_CHECKING:
    from collections.abc import Callable

R1 = InferenceId("r1")


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def taken(map_: ArgumentMap, step: Step) -> str:
    map_.apply(step)
    return step.label


def the_claim(map_: ArgumentMap, number: int) -> Claim:
    found = map_.numbered(Claim, number)
    assert isinstance(found, Claim)
    return found


def test_a_claim_is_added_without_a_place(small_map: ArgumentMap) -> None:
    assert taken(small_map, editing.add_claim(small_map, "New", note="Why\n\nso", implicit=True)) == "Add C11"
    made = the_claim(small_map, 11)
    assert (made.text, made.note, made.implicit, made.is_position) == ("New", "Why\n\nso", True, False)


def test_a_position_comes_behind_the_others(small_map: ArgumentMap) -> None:
    assert taken(small_map, editing.add_position(small_map, "A third way")) == "Add position C11"
    assert [claim.label for claim in small_map.positions()] == ["C1", "C2", "C11"]


def test_a_claim_becomes_a_position_and_none_again(small_map: ArgumentMap) -> None:
    assert taken(small_map, editing.make_position(small_map, c(5))) == "Make C5 a position"
    assert [claim.label for claim in small_map.positions()] == ["C1", "C2", "C5"]
    assert taken(small_map, editing.unmake_position(small_map, c(1))) == "Make C1 no position"
    assert [claim.label for claim in small_map.positions()] == ["C2", "C5"]


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [
        (3, 1, "C3 C1 C2 C4"),
        (1, None, "C2 C3 C4 C1"),
        (1, 4, "C2 C3 C1 C4"),
        (4, 2, "C1 C4 C2 C3"),
        (2, 3, "C1 C2 C3 C4"),
    ],
)
@pytest.mark.parametrize(
    "keys", [("a0", "a1", "a2", "a3"), ("a0",) * 4, ("a0", "a0", "a1", "a1"), ("-", "-V", "z", "zz")]
)
def test_a_position_moves_before_another_even_where_keys_leave_no_room(
    moved: int, before: int | None, expected: str, keys: tuple[str, ...]
) -> None:
    map_ = ArgumentMap([About(), *(a_claim(number, position=key) for number, key in enumerate(keys, 1))])
    target = None if before is None else c(before)
    assert taken(map_, editing.reorder_position(map_, c(moved), target)) == f"Move position C{moved}"
    assert " ".join(claim.label for claim in map_.positions()) == expected


def test_where_keys_leave_room_only_the_moved_position_changes(small_map: ArgumentMap) -> None:
    assert [change.id for change in editing.reorder_position(small_map, c(2), c(1)).changes] == ["c2"]


def test_a_claim_keeps_number_and_links_when_reworded(small_map: ArgumentMap) -> None:
    assert taken(small_map, editing.reword(small_map, c(3), "Better  words\nhere")) == "Reword C3"
    assert (the_claim(small_map, 3).text, the_claim(small_map, 3).id) == ("Better words here", "c3")


def test_a_claim_is_described(small_map: ArgumentMap) -> None:
    labels = [
        taken(small_map, editing.set_note(small_map, c(3), "A\r\nnote ")),
        taken(small_map, editing.set_tags(small_map, c(3), ["#security", " two  words", "#security", "\x07# odd"])),
        taken(small_map, editing.set_credence(small_map, c(3), 0.95)),
        taken(small_map, editing.set_implicit(small_map, c(3), implicit=True)),
        taken(small_map, editing.set_as_of(small_map, c(3), "2024-07")),
    ]
    assert labels == ["Set the note of C3", "Tag C3", "Rate C3 very likely", "Mark C3 as implicit", "Date C3"]
    now = the_claim(small_map, 3)
    assert (now.note, now.tags, now.credence) == ("A\nnote", ("security", "two words", "odd"), 0.95)
    assert (now.implicit, now.as_of) == (True, "2024-07")


def test_descriptions_are_taken_away(small_map: ArgumentMap) -> None:
    before = small_map.claims[c(3)]
    small_map.apply(editing.set_note(small_map, c(3), "A note"))
    small_map.apply(editing.set_note(small_map, c(3), ""))
    small_map.apply(editing.set_tags(small_map, c(3), ["one"]))
    small_map.apply(editing.set_tags(small_map, c(3), []))
    small_map.apply(editing.set_as_of(small_map, c(3), "2024"))
    small_map.apply(editing.set_as_of(small_map, c(3), ""))
    small_map.apply(editing.set_credence(small_map, c(3), 0.5))
    small_map.apply(editing.set_implicit(small_map, c(3), implicit=True))
    assert taken(small_map, editing.set_credence(small_map, c(3), None)) == "Take the rating of C3 away"
    assert taken(small_map, editing.set_implicit(small_map, c(3), implicit=False)) == "Mark C3 as stated"
    assert small_map.claims[c(3)] == before


@pytest.mark.parametrize(
    ("call", "refusal", "sentence"),
    [
        (lambda m: editing.make_position(m, c(1)), UnfitError, "C1 is a position already."),
        (lambda m: editing.unmake_position(m, c(3)), UnfitError, "C3 is not a position."),
        (lambda m: editing.reorder_position(m, c(3), c(1)), UnfitError, "C3 can only be moved among the positions"),
        (lambda m: editing.reorder_position(m, c(1), c(3)), UnfitError, "C1 can only be moved among the positions"),
        (lambda m: editing.reorder_position(m, c(1), c(1)), UnfitError, "C1 can only be moved among the positions"),
        (
            lambda m: editing.set_credence(m, c(1), 5),
            OutOfRangeError,
            "A credence must be a number from 0 to 1, not 5.",
        ),
        (lambda m: editing.set_tags(m, c(1), ["#"]), EmptyTextError, "A tag needs at least one word."),
        (lambda m: editing.set_note(m, c(1), "x" * 1_000_001), TooLongError, "The note is 1,000,001 characters long"),
        (lambda m: editing.reword(m, c(1), "\u200b"), EmptyTextError, "A claim needs at least one word."),
        (lambda m: editing.reword(m, c(1), "\x07"), EmptyTextError, "A claim needs at least one word."),
        (lambda m: editing.set_title(m, "a\0b"), ForbiddenTextError, "The title holds a NUL character, which cannot"),
        (lambda m: editing.set_question(m, "x" * 10_001), TooLongError, "The question is 10,001 characters long"),
        (lambda m: editing.set_numbering(m, "roman"), UnfitError, "“roman” is no numbering. Choose outline, decimal"),
        *[
            (call, EditError, "There is no claim with the id c99 in this map.")
            for call in (
                lambda m: editing.reword(m, c(99), "x"),
                lambda m: editing.make_position(m, c(99)),
                lambda m: editing.unmake_position(m, c(99)),
                lambda m: editing.reorder_position(m, c(99), None),
                lambda m: editing.set_note(m, c(99), "x"),
                lambda m: editing.set_tags(m, c(99), []),
                lambda m: editing.set_credence(m, c(99), None),
                lambda m: editing.set_implicit(m, c(99), implicit=True),
                lambda m: editing.set_as_of(m, c(99), ""),
            )
        ],
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_a_sentence(
    small_map: ArgumentMap, call: Callable[[ArgumentMap], Any], refusal: type[EditError], sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        call(small_map)
    assert sentence in str(refused.value)


def test_the_map_says_what_it_is(empty_map: ArgumentMap) -> None:
    labels = [
        taken(empty_map, editing.set_title(empty_map, " New  title")),
        taken(empty_map, editing.set_question(empty_map, "Why?\nReally?")),
        taken(empty_map, editing.set_description(empty_map, "One.\n\nTwo.")),
        taken(empty_map, editing.set_language(empty_map, "en-GB")),
        taken(empty_map, editing.set_numbering(empty_map, "decimal")),
    ]
    assert labels == [f"Set the {what}" for what in ("title", "question", "description", "language", "numbering")]
    assert empty_map.about == About(
        id=MapId("m"),
        title="New title",
        question="Why? Really?",
        description="One.\n\nTwo.",
        language="en-GB",
        numbering="decimal",
    )


def test_a_new_map_begins_with_its_question_and_positions() -> None:
    about, *positions = editing.new_map(title=" A  title", question="Stay?", positions=["Yes", "No", "Partly"])
    map_ = ArgumentMap([about, *positions])
    assert (map_.about.title, map_.about.question) == ("A title", "Stay?")
    assert [(claim.label, claim.text) for claim in map_.positions()] == [("C1", "Yes"), ("C2", "No"), ("C3", "Partly")]


# -- text as people type and paste it --------------------------------------------------------------------------------


def test_control_characters_are_removed_with_a_notice(empty_map: ArgumentMap) -> None:
    step = editing.add_claim(empty_map, "\x1b[31mred\x07")
    empty_map.apply(step)
    assert the_claim(empty_map, 1).text == "[31mred"
    assert step.notices == ("2 control characters were removed from what you entered.",)
    one = editing.add_claim(empty_map, "Tea\x9b time")
    assert one.notices == ("1 control character was removed from what you entered.",)
    assert editing.add_claim(empty_map, "Tea\ttime").notices == ()


def test_what_is_removed_from_all_fields_of_an_edit_is_counted_together(empty_map: ArgumentMap) -> None:
    step = editing.add_claim(empty_map, "a\x01b", note="c\x02d\x03")
    assert step.notices == ("3 control characters were removed from what you entered.",)


@pytest.mark.parametrize(
    "call",
    [
        editing.add_claim,
        editing.add_position,
        lambda m, text: editing.add_reason(m, c(1), text),
        lambda m, text: editing.add_undercut(m, R1, text),
        lambda m, text: editing.add_co_premise(m, R1, text),
        lambda m, text: editing.reword(m, c(1), text),
    ],
)
def test_a_claim_takes_ten_thousand_characters_and_refuses_a_megabyte_empty_text_and_nul(
    small_map: ArgumentMap, call: Callable[[ArgumentMap, str], Step]
) -> None:
    long = "x" * 10_000
    small_map.apply(call(small_map, long))
    assert long in {claim.text for claim in small_map.claims.values()}
    with pytest.raises(TooLongError) as refused:
        call(small_map, "word " * 200_000)
    assert str(refused.value) == (
        "A claim is 999,999 characters long; the limit is 10,000. Put the rest into the note, or split it into several "
        "claims."
    )
    with pytest.raises(EmptyTextError, match="A claim needs at least one word"):
        call(small_map, " \n\t ")
    with pytest.raises(ForbiddenTextError, match="A claim holds a NUL character, which cannot be stored"):
        call(small_map, "a\0b")


def test_accents_are_composed_so_that_equal_words_are_equal_texts(empty_map: ArgumentMap) -> None:
    empty_map.apply(editing.add_claim(empty_map, "Cafe\u0301"))
    assert the_claim(empty_map, 1).text == "Café"


@given(texts())
def test_any_text_enters_as_one_clean_line_and_entering_it_again_changes_nothing(text: str) -> None:
    map_ = ArgumentMap([About()])
    try:
        map_.apply(editing.add_claim(map_, text))
    except EmptyTextError:
        return
    entered = the_claim(map_, 1).text
    assert without_controls(entered) == (entered, 0)
    assert entered == " ".join(entered.split())
    assert editing.reword(map_, the_claim(map_, 1).id, entered).changes == ()
