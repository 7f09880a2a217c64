"""Several pasted lines are several claims or one, as the person at the screen says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.document import Document
from argmap.editing import remove_claim
from argmap.tui.app import ArgmapApp
from argmap.tui.pasting import MOST_LINES, Pasting
from argmap.tui.screen import MapScreen
from tests.tui.test_screen import SIZE, Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LIST = "- Attacks rose\n  - CENTCOM says so\n- (-) Most were in [bold]Syria[/]\n- (&) and few in Iraq"


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app, SIZE) as pilot:
        yield Person(app, pilot)


async def paste(person: Person, text: str) -> None:
    screen = next(each for each in person.app.screen_stack if isinstance(each, MapScreen))
    screen.editor.post_message(events.Paste(text))
    await person.pilot.pause()
    await person.pilot.pause()


def said(person: Person, number: int) -> list[tuple[str, list[str]]]:
    map_ = person.map
    bearing = map_.bearing_on(person.id(number))
    return [(each.kind, [map_.claims[premise].text for premise in each.premises]) for each in bearing]


async def test_a_list_becomes_claims_with_their_structure_in_one_step(person: Person) -> None:
    await person.go(12)
    await person.press("+")
    await paste(person, LIST)
    assert isinstance(person.app.screen, Pasting)
    seen = person.seen()
    for part in (
        "A reason for C12",
        "+ Attacks rose",
        "  + CENTCOM",
        "[bold]Syria[/]",
        "Add as 4 claims",
    ):
        assert part in seen
    await person.press("enter")
    assert said(person, 12) == [
        ("reason", ["Attacks rose"]),
        ("objection", ["Most were in [bold]Syria[/]", "and few in Iraq"]),
    ]
    assert said(person, 14) == [("reason", ["CENTCOM says so"])]
    assert "Add 4 claims to C12" in person.status
    assert person.here == "C14"
    await person.press("u")
    assert len(person.map.claims) == 13
    await person.press("+")
    assert person.screen.editor.text == ""


async def test_under_an_objection_lines_object(person: Person) -> None:
    await person.go(12)
    await person.press("-")
    await paste(person, "one\ntwo")
    await person.press("up", "enter")
    assert said(person, 12) == [("objection", ["one"]), ("objection", ["two"])]


async def test_co_premises_join_and_siblings_follow(person: Person) -> None:
    await person.go(8)
    await person.press("&")
    await paste(person, "- one\n- two")
    await person.press("enter")
    assert said(person, 7)[0] == ("reason", ["Attacks doubled.", "one", "two"])
    await person.go(8)
    await person.press("o")
    await paste(person, "- three\n- four")
    await person.press("enter")
    assert [kind for kind, _ in said(person, 7)] == ["reason", "reason", "reason", "objection"]


async def test_lines_are_one_claim_unless_chosen_otherwise(person: Person) -> None:
    await person.go(8)
    await person.press("+")
    await paste(person, "wrapped\n  by a mailer")
    await person.press("enter", ".", "enter")
    assert person.text(14) == "wrapped by a mailer."


async def test_escape_pastes_nothing_and_typing_goes_on(person: Person) -> None:
    await person.go(8)
    await person.press("+")
    await paste(person, LIST)
    await person.press("escape")
    assert "Nothing was pasted" in person.status
    await person.press("x", "enter")
    assert person.text(14) == "x"


async def test_inside_a_claim_that_is_reworded_lines_fold(person: Person) -> None:
    await person.go(8)
    await person.press("e", "a", "space")
    await paste(person, "- one\n- two")
    assert person.screen.editor.text.endswith("a - one - two")


async def test_one_bullet_is_one_claim(person: Person) -> None:
    await person.go(8)
    await person.press("+")
    await paste(person, "- one\n  that goes on")
    assert person.screen.editor.text == "- one that goes on"


async def test_too_many_lines_are_for_import(person: Person) -> None:
    await person.go(8)
    await person.press("+")
    await paste(person, "- x\n" * (MOST_LINES + 1))
    assert "argmap import" in person.status
    assert person.screen.editor.text == ""


@pytest.mark.parametrize(("size", "ascii_only"), [((80, 24), False), ((60, 20), True), ((40, 12), True)])
async def test_it_fits(document: Document, size: tuple[int, int], ascii_only: bool) -> None:
    app = ArgmapApp(document, ascii_only=ascii_only)
    async with at(app, size) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        await person.press("+")
        await paste(person, "\n".join(f"- claim number {number} {'word ' * 20}" for number in range(30)))
        seen = person.seen()
        assert f"and {30 - min(size[1] - 8, 8)} more" in seen
        assert "Add as 30 claims" in seen
        assert not ascii_only or seen.isascii(), sorted(set(seen) - set(map(chr, range(128))))
        await person.press("enter")
        assert len(person.map.claims) == 43


async def test_what_it_was_for_may_be_gone(person: Person, document: Document) -> None:
    await person.go(8)
    await person.press("o")
    other = Document.open(document.path)
    other.do(remove_claim(other.map, person.id(8)))
    person.screen.poll()
    await paste(person, "- one\n- two")
    assert person.screen.status._left[0][0] == "error"
    assert len(person.map.claims) == 12


class TestWithNoEditorOpen:
    @pytest.mark.parametrize("keys", [(), ("tab",)])
    async def test_it_says_how(self, person: Person, keys: tuple[str, ...]) -> None:
        await person.press(*keys)
        claims = len(person.map.claims)
        person.app.post_message(events.Paste(LIST))
        await person.pilot.pause()
        await person.pilot.pause()
        assert "press + or - first, then paste" in person.status
        assert len(person.map.claims) == claims

    async def test_into_the_editor_nothing_is_said(self, person: Person) -> None:
        await person.press("j", "+")
        person.app.post_message(events.Paste("One line"))
        await person.pilot.pause()
        await person.pilot.pause()
        assert person.screen.editor.text == "One line"
        assert "then paste" not in person.status

    async def test_lines_pasted_into_a_search_are_one_line(self, person: Person) -> None:
        await person.press("/")
        person.app.post_message(events.Paste("militias\r  attack\r\nthe\tbases\r"))
        await person.pilot.pause()
        await person.pilot.pause()
        assert person.screen.find_bar.query_input.value == "militias attack the bases"
        assert person.here == "C10"


async def test_a_list_behind_words_that_stand_there_is_asked_about_too(person: Person) -> None:
    await person.go(12)
    await person.press("+")
    await person.type("Costs rose")
    await paste(person, "- Rents\n- Fuel")
    assert "Add as 3 claims" in person.seen()
    await person.press("enter")
    assert said(person, 12) == [("reason", ["Costs rose"]), ("reason", ["Rents"]), ("reason", ["Fuel"])]


async def test_lines_go_on_with_the_words_before_and_after_them(person: Person) -> None:
    await person.go(12)
    await person.press("+")
    await person.type("Rents of flats")
    await person.press(*["left"] * len("of flats"))
    await paste(person, " and fuel\nRents")
    assert "Add as 2 claims" in person.seen()
    await person.press("enter")
    assert person.screen.editor.text == "Rents and fuel Rentsof flats"
    await person.press("escape", "+")
    await person.press("end", *["backspace"] * len("Rents and fuel Rentsof flats"))
    await person.type("Rents")
    await paste(person, " rose\nFuel rose")
    await person.press("up", "enter")
    assert said(person, 12) == [("reason", ["Rents rose"]), ("reason", ["Fuel rose"])]
