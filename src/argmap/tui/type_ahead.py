"""Type-ahead: keys one after the other, each done with before the next goes to whoever has the keyboard then.

A slow line delivers keys in bundles. Without this, the letters of a claim typed right behind ``+`` would still go to
the tree, where they are commands.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.screen import Screen

_PATIENCE = 1.0
"""Seconds after which the next key is given on although nobody said that the last one is done."""


class TypeAhead:
    """The keys that were pressed and not given on yet."""

    def __init__(self, app: App[None], give: Callable[[Event], Awaitable[None]]) -> None:
        """Give keys on by *give*, which hands one to what has the keyboard in *app*."""
        self._app = app
        self._give = give
        self._waiting: deque[Event] = deque()
        self._since: float | None = None

    async def take(self, event: Event) -> None:
        """Give a key on, now or when its turn comes."""
        self._waiting.append(event)
        if self._since is None or monotonic() - self._since > _PATIENCE:
            await self._next()

    async def _next(self) -> None:
        if not self._waiting:
            self._since = None
            return
        self._since = monotonic()
        screen = self._app.screen
        way = self._way()
        await self._give(self._waiting.popleft())
        self._follow(way, screen)

    def _way(self) -> Iterator[MessagePump]:
        """Yield whom the key and what it sets off pass, in that order, from the widget with the keyboard up."""
        widget = self._app.focused or self._app.screen
        return iter([widget, *widget.ancestors_with_self])

    def _follow(self, way: Iterator[MessagePump], screen: Screen[object]) -> None:
        """Go behind the key from one to the next, each time at the end of what waits there."""
        there = next(way, None)
        if there is not None and there.is_running:
            there.call_later(self._follow, way, screen)
        elif self._app.screen is screen:
            self._app.call_later(self._next)
        else:  # a dialog was opened or closed: wait until it takes keys
            self._app.screen.call_after_refresh(self._app.call_later, self._next)
