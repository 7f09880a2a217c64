"""The line that says what was done: whole, however long it is; and what is sent where each byte counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from argmap.tui.app import ArgmapApp
from argmap.tui.preferences import Preferences, preferences
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from argmap.document import Document

LONG = (
    "Not saved: the file was changed by another program at the same moment. The map was read again and shows what is"
    " in the file now; do it again if it still fits."
)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_long_sentence_is_whole_and_the_footer_stays(app: ArgmapApp, size: tuple[int, int]) -> None:
    async with at(app, size) as pilot:
        person = Person(app, pilot)
        footer = person.seen().splitlines()[-1]
        person.screen.say(LONG, error=True)
        await pilot.pause()
        assert LONG in " ".join(person.seen().split())
        assert person.seen().splitlines()[-1] == footer
        person.screen.say("Short.")
        await pilot.pause()
        assert person.screen.status.size.height == 1


async def test_what_is_longer_than_the_screen_is_cut(app: ArgmapApp) -> None:
    async with at(app, (60, 20)) as pilot:
        person = Person(app, pilot)
        person.screen.say("many words " * 10_000)
        await pilot.pause()
        assert person.screen.status.size.height == 3
        assert person.seen().splitlines()[-2].rstrip().endswith("…")


async def test_counts_give_way_before_it_is_cut_that_all_is_saved(document: Document) -> None:
    """In ASCII the sign for what is still being counted takes three cells."""
    app = ArgmapApp(document, ascii_only=True)
    async with at(app, (60, 20)) as pilot:
        person = Person(app, pilot)
        person.screen.titles.tell([("head", "troops.argmap")], ["1,139 claims", "dup? …"], "saved")
        await pilot.pause()
        assert person.seen().splitlines()[0].endswith("  1,139 claims | saved ")


async def test_counts_give_way_to_what_ends_the_filter(app: ArgmapApp) -> None:
    async with at(app, (80, 24)) as pilot:
        person = Person(app, pilot)
        await person.press("F")
        await person.type("kurdish members boycotted")
        await person.press("enter")
        top = person.seen().splitlines()[0]
        assert top.startswith(' troops.argmap only "kurdish members boycotted", Esc shows all  ')
        assert top.endswith(" saved ")


@pytest.mark.parametrize(("is_far", "mouse", "sent"), [(True, True, True), (True, False, False), (False, True, False)])
async def test_over_ssh_the_terminal_tells_of_clicks_alone(
    document: Document, monkeypatch: pytest.MonkeyPatch, is_far: bool, mouse: bool, sent: bool
) -> None:
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, text: written.append(text))
    async with at(ArgmapApp(document, wishes=Preferences(is_far=is_far, mouse=mouse))) as pilot:
        await pilot.pause()
    assert any("\x1b[?1003l" in text for text in written) is sent


def test_ssh_is_known_by_its_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSH_TTY", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "1.2.3.4 5 6.7.8.9 22")
    assert preferences().is_far
    monkeypatch.delenv("SSH_CONNECTION")
    assert not preferences().is_far
