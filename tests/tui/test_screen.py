"""What a person does at the screen is what happens to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from textual import events

from argmap.document import Document
from argmap.model import ArgumentMap, Claim, ClaimId
from argmap.settings.keys_file import ChosenKeys
from argmap.tui.actions import ACTIONS
from argmap.tui.app import ArgmapApp
from argmap.tui.help import Help
from argmap.tui.preferences import Preferences
from argmap.tui.rebinding import keymap_from
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
        while self.app.type_ahead.is_busy:  # on a busy machine the last keys may still wait for their turn
            await self.pilot.pause(0.002)
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


class TestFinding:
    async def test_it_goes_there_as_you_type_and_stays(self, person: Person) -> None:
        await person.press("z", "M", "/")
        await person.type("militias")
        assert person.here == "C10"
        await person.press("enter")
        assert person.here == "C10"
        assert not person.screen.find_bar.display

    async def test_letters_that_come_in_one_bundle_are_one_search(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        search, searches = person.screen.search, list[str]()
        find = search._find
        monkeypatch.setattr(search, "_find", lambda query: searches.append(query) or find(query))  # type: ignore[func-returns-value]  # and it is none
        await person.press("z", "M", "/")
        for letter in "militias":
            person.app.post_message(events.Key(letter, letter))
        await person.press("enter")
        assert person.here == "C10"
        assert searches[-1] == "militias"
        assert len(searches) <= 2, "the first letter may be looked for before the second is here"

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
    async def test_it_begins_with_every_key_that_could_not_be_used(self, document: Document) -> None:
        keymap = keymap_from(ChosenKeys(keys={"fly": ("f",), "add-reason": ("nokey[1]",)}, problems=("line 9 is odd",)))
        async with at(ArgmapApp(document, wishes=Preferences(keymap=keymap)), (80, 24)) as pilot:
            person = Person(cast("ArgmapApp", pilot.app), pilot)
            assert "line 9 is odd (and 2 more: ? lists them)" in person.status
            await person.press("?")
            for problem in ("line 9 is odd", "no action “fly”", "no key “nokey[1]”"):
                assert problem in person.seen()

    @pytest.mark.parametrize("size", [(80, 24), (60, 20)])
    async def test_what_every_action_does_is_there_in_full(self, document: Document, size: tuple[int, int]) -> None:
        async with at(ArgmapApp(document), size) as pilot:
            await pilot.press("?")
            help_ = pilot.app.screen
            assert isinstance(help_, Help)
            lines = help_.lines
            options = [lines.get_option_at_index(index) for index in range(lines.option_count)]
            prompts = [str(option.prompt) for option in options if not option.disabled]
            read = [" ".join(prompt.split()) for prompt in prompts]
            for action in ACTIONS:
                assert any(action.help in each for each in read), action.id
            assert max(len(line) for prompt in prompts for line in prompt.split("\n")) <= lines.size.width

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


class TestTheDetailPaneOnASmallTerminal:
    async def test_it_grows_while_it_has_the_keyboard_and_gives_the_room_back(self, document: Document) -> None:
        app = ArgmapApp(document)
        async with at(app, (80, 24)) as pilot:
            person = Person(app, pilot)
            await person.press("G")
            tree, detail = person.screen.tree_view, person.screen.detail
            before = detail.size.height, tree.size.height, tree.cursor
            await person.press("tab")
            assert detail.size.height > tree.size.height
            top = tree.rows.heights.top(tree.cursor) - tree.scroll_offset.y
            assert 0 <= top < tree.size.height
            await person.press("tab")
            assert (detail.size.height, tree.size.height, tree.cursor) == before

    async def test_beside_the_tree_it_stays_as_it_is(self, document: Document) -> None:
        app = ArgmapApp(document)
        async with at(app, (140, 40)) as pilot:
            person = Person(app, pilot)
            before = person.screen.detail.size
            await person.press("tab")
            assert person.screen.detail.size == before


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_a_name_that_is_cut_in_the_way_to_the_cursor_says_so(document: Document, size: tuple[int, int]) -> None:
    app = ArgmapApp(document)
    async with at(app, size) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        way = person.seen().splitlines()[1]
        assert way.rstrip().endswith("…")
        assert "C7 Withdrawal enables" in way
