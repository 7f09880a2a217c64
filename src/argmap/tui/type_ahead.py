"""Type-ahead: keys one after the other, each done with before the next goes to whoever has the keyboard then.

A slow line delivers keys in bundles. Without this, the letters of a claim typed right behind ``+`` would still go to
the tree, where they are commands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual.events import Key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.events import Event

_TURNS = 24
"""Turns of the event loop in which a key and what it sets off pass from widget to widget up to the screen."""

_PATIENCE = 1.0
"""Seconds after which the next key is given on even if a dialog is not ready to take it."""


class TypeAhead:
    """The keys that were pressed and not given on yet."""

    def __init__(self, app: App[None], give: Callable[[Event], Awaitable[None]]) -> None:
        """Give keys on by *give*, which hands one to what has the keyboard in *app*."""
        self._app = app
        self._give = give
        self._waiting: deque[Event] = deque()
        self._task: asyncio.Task[None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a key is not done with yet."""
        return self._task is not None and not self._task.done()

    @property
    def goes_on(self) -> bool:
        """Whether the next key is here already and is one that writes: what is being typed is not all there."""
        return bool(self._waiting) and isinstance(self._waiting[0], Key) and self._waiting[0].is_printable

    async def take(self, event: Event) -> None:
        """Give a key on, now or when its turn comes."""
        if self.is_busy or not self._is_ready():
            self._waiting.append(event)
        else:
            await self._give(event)
        if not self.is_busy:
            self._task = asyncio.create_task(self._go_on())

    async def _go_on(self) -> None:
        """Wait until the last key is done with, and give the next one on, until none is left."""
        await self._settled()
        while self._waiting:
            self._app.call_later(self._give, self._waiting.popleft())
            await self._settled()

    async def _settled(self) -> None:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        ends = monotonic() + _PATIENCE
        while not self._is_ready() and monotonic() < ends:  # noqa: ASYNC110  # no event tells that a dialog is ready
            await asyncio.sleep(0.002)

    def _is_ready(self) -> bool:
        """Whether something has the keyboard, or nothing wants it: not while the program starts or a dialog opens."""
        if not self._app.screen_stack:
            return False
        screen = self._app.screen
        return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)
