"""App: the terminal screen of argmap."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from argmap.model.memory import without_collecting
from argmap.tui.colourless import Colourless
from argmap.tui.ending import end_when_told
from argmap.tui.pointing import PointingApp
from argmap.tui.preferences import Preferences, preferences
from argmap.tui.screen import MapScreen
from argmap.tui.theme import ANSI, DARK, THEMES, VARIABLES
from argmap.tui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen

    from argmap.document import Document
    from argmap.model import ClaimId


_TURN_SECONDS = 0.001
"""How long a thread that takes in a large map may go on before a key gets its turn: a key takes dozens of turns."""

_CLICKS_ALONE = "\x1b[?1003l\x1b[?1000h\x1b[?1006h"
"""Any-motion tracking off, press and release on, in numbers of any size (xterm's control sequences)."""


class ArgmapApp(PointingApp, inherit_bindings=False):
    """One map on the whole terminal."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", priority=True, show=False),
        Binding("ctrl+c", "hint", "How to quit", show=False, system=True),
    ]

    def __init__(
        self,
        document: Document,
        at: ClaimId | None = None,
        *,
        ascii_only: bool = False,
        wishes: Preferences | None = None,
    ) -> None:
        """Show *document* with the cursor on the claim *at*, as this person *wishes*; *ascii_only* is one wish."""
        super().__init__()
        self.document = document
        self._at = at
        self.wishes = wishes or Preferences(ascii_only=ascii_only)
        self.is_followed = self.wishes.accessible
        self._scratch = ExitStack()
        self.type_ahead = TypeAhead(self, super().on_event)
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = ANSI.name if self.no_color else THEMES.get(self.wishes.theme, DARK).name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the colours of our own names."""
        return VARIABLES

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Take out every colour where somebody asked for none."""
        return [Colourless()] if self.no_color else super().get_line_filters()

    def get_driver_class(self) -> type[Driver]:
        """Write to a terminal in as few bytes as its lines may need."""
        usual = super().get_driver_class()
        if sys.platform == "win32":
            return usual
        from textual.drivers.linux_driver import LinuxDriver

        from argmap.tui.thrift import ThriftyDriver

        return ThriftyDriver if usual is LinuxDriver else usual

    def get_default_screen(self) -> Screen[None]:
        """Begin with the map."""
        return MapScreen(self.document, self._at, wishes=self.wishes)

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pastes one after the other, and everything else as it comes."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if isinstance(self.screen, MapScreen):
                self.screen.last_key, self.screen.type_ahead = monotonic(), self.type_ahead
            await self.type_ahead.take(event)
        else:
            await super().on_event(event)
            if isinstance(event, events.MouseDown) and isinstance(self.screen, MapScreen):
                self.screen.attempt(self.screen.finish_typing)

    def on_mount(self) -> None:
        """Leave the terminal as it was also when the program is told to end."""
        end_when_told(self)

    def on_ready(self) -> None:
        """Collect litter from now on, and show the terminal's own cursor to those who follow it."""
        if not gc.isenabled():
            gc.freeze()  # a large map is no litter: collecting it again and again would make keys stutter
            gc.enable()
        if self.wishes.accessible and self._driver is not None:
            self._driver.write("\x1b[?25h")
        if self.wishes.is_far and self.wishes.mouse:
            self._hear_clicks_alone()
            self.app_resume_signal.subscribe(self, lambda _: self._hear_clicks_alone())
        if self.wishes.is_first_time:
            self.greet()

    def _hear_clicks_alone(self) -> None:
        """Ask the terminal for clicks and the wheel, but not for every move of the mouse, which costs a slow line."""
        if self._driver is not None:
            self._driver.write(_CLICKS_ALONE)
            self._driver.flush()

    def greet(self) -> None:
        """Show the first keys to somebody who is here for the first time."""
        from argmap.tui.greeting import Greeting

        if isinstance(self.screen, MapScreen):
            self.push_screen(Greeting(self.screen.signs, self.wishes.keymap))

    def on_tour_wanted(self) -> None:
        """Show the tour over the map, until it is left."""
        from argmap.tui.touring import TourScreen, scratch_map

        document = self._scratch.enter_context(scratch_map())
        self.push_screen(TourScreen(document, self.wishes), lambda _: self._scratch.close())

    def on_unmount(self) -> None:
        """Leave nothing of a tour behind."""
        self._scratch.close()

    def action_hint(self) -> None:
        """Say how to leave, to those who press Ctrl+C."""
        if isinstance(self.screen, MapScreen):
            self.screen.say(f"Press {self.screen.key('quit')} to quit; everything is saved.")


class TourApp(ArgmapApp):
    """The tour on the whole terminal."""

    def greet(self) -> None:
        """Leave the first keys to the tour."""

    def get_default_screen(self) -> Screen[None]:
        """Begin with the tour."""
        from argmap.tui.touring import TourScreen

        return TourScreen(self.document, self.wishes, is_alone=True)


def run(
    document: Document,
    at: ClaimId | None = None,
    *,
    ascii_only: bool | None = None,
    accessible: bool = False,
    theme: str = "",
    mouse: bool = True,
) -> None:
    """Show *document* until the person quits."""
    sys.setswitchinterval(_TURN_SECONDS)
    wishes = preferences(ascii_only=ascii_only, accessible=accessible, theme=theme, mouse=mouse)
    with without_collecting():  # until the rows stand: `on_ready`
        ArgmapApp(document, at, wishes=wishes).run(mouse=wishes.mouse)


def run_tour(*, ascii_only: bool | None = None) -> None:
    """Show the tour, on a map that is thrown away, until the person leaves it."""
    from argmap.tui.touring import scratch_map

    wishes = preferences(ascii_only=ascii_only)
    with scratch_map() as document:
        TourApp(document, wishes=wishes).run(mouse=wishes.mouse)
