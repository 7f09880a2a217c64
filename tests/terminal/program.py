"""Program: one running in a terminal of its own, by keys and by looking, as a person runs it."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.terminal.emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

PATIENCE = 30.0
"""Seconds until something that should have happened is given up: many, as it is over as soon as it happens."""

_IN_ITS_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)
_PAUSE = 0.02
_MUCH = 1 << 16


class Program:
    """A program and its terminal."""

    def __init__(self, arguments: list[str], columns: int, lines: int, folder: Path, more: Mapping[str, str]) -> None:
        """Run Python with *arguments* in *folder*, with *more* in its environment."""
        self.terminal = Emulator(columns, lines)
        self.sent = 0
        self.heard = bytearray()
        self._ours, self._its = os.openpty()
        self.resize(columns, lines)
        self.attributes = self.settings()
        self.process = subprocess.Popen(
            [sys.executable, "-c", _IN_ITS_TERMINAL, sys.executable, *arguments],
            stdin=self._its,
            stdout=self._its,
            stderr=self._its,
            cwd=folder,
            env={**_environment(), **more},
            start_new_session=True,
        )

    # -- doing ---------------------------------------------------------------------------------------------------

    def keys(self, keys: str) -> None:
        """Press keys, as a terminal sends them."""
        os.write(self._ours, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal as large as that, when nothing is being drawn, and say so."""
        self.terminal.resize(columns, lines)
        fcntl.ioctl(self._its, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed or the line is cut."""
        for end in (self._its, self._ours):
            os.close(end)
        self._ours = self._its = -1

    def close(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self._ours >= 0:
            self.hang_up()

    # -- looking -------------------------------------------------------------------------------------------------

    def settings(self) -> list[object]:
        """How the terminal treats what is typed: echo, lines, signals."""
        return termios.tcgetattr(self._its)

    def screen(self) -> str:
        """What is on the screen."""
        return "\n".join(self.terminal.shown())

    def see(self, *texts: str) -> None:
        """Wait until all *texts* are on the screen."""
        self.wait(lambda: all(text in self.screen() for text in texts), f"{texts} on the screen")

    def see_no(self, text: str) -> None:
        """Wait until *text* is on the screen no more."""
        self.wait(lambda: text not in self.screen(), f"no {text!r} on the screen")

    def end(self) -> int:
        """Wait until the program has ended, and return its status."""
        self.wait(lambda: self.process.poll() is not None, "an end")
        while self._ours >= 0 and self.listen(0):
            pass
        return self.process.wait()

    def wait(self, has_come: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        """Listen until something *has_come*."""
        until = time.monotonic() + seconds
        while not has_come():
            is_over = self.process.poll() is not None and self._ours >= 0 and not self.listen(0)
            if (is_over and not has_come()) or time.monotonic() > until:
                message = f"no {what} in {seconds:g} seconds, or before the program ended:\n{self.screen()}"
                raise AssertionError(message)
            if self._ours >= 0:
                self.listen(_PAUSE)
            else:
                time.sleep(_PAUSE)

    def listen(self, seconds: float) -> int:
        """Take what the program sends within *seconds*, answer what it asks, and return how many bytes came."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return 0
        try:
            sent = os.read(self._ours, _MUCH)
        except OSError:  # it is gone, and so is everything it had to say
            return 0
        self.sent += len(sent)
        self.heard += sent
        self.terminal.feed(sent)
        answers = self.terminal.answers()
        if answers:
            os.write(self._ours, answers)
        return len(sent)


@contextmanager
def opened(path: Path, columns: int = 80, lines: int = 24, **more: str) -> Iterator[Program]:
    """Run ``argmap open`` on the map at *path*."""
    program = Program(["-m", "argmap", "open", path.name], columns, lines, path.parent, more)
    try:
        yield program
    finally:
        program.close()


def argmap(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of argmap in *folder*, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def _environment() -> dict[str, str]:
    """The environment of a person's terminal, with the state folder of the tests."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    return kept | {"TERM": "xterm-256color", "ARGMAP_AUTHOR": "Tester", "LANG": "C.UTF-8"}


_KEPT = {"PATH", "PYTHONPATH", "ARGMAP_STATE_DIR", "HOME", "TMPDIR", "PYTHONDONTWRITEBYTECODE"}
