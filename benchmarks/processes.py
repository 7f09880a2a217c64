"""Whole processes: what a command costs from its start to its end, in processor time and in memory."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_KIB_PER_MB = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, and the most memory it held at once, in MB."""

    seconds: float
    memory: float

    def __str__(self) -> str:
        """Say both."""
        return f"{self.seconds:6.2f} s {self.memory:5.0f} MB"


def cost(command: Sequence[str], *, times: int = 3, makes: Path | None = None) -> Cost:
    """Return the least that *command* takes of several *times*; other programs only ever add to it.

    The file that it *makes* is taken away before each.
    """
    taken: list[Cost] = []
    for _ in range(times):
        if makes is not None:
            makes.unlink(missing_ok=True)
        taken.append(_once(command))
    return Cost(min(each.seconds for each in taken), min(each.memory for each in taken))


def kept_compiled() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiles, as where it is installed, and compiles it once."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _once(command: Sequence[str]) -> Cost:
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=kept_compiled(),
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _KIB_PER_MB)
