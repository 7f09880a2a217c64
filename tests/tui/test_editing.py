"""What is typed and what is changed at the screen is what happens to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.model import Polarity
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.tui.app import ArgmapApp


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


class TestArguing:
    @pytest.mark.parametrize(
        ("key", "polarity"), [("+", Polarity.SUPPORTS), ("=", Polarity.SUPPORTS), ("-", "opposes")]
    )
    async def test_a_reason_and_an_objection(self, person: Person, key: str, polarity: str) -> None:
        await person.go(8)
        await person.press(key)
        assert "C8" in str(person.screen.editor.border_title)
        await person.type("New words")
        await person.press("enter")
        (inference,) = person.map.bearing_on(person.id(8))
        assert (inference.polarity, person.text(14)) == (polarity, "New words")
        assert person.here == "C14"
        assert person.status.startswith("Add ")
        assert "C14 to C8" in person.status
        assert "u undo" in person.status

    async def test_enter_right_behind_the_letters_saves_them_all(self, person: Person) -> None:
        """Over a slow line a whole sentence arrives at once; Enter must not overtake it."""
        await person.go(8)
        await person.press("-")
        for key in (*"Sent", "enter"):
            person.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await person.pilot.pause()
        await person.pilot.pause()
        assert person.text(14) == "Sent"

    async def test_a_co_premise(self, person: Person) -> None:
        await person.go(8)
        await person.press("&", "x", "enter")
        (inference,) = person.map.uses_of(person.id(8))
        assert inference.premises == (person.id(8), person.id(14))
        assert person.here == "C14"
        assert "both needed" in person.seen()

    async def test_an_undercut_attacks_the_step(self, person: Person) -> None:
        await person.go(8)
        await person.press("X", "x", "enter")
        (step,) = person.map.uses_of(person.id(8))
        assert [each.kind for each in person.map.bearing_on(step.id)] == ["undercut"]
        assert person.here == "C14"

    async def test_a_backing_supports_the_step(self, person: Person) -> None:
        await person.go(8)
        await person.press("B", "x", "enter")
        (step,) = person.map.uses_of(person.id(8))
        assert [each.kind for each in person.map.bearing_on(step.id)] == ["backing"]

    async def test_another_of_the_same_kind_comes_right_after(self, person: Person) -> None:
        await person.go(8)
        await person.press("o", "x", "enter")
        kinds = [(each.kind, each.premises[0]) for each in person.map.bearing_on(person.id(7))]
        assert kinds[1] == ("reason", person.id(14))

    @pytest.mark.parametrize("key", ["+", "o", "a"])
    async def test_the_question_takes_positions(self, person: Person, key: str) -> None:
        await person.press(key, "x", "enter")
        assert person.map.positions()[-1].text == "x"
        assert person.here == "C14"

    @pytest.mark.parametrize("key", ["-", "&", "X", "d", "1", "<", "J", "~"])
    async def test_what_makes_no_sense_here_is_said(self, person: Person, key: str) -> None:
        await person.press(key)
        assert person.status
        assert not person.screen.editor.display
        assert len(person.map.claims) == 13

    async def test_the_parent_is_in_view_while_typing(self, person: Person) -> None:
        await person.press("G", "+", "x")
        seen = person.seen()
        assert "NATO trains too." in seen
        assert "x" in seen


class TestEditing:
    async def test_rewording_in_place(self, person: Person) -> None:
        await person.go(8)
        await person.press("e", "!", "enter")
        assert person.text(8) == "Attacks doubled.!"
        assert person.here == "C8"

    async def test_escape_keeps_the_draft_and_offers_it_again(self, person: Person) -> None:
        await person.go(8)
        await person.press("+", "a", "b", "escape")
        assert len(person.map.claims) == 13
        await person.press("j", "k", "+")
        assert person.screen.editor.text == "ab"
        await person.press("c", "enter")
        assert person.text(14) == "abc"

    async def test_pasted_lines_become_one_paragraph_and_controls_are_reported(self, person: Person) -> None:
        from textual import events

        await person.go(8)
        await person.press("+")
        editor = person.screen.editor
        editor.post_message(events.Paste("one\n  two\x1b[31m\n\nthree"))
        await person.pilot.pause()
        await person.press("enter", "enter")
        assert person.text(14) == "one two[31m three"
        assert "1 control character was removed" in person.status

    async def test_an_empty_claim_is_refused_and_the_editor_stays(self, person: Person) -> None:
        await person.go(8)
        await person.press("+", "enter")
        assert "at least one word" in person.status
        assert person.screen.editor.display

    async def test_removing_says_how_much_and_can_be_undone(self, person: Person) -> None:
        await person.go(3)
        await person.press("d")
        assert len(person.map.claims) == 11
        assert "2 claims" in person.status
        assert person.here == "C4"
        await person.press("u")
        assert len(person.map.claims) == 13
        assert person.here == "C3"
        await person.press("ctrl+r")
        assert len(person.map.claims) == 11

    async def test_a_shared_claim_only_loses_this_place_and_undo_brings_it_back(self, person: Person) -> None:
        await person.go(7)
        await person.press("d")
        assert len(person.map.uses_of(person.id(7))) == 1
        assert "stays" in person.status
        await person.press("g", "g", "u")
        assert person.here == "C7"
        assert len(person.map.uses_of(person.id(7))) == 2

    async def test_the_last_of_its_siblings_leaves_the_cursor_at_the_one_before(self, person: Person) -> None:
        await person.go(9)
        await person.press("d")
        assert person.here == "C8"

    async def test_undo_and_redo_go_where_the_change_is(self, person: Person) -> None:
        await person.go(8)
        await person.press("+", "x", "enter", "g", "g", "u")
        assert person.here == "C8"
        await person.press("g", "g", "ctrl+y")
        assert person.here == "C14"
        await person.press("u", "u")
        assert "nothing to undo" in person.status.lower() or len(person.map.claims) <= 13

    async def test_flipping(self, person: Person) -> None:
        await person.go(8)
        await person.press("~")
        assert [each.kind for each in person.map.uses_of(person.id(8))] == ["objection"]
        assert "opposes C8" in person.seen()

    async def test_moving_among_siblings(self, person: Person) -> None:
        await person.go(8)
        await person.press("J")
        assert [each.premises[0] for each in person.map.bearing_on(person.id(7))] == [person.id(9), person.id(8)]
        assert person.here == "C8"
        await person.press("J")
        assert "last" in person.status
        await person.press("K")
        assert [each.premises[0] for each in person.map.bearing_on(person.id(7))] == [person.id(8), person.id(9)]

    async def test_moving_a_co_premise_and_a_position(self, person: Person) -> None:
        await person.go(3)
        await person.press("J")
        assert person.map.uses_of(person.id(3))[0].premises == (person.id(4), person.id(3))
        await person.go(2)
        await person.press("K")
        assert [claim.number for claim in person.map.positions()] == [2, 1]

    async def test_credence_and_relevance(self, person: Person) -> None:
        await person.go(8)
        await person.press("4", "<")
        assert person.map.claims[person.id(8)].credence == 0.75
        assert person.map.uses_of(person.id(8))[0].relevance == 0.6
        seen = person.seen()
        assert "likely" in seen
        assert "moderate" in seen
        await person.press("0")
        assert person.map.claims[person.id(8)].credence is None

    async def test_a_step_that_changes_nothing_is_not_taken(self, person: Person) -> None:
        await person.go(8)
        await person.press("0")
        assert "already" in person.status


class TestUndoGoesBack:
    """After undo the cursor is where the key was pressed."""

    async def test_to_a_position_that_was_removed(self, person: Person) -> None:
        await person.press("j", "d")
        assert person.here != "C1"
        await person.press("u")
        assert person.here == "C1"

    async def test_to_the_one_of_several_rows_the_cursor_was_on(self, person: Person) -> None:
        for number in (3, 8, 10):
            await person.go(number)
            await person.press("v")
        await person.go(8)
        place = person.screen.tree_view.row.place
        await person.press("d")
        assert person.here != "C8"
        await person.press("u")
        assert person.screen.tree_view.row.place == place

    async def test_to_the_one_of_several_that_were_turned(self, person: Person) -> None:
        for number in (3, 10, 8):
            await person.go(number)
            await person.press("v")
        await person.press("~")
        assert person.here == "C8"
        await person.press("u")
        assert person.here == "C8"

    async def test_to_where_a_branch_was_pasted(self, person: Person) -> None:
        await person.go(9)
        await person.press("y")
        await person.go(12)
        await person.press("p")
        assert person.here != "C12"
        await person.press("u")
        assert person.here == "C12"

    async def test_again_after_redo(self, person: Person) -> None:
        await person.press("j", "d", "u", "ctrl+r", "u")
        assert person.here == "C1"

    async def test_what_was_folded_stays_folded(self, person: Person) -> None:
        await person.press("z", "M", "g", "g", "j")
        before = [row.place for row in person.screen.tree_view.rows.visible]
        await person.press("d", "u")
        assert person.here == "C1"
        assert [row.place for row in person.screen.tree_view.rows.visible] == before


class TestRoomForTheText:
    @pytest.fixture
    async def typist(self, app: ArgmapApp) -> AsyncIterator[Person]:
        async with at(app, (80, 24)) as pilot:
            yield Person(app, pilot)

    def fits(self, person: Person) -> bool:
        """Whether the editor shows all of its text, no line more, and stands over the row it is about."""
        editor, tree = person.screen.editor, person.screen.tree_view
        top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
        is_whole = editor.size.height == editor.wrapped_document.height and not editor.scroll_offset.y
        return is_whole and editor.region.y == tree.region.y + top

    async def test_a_longer_claim_is_seen_whole_from_the_first(self, typist: Person) -> None:
        await typist.go(7)
        await typist.press("e")
        assert typist.screen.editor.size.height > 1
        assert self.fits(typist)

    @pytest.mark.parametrize("sizes", [[(50, 14)], [(50, 14), (140, 40)], [(140, 40), (80, 24)]])
    async def test_it_stays_so_at_every_size(self, typist: Person, sizes: list[tuple[int, int]]) -> None:
        await typist.go(7)
        await typist.press("e")
        for size in sizes:
            await typist.pilot.resize_terminal(*size)
            await typist.pilot.pause()
            await typist.pilot.pause()
            assert self.fits(typist), size

    def is_under(self, person: Person) -> bool:
        """Whether the editor stands right under the row it is about, all of both in view."""
        editor, tree = person.screen.editor, person.screen.tree_view
        top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
        under = top + tree.rows.heights[tree.cursor]
        return top >= 0 and editor.region.y == tree.region.y + under and editor.region.bottom <= tree.region.bottom

    async def settled(self, person: Person) -> None:
        """Wait until the editor is under its row; a loaded machine takes its time."""
        for _ in range(200):
            await person.pilot.pause()
            if self.is_under(person):
                return

    async def test_what_is_added_stays_under_its_row_at_every_size(self, typist: Person) -> None:
        await typist.press("G", "-")
        for size in [(60, 20), (140, 40), (44, 16), (80, 24), (80, 15)]:
            await typist.pilot.resize_terminal(*size)
            await self.settled(typist)
            assert self.is_under(typist), size

    async def test_it_follows_its_row_when_the_rows_are_scrolled(self, typist: Person) -> None:
        await typist.go(7)
        await typist.press("-")
        tree = typist.screen.tree_view
        for y in (2, 4, 1):
            tree.scroll_to(y=y, animate=False, immediate=True)
            await self.settled(typist)
            assert tree.scroll_offset.y == y
            assert self.is_under(typist), y

    async def test_the_room_for_it_is_given_back(self, typist: Person) -> None:
        await typist.press("-", "escape")
        assert not typist.screen.tree_view.below


async def test_a_line_feed_is_enter_typed_before_the_program_had_the_terminal(person: Person) -> None:
    await person.go(5)
    await person.press("+", *"Early", "ctrl+j")
    assert person.text(14) == "Early"


async def test_how_to_begin_on_the_question_is_said_with_the_key(person: Person) -> None:
    await person.press("-")
    assert person.status == "Only positions go here, the answers to the question: + adds one."
