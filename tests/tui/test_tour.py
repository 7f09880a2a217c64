"""The tour: seven steps, each taken by the action asked for and by no other; the user's own files stay as they are."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.display import wrap
from argmap.model import ArgumentMap
from argmap.settings.keys_file import ChosenKeys
from argmap.tui.actions import BY_ID, STANDARD
from argmap.tui.app import ArgmapApp, TourApp
from argmap.tui.preferences import Preferences
from argmap.tui.rebinding import keymap_from
from argmap.tui.tour import STEPS, Tour, tour_map
from argmap.tui.touring import TourScreen, scratch_map
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from argmap.document import Document

SIZE = (80, 24)


class TestLogic:
    def test_each_step_waits_for_its_action(self) -> None:
        tour = Tour()
        for step in STEPS:
            assert tour.step is step
            assert not tour.did("wrap", changed=True)
            assert tour.did(step.actions[0], changed=True)
        assert tour.step is None
        assert not tour.did("quit", changed=True)

    def test_an_action_that_did_nothing_is_not_the_step(self) -> None:
        tour = Tour()
        assert tour.did("down", changed=False)
        assert not tour.did("toggle", changed=False)
        assert tour.did("toggle", changed=True)

    def test_steps_name_actions_there_are(self) -> None:
        assert {action for step in STEPS for action in step.actions} <= set(BY_ID)

    @pytest.mark.parametrize("preset", ["standard", "vim"])
    def test_sentences_name_the_keys_in_use_and_fit_a_small_terminal(self, preset: str) -> None:
        keymap = keymap_from(ChosenKeys(preset))
        for step in STEPS:
            sentence = keymap.filled(step.sentence)
            assert f"Press {keymap.shown(step.actions[0])}" in sentence
            assert len(wrap(f"7/7: {sentence} (Esc twice leaves.)", 58, len)) <= 2

    def test_the_map_can_be_folded_and_found_in(self) -> None:
        map_ = ArgumentMap(tour_map())
        assert len(map_.positions()) == 2
        assert any("staff" in claim.text for claim in map_.claims.values())


@pytest.fixture
def scratch() -> Iterator[Document]:
    with scratch_map() as document:
        yield document


@pytest.fixture
async def person(scratch: Document) -> AsyncIterator[Person]:
    app = TourApp(scratch)
    async with at(app, SIZE) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


def asked(person: Person) -> str:
    screen = person.app.screen_stack[0] if not isinstance(person.app.screen, TourScreen) else person.app.screen
    assert isinstance(screen, TourScreen)
    return screen.tour_line.sentence[:3]


class TestOnTheScreen:
    async def test_somebody_who_does_as_asked_comes_to_the_end(self, person: Person) -> None:
        assert person.seen().splitlines()[0].startswith(" 1/7: Press j:")
        await person.press("j")
        assert asked(person) == "2/7"
        await person.press("space")
        assert asked(person) == "3/7"
        await person.press("+")
        assert asked(person) == "3/7"
        await person.type("Why not")
        await person.press("enter")
        assert asked(person) == "4/7"
        assert len(person.map.claims) == 7
        await person.press("u")
        assert asked(person) == "5/7"
        assert len(person.map.claims) == 6
        await person.press("/")
        await person.type("staff")
        await person.press("enter")
        assert person.here == "C5"
        assert asked(person) == "6/7"
        await person.press("?")
        await person.press("escape", "escape")
        assert asked(person) == "7/7"
        assert person.app.return_code is None, "one Esc too many ends nothing"
        await person.press("q")
        assert person.app.return_code == 0

    async def test_other_keys_do_what_they_do(self, person: Person) -> None:
        await person.press("G", "w", "w")
        assert person.status == "Claims are wrapped."
        await person.press("home", "u")
        assert asked(person) == "2/7"

    async def test_folding_nothing_is_no_step(self, person: Person) -> None:
        await person.press("G", "space")
        assert asked(person) == "2/7"
        assert "nothing under this row" in person.status

    async def test_who_opens_the_editor_unasked_is_told_how_to_come_back(self, person: Person) -> None:
        """Enter means "go on" to many, and edits the row."""
        await person.press("enter")
        assert "Esc goes back to its rows" in person.status
        await person.press("escape", "j", "space", "space", "plus")
        assert not person.status, "the step asks for it"

    async def test_a_draft_that_is_left_is_no_step(self, person: Person) -> None:
        await person.press("j", "space", "+", "x", "escape")
        assert asked(person) == "3/7"

    async def test_esc_leaves_any_time(self, person: Person) -> None:
        await person.press("escape", "j", "escape")
        assert person.status == "Esc once more leaves the tour; nothing in it is kept."
        assert person.app.return_code is None
        await person.press("escape")
        assert person.app.return_code == 0

    async def test_the_palette_begins_it_and_esc_comes_back(self, document: Document) -> None:
        app = ArgmapApp(document, wishes=Preferences(keymap=STANDARD))
        before = document.path.read_bytes()
        async with at(app, (60, 20)) as pilot:
            person = Person(app, pilot)
            home = person.screen
            await person.press(":")
            await person.type("tour")
            await person.press("enter")
            await pilot.pause()
            tour = person.screen
            assert isinstance(tour, TourScreen)
            assert tour.document.path != document.path
            assert tour.document.path.is_file()
            await person.press("j", "d", "q")
            assert person.screen is home
            assert not tour.document.path.exists()
        assert document.path.read_bytes() == before


def test_nothing_stays_behind() -> None:
    with scratch_map() as document:
        folder = document.path.parent
        assert folder.is_relative_to(Path(tempfile.gettempdir()))
    assert not folder.exists()
