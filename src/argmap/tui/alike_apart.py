"""Alike apart: the search for duplicates in a process of its own, so that a large map makes nobody wait for a key."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from tempfile import TemporaryFile
from time import sleep
from typing import IO, TYPE_CHECKING

from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.matching import Duplicates
    from argmap.model import Entity

_LOOK_SECONDS = 0.2
_NICE = 5
_AT_ONCE = 500
_CALL = "from argmap.tui.alike_apart import answer; answer()"


def found_apart(map_: ArgumentMap, is_cancelled: Callable[[], bool]) -> Duplicates | None:
    """Search a snapshot in a process of its own; None if it was cancelled, or no process can be had."""
    with TemporaryFile() as asked:  # a pipe would wait for the other process to read
        _ask(list(map_.entities()), asked)
        asked.seek(0)
        try:
            process = _begin(asked)
        except OSError:
            return None  # the badges are a comfort; the review searches by itself
        with process:
            said = _answered(process, is_cancelled)
    return _read(said) if said and process.returncode == 0 else None


def _answered(process: subprocess.Popen[bytes], is_cancelled: Callable[[], bool]) -> bytes:
    """Return the answer of the other process; nothing if it was cancelled."""
    while not is_cancelled():
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_LOOK_SECONDS)[0]
    process.kill()
    return b""


def answer() -> None:
    """Read a map from standard input and write what looks alike in it: what the other process does."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    from argmap.matching import duplicates

    entities: list[Entity] = []
    while part := pickle.load(sys.stdin.buffer):  # noqa: S301  # written by the process that began this one
        entities += part
    pickle.dump(duplicates(ArgumentMap(entities)), sys.stdout.buffer)


def _ask(entities: list[Entity], asked: IO[bytes]) -> None:
    """Write *entities* in parts, between which other threads go on, and nothing at their end."""
    for start in range(0, len(entities), _AT_ONCE):
        pickle.dump(entities[start : start + _AT_ONCE], asked)
        sleep(0)
    pickle.dump([], asked)


def _begin(asked: IO[bytes]) -> subprocess.Popen[bytes]:
    """Begin the other process on what is *asked*; it looks for modules where this one does, not in its folder (-P)."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(  # noqa: S603  # our own interpreter and words of ours
        [sys.executable, "-P", "-c", _CALL],
        stdin=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def _read(said: bytes) -> Duplicates:
    found: Duplicates = pickle.loads(said)  # noqa: S301  # written by the process that this one began
    return found
