"""Moving reasons through the levels, under chosen claims, and taking premises together and apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.editing import add_objection
from argmap.model import ClaimId
from argmap.tui.app import ArgmapApp
from argmap.tui.choosing import ClaimPicker
from argmap.tui.dialogs import GONE
from tests.tui.test_clean import screen_lines
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document
    from argmap.model import Inference
    from argmap.tui.picker import Listed


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


def use(person: Person, number: int, which: int = 0) -> Inference:
    """An inference in which the claim with *number* is a premise."""
    return person.map.uses_of(person.id(number))[which]


def bears_on(person: Person, number: int, which: int = 0) -> str:
    target = use(person, number, which).target
    assert isinstance(target, ClaimId)
    return person.map.claims[target].label


async def undone(person: Person) -> bool:
    """Whether one undo takes it back, and redo brings it again."""
    after = set(person.map.entities())
    await person.press("u")
    before = set(person.map.entities())
    await person.press("ctrl+r")
    return before != after == set(person.map.entities())


class TestLevels:
    async def test_promote_lets_a_reason_bear_on_what_its_target_bears_on(self, person: Person) -> None:
        await person.go(5)
        await person.press("H")
        assert bears_on(person, 5) == "C1"
        assert not use(person, 5).supports
        assert person.status == "C5 now opposes C1 · u undo"
        assert person.here == "C5"
        assert [person.map.claims[each.premises[0]].number for each in person.map.bearing_on(person.id(1))] == [3, 5, 7]
        await person.press("u")
        assert bears_on(person, 5) == "C3"

    async def test_an_undercut_that_goes_up_bears_on_the_claim(self, person: Person) -> None:
        await person.go(6)
        await person.press("alt+left")
        assert bears_on(person, 6) == "C1"
        assert person.status == "C6 now opposes C1 · u undo"

    @pytest.mark.parametrize(("number", "why"), [(1, "C1 is a position"), (9, "bears on")])
    async def test_what_stands_at_the_top_cannot_go_up(self, person: Person, number: int, why: str) -> None:
        before = person.map.shared_label(), list(person.map.entities())
        await person.go(number)
        await person.press("H") if number == 1 else await person.press("h", "k", "k", "H")
        assert why in person.status or "nothing" in person.status
        assert (person.map.shared_label(), list(person.map.entities())) == before

    async def test_a_reason_for_a_position_cannot_go_up(self, person: Person) -> None:
        await person.go(7)
        await person.press("H")
        assert person.status == "C1 is a position and bears on nothing, so there is nothing above it to move to."

    async def test_demote_puts_it_under_the_claim_before(self, person: Person) -> None:
        await person.go(9)
        await person.press("L")
        assert bears_on(person, 9) == "C8"
        assert person.status == "C9 now opposes C8 · u undo"
        assert person.here == "C9"
        assert await undone(person)

    async def test_co_premises_move_together(self, person: Person) -> None:
        await person.go(7)
        await person.press("K")
        await person.go(4)
        await person.press("L")
        assert bears_on(person, 3) == bears_on(person, 4) == "C7"
        assert person.status == "C3 and C4 now support C7 · u undo"

    async def test_the_first_has_nothing_to_go_under(self, person: Person) -> None:
        await person.go(3)
        await person.press("L")
        assert "first one here" in person.status
        await person.go(2)
        await person.press("L")
        assert person.status == "C2 is a position: it answers the question and stands at the top."
        await person.go(13)
        await person.press("L")
        assert person.status == "C13 bears on nothing yet. m chooses a claim to move it under."


class TestTogetherAndApart:
    async def test_one_key_splits_off_and_joins_back(self, person: Person) -> None:
        await person.go(4)
        await person.press("|")
        assert person.here == "C4"
        assert not use(person, 3).is_joint
        assert use(person, 4).supports
        assert bears_on(person, 4) == "C1"
        await person.press("|")
        assert person.here == "C4"
        assert [person.map.claims[each].number for each in use(person, 4).premises] == [3, 4]
        assert person.status == "C3 and C4 are one reason now: both needed · u undo"
        await person.press("u", "u")
        assert use(person, 3).is_joint

    async def test_nothing_to_join_with_is_said(self, person: Person) -> None:
        await person.go(9)
        await person.press("|")
        assert person.status == "No objection stands before C9 to join it with. J moves it down, & adds a co-premise."
        await person.go(1)
        await person.press("|")
        assert "bears on nothing" in person.status


def shown(person: Person) -> list[Listed[ClaimId]]:
    dialog = person.app.screen
    assert isinstance(dialog, ClaimPicker)
    return dialog.shown


class TestChoosing:
    async def test_move_to_goes_by_number(self, person: Person) -> None:
        await person.go(5)
        await person.press("m")
        await person.type("C11")
        await person.press("enter")
        assert bears_on(person, 5) == "C11"
        assert person.status == "C5 now opposes C11 · u undo"
        assert person.here == "C5"
        assert await undone(person)

    async def test_the_nearest_claims_come_first_and_words_find_the_others(self, person: Person) -> None:
        await person.go(12)
        await person.press("at")
        listed = [line.answer for line in shown(person)]
        assert listed[0] == person.id(11)
        assert person.id(12) not in listed
        assert len(listed) == 12
        await person.press("escape", "m")
        await person.type("nato")
        await person.press("enter")
        assert bears_on(person, 12) == "C13"

    async def test_what_would_make_a_circle_comes_last_and_says_so(self, person: Person) -> None:
        await person.go(7)
        await person.press("m")
        listed = shown(person)
        assert [line.answer for line in listed[-3:]] == [person.id(8), person.id(9), person.id(10)]
        assert listed[-1].remark == "(under it: a circle)"
        assert "(under it: a circle)" in "\n".join(screen_lines(person.app))
        await person.type("10")
        assert shown(person)[0].answer == person.id(10), "but whoever types its number means it"

    async def test_where_it_stands_already_comes_last_too_and_is_refused(self, person: Person) -> None:
        await person.go(5)
        await person.press("m")
        (there,) = [line for line in shown(person) if line.remark]
        assert (there.answer, there.remark) == (person.id(3), "(it stands there)")
        assert shown(person)[-1] is there
        before = list(person.map.entities())
        await person.type("C3")
        await person.press("enter")
        assert person.status == "C5 opposes C3 already. m chooses another place."
        assert list(person.map.entities()) == before

    async def test_the_same_link_is_not_made_twice_by_moving_another_one_there(self, person: Person) -> None:
        """C5 opposes C3 and C1: neither choosing C1 nor a level up may let it oppose C1 twice."""
        screen = person.screen
        screen.take(add_objection(person.map, person.id(1), person.id(5)))
        link = next(each for each in person.map.uses_of(person.id(5)) if each.target == person.id(3))
        before = list(person.map.entities())
        for keys in (("H",), ("m", "C", "1", "enter")):
            screen.tree_view.reveal((link.id, person.id(5)))
            await person.press(*keys)
            assert person.status == "C5 opposes C1 already. m chooses another place."
            assert list(person.map.entities()) == before
        await person.press("m")
        remarks = {line.answer: line.remark for line in shown(person)}
        assert remarks[person.id(1)] == remarks[person.id(3)] == "(it stands there)"
        assert not remarks[person.id(2)]

    async def test_co_premises_are_named_and_not_offered_as_what_they_move_under(self, person: Person) -> None:
        await person.go(4)
        await person.press("m")
        dialog = person.app.screen
        assert isinstance(dialog, ClaimPicker)
        assert dialog.headline == "Move C4 & C3 under"
        assert not {person.id(3), person.id(4)}.intersection(line.answer for line in shown(person))

    async def test_several_rows_say_where_all_of_them_stand(self, person: Person) -> None:
        await person.go(8)
        await person.press("v")
        await person.go(9)
        await person.press("v", "m")
        remarks = {line.answer: line.remark for line in shown(person)}
        assert remarks[person.id(7)] == "(they stand there)"

    async def test_an_unplaced_claim_becomes_a_reason(self, person: Person) -> None:
        await person.go(13)
        await person.press("m")
        await person.type("stay")
        await person.press("enter")
        assert bears_on(person, 13) == "C2"
        assert use(person, 13).supports

    async def test_a_position_says_why_it_stays(self, person: Person) -> None:
        await person.go(2)
        await person.press("m")
        assert "C2 is a position" in person.status

    @pytest.mark.parametrize("key", ["escape", "nothing fits this"])
    async def test_leaving_changes_nothing(self, person: Person, key: str) -> None:
        before = list(person.map.entities())
        await person.go(5)
        await person.press("m")
        await (person.press("escape") if key == "escape" else person.type(key))
        await person.press("enter", "escape")
        assert list(person.map.entities()) == before

    @pytest.mark.parametrize(("keys", "supports"), [((), True), (("-",), False), (("-", "+"), True), (("tab",), False)])
    async def test_an_existing_claim_is_used_with_the_relation_chosen(
        self, person: Person, keys: tuple[str, ...], supports: bool
    ) -> None:
        await person.go(2)
        await person.press("at")
        await person.type("oil")
        await person.press(*keys, "enter")
        added = use(person, 12, 1)
        assert (added.target, added.supports) == (person.id(2), supports)
        assert person.here == "C12"

    async def test_an_existing_claim_is_used_together_with_another(self, person: Person) -> None:
        await person.go(5)
        await person.press("@", "&")
        await person.type("12")
        await person.press("enter")
        assert use(person, 5).premises == (person.id(5), person.id(12))

    async def test_a_claim_is_not_used_twice_for_the_same(self, person: Person) -> None:
        await person.go(2)
        before = set(person.map.entities())
        await person.press("at")
        await person.type("C7")
        await person.press("enter")
        assert person.status == "C7 stands there already. @ chooses another."
        assert set(person.map.entities()) == before
        await person.press("at")
        await person.type("C7")
        await person.press("tab", "enter")
        assert person.status == "Add objection C7 to C2 · u undo"

    async def test_together_is_not_offered_where_nothing_is_needed(self, person: Person) -> None:
        await person.go(1)
        await person.press("at")
        assert "together" not in "\n".join(screen_lines(person.app))
        await person.press("&", "escape")

    async def test_a_refusal_is_a_sentence(self, person: Person) -> None:
        """The file may have changed while the list was open."""
        await person.go(5)
        await person.press("m")
        dialog = person.app.screen
        assert isinstance(dialog, ClaimPicker)
        dialog.dismiss(ClaimId("gone"))
        await person.pilot.pause()
        assert person.status == GONE

    @pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
    async def test_it_fits_small_terminals_in_ascii(self, document: Document, size: tuple[int, int]) -> None:
        app = ArgmapApp(document, ascii_only=True)
        async with at(app, size) as pilot:
            person = Person(app, pilot)
            await person.go(5)
            await person.press("at")
            seen = "\n".join(screen_lines(app))
            assert seen.isascii()
            assert "(*) + supports" in seen
            assert "C3 Parliament" in seen
