"""Seeing one branch alone, going back and forward, jumping by letters, and going to what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.document import Document
from argmap.editing import add_objection, add_reason, remove_branch
from argmap.model import About, Claim
from argmap.tui.app import ArgmapApp
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.model import ArgumentMap, Entity


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


def _shown(person: Person) -> list[str]:
    """Return the labels of the claims in the tree, from the top down."""
    rows = person.screen.tree_view.rows.visible
    return [person.map.claims[row.claim].label for row in rows if row.is_claim]


class TestFocus:
    async def test_a_branch_alone_and_out_again(self, person: Person) -> None:
        whole = _shown(person)
        await person.go(7)
        await person.press("f")
        assert person.here == "C7"
        assert _shown(person) == ["C7", "C8", "C9", "C10", "C9"]
        assert "Focus on C7 and what is under it. Backspace zooms out." in person.seen()
        await person.go(9)
        await person.press("f")
        assert _shown(person) == ["C9", "C10", "C9"]
        assert "C1 Troops should leave." in person.seen()
        await person.press("backspace")
        assert person.here == "C9"
        assert "Zoomed out to C7." in person.status
        await person.press("backspace", "backspace")
        assert _shown(person) == whole
        assert person.here == "C9"
        await person.press("backspace")
        assert "The whole map is shown." in person.status

    async def test_zooming_in_unfolds(self, person: Person) -> None:
        await person.go(7)
        await person.press("h", "f")
        assert _shown(person)[:2] == ["C7", "C8"]

    async def test_a_repeat_is_focused_where_it_is_shown_in_full(self, person: Person) -> None:
        await person.press("g", "g", ")", ")", "j")
        repeat = person.screen.tree_view.row
        assert repeat.repeat
        await person.press("f")
        home = person.screen.tree_view.row
        assert home.claim == repeat.claim
        assert not home.repeat
        assert _shown(person)[:2] == ["C7", "C8"]

    async def test_only_claims_can_be_focused_on(self, person: Person) -> None:
        await person.press("f")
        assert "Choose a claim" in person.status
        await person.go(7)
        await person.press("f", "f")
        assert "in focus already" in person.status
        await person.press("k", "f", "space")
        assert "Backspace" in person.status
        assert person.screen.tree_view.rows.focus == person.id(7)

    async def test_editing_goes_on_in_focus(self, person: Person) -> None:
        await person.go(7)
        await person.press("f", "+", "N", "e", "w", "enter")
        assert person.here == "C14"
        assert _shown(person) == ["C7", "C8", "C9", "C10", "C9", "C14"]
        await person.press("u")
        assert "C14" not in _shown(person)

    async def test_what_is_made_out_of_focus_is_shown_all_the_same(self, person: Person) -> None:
        await person.go(7)
        await person.press("f", "a", "N", "e", "w", "enter")
        assert person.here == "C14"
        assert person.screen.tree_view.rows.focus is None
        assert "Zoomed out: that is not under C7." in person.status

    async def test_removing_the_claim_in_focus_zooms_out(self, person: Person) -> None:
        await person.go(8)
        await person.press("f", "d")
        assert person.screen.tree_view.rows.focus == person.id(7)
        assert "Remove" in person.status
        assert "The claim in focus is gone: zoomed out to C7." in person.status
        assert person.screen.tree_view.row.is_claim

    async def test_removing_a_position_in_focus_shows_the_whole_map(self, person: Person) -> None:
        await person.go(2)
        await person.press("f", ")")
        assert "none that way" in person.status
        await person.press("d")
        assert "The claim in focus is gone: the whole map is shown." in person.status
        assert person.here == "question"
        await person.press("u")
        assert person.here == "C2"

    async def test_nothing_is_made_beside_the_line_that_says_focus(self, person: Person) -> None:
        await person.go(7)
        await person.press("f", "k")
        for key in ("o", "+", "d", "enter"):
            await person.press(key)
            assert not person.screen.editor.display
            assert person.status
        assert person.screen.tree_view.rows.focus == person.id(7)
        assert "Only this claim" in person.seen()

    async def test_so_does_its_removal_by_another_program(self, person: Person) -> None:
        await person.go(8)
        await person.press("f")
        other = Document.open(person.app.document.path, author="other")
        eighth = other.map.numbered(Claim, 8)
        assert isinstance(eighth, Claim)
        other.do(remove_branch(other.map, eighth.id, other.map.uses_of(eighth.id)[0].id))
        person.screen.poll()
        await person.pilot.pause()
        assert person.screen.tree_view.rows.focus == person.id(7)
        assert person.here == "C7"
        assert "Read again" in person.status
        assert "zoomed out to C7" in person.status

    async def test_find_leaves_the_focus_and_escape_brings_it_back(self, person: Person) -> None:
        await person.go(7)
        await person.press("f", "slash", "o", "i", "l")
        assert person.here == "C12"
        assert "Focus on" not in person.seen()
        await person.press("escape")
        assert person.here == "C7"
        assert person.screen.tree_view.rows.focus == person.id(7)
        assert _shown(person) == ["C7", "C8", "C9", "C10", "C9"]


class TestBackAndForward:
    async def test_jumps_are_retraced_and_walking_is_not(self, person: Person) -> None:
        await person.press("[")
        assert "not jumped" in person.status
        await person.press("j", "j", "j")
        walked = person.here
        await person.press("G")
        last = person.here
        await person.press("slash", "m", "i", "l", "i", "enter")
        assert person.here == "C10"
        await person.press("[")
        assert person.here == last
        await person.press("[")
        assert person.here == walked
        await person.press("[")
        assert person.here == walked
        await person.press("]", "]")
        assert person.here == "C10"
        await person.press("]")
        assert "not gone back" in person.status

    async def test_removed_claims_are_passed_over(self, person: Person) -> None:
        await person.go(8)
        await person.go(12)
        await person.press("d", "g", "g")
        await person.press("[", "[")
        assert person.here == "C8"


class TestLabels:
    async def test_letters_lead_to_rows(self, person: Person) -> None:
        await person.press(";")
        label = person.screen.tree_view.labels.of(person.screen.tree_view.rows.visible[5].place)
        assert label
        assert any(line.startswith(label) for line in person.seen().splitlines())
        assert "Type the letters" in person.status
        await person.press(label)
        assert person.screen.tree_view.cursor == 5
        await person.press("[")
        assert person.screen.tree_view.cursor == 0

    async def test_escape_and_wrong_keys_leave_everything_as_it_was(self, person: Person) -> None:
        before = len(person.map.claims)
        for key in ("escape", "ctrl+d", "+"):
            await person.press(";", key)
            assert not person.screen.tree_view.labels
            assert person.screen.tree_view.cursor == 0
        assert "No row has the letters +." in person.status
        assert len(person.map.claims) == before
        assert "? help" in person.seen()

    async def test_a_click_ends_it(self, person: Person) -> None:
        await person.press(";")
        await person.pilot.click("#tree", offset=(10, 2))
        await person.pilot.pause()
        assert not person.screen.tree_view.labels
        assert person.screen.tree_view.cursor
        assert "? help" in person.seen()

    async def test_a_tall_screen_takes_two_letters(self, document: Document) -> None:
        target = document.map.positions()[0].id
        for number in range(40):
            document.do(add_reason(document.map, target, f"reason {number}"))
        app = ArgmapApp(document)
        async with at(app, (100, 70)) as pilot:
            person = Person(app, pilot)
            await person.press(";")
            labels = person.screen.tree_view.labels
            row = next(row for row in person.screen.tree_view.rows.visible if len(labels.of(row.place)) == 2)
            first, second = list(labels.of(row.place))
            await person.press(first)
            assert first in person.status
            await person.press(second)
            assert person.screen.tree_view.row is row


class TestWhatIsOpen:
    async def test_every_open_claim_is_reached_in_the_order_of_the_tree(self, person: Person) -> None:
        rows = person.screen.tree_view.rows
        order = [row.claim for row in rows.visible if row.is_claim and not row.repeat]
        unsourced = [person.map.claims[claim].label for claim in order if _cites_nothing(person.map, claim)]
        await person.press("z", "M", "g", "g")
        for label in (*unsourced, unsourced[0]):
            await person.press("g", "s")
            assert person.here == label
            assert f"of {len(unsourced)}" in person.status
        assert "from the top again" in person.status

    async def test_unanswered_objections(self, person: Person) -> None:
        await person.press("g", "u")
        first = person.here
        assert f"{first} is unanswered: 1 of" in person.status
        await person.press("g", "u")
        assert person.here != first
        await person.press("[")
        assert person.here == first

    async def test_a_map_without_any_says_so(self, document: Document) -> None:
        path = document.path.with_name("small.argmap")
        app = ArgmapApp(Document.create(path, [Claim(number=1, text="Yes.", position="a0")], author="tester"))
        async with at(app) as pilot:
            person = Person(app, pilot)
            await person.press("g", "u")
            assert "has an answer" in person.status
            await person.press("g", "s")
            assert "cites one" in person.status
            app.document.do(add_objection(app.document.map, person.id(1), "No."))
            person.screen.poll()
            await person.press("g", "u", "g", "u")
            assert "the only one" in person.status


def _cites_nothing(map_: ArgumentMap, claim: object) -> bool:
    found = map_.claims[claim]  # type: ignore[index]  # the id of a row's claim
    return not map_.citations_of(found.id) and not found.is_position and not found.implicit


class TestBeginning:
    @pytest.mark.parametrize(
        ("entities", "expected", "never"),
        [
            (
                [],
                ["This map is empty. To begin:", "e  write the question", "+  add a position", "?  see"],
                "No answer yet",
            ),
            (
                [About(question="Why?")],
                ["No answer yet. To go on:", "+  add a position: an answer", "e  reword", "?  see"],
                "This map is empty",
            ),
        ],
    )
    @pytest.mark.parametrize("size", [(80, 24), (60, 20)])
    async def test_it_says_which_keys_begin(
        self, document: Document, entities: list[Entity], expected: list[str], never: str, size: tuple[int, int]
    ) -> None:
        app = ArgmapApp(Document.create(document.path.with_name("new.argmap"), entities, author="tester"))
        async with at(app, size) as pilot:
            person = Person(app, pilot)
            seen = person.seen()
            assert all(part in seen for part in expected)
            assert never not in seen
            await person.press("+", "S", "o", "enter")
            assert expected[0] not in person.seen()


async def test_the_next_unanswered_is_where_it_attacks_and_not_where_it_supports(person: Person) -> None:
    person.screen.take(add_objection(person.map, person.id(12), person.id(8)))
    attack = person.map.bearing_on(person.id(12))[-1]
    for _ in range(5):
        await person.press("g", "u")
        if person.here == "C8":
            break
    assert person.screen.tree_view.row.place == (attack.id, person.id(8))
    assert "C8 is unanswered" in person.status
