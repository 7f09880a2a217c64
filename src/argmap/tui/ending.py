"""Ending: what a program that is told to end, or loses its terminal, does before it goes."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 1.0
"""Seconds in which a terminal that hung up must be put back, if there still is one."""


def end_when_told(app: App[None]) -> None:
    """Let *app*, which runs, leave the terminal as it was also when it is told to end or hang up."""
    # Windows has neither, and only the main thread may
    with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, _end, app, signal.SIGTERM)
        loop.add_signal_handler(signal.SIGHUP, _hang_up, app)  # also where hanging up was to be ignored


def _end(app: App[None], told: signal.Signals) -> None:
    app.exit(return_code=128 + told)


def _hang_up(app: App[None]) -> None:
    """End at the latest when putting back a terminal that is gone takes too long."""
    _end(app, signal.SIGHUP)
    last = Timer(_PATIENCE, os._exit, (128 + signal.SIGHUP,))
    last.daemon = True
    last.start()
