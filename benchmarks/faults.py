"""Power cuts, kills and spoiled files, by the thousand: ``python -m benchmarks.faults [HOW-MANY]``.

Prints how many were tried and how many did harm; what the tests try by the hundred is tried here as often as asked:
as many power cuts, a tenth as many kills, twice as many spoiled files. Ends with status 1 if any did harm.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from tests.faults.kills import kill_often
from tests.faults.mutations import spoil_often
from tests.faults.power_cuts import GOOD, cut_often, cut_twice, kill_everywhere
from tests.faults.scenes import all_scenes, bring_in_many, put, record
from tests.store.raw import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row = tuple[str, int, int, str]
"""What was tried, how often, how often it did harm, and more words."""


def main() -> int:
    """Try everything and print one row each."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")
    print(f"{'what':<44} {'tried':>7} {'harm':>6} {'seconds':>8}  details")
    harm = 0
    with tempfile.TemporaryDirectory() as state, quick_folder() as folder:
        os.environ |= {"ARGMAP_STATE_DIR": state, "ARGMAP_AUTHOR": "Tester"}
        for way in (power_cuts, second_cuts, deaths, kills, mutations):
            start = time.perf_counter()
            for what, tried, bad, details in way(folder, times, seed):
                harm += bad
                print(f"{what:<44} {tried:>7,} {bad:>6,} {time.perf_counter() - start:>8.1f}  {details}", flush=True)
            put(folder, {})
    return 1 if harm else 0


def power_cuts(folder: Path, times: int, seed: int) -> Iterator[Row]:
    """Cut the power in every kind of save."""
    for scene in all_scenes(folder):
        found = cut_often([scene], folder, times // 5, seed)
        yield f"power cuts in {scene.name}", found.total(), _bad(found), _said(found)


def second_cuts(folder: Path, times: int, seed: int) -> Iterator[Row]:
    """Cut it again while the first cut is being mended."""
    found = cut_twice(record("an import", folder, bring_in_many), folder, times // 5, seed)
    yield "second power cuts", found.total(), _bad(found), _said(found)


def deaths(folder: Path, _times: int, _seed: int) -> Iterator[Row]:
    """Let the program die after each operation of each kind of save."""
    for scene in all_scenes(folder):
        found = kill_everywhere(scene, folder)
        yield f"deaths after each operation of {scene.name}", found.total(), _bad(found), _said(found)


def kills(folder: Path, times: int, seed: int) -> Iterator[Row]:
    """Kill a program that edits."""
    tally = kill_often(folder, max(1, times // 10), seed)
    details = f"{tally.journals:,} with a save half done; refused afterwards: {_said(tally.refused) or 'none'}"
    yield "kills", tally.kills, tally.refused.total(), details
    yield "steps said to be saved before a kill", tally.saved, tally.lost, "harm is a step lost"


def mutations(folder: Path, times: int, seed: int) -> Iterator[Row]:
    """Spoil files at random."""
    noticed = spoil_often(folder, 2 * times, seed)
    yield "spoiled files read as another map", noticed.tried, noticed.undetected.total(), _said(noticed.undetected)
    yield "… or with another history", noticed.tried, noticed.history_only.total(), _said(noticed.history_only)
    print(f"  {noticed.equal:,} say the same, {noticed.numbers_skipped:,} skip numbers; {_said(noticed.refused)}")


def _bad(found: dict[str, int]) -> int:
    return sum(count for what, count in found.items() if what not in GOOD)


def _said(found: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in sorted(found.items(), key=lambda each: -each[1]))


if __name__ == "__main__":
    sys.exit(main())
