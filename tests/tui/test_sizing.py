"""The size of the terminal: one that it had before is passed by, or two would bring each other back for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Resize
from textual.geometry import Size

from argmap.tui.app import ArgmapApp
from argmap.tui.sizing import Sized

if TYPE_CHECKING:
    from argmap.document import Document

_SOME = 6
"""Layouts that two changes of size may take, with room to spare; each that brings the other back takes dozens."""


def _nothing() -> None:
    pass


@pytest.mark.parametrize("key", ["", "question_mark"])
async def test_two_sizes_at_once_come_to_rest(document: Document, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the map, and in a dialog over it."""
    app = ArgmapApp(document)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*filter(None, [key]))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Sized)
        assert (screen is app.screen_stack[0]) == (not key)
        laid_out: list[Size] = []
        lay_out = screen._screen_resized

        def counted(size: Size) -> None:
            laid_out.append(size)
            if len(laid_out) <= _SOME:  # else it would never end
                lay_out(size)

        monkeypatch.setattr(screen, "_screen_resized", counted)
        for size in (Size(90, 30), Size(80, 24)):
            screen.post_message(Resize(size, size))
            screen.call_later(_nothing)  # else Textual would take the second for the first
        for _ in range(20):
            await pilot.pause()
        assert len(laid_out) <= _SOME
        assert screen.size == Size(80, 24)
        await pilot.resize_terminal(100, 30)
        assert screen.size == Size(100, 30)
