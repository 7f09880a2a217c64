"""What a person does at the screen is what happens to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.document import Document
from argmap.editing import add_reason
from argmap.errors import FileError
from argmap.model import ArgumentMap, Claim, ClaimId, Polarity, Step
from argmap.tui.app import ArgmapApp
from argmap.tui.screen import MapScreen
from tests.tui.test_clean import screen_lines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from textual.pilot import Pilot

SIZE = (100, 30)


class Person:
    """Somebody at the keyboard, and what they see."""

    def __init__(self, app: ArgmapApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> MapScreen:
        screen = self.app.screen
        assert isinstance(screen, MapScreen)
        return screen

    @property
    def map(self) -> ArgumentMap:
        return self.app.document.map

    @property
    def here(self) -> str:
        """The label of the claim under the cursor."""
        row = self.screen.tree_view.row
        return self.map.claims[row.claim].label if row.is_claim else row.claim.strip()

    @property
    def status(self) -> str:
        return "".join(text for _, text in self.screen.status._left)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*("space" if character == " " else character for character in text))

    async def go(self, number: int) -> None:
        self.screen.go_to_claim(self.id(number))
        await self.pilot.pause()

    def id(self, number: int) -> ClaimId:
        found = self.map.numbered(Claim, number)
        assert isinstance(found, Claim)
        return found.id

    def text(self, number: int) -> str:
        return self.map.claims[self.id(number)].text

    def seen(self) -> str:
        return "\n".join(screen_lines(self.app))


def at(app: ArgmapApp, size: tuple[int, int] = SIZE) -> AbstractAsyncContextManager[Pilot[None]]:
    return app.run_test(size=size)


@pytest.fixture
async def person(app: ArgmapApp) -> AsyncIterator[Person]:
    async with at(app) as pilot:
        yield Person(app, pilot)


class TestSeeing:
    async def test_it_opens_on_the_question_with_everything_in_view(self, person: Person) -> None:
        seen = person.seen()
        assert person.here == "question"
        for part in ("troops.argmap", "13 claims", "saved", "Should the troops leave?", "position C1", "both needed"):
            assert part in seen
        assert "undercuts the step: C6" in seen
        assert "see C7" in seen
        assert "Unplaced (1)" in seen

    async def test_it_opens_at_a_claim(self, document: Document) -> None:
        claim = document.map.numbered(Claim, 10)
        assert isinstance(claim, Claim)
        app = ArgmapApp(document, claim.id)
        async with at(app) as pilot:
            await pilot.pause()
            assert Person(app, pilot).here == "C10"

    async def test_the_detail_pane_tells_who_says_it(self, person: Person) -> None:
        await person.go(8)
        seen = person.seen()
        for part in ("Supports C7", "S1 The paper ¶4", "said by CENTCOM", "twice as many", "#isis"):
            assert part in seen

    @pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 40), (40, 12)])
    async def test_small_and_large_terminals_work(self, document: Document, size: tuple[int, int]) -> None:
        app = ArgmapApp(document)
        async with at(app, size) as pilot:
            person = Person(app, pilot)
            await person.press("j", "j", "+", "x", "enter", "G", "g", "g", "tab", "j", "tab")
            assert person.here == "question"
            assert "C14" in person.status

    async def test_ascii_is_all_there_is_when_asked_for(self, document: Document) -> None:
        app = ArgmapApp(document, ascii_only=True)
        async with at(app) as pilot:
            person = Person(app, pilot)
            for keys in ("j", "+", "escape", "/", "escape", "?"):
                await person.press(keys)
                assert person.seen().isascii(), keys

    async def test_an_empty_map_says_how_to_begin(self, document: Document) -> None:
        path = document.path.with_name("empty.argmap")
        app = ArgmapApp(Document.create(path, [], author="tester"))
        async with at(app) as pilot:
            person = Person(app, pilot)
            assert "add a position" in person.seen()
            await person.press("e", "W", "h", "y", "?", "enter", "+", "S", "o", "enter", "+", "I", "enter")
            assert person.map.about.question == "Why?"
            assert [claim.text for claim in person.map.positions()] == ["So"]
            assert person.here == "C2"


class TestMoving:
    async def test_tab_scrolls_the_detail_pane_and_comes_back(self, document: Document) -> None:
        app = ArgmapApp(document)
        async with at(app, (80, 24)) as pilot:
            person = Person(app, pilot)
            await person.go(8)
            assert "said by CENTCOM" not in person.seen()
            await person.press("tab")
            assert "back to the tree" in person.seen()
            await person.press("space", "space", "space")
            assert "said by CENTCOM" in person.seen()
            assert person.here == "C8"
            await person.press("tab", "k")
            assert person.here == "C7"

    async def test_letters_and_arrows_walk(self, person: Person) -> None:
        await person.press("j", "down", "j", "k", "up")
        assert person.here == "C1"
        await person.press("G")
        assert person.here == "C13"
        await person.press("g", "g")
        assert person.here == "question"
        await person.press(")", ")")
        assert person.here == "C2"
        await person.press("(")
        assert person.here == "C1"

    async def test_siblings_are_reached_past_what_is_under_them(self, person: Person) -> None:
        await person.go(3)
        await person.press("}", "}")
        assert person.here == "C7"
        await person.press("{")
        assert person.here == "C4"

    async def test_left_folds_then_goes_up_and_right_comes_back(self, person: Person) -> None:
        await person.go(7)
        before = len(person.screen.tree_view.rows)
        await person.press("h")
        assert len(person.screen.tree_view.rows) < before
        assert "(2)" in person.seen()
        await person.press("h")
        assert person.here == "C1"
        await person.go(7)
        await person.press("l", "l")
        assert person.here == "C8"

    async def test_a_repeat_leads_to_the_claim_in_full(self, person: Person) -> None:
        await person.press("G", "(", "(", "j")
        row = person.screen.tree_view.row
        assert row.repeat
        await person.press("l")
        assert not person.screen.tree_view.row.repeat
        assert person.here == "C7"

    async def test_folds_by_level(self, person: Person) -> None:
        await person.go(8)
        await person.press("z", "M")
        assert [row.depth for row in person.screen.tree_view.rows.visible if row.is_claim].count(0) == 4
        assert person.here == "C1"
        await person.press("z", "1")
        assert max(row.depth for row in person.screen.tree_view.rows.visible) == 1
        await person.press("z", "R")
        assert max(row.depth for row in person.screen.tree_view.rows.visible) > 2

    async def test_wrapping_can_be_turned_off(self, person: Person) -> None:
        rows = person.screen.tree_view.rows
        assert rows.heights.total > len(rows)
        await person.press("w")
        assert rows.heights.total == len(rows)

    async def test_a_click_goes_to_a_row_and_its_mark_folds(self, person: Person) -> None:
        tree = person.screen.tree_view
        await person.pilot.click(tree, offset=(30, 1))
        assert person.here == "C1"
        await person.pilot.click(tree, offset=(4, 1))
        assert not tree.rows.is_open(tree.row)


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


class TestFinding:
    async def test_it_goes_there_as_you_type_and_stays(self, person: Person) -> None:
        await person.press("z", "M", "/")
        await person.type("militias")
        assert person.here == "C10"
        await person.press("enter")
        assert person.here == "C10"
        assert not person.screen.find_bar.display

    async def test_escape_puts_folds_and_cursor_back(self, person: Person) -> None:
        await person.press("z", "M")
        before = [row.place for row in person.screen.tree_view.rows.visible]
        await person.press("/")
        await person.type("militias")
        await person.press("escape")
        assert [row.place for row in person.screen.tree_view.rows.visible] == before
        assert person.here == "question"

    async def test_next_and_previous_go_round(self, person: Person) -> None:
        await person.press("/")
        await person.type("troops")
        await person.press("enter")
        assert person.here == "C1"
        await person.press("n")
        assert person.here == "C2"
        await person.press("n")
        assert person.here == "C1"
        await person.press("N")
        assert person.here == "C2"

    async def test_facets_and_mistakes(self, person: Person) -> None:
        await person.press("/")
        await person.type("is:undercut")
        assert person.here == "C6"
        await person.press("backspace", "backspace", "z")
        assert "There is no is:" in person.status

    async def test_nothing_found_is_said(self, person: Person) -> None:
        await person.press("/", "q", "q", "q")
        assert "nothing found" in person.seen()
        await person.press("escape", "n")
        assert "Nothing to go to" in person.status


class TestHelp:
    async def test_it_lists_searches_and_runs(self, person: Person) -> None:
        await person.go(8)
        await person.press("?")
        assert "Add a reason" in person.seen()
        await person.type("objection")
        await person.press("enter")
        assert person.screen.editor.display
        assert "objection" in str(person.screen.editor.border_title)

    async def test_the_palette_runs_what_has_no_key(self, person: Person) -> None:
        before = person.app.theme
        await person.press(":")
        await person.type("light")
        await person.press("enter")
        assert person.app.theme != before

    async def test_escape_leaves_it(self, person: Person) -> None:
        await person.press("f1", "escape")
        assert person.here == "question"


class TestSafety:
    async def test_saving_is_never_needed_and_quitting_never_asks(self, person: Person) -> None:
        await person.press("ctrl+s")
        assert "saved" in person.status
        await person.press("q")
        assert person.app._exit

    async def test_a_step_that_cannot_be_saved_keeps_the_words(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> Step:
            message = "The disk is full."
            raise FileError(message)

        await person.go(8)
        await person.press("+", "a", "b")
        with monkeypatch.context() as patched:
            patched.setattr(person.app.document, "do", refuse)
            await person.press("enter")
        assert person.status == "The disk is full."
        assert person.screen.editor.text == "ab"
        await person.press("escape", "+")
        assert person.screen.editor.text == "ab"
        await person.press("enter")
        assert person.text(14) == "ab"

    async def test_a_file_that_is_gone_ends_nothing(self, person: Person) -> None:
        await person.go(8)
        person.app.document.path.unlink()
        person.screen.poll()
        await person.press("+", "a", "enter", "escape", "u", "1")
        assert person.status
        assert person.app._exit is False
        assert "Attacks doubled." in person.seen()

    async def test_a_change_by_another_program_is_shown(self, person: Person) -> None:
        await person.go(8)
        other = Document.open(person.app.document.path, author="other")
        other.do(add_reason(other.map, person.id(8), "from outside"))
        person.screen.poll()
        await person.pilot.pause()
        assert "another program" in person.status
        assert person.here == "C8"
        assert "from outside" in person.seen()

    async def test_an_edit_on_top_of_a_change_by_another_program(self, person: Person) -> None:
        await person.go(8)
        other = Document.open(person.app.document.path, author="other")
        other.do(add_reason(other.map, person.id(9), "from outside"))
        await person.press("+", "x", "enter")
        assert {claim.text for claim in person.map.claims.values()} >= {"from outside", "x"}
        assert person.map.claims[person.screen.tree_view.row.claim].text == "x"


class TestRepainting:
    async def test_moving_the_cursor_draws_two_rows(self, person: Person) -> None:
        await person.press("j", "j", "j")
        tree = person.screen.tree_view
        for key in ("j", "k", "k"):
            before = tree.drawn
            tree._strips.clear()
            await person.press(key)
            assert tree.drawn - before <= 2

    async def test_moving_the_cursor_lays_nothing_out(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        await person.press("j")
        laid_out: list[object] = []
        monkeypatch.setattr(MapScreen, "_refresh_layout", lambda *_args, **_options: laid_out.append(1))
        await person.press("j", "j", "k")
        assert not laid_out
