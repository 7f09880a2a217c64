"""The history of a claim: who changed it when, and what each step changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from argmap.editing import reword
from argmap.tui.app import ArgmapApp
from argmap.tui.history import History
from tests.strategies import HOSTILE
from tests.tui.test_clean import UNSAFE, screen_lines
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from argmap.document import Document


async def _opened(app: ArgmapApp, pilot: Pilot[None], number: int) -> str:
    """Open the history of a claim and return what is on the screen once it is read."""
    person = Person(app, pilot)
    if number:
        await person.go(number)
    await person.press("U")
    await app.screen.workers.wait_for_complete()
    await pilot.pause()
    return "\n".join(screen_lines(app))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_the_steps_on_a_claim_and_what_they_changed(document: Document, size: tuple[int, int]) -> None:
    eighth = next(claim for claim in document.map.claims.values() if claim.number == 8)
    document.do(reword(document.map, eighth.id, "Attacks trebled."))
    ninth = next(claim for claim in document.map.claims.values() if claim.number == 9)
    document.do(reword(document.map, ninth.id, "Something else."))
    app = ArgmapApp(document)
    async with at(app, size) as pilot:
        seen = await _opened(app, pilot, 8)
        assert "History of C8" in seen
        assert "Reword C8" in seen
        assert "tester" in seen
        assert "Reword C9" not in seen
        assert app.screen.query_one(OptionList).option_count == 2
        await pilot.press("enter")
        seen = "\n".join(screen_lines(app))
        assert "~ claim C8" in seen
        assert "Attacks trebled." in seen
        await pilot.press("escape", "down", "enter")
        seen = "\n".join(screen_lines(app))
        assert "+ claim C8: Attacks doubled." in seen
        await pilot.press("escape", "escape")
        assert not isinstance(app.screen, History)
        assert Person(app, pilot).here == "C8"


async def test_on_the_question_it_is_the_history_of_the_map(document: Document) -> None:
    eighth = next(claim for claim in document.map.claims.values() if claim.number == 8)
    document.do(reword(document.map, eighth.id, "Attacks trebled."))
    app = ArgmapApp(document)
    async with at(app) as pilot:
        seen = await _opened(app, pilot, 0)
        assert "History of this map" in seen
        assert app.screen.query_one(OptionList).option_count == len(document.log())


async def test_a_file_that_cannot_be_read_is_a_sentence(document: Document) -> None:
    app = ArgmapApp(document)
    async with at(app) as pilot:
        document.path.unlink()
        await _opened(app, pilot, 8)
        assert isinstance(app.screen, History)
        options = app.screen.query_one(OptionList)
        assert str(options.get_option_at_index(0).prompt).endswith(".")
        await pilot.press("enter", "escape")
        assert not isinstance(app.screen, History)


async def test_ascii_is_all_there_is_when_asked_for(document: Document) -> None:
    app = ArgmapApp(document, ascii_only=True)
    async with at(app) as pilot:
        assert (await _opened(app, pilot, 8)).isascii()
        await pilot.press("enter")
        assert "\n".join(screen_lines(app)).isascii()


async def test_names_and_labels_of_strangers_are_shown_clean(document: Document) -> None:
    text = " ".join(HOSTILE)
    eighth = next(claim for claim in document.map.claims.values() if claim.number == 8)
    document.do(reword(document.map, eighth.id, text + " [@click=app.quit]x[/] [/b]"))
    app = ArgmapApp(document)
    async with at(app) as pilot:
        await _opened(app, pilot, 8)
        for key in ("enter", "escape", "down"):
            assert not any(UNSAFE.search(line) for line in screen_lines(app))
            await pilot.press(key)
