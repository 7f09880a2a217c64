"""The first card: shown once in a life, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.settings.keys_file import read_keys
from argmap.tui.app import ArgmapApp, TourApp
from argmap.tui.greeting import KEYS, Greeting
from argmap.tui.preferences import Preferences, preferences
from argmap.tui.rebinding import keymap_from
from argmap.tui.screen import MapScreen
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.document import Document

FIRST = Preferences(is_first_time=True)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_it_names_six_keys_and_help_in_any_terminal(document: Document, size: tuple[int, int]) -> None:
    app = ArgmapApp(document, wishes=FIRST)
    async with at(app, size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Greeting)
        assert len(KEYS) == 7
        seen = Person(app, pilot).seen()
        assert "?  lists everything else" in seen
        assert "Welcome to argmap" in seen


async def test_any_key_closes_it_and_does_what_it_does(document: Document) -> None:
    app = ArgmapApp(document, wishes=FIRST)
    async with at(app) as pilot:
        await pilot.pause()
        person = Person(app, pilot)
        await person.press("j")
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)
        assert person.here == "C1"


@pytest.mark.parametrize("key", ["enter", "space", "escape", "q"])
async def test_waving_it_away_does_nothing_else(document: Document, key: str) -> None:
    app = ArgmapApp(document, wishes=FIRST)
    async with at(app) as pilot:
        await pilot.pause()
        rows = len(app.screen_stack[0].tree_view.rows)  # type: ignore[attr-defined]
        person = Person(app, pilot)
        await person.press(key)
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)
        assert app.is_running
        assert not app.screen.editor.display
        assert len(app.screen.tree_view.rows) == rows


async def test_a_key_that_means_nothing_closes_it_too(document: Document) -> None:
    app = ArgmapApp(document, wishes=FIRST)
    async with at(app) as pilot:
        await pilot.pause()
        await pilot.press("f12")
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)


async def test_a_click_closes_it(document: Document) -> None:
    app = ArgmapApp(document, wishes=FIRST)
    async with at(app) as pilot:
        await pilot.pause()
        await pilot.click(offset=(2, 2))
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)


async def test_it_shows_the_keys_in_use_in_ascii_where_asked(document: Document) -> None:
    keymap = keymap_from(read_keys('[keys]\nundo = "U"\ndown = "down"'))
    app = ArgmapApp(document, wishes=Preferences(is_first_time=True, keymap=keymap, ascii_only=True))
    async with at(app) as pilot:
        await pilot.pause()
        seen = Person(app, pilot).seen()
        assert "U  takes the last step back" in seen
        assert "Down  and k" in seen
        assert seen.isascii()


async def test_the_tour_needs_none(document: Document) -> None:
    app = TourApp(document, wishes=FIRST)
    async with at(app) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)


def test_it_comes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "own"))
    assert preferences().is_first_time
    assert not preferences().is_first_time
