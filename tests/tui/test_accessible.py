"""For screen readers, braille lines and magnifiers: words, plain indentation, and the terminal's cursor on the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from rich.cells import cell_len

from argmap.tui.app import ArgmapApp
from argmap.tui.badges import in_words
from argmap.tui.drawing import Drawing
from argmap.tui.preferences import Preferences, preferences
from argmap.tui.rows import Rows
from tests.strategies import maps
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document
    from argmap.model import ArgumentMap

SIZE = (80, 24)


def rows_of(map_: ArgumentMap) -> list[str]:
    drawing = Drawing(ascii_only=True, spoken=True)
    rows = Rows(map_, drawing.height)
    return ["".join(text for _, text in pieces) for row in rows.visible for pieces in drawing.lines(rows, row)]


def test_each_row_begins_with_a_word(sample_map: ArgumentMap) -> None:
    lines = [line.rstrip() for line in rows_of(sample_map)]
    assert lines[0] == "Question: Should the troops leave?"
    assert lines[1] == "position C1 Troops should leave. [1 for] [1 against]"
    assert lines[2].startswith("  supports (both needed) C3")
    assert any(line.startswith("    opposes C5") for line in lines)
    assert any(line.startswith("  and C4") for line in lines)
    assert any(line.lstrip().startswith("undercuts the step: C6") for line in lines)


def test_badges_are_words() -> None:
    badges = [("credence", "###.."), ("places", "@2"), ("hidden", "(3)"), ("for", "5+"), ("against", "1-")]
    badges += [("sources", "q1"), ("sources", "q2"), ("unsourced", "!"), ("comments", "c1")]
    assert [text for _, text in in_words(badges)] == [
        "[credence 3 of 5]",
        "[2 places]",
        "[3 folded away]",
        "[5 for]",
        "[1 against]",
        "[1 citation]",
        "[2 citations]",
        "[nothing cited]",
        "[1 comment]",
    ]


@given(maps())
def test_heights_and_lines_agree_and_fit(map_: ArgumentMap) -> None:
    drawing = Drawing(ascii_only=True, spoken=True)
    rows = Rows(map_, drawing.height)
    for row in rows.visible:
        lines = drawing.lines(rows, row)
        assert len(lines) == drawing.height(rows.places, row)
        assert all(sum(cell_len(text) for _, text in pieces) <= drawing.width for pieces in lines)


@pytest.fixture
async def person(document: Document) -> AsyncIterator[Person]:
    app = ArgmapApp(document, wishes=Preferences(accessible=True))
    async with at(app, SIZE) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


async def test_no_line_is_drawn_and_everything_is_ascii(person: Person) -> None:
    seen = person.seen()
    assert seen.isascii()
    assert not set("|`") & set(seen.replace("claims | ", "").replace("source | ", ""))
    assert "----" not in seen


async def test_the_terminals_cursor_stands_on_the_row(person: Person) -> None:
    for key in ("j", "j", "j", "G", "k", "home", "}", "space", "z", "M"):
        await person.press(key)
        x, y = person.app.cursor_position
        assert person.seen().splitlines()[y].startswith("> ")
        row = person.screen.tree_view.row
        if row.is_claim:
            line = person.seen().splitlines()[y][x:]
            assert line.startswith(("position", "supports", "opposes", "undercuts", "backs", "and", "claim"))


async def test_it_comes_back_after_typing(person: Person) -> None:
    await person.press("j", "+")
    await person.type("More")
    await person.press("enter")
    await person.pilot.pause()
    assert person.screen.tree_view.has_focus
    _, y = person.app.cursor_position
    assert person.seen().splitlines()[y].startswith("> ")
    assert "Add reason" in person.status


async def test_folding_is_announced(person: Person) -> None:
    await person.press("j", "space")
    assert person.status.startswith("Folded: ")
    await person.press("space")
    assert person.status.startswith("Open: ")


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("0", False), ("", False)])
def test_the_environment_can_ask_for_it(monkeypatch: pytest.MonkeyPatch, value: str, *, wanted: bool) -> None:
    monkeypatch.setenv("ARGMAP_ACCESSIBLE", value)
    assert preferences().accessible is wanted
    assert preferences(accessible=True).accessible


async def under_the_cursor(person: Person) -> str:
    """Return the line at the terminal's own cursor, from there on."""
    await person.pilot.pause()
    x, y = person.app.cursor_position
    return person.seen().splitlines()[y][x:]


class TestTheTerminalsCursorGoesWhereSomebodyLooks:
    """Not only on the rows: where words are typed, and to the line that is lit in a list."""

    async def test_into_the_editor(self, person: Person) -> None:
        await person.press("j", "e")
        assert (await under_the_cursor(person)).strip(" |") == ""
        await person.press("home")
        assert (await under_the_cursor(person)).startswith("Troops should leave.")

    async def test_into_the_card_and_to_its_ticks(self, person: Person) -> None:
        await person.press("j", "E", "home")
        assert (await under_the_cursor(person)).startswith("Troops should leave.")
        await person.press("tab", "tab", "tab")
        assert (await under_the_cursor(person)).startswith("[ ]")

    async def test_through_the_help(self, person: Person) -> None:
        await person.press("?")
        assert (await under_the_cursor(person)).startswith("what do you want to do?")
        await person.type("undo")
        await person.press("down")
        assert (await under_the_cursor(person)).lstrip().startswith("Ctrl+R Ctrl+Y Redo")
        await person.press("up")
        assert (await under_the_cursor(person)).lstrip().startswith("u Ctrl+Z")
        await person.type("x")
        assert (await under_the_cursor(person)).strip(" |") == ""

    async def test_through_the_sources(self, person: Person) -> None:
        await person.press("S")
        assert (await under_the_cursor(person)).startswith("S1 The paper")
        await person.press("enter")
        assert "4" in await under_the_cursor(person)

    async def test_into_the_detail_pane_and_back(self, person: Person) -> None:
        await person.press("j", "tab")
        assert (await under_the_cursor(person)).strip().startswith("C1 Troops should leave.")
        await person.press("tab")
        assert (await under_the_cursor(person)).startswith("position C1")
