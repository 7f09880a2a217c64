"""Ratios: how many times longer argmap takes than a plain way to do the same, both measured in turns in one run.

Work for the processor is measured in its own time (``time.process_time``), work for the disk and other processes by the
clock. Other programs on a shared machine only ever add to the time that work takes, so the least of several times
is compared; for the disk, whose times scatter by themselves, the median.
"""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Ratio:
    """The times of both ways, in seconds, and the bar their ratio should stay under."""

    what: str
    ours: float
    plain: float
    bar: float

    def __str__(self) -> str:
        """Say the ratio, its bar and the times."""
        ratio = self.ours / self.plain
        verdict = "ok" if ratio <= self.bar else "OVER"
        return (
            f"{self.what:<58} {ratio:6.2f}x  (bar {self.bar:g}x, {verdict})   "
            f"{self.ours * 1000:9.2f} ms : {self.plain * 1000:9.2f} ms"
        )


def compare(
    what: str,
    ours: Callable[[], object],
    plain: Callable[[], object],
    *,
    bar: float,
    times: int = 9,
    clock: Callable[[], float] = time.process_time,
) -> Ratio:
    """Time *ours* and *plain* in turns and return their ratio; the first turn of each is thrown away."""
    ours_taken: list[float] = []
    plain_taken: list[float] = []
    for turn in range(times + 1):
        for way, taken in ((ours, ours_taken), (plain, plain_taken)):
            gc.collect()
            start = clock()
            way()
            if turn:
                taken.append(clock() - start)
    typical = min if clock is time.process_time else statistics.median
    return Ratio(what, typical(ours_taken), typical(plain_taken), bar)
