"""Reading and writing foreign formats: ``python -m benchmarks.formats_speed [CLAIMS …]``.

Each size is measured against the smallest: time should grow as the map does. Where the command ``argdown`` is
installed, all of `argmap convert` is measured against all of ``argdown json`` on the same file.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from argmap import formats
from argmap.model import ArgumentMap
from benchmarks.ratios import Ratio, compare
from benchmarks.synthetic import entities

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = ("argdown", "aif", "kialo", "json")
GROWTH = 1.5
"""How much longer a claim may take in the largest map than in the smallest."""


def main() -> None:
    """Measure at each size asked for (2,000, 10,000 and 50,000 claims)."""
    sizes = sorted(int(size) for size in sys.argv[1:]) or [2_000, 10_000, 50_000]
    for name in FORMATS:
        for size in sizes[1:]:
            for ratio in growth(name, sizes[0], size):
                print(ratio, flush=True)
    print(f"most memory of all this: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    if shutil.which("argdown"):
        with tempfile.TemporaryDirectory() as folder:
            for size in sizes:
                print(whole_process(Path(folder), size), flush=True)


def growth(name: str, small: int, large: int) -> Iterator[Ratio]:
    """Writing and reading a large map, against doing so with as many claims in small maps."""
    little, big = (ArgumentMap(entities(size)) for size in (small, large))
    times = large // small
    few, many = (formats.write(map_, name).content for map_ in (little, big))
    yield compare(
        f"write {name}, {large:,} claims : {times} × {small:,}",
        lambda: formats.write(big, name),
        lambda: [formats.write(little, name) for _ in range(times)],
        bar=GROWTH,
        times=2,
    )
    yield compare(
        f"read {name}, {large:,} claims : {times} × {small:,}",
        lambda: formats.read(many, "x"),
        lambda: [formats.read(few, "x") for _ in range(times)],
        bar=GROWTH,
        times=2,
    )


def whole_process(folder: Path, size: int) -> Ratio:
    """Converting an Argdown file to JSON, whole process: argmap against Argdown's own command."""
    file = folder / f"{size}.argdown"
    file.write_bytes(formats.write(ArgumentMap(entities(size)), "argdown").content)
    ours = [sys.executable, "-m", "argmap", "convert", str(file), str(folder / "ours.json"), "--force"]
    theirs = ["argdown", "json", str(file), str(folder)]
    return compare(
        f"argmap convert : argdown json, {size:,} claims",
        lambda: subprocess.run(ours, check=True, capture_output=True),
        lambda: subprocess.run(theirs, check=True, capture_output=True),
        bar=1,
        times=3,
        clock=perf_counter,
    )


if __name__ == "__main__":
    main()
