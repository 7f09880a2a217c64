"""Dialogs that are open while others change the map look for it, each of them once a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argmap.tui.app import ArgmapApp
from argmap.tui.watching import LOOK_SECONDS, Watching
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from textual.timer import Timer

    from argmap.document import Document


@pytest.mark.parametrize("key", ["S", "Q", "U", "m"])
async def test_a_list_looks_once_a_second_for_what_others_change(
    document: Document, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[float] = []
    begin = Watching.set_interval

    def counted(self: Watching[object], interval: float, *args: Any, **kwargs: Any) -> Timer:
        begun.append(interval)
        return begin(self, interval, *args, **kwargs)

    app = ArgmapApp(document)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        monkeypatch.setattr(Watching, "set_interval", counted)
        await person.press(key)
        assert isinstance(app.screen, Watching)
        assert begun.count(LOOK_SECONDS) == 1
