"""Reading and writing foreign formats, as whole processes: ``python -m benchmarks.formats_speed [CLAIMS …]``.

Measured are processor time and peak memory of `argmap` commands, and beside them those of other programs on the same
files, where they are installed: the command ``argdown`` (``argdown json``), and arguebuf, for which ``ARGUEBUF`` names
a Python that has it (load and dump). Compared is like with like: ``convert`` reads a file and writes another, as they
do, from the start of Python to its end. ``import``, which writes a map with its history, is set beside them without a
bar. The files called ``aif-bare`` are AIF as strangers write it, without what argmap puts beside it. The tree for Kialo
is one of its own: what Kialo's files have no place for would be left out, and not measured. Last, how the cost grows
from the smallest to the largest map: per claim more, it should cost the same. A program that fails is told, and the
others go on.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.processes import Cost, cost

if TYPE_CHECKING:
    from argmap.model import Entity

FASTER_THAN_ARGDOWN = 1.0
FASTER_THAN_ARGUEBUF = 1 / 3
GROWTH = 1.5
"""How much more a further claim may cost in the largest map than in the middle one."""

_ARGUEBUF = "import sys, arguebuf; arguebuf.dump.file(arguebuf.load.file(sys.argv[1]), sys.argv[2])"
_MAKE = (
    "import sys; from pathlib import Path; from benchmarks.formats_speed import make; "
    "make(Path(sys.argv[1]), int(sys.argv[2]))"
)
_BARE = "aif-bare"
_SUFFIXES = {"argdown": ".argdown", "aif": ".json", _BARE: ".json", "kialo": ".txt", "json": ".json"}
_PEERS = ("aif", _BARE, "kialo")
_MANY = 30_000
"""Of this many claims each command runs once: it takes long enough for chance to matter little."""


def main() -> None:
    """Measure at each size asked for (2,000, 10,000 and 50,000 claims)."""
    sizes = sorted(int(size) for size in sys.argv[1:]) or [2_000, 10_000, 50_000]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ARGMAP_STATE_DIR"] = f"{folder}/state"
        costs = {size: measured(Path(folder) / str(size), size) for size in sizes}
    if sizes[2:]:
        for what in costs[sizes[0]]:
            print(growth(what, [(size, costs[size][what]) for size in (sizes[0], sizes[1], sizes[-1])]))


def measured(folder: Path, size: int) -> dict[str, Cost]:
    """Measure all there is at one size, and say it; returns the costs of argmap's own commands."""
    folder.mkdir()
    # Made in a process of its own: a child counts the memory of the process it comes from as its own.
    subprocess.run([sys.executable, "-c", _MAKE, str(folder), str(size)], check=True)
    ours: dict[str, Cost] = {}
    times = 3 if size < _MANY else 1
    for name, suffix in _SUFFIXES.items():
        file = folder / f"{name}{suffix}"
        for what, options in _commands(folder, name, file).items():
            command = [sys.executable, "-m", "argmap", *options]
            ours[what] = cost(command, times=times, makes=folder / "made.argmap")
            print(f"{size:7,} {what:<28} {ours[what]}", flush=True)
        for peer, command, bar in _peers(folder, name, file):
            try:
                theirs = cost(command, times=times)
            except subprocess.CalledProcessError as error:
                said = (error.stderr or b"").decode("utf-8", "replace").strip().split("\n")[-1]
                print(f"{size:7,}   {peer:<26} ended with {error.returncode}: {said[:80]}", flush=True)
            else:
                against(size, ours[f"convert {name}"], peer, theirs, bar)
                share = ours[f"import {name}"].seconds / theirs.seconds
                print(f"{size:7,}   with a map and its history written, {share:.2f}x", flush=True)
    return ours


def make(folder: Path, size: int) -> None:
    """Write a map of *size* claims into *folder*, as a map and in each format."""
    from argmap import formats
    from argmap.document import Document
    from argmap.model import ArgumentMap
    from benchmarks.synthetic import entities

    map_ = ArgumentMap(entities(size))
    Document.create(folder / "m.argmap", map_.entities())
    for name, suffix in _SUFFIXES.items():
        drawn = ArgumentMap(tree(size)) if name == "kialo" else map_
        content = bare(formats.write(map_, "aif").content) if name == _BARE else formats.write(drawn, name).content
        (folder / f"{name}{suffix}").write_bytes(content)


def bare(aif: bytes) -> bytes:
    """Return *aif* without argmap's own data in the graph and in its nodes."""
    graph = json.loads(aif)
    for each in (graph, *graph["nodes"]):
        each.pop("argmap", None)
    return json.dumps(graph).encode()


def tree(claims: int) -> list[Entity]:
    """Return a map of *claims* claims under one, five on each, as Kialo has them: reasons and objections by turns."""
    from argmap.model import Claim, Inference, Polarity
    from benchmarks.synthetic import entities

    texts = [each.text for each in entities(claims) if isinstance(each, Claim)]
    made = [Claim(number=n, text=text, position=None if n > 1 else "a0") for n, text in enumerate(texts, 1)]
    polarities = (Polarity.SUPPORTS, Polarity.OPPOSES)
    steps = [
        Inference(number=n, polarity=polarities[n % 2], target=made[(n - 1) // 5].id, premises=(made[n].id,))
        for n in range(1, claims)
    ]
    return [*made, *steps]


def against(size: int, ours: Cost, peer: str, theirs: Cost, bar: float) -> None:
    """Say what another program takes for the same file, and how much of that argmap takes."""
    time, memory = ours.seconds / theirs.seconds, ours.memory / theirs.memory
    verdict = "ok" if time <= bar else "OVER"
    print(
        f"{size:7,}   {peer:<26} {theirs}   argmap takes {time:.2f}x (bar {bar:.2f}x, {verdict}), {memory:.2f}x memory",
        flush=True,
    )


def growth(what: str, points: list[tuple[int, Cost]]) -> str:
    """Say how much more a further claim costs from the middle to the largest map than from the smallest on."""
    (small, few), (middle, some), (large, many) = points
    parts = []
    for name in ("seconds", "memory"):
        before = (getattr(some, name) - getattr(few, name)) / (middle - small)
        after = (getattr(many, name) - getattr(some, name)) / (large - middle)
        ratio = after / before if before > 0 else 1.0
        parts.append(f"{name} {ratio:5.2f}x ({'ok' if ratio <= GROWTH else 'OVER'})")
    return f"growth of {what:<28} {', '.join(parts)}  (bar {GROWTH}x)"


def _commands(folder: Path, name: str, file: Path) -> dict[str, list[str]]:
    """Return argmap's commands for one format; what they write is left in *folder*, over what was there."""
    out = str(folder / "out.json")
    commands = {
        f"convert {name}": ["convert", str(file), out, "--to", "json" if name != "json" else "aif", "--force"],
        f"import {name}": ["import", str(file), "-o", str(folder / "made.argmap")],
    }
    if name != _BARE:
        commands[f"export {name}"] = ["export", str(folder / "m.argmap"), "--to", name, "-o", out, "--force"]
    return commands


def _peers(folder: Path, name: str, file: Path) -> list[tuple[str, list[str], float]]:
    found: list[tuple[str, list[str], float]] = []
    if name == "argdown" and shutil.which("argdown"):
        found.append(("argdown json", ["argdown", "json", str(file), str(folder)], FASTER_THAN_ARGDOWN))
    python = os.environ.get("ARGUEBUF")
    if name in _PEERS and python:
        command = [python, "-c", _ARGUEBUF, str(file), str(folder / "arguebuf.json")]
        found.append(("arguebuf load + dump", command, FASTER_THAN_ARGUEBUF))
    return found


if __name__ == "__main__":
    main()
