"""Selected rows are seen, and changed together by one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.model import ArgumentMap
from argmap.tui import clipboard
from argmap.tui.app import ArgmapApp
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document


@pytest.fixture
async def person(app: ArgmapApp, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Person]:
    monkeypatch.setattr(clipboard, "copy_text", lambda _, __: "as text by a test")
    async with at(app) as pilot:
        yield Person(app, pilot)


async def select(person: Person, *numbers: int) -> None:
    for number in numbers:
        await person.go(number)
        await person.press("v")


def marked(person: Person) -> list[str]:
    return [line for line in person.seen().splitlines() if line[1:2] == "*"]


async def test_selected_rows_bear_a_mark_that_is_no_colour(document: Document) -> None:
    app = ArgmapApp(document, ascii_only=True)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await select(person, 5, 8)
        assert ["C5" in line or "C8" in line for line in marked(person)] == [True, True]
        assert person.status == "2 selected rows: d ~ 0 to 5 < > J K m y t i b act on all of them · Esc lets go"
        await person.press("v")
        assert len(marked(person)) == 1
        await person.press("escape")
        assert marked(person) == []


async def test_a_range_goes_from_the_last_selected_row(person: Person) -> None:
    await person.go(8)
    await person.press("v", "j", "j", "V")
    claims = {person.map.claims[claim].number for _, claim in person.screen.tree_view.selected}
    assert claims == {8, 9, 10}
    await person.press("k", "k", "V")
    assert len(person.screen.tree_view.selected) == 3


async def test_the_question_cannot_be_selected(person: Person) -> None:
    await person.press("v")
    assert person.status == "Choose a claim first."
    await person.press("V")
    assert person.status == "Choose a claim first."
    await person.press("escape")
    assert person.status == ""


async def test_a_range_from_a_folded_row_says_what_to_do(person: Person) -> None:
    await select(person, 8)
    await person.go(7)
    await person.press("z", "c", "V")
    assert person.status.startswith("The row selected last is folded away.")


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("4", "Rate 2 selected rows"),
        ("~", "Turn for and against: 2 selected rows"),
        ("<", "Weaken 2 selected rows"),
        (">", "Strengthen 2 selected rows"),
        ("d", "Remove 2 selected rows (2 claims)"),
    ],
)
async def test_one_step_changes_all_and_one_undo_brings_them_back(person: Person, key: str, label: str) -> None:
    before = set(person.map.entities())
    await select(person, 5, 8)
    await person.press(key)
    assert person.status == f"{label} · u undo"
    changed = {each.id for each in before ^ set(person.map.entities())}
    assert len(changed) == (5 if key == "d" else 2)
    await person.press("u")
    assert set(person.map.entities()) == before


async def test_what_cannot_be_changed_is_left_and_said(person: Person) -> None:
    await select(person, 1, 5)
    await person.press("~")
    assert person.status == (
        "Turn for and against: 1 selected row · 1 left as is: "
        "This row bears on nothing. Choose a reason or an objection. · u undo"
    )
    await person.press("escape")
    await select(person, 1, 2)
    await person.press("~")
    assert person.status == "This row bears on nothing. Choose a reason or an objection."


async def test_co_premises_are_flipped_once(person: Person) -> None:
    await select(person, 3, 4)
    await person.press("~")
    assert not person.map.uses_of(person.id(3))[0].supports


async def test_a_branch_goes_with_what_is_selected_under_it(person: Person) -> None:
    await select(person, 3, 5)
    await person.press("d")
    assert person.status == "Remove the branch of C3 (2 claims) · u undo"
    assert person.screen.tree_view.selected == {}


async def test_one_selected_row_is_changed_wherever_the_cursor_is(person: Person) -> None:
    await select(person, 5)
    await person.go(8)
    await person.press("~")
    assert person.map.uses_of(person.id(5))[0].supports
    assert person.map.uses_of(person.id(8))[0].supports


async def test_selected_rows_move_together(person: Person) -> None:
    await select(person, 5, 8, 13)
    await person.press("m")
    await person.type("C11")
    await person.press("enter")
    assert person.status == "Move under C11: 3 selected rows · u undo"
    assert {person.map.claims[each.premises[0]].number for each in person.map.bearing_on(person.id(11))} == {
        5,
        8,
        12,
        13,
    }
    await person.press("u")
    assert [each.premises for each in person.map.bearing_on(person.id(11))] == [(person.id(12),)]


async def test_co_premises_are_copied_and_pasted_together(person: Person) -> None:
    await select(person, 3, 4)
    await person.press("y")
    assert person.status.startswith("Copied 2 branches (4 claims)")
    await person.go(11)
    await person.press("p")
    assert person.status == "Paste C14 & C15 under C11 · u undo"
    (joint,) = [each for each in person.map.bearing_on(person.id(11)) if each.is_joint]
    assert [person.map.claims[premise].number for premise in joint.premises] == [14, 15]
    assert person.map.is_targeted(joint.id)


async def test_tags_are_added_to_all_in_one_step(person: Person) -> None:
    await select(person, 5, 8)
    await person.press("t")
    assert "Tags to add to 2 selected claims" in person.seen()
    assert person.screen.editor.text == ""
    await person.type("new isis")
    await person.press("enter")
    assert person.map.claims[person.id(5)].tags == ("new", "isis")
    assert set(person.map.claims[person.id(8)].tags) == {"isis", "new"}
    assert person.status.startswith("Tag 2 selected claims")
    await person.press("u")
    assert person.map.claims[person.id(5)].tags == ()
    assert person.map.claims[person.id(8)].tags == ("isis",)


async def test_all_are_implicit_or_none(person: Person) -> None:
    await select(person, 8)
    await person.press("i", "escape")
    await select(person, 5, 8)
    await person.press("i")
    assert all(person.map.claims[person.id(number)].implicit for number in (5, 8))
    await person.press("i")
    assert not any(person.map.claims[person.id(number)].implicit for number in (5, 8))


async def test_bookmarks_stand_on_all_or_none(person: Person) -> None:
    await select(person, 5, 8)
    await person.press("b")
    assert person.screen.tree_view.bookmarks == {person.id(5), person.id(8)}
    await person.press("b")
    assert not person.screen.tree_view.bookmarks


@pytest.mark.parametrize("key", ["H", "L"])
async def test_what_moves_one_row_says_so(person: Person, key: str) -> None:
    await select(person, 5, 9)
    await person.press(key)
    assert "This changed the row under the cursor alone" in person.status
    await person.press("escape", "u", key)
    assert "alone" not in person.status


def _order(person: Person, target: int) -> list[int]:
    """The numbers of the first premises of what bears on a claim, in order."""
    bearing = person.map.bearing_on(person.id(target))
    return [person.map.claims[each.premises[0]].number for each in bearing]


async def _siblings(person: Person, count: int) -> list[int]:
    """Give C13 so many reasons, and return their numbers."""
    await person.go(13)
    for number in range(count):
        await person.press("+")
        await person.type(f"Reason {number}")
        await person.press("enter")
        await person.go(13)
    return _order(person, 13)


class TestMovingTogether:
    async def test_a_selection_moves_as_one_step(self, person: Person) -> None:
        a, b, c, d = await _siblings(person, 4)
        before, steps = ArgumentMap(person.map.entities()), len(person.app.document.log())
        await select(person, a, b)
        await person.press("J")
        assert _order(person, 13) == [c, a, b, d]
        assert person.status.startswith("Move 2 selected rows")
        assert len(person.app.document.log()) == steps + 1
        await person.press("u")
        assert person.map == before
        await person.press("J", "J", "J")
        assert _order(person, 13) == [c, d, a, b]
        assert person.status == "They are the last ones here."
        await person.press("K", "K", "K")
        assert _order(person, 13) == [a, b, c, d]
        assert person.status == "They are the first ones here."

    async def test_gaps_between_selected_rows_stay_until_they_meet_the_end(self, person: Person) -> None:
        a, b, c, d = await _siblings(person, 4)
        await select(person, a, c)
        await person.press("J")
        assert _order(person, 13) == [b, a, d, c]
        await person.press("J")
        assert _order(person, 13) == [b, d, a, c]

    async def test_all_premises_of_a_reason_take_it_along_and_one_moves_inside_it(self, person: Person) -> None:
        await select(person, 3, 4)
        await person.press("J")
        assert _order(person, 1) == [7, 3]
        assert person.map.uses_of(person.id(3))[0].premises == (person.id(3), person.id(4))
        await person.press("escape")
        await select(person, 4)
        await person.press("K")
        assert _order(person, 1) == [7, 4]

    async def test_rows_under_different_claims_move_each_among_its_own(self, person: Person) -> None:
        await select(person, 8, 2)
        await person.press("J")
        assert _order(person, 7) == [9, 8]
        assert [claim.number for claim in person.map.positions()] == [1, 2]
        await person.press("K")
        assert _order(person, 7) == [8, 9]
        assert [claim.number for claim in person.map.positions()] == [2, 1]

    async def test_what_has_no_order_is_said_and_does_not_hold_up_the_rest(self, person: Person) -> None:
        await select(person, 13, 8)
        await person.press("J")
        assert _order(person, 7) == [9, 8]
        await person.press("escape")
        await select(person, 13)
        await person.press("J")
        assert person.status == "Only positions, reasons and objections have an order here."
