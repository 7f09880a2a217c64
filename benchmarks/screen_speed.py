"""The screen in a terminal, as ratios: ``python -m benchmarks.screen_speed [CLAIMS …]`` (100, 10,000 and 100,000).

Run it from the project's folder, on a machine that does little else. Each program runs in a terminal of its own, 80 by
24, beside a bare Textual app and Textual's own tree with the same rows. For the start: milliseconds by the clock, and
those that its process computed until the first rows stood. For each key: milliseconds from the press to the last byte,
bytes, and the milliseconds its process computed (its main thread and all others); the least of several presses, as
other programs only ever add. What a large map does by itself once nobody presses a key (looking for duplicates, reading
the past of a claim) is in processes or threads of its own; no key is pressed before its process is quiet, and the
least of several presses leaves out what is done beside one of them. Ends with the ratios and their bars.

argmap is compiled first, as an installed one is: a start of it as it was checked out compiles every module it loads.
"""

from __future__ import annotations

import sys
import tempfile
import time
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.document import Document
from benchmarks.bare_screens import READY
from benchmarks.ratios import Ratio
from benchmarks.synthetic import entities
from tests.terminal.program import Program

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUIET = 0.12
_PATIENCE = 2.0
_TIMES = 7
_MOST_FOR_TREE = 60.0
_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What a key cost: seconds until its last byte, bytes, seconds of computing."""

    seconds: float
    sent: int
    computed: float

    def __str__(self) -> str:
        """Say it in a few columns."""
        return f"{self.seconds * 1000:9.1f} ms {self.sent:>8,} bytes {self.computed * 1000:9.1f} ms computed"


class Measured:
    """A program in a terminal, watched from its start."""

    def __init__(self, arguments: Sequence[str], folder: Path, ready: str) -> None:
        """Run Python with *arguments* until *ready* is on the screen."""
        path = f"{_ROOT / 'src'}:{_ROOT}"
        start = time.perf_counter()
        self.program = Program([*arguments], 80, 24, folder, {"PYTHONPATH": path})
        self.program.wait(lambda: bool(self.program.screen().strip()), "anything", _MOST_FOR_TREE)
        self.shell = time.perf_counter() - start
        self.program.wait(lambda: ready in self.program.screen(), ready, _MOST_FOR_TREE)
        self.first, self.computed_first = time.perf_counter() - start, self.computed()
        self.press("")

    def computed(self) -> float:
        """Seconds that all threads of the process have computed."""
        tasks = Path(f"/proc/{self.program.process.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9

    def memory(self) -> int:
        """Mebibytes that the process holds."""
        status = Path(f"/proc/{self.program.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) // 1024

    def press(self, keys: str) -> Cost:
        """Press keys, and wait until nothing is sent and nothing is computed any more."""
        program = self.program
        sent, computed, start = program.sent, self.computed(), time.perf_counter()
        program.keys(keys)
        last, busy = start, computed
        if keys:  # on a busy machine the first answer may take its time
            program.listen(_PATIENCE)
            last = time.perf_counter()
        while True:
            came = program.listen(_QUIET)
            now = time.perf_counter()
            if came:
                last = now
            elif (still := self.computed()) - busy < 0.004:
                return Cost(last - start, program.sent - sent, still - computed)
            busy = self.computed()

    def least(self, *rounds: str) -> list[Cost]:
        """Press a round of keys again and again, and return the least cost of each."""
        turns = [[self.press(keys) for keys in rounds] for _ in range(_TIMES)]
        return [min(costs, key=lambda cost: cost.computed) for costs in zip(*turns, strict=True)]


def keys_of_ours(ours: Measured) -> dict[str, Cost]:
    """What the keys of the argmap screen cost."""
    found = dict(zip(["down", "up"], ours.least("j", "k"), strict=True))
    ours.press("j")
    found |= zip(["fold", "unfold"], ours.least("h", "l"), strict=True)
    found |= zip(["open editor", "type", "Enter", "undo"], ours.least("+", "One more.", "\r", "u"), strict=True)
    letters = ["first letter", "second letter", "third letter"]
    found |= zip(["open find", *letters, "stay"], ours.least("/", *"wor", "\r"), strict=True)
    found["ten at once"] = ours.least("/", "worker bor", "\r")[1]
    return found


def keys_of_tree(tree: Measured) -> dict[str, Cost]:
    """What the same keys of Textual's tree cost."""
    tree.press("j")
    found = dict(zip(["down"], tree.least("j"), strict=True))
    return found | dict(zip(["fold", "unfold"], tree.least("h", "l"), strict=True))


def show(title: str, measured: Measured, found: dict[str, Cost]) -> None:
    """Print one program's row of numbers, and end it."""
    print(
        f"{title}: shell {measured.shell * 1000:.0f} ms, rows {measured.first * 1000:.0f} ms"
        f" ({measured.computed_first * 1000:.0f} ms computed), {measured.memory()} MiB"
    )
    for name, cost in found.items():
        print(f"  {name:<12} {cost}", flush=True)
    measured.program.close()


def main() -> None:
    """Measure at each size, and compare."""
    sizes = [int(size) for size in sys.argv[1:]] or [100, 10_000, 100_000]
    by_size: dict[int, dict[str, Cost]] = {}
    compile_dir(_ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = Measured(["-m", "benchmarks.bare_screens", "static"], folder, READY)
        shell, first, computed_first = bare.shell, bare.first, bare.computed_first
        show("bare Textual app", bare, {"a key": bare.press("j")})
        for size in sizes:
            path = folder / f"{size}.argmap"
            Document.create(path, entities(size), author="benchmark")
            ours = Measured(["-m", "argmap", "open", path.name], folder, "position C1")
            by_size[size] = keys_of_ours(ours)
            show(f"argmap, {size:,} claims", ours, by_size[size])
            print(Ratio(f"shell at {size:,} claims : bare app", ours.shell, shell, 1.3))
            print(Ratio(f"first rows at {size:,} claims : bare app", ours.first, first, 3.5))
            what = f"first rows at {size:,} claims, computed : bare app"
            print(Ratio(what, ours.computed_first, computed_first, 3.5))
            try:
                tree = Measured(["-m", "benchmarks.bare_screens", "tree", str(path)], folder, READY)
            except AssertionError:
                print(f"textual.widgets.Tree, {size:,} rows: not there after {_MOST_FOR_TREE:g} seconds")
            else:
                show(f"textual.widgets.Tree, {size:,} rows", tree, keys_of_tree(tree))
    small, large = by_size[min(sizes)], by_size[max(sizes)]
    for key, cost in large.items():
        what = f"{key}, computed: {max(sizes):,} : {min(sizes):,} claims"
        print(Ratio(what, cost.computed, small[key].computed, 1.3))


if __name__ == "__main__":
    main()
