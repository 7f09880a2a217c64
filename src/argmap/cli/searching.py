"""Searching: looking for duplicates while a person waits: with a bar, and with Ctrl-C to have what was found so far."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from argmap.cli.saying import remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matching import Duplicates
    from argmap.model import ArgumentMap

_SHOWN_FROM = 2_000  # claims; what is smaller is done before anybody reads a bar
_WHOLE = 1_000


def searched(map_: ArgumentMap, at_least: float | None) -> tuple[Duplicates, bool]:
    """Return the pairs of *map_* that look alike, and whether the person broke off the search."""
    from argmap.matching import duplicates

    with _breakable() as broken, _bar(len(map_.claims)) as show:

        def progress(done: float) -> bool:
            show(done)
            return not broken.is_set()

        found = duplicates(map_, at_least=at_least, progress=progress)
    if broken.is_set() and not found.complete:
        remark("You broke off the search. This is what was found until then.")
    return found, broken.is_set()


@contextmanager
def _breakable() -> Iterator[threading.Event]:
    """Let Ctrl-C set a sign instead of ending the program; a second one ends it."""
    broken = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield broken
        return

    def stop(number: int, frame: object) -> None:
        del number, frame
        if broken.is_set():
            raise KeyboardInterrupt
        broken.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield broken
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _bar(claims: int) -> Iterator[Progress]:
    """Show a bar on a terminal, where the map is large."""
    if claims < _SHOWN_FROM or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=_WHOLE, label="Looking for duplicates", file=sys.stderr) as bar:
        yield lambda done: bar.update(max(int(done * _WHOLE) - bar.pos, 0))
        bar.update(_WHOLE - bar.pos)


if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[float], None]
