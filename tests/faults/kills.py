"""Killing a program in the middle of its edits, and looking for every step it had said was saved."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.errors import ArgmapError
from tests.document.handles import check_file, check_history
from tests.faults.scenes import NAME, contents, put_whole
from tests.faults.working import Worker, workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_A_NEW_FILE = 8
"""After so many kills the map is begun anew, so that it does not grow for ever."""


@dataclass(slots=True)
class Tally:
    """How many kills, steps said to be saved, how many of them lost, journals left behind, and files refused after."""

    kills: int = 0
    saved: int = 0
    lost: int = 0
    journals: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    moments: Counter[str] = field(default_factory=Counter)


def kill_often(folder: Path, times: int, seed: int = 0) -> Tally:
    """Kill a program that edits *times* times, each time at another moment of its work."""
    choose = random.Random(seed)
    tally = Tally()
    path = folder / NAME
    with workers() as (worker,):
        for turn in range(times):
            if turn % _A_NEW_FILE == 0 or not path.exists():
                put_whole(folder)
            moment = list(_MOMENTS)[turn % len(_MOMENTS)]
            worker.start("edit", path, choose.randrange(1 << 30))
            worker.go()
            worker.hear("going")
            said = _killed(worker, path, choose.randrange(6), _MOMENTS[moment])
            tally.moments[moment] += 1
            _count(tally, path, said)
    return tally


def _killed(worker: Worker, path: Path, after: int, moment: Callable[[Path], bool]) -> list[str]:
    """Hear *after* steps, kill at the *moment*, and return the steps that were said to be saved."""
    said = [worker.hear("saved") for _ in range(after)]
    for _ in range(2_000_000):
        if moment(path):
            break
    worker.kill()
    *more, end = worker.hear_all()
    assert end == "end -9"
    return said + [line.removeprefix("saved ") for line in more]


def _at_once(_: Path) -> bool:
    return True


def _journal_is_there(path: Path) -> bool:
    return os.path.exists(f"{path}-journal")  # noqa: PTH110  # as fast as can be: it is asked until it is so


class _Written:
    """The file itself is being written: it changes while its journal is there."""

    def __init__(self) -> None:
        self._seen = 0

    def __call__(self, path: Path) -> bool:
        changed = os.stat(path).st_mtime_ns  # noqa: PTH116  # as above
        before, self._seen = self._seen, changed
        return bool(before) and changed != before and _journal_is_there(path)


_MOMENTS: dict[str, Callable[[Path], bool]] = {
    "after a step": _at_once,
    "journal there": _journal_is_there,
    "file written": _Written(),
}


def _count(tally: Tally, path: Path, said: list[str]) -> None:
    """Look at what the dead left: what it had saved, that it is sound, and that one can go on."""
    left = contents(path.parent)
    tally.kills += 1
    tally.saved += len(said)
    tally.journals += len(left) > 1
    try:
        document = Document.open(path)
    except ArgmapError as error:
        tally.refused[getattr(error, "code", "")] += 1
        path.unlink()
        return
    there = {record.id for record in document.log()}
    assert contents(path.parent) == left, "reading writes nothing"
    tally.lost += len(set(said) - there)
    document.do(editing.set_title(document.map, f"After kill {tally.kills}"))
    check_file(path, document.map)
    check_history(path, document.map)
