"""Colours: everything can be read in every theme, without any colour too, and a choice is remembered."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from argmap.settings.remembered import remember, remembered
from argmap.tui.app import ArgmapApp
from argmap.tui.preferences import Preferences, preferences
from argmap.tui.theme import ANSI, DARK, LIGHT, LOOKS, THEMES
from tests.tui.test_clean import screen_lines
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from pathlib import Path

    from textual.theme import Theme

    from argmap.document import Document

GROUNDS = ("surface", "panel", "background")
ENOUGH = 4.5
"""The least contrast of text, after WCAG 2.2, 1.4.3."""

_COLOUR_CODE = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m")


def colour(theme: Theme, name: str) -> str:
    return theme.variables.get(name) or str(getattr(theme, name))


def luminance(colour: str) -> float:
    parts = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("theme", "ground"), product((DARK, LIGHT), GROUNDS), ids=lambda each: getattr(each, "name", each)
)
def test_every_style_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    looks = {name: colour for name, (colour, _) in LOOKS.items() if colour}
    assert len(looks) > 20
    weak = {
        name: contrast(colour(theme, look), colour(theme, ground))
        for name, look in looks.items()
        if contrast(colour(theme, look), colour(theme, ground)) < ENOUGH
    }
    assert not weak


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_greys_are_neutral(theme: Theme) -> None:
    """A terminal of 256 colours turns bluish greys into one another."""
    for name in ("background", "surface", "panel", "foreground", "quiet"):
        grey = colour(theme, name)
        assert grey[1:3] == grey[3:5] == grey[5:7]


def test_sixteen_colours_are_the_terminals_own() -> None:
    names = [getattr(ANSI, name) for name in ("foreground", "background", "surface", "panel", "error")]
    assert all(name.startswith("ansi_") for name in names if name is not None)
    assert all(value.startswith(("ansi_", "reverse")) for value in ANSI.variables.values())
    assert set(ANSI.variables) >= set(DARK.variables)


async def look(document: Document, theme: str = "") -> tuple[list[str], str]:
    app = ArgmapApp(document, wishes=Preferences(theme=theme))
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(7)
        strips = app.screen._compositor.render_strips()
        console = Console(color_system="truecolor", force_terminal=True, _environ={})
        return screen_lines(app), "".join(strip.render(console) for strip in strips)


async def test_without_colours_the_text_is_the_same_and_no_colour_is_sent(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured, codes = await look(document)
    assert _COLOUR_CODE.search(codes)
    monkeypatch.setenv("NO_COLOR", "1")
    colourless, codes = await look(document)
    assert colourless == coloured
    assert not _COLOUR_CODE.search(codes)
    assert "\x1b[1;7m" in codes  # the cursor is reversed


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_shows_the_same_text(document: Document, theme: str) -> None:
    usual, _ = await look(document)
    shown, _ = await look(document, theme)
    assert shown == usual


async def test_a_theme_chosen_later_looks_as_one_chosen_before(document: Document) -> None:
    _, chosen_before = await look(document, "light")
    app = ArgmapApp(document, wishes=Preferences(theme="dark"))
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(7)
        app.theme = LIGHT.name
        await pilot.pause()
        await pilot.pause()
        console = Console(color_system="truecolor", force_terminal=True, _environ={})
        strips = app.screen._compositor.render_strips()
        assert "".join(strip.render(console) for strip in strips) == chosen_before


async def test_sixteen_colours_send_no_others(document: Document) -> None:
    _, codes = await look(document, "ansi")
    assert "38;2;" not in codes
    assert "48;2;" not in codes


async def test_without_colours_there_is_none_to_choose(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ArgmapApp(document)
    async with at(app) as pilot:
        person = Person(app, pilot)
        person.screen.change_theme()
        await pilot.pause()
        assert "NO_COLOR" in person.status


class TestRemembering:
    @pytest.fixture(autouse=True)
    def _fresh(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ARGMAP_STATE_DIR", str(tmp_path / "own"))
        monkeypatch.setenv("TERM", "xterm-256color")

    async def test_the_theme_chosen_last_is_there_again(self, document: Document) -> None:
        remember("welcomed", "yes")
        wishes = preferences()
        assert wishes.theme == ""
        app = ArgmapApp(document, wishes=wishes)
        async with at(app) as pilot:
            app.screen.change_theme()  # type: ignore[attr-defined]
            await pilot.pause()
            assert app.theme == LIGHT.name
        assert preferences().theme == "light"
        assert preferences(theme="dark").theme == "dark"

    async def test_a_theme_that_is_none_is_the_usual_one(self, document: Document) -> None:
        remember("theme", "purple")
        assert ArgmapApp(document, wishes=preferences()).theme == DARK.name

    def test_a_terminal_of_sixteen_colours_gets_them(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "linux")
        assert preferences().theme == "ansi"

    def test_a_terminal_whose_font_lacks_the_signs_gets_ascii(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "linux")
        assert preferences().draws_ascii
        assert not preferences(ascii_only=False).draws_ascii
        monkeypatch.setenv("TERM", "xterm-256color")
        assert not preferences().draws_ascii
        assert preferences(ascii_only=True).draws_ascii

    @pytest.mark.parametrize("content", ["", "[]", "[" * 100_000, '{"theme": 3}', "\ud800"])
    def test_a_damaged_memory_is_none(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "screen.json").write_text(content, encoding="utf-8", errors="surrogatepass")
        assert remembered("theme") == ""
        remember("theme", "light")
        assert remembered("theme") == "light"

    def test_where_nothing_can_be_kept_nothing_happens(self, tmp_path: Path) -> None:
        (tmp_path / "own").write_text("in the way", encoding="utf-8")
        remember("theme", "light")
        assert remembered("theme") == ""
