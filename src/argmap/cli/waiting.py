"""Waiting: what argmap is doing, on the terminal of a person who has waited longer than a second for it."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from argmap.display import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 1.0
"""Seconds after which a line appears; what is done sooner needs none."""

_BEAT = 0.5
_LEAST = 20  # columns; on a narrower terminal the line would say nothing


class Waiting:
    """Shows one line for the work in hand: what it is, and for how long. It goes before anything else is said.

    Patience counts from when this is made, so that forty short files are as long a wait as one long one. Where
    messages do not go to a terminal, nothing is shown. The line is plain text without colour, and no
    part of what a command says.
    """

    def __init__(self) -> None:
        self._until = monotonic() + PATIENCE

    @contextmanager
    def on(self, doing: str) -> Iterator[None]:
        """Show *doing*, such as ``Reading notes.md``, while the block runs and longer than patience lasts."""
        if sys.__stderr__ is None or not sys.__stderr__.isatty():
            yield
            return
        done = threading.Event()
        clock = threading.Thread(target=self._show, args=(doing, done), daemon=True)
        clock.start()
        try:
            yield
        finally:
            done.set()
            clock.join()

    def _show(self, doing: str, done: threading.Event) -> None:
        begun = monotonic()
        if done.wait(max(0.0, self._until - begun)):
            return
        # Only here, where somebody has waited a second already.
        from shutil import get_terminal_size

        from rich.cells import cell_len

        columns = max(get_terminal_size().columns - 1, _LEAST)
        words = shorten(doing, columns - len(": 1000 s"), cell_len, ellipsis="...")
        width = 0
        while True:
            line = f"{words}: {monotonic() - begun:.0f} s"
            width = max(width, cell_len(line))
            _write(f"\r{line}")
            if done.wait(_BEAT):
                break
        _write(f"\r{' ' * width}\r")


def _write(text: str) -> None:
    """Write to the terminal itself; one that has gone is no reason to stop the work."""
    terminal = sys.__stderr__
    try:
        if terminal is not None:
            terminal.write(text)
            terminal.flush()
    except (OSError, ValueError):
        return
