"""Cutting the power in the middle of a save, and judging what is there afterwards."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.errors import ArgmapError
from tests.document.handles import check_file, check_history
from tests.faults.disk import after_kill, after_power_cut
from tests.faults.scenes import NAME, State, claim, contents, give_a_reason, put, record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.disk import Files
    from tests.faults.scenes import Scene

GOOD = {"as before", "as after"}
"""What may be there after a cut; everything else is a loss."""


_EDITED = 3
"""One file in so many is also edited after the cut; reading alone is done with all."""


def cut_often(scenes: list[Scene], folder: Path, times: int, seed: int = 0) -> Counter[str]:
    """Cut the power *times* times, in turns over *scenes*, and count what was there afterwards."""
    choose = random.Random(seed)
    found: Counter[str] = Counter()
    for turn in range(times):
        scene = scenes[turn % len(scenes)]
        moment = _moment(scene, choose)
        files = after_power_cut(scene.files, scene.operations[:moment], choose)
        has_returned = moment == len(scene.operations)
        found[_judged(scene, folder, files, has_returned=has_returned, goes_on=turn % _EDITED == 0)] += 1
    return found


def kill_everywhere(scene: Scene, folder: Path) -> Counter[str]:
    """Let only the program die, after each single operation of a save."""
    return Counter(
        _judged(
            scene,
            folder,
            after_kill(scene.files, scene.operations[:moment]),
            has_returned=False,
            goes_on=not moment % _EDITED,
        )
        for moment in range(len(scene.operations) + 1)
    )


def cut_twice(scene: Scene, folder: Path, times: int, seed: int = 0) -> Counter[str]:
    """Cut the power in a save, and again while the next save puts the file right."""
    choose = random.Random(seed)
    found: Counter[str] = Counter()
    while found.total() < times:
        moment = _moment(scene, choose)
        files = after_power_cut(scene.files, scene.operations[:moment], choose)
        if not files.get(f"{NAME}-journal"):
            continue
        put(folder, files)
        try:
            second = record(f"{scene.name}, mended", folder, give_a_reason, files=files)
        except ArgmapError as error:
            found[f"refused with {getattr(error, 'code', '')}"] += 1
            continue
        found += cut_often([second], folder, 5, seed=choose.randrange(1 << 30))
    return found


def _moment(scene: Scene, choose: random.Random) -> int:
    """How much was asked of the disk: anything, a part of what goes into the file itself, or all."""
    every = len(scene.operations)
    begins = next(n for n, each in enumerate(scene.operations) if each.file == NAME)
    return choose.choice(
        [choose.randint(0, every), choose.randint(begins, every), choose.randint(begins, every), every]
    )


def _judged(scene: Scene, folder: Path, files: Files, *, has_returned: bool, goes_on: bool) -> str:
    """Open what is there and say what it is; if somebody *goes_on*, it is edited too."""
    put(folder, files)
    path = folder / NAME
    try:
        state = State.of(path)
    except ArgmapError as error:
        return f"refused with {getattr(error, 'code', '')}"
    if contents(folder) != files:
        return "written by reading"
    if state not in (scene.before, scene.after):
        return "a mix"
    if has_returned and state != scene.after:
        return "lost"
    if goes_on:
        _edit_on(path, state)
    return "as after" if state == scene.after else "as before"


def _edit_on(path: Path, state: State) -> None:
    """The next edit works, on top of what was read, and leaves a sound file with nothing beside it."""
    document = Document.open(path)
    assert document.map == state.map
    document.do(editing.add_claim(document.map, "Said after the power came back"))
    check_file(path, document.map)
    check_history(path, document.map)
    assert claim(document, f"C{document.map.highest_numbers()[0]}") in document.map.claims
