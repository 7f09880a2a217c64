"""Giving jobs to a worker, hearing what it says, and killing it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0
"""Seconds after which a worker that says nothing has failed."""


class Worker:
    """A program that does one job at a time in a process of its own."""

    def __init__(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._heard = b""
        self.pid = 0

    def start(self, job: str, *words: object) -> None:
        """Give it a job; returns when it is ready to begin."""
        self.tell("\t".join([job, *map(str, words)]))
        self.pid = int(self.hear("pid"))
        self.hear("ready")

    def go(self) -> None:
        """Let it begin; it says that it is going."""
        self.tell("")

    def hear(self, expected: str) -> str:
        """Return what it says next, which begins with *expected*."""
        word, _, rest = self.hear_any().partition(" ")
        assert word == expected, (word, rest)
        return rest

    def hear_any(self) -> str:
        """Return the next line it says."""
        while b"\n" not in self._heard:
            assert self._process.stdout is not None
            ready, _, _ = select.select([self._process.stdout], [], [], _PATIENCE)
            more = os.read(self._process.stdout.fileno(), 1 << 16) if ready else b""
            assert more, "the worker says nothing any more"
            self._heard += more
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()

    def hear_all(self) -> list[str]:
        """Return what it says until its job is over, the exit status last."""
        said = [self.hear_any()]
        while not said[-1].startswith("end "):
            said.append(self.hear_any())
        self.pid = 0
        return said

    def kill(self) -> None:
        """End the job as nothing else can."""
        os.kill(self.pid, signal.SIGKILL)

    def dismiss(self) -> None:
        """Let the program end, and a job that a failed test left undone with it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if self.pid:
            with suppress(ProcessLookupError):
                self.kill()
        self._process.stdin.close()
        self._process.wait(_PATIENCE)
        self._process.stdout.close()

    def tell(self, line: str) -> None:
        """Give it a line to read."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()


@contextmanager
def workers(count: int = 1) -> Iterator[list[Worker]]:
    """Workers for a while."""
    hired = [Worker() for _ in range(count)]
    try:
        yield hired
    finally:
        for worker in hired:
            worker.dismiss()
