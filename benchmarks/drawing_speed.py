"""Pictures, as ratios: ``python -m benchmarks.drawing_speed [CLAIMS …]`` (50, 1,000 and 10,000).

Run it from the project's folder. For each number of claims: milliseconds of computing for the layout and for every kind
of picture; what is refused as too large is named. Then how many times longer ten times the claims take: at most 12
times, as what is linear but for sorting does. Then whole commands, each in a process of its own: `argmap draw` to SVG
beside Argdown's ``argdown map`` and Graphviz's ``dot`` on the same map, where they are installed.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.drawings import Layout, draw, draw_pages
from argmap.drawings.wrapping import wrap_text
from argmap.errors import UnfitError
from argmap.formats import registry
from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from argmap.publishing.drawn import Manner, publish_picture
from argmap.publishing.svg import write_svg
from benchmarks.processes import kept_compiled
from benchmarks.synthetic import entities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_ON_PAPER = 1000
"""With more claims, an atlas takes minutes."""

_BAR = 12.0
_SECONDS = 120.0
"""After which a peer is given up."""


def costs(claims: int, times: int = 3) -> dict[str, float | None]:
    """Return the least seconds of computing of each output of a map of so many claims, None where it is refused."""
    map_ = ArgumentMap(entities(claims))
    chosen = selected(map_, Selection())
    scene = draw(map_, chosen)
    outputs: dict[str, Callable[[], object]] = {
        "layout": lambda: draw(map_, chosen),
        "layout, top-down": lambda: draw(map_, chosen, Layout.TOP_DOWN),
        "SVG of it": lambda: write_svg(scene),
        "SVG": lambda: publish_picture(map_, chosen, "svg", Manner()),
        "HTML": lambda: publish_picture(map_, chosen, "html", Manner()),
        "atlas pages": lambda: draw_pages(map_, chosen, 1300, 880),
        "PNG": lambda: publish_picture(map_, chosen, "png", Manner()),
        "PDF, one page": lambda: publish_picture(map_, chosen, "pdf", Manner()),
    }
    if claims <= _MOST_ON_PAPER:
        outputs["PDF, atlas on A4"] = lambda: publish_picture(map_, chosen, "pdf", Manner(paper="a4"))
        outputs["PDF, poster on A3"] = lambda: publish_picture(map_, chosen, "pdf", Manner(paper="a3", tiles=True))
    return {name: least(make, times) for name, make in outputs.items()}


def least(make: Callable[[], object], times: int) -> float | None:
    """Return the least seconds of computing of several times, None where it is refused."""
    try:
        return min(_timed(make) for _ in range(times))
    except UnfitError:  # larger than viewers take
        return None


def _timed(make: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    make()
    return time.process_time() - start


def peers(claims: int, folder: Path) -> list[str]:
    """Return what `argmap draw` takes for a map of so many claims, and how many times as long each peer does."""
    map_ = ArgumentMap(entities(claims))
    file, argdown, dot = folder / "map.argmap", folder / "map.argdown", folder / "map.dot"
    Document.create(file, map_.entities())
    argdown.write_bytes(registry.write(map_, "argdown").content)
    dot.write_text(as_dot(map_), encoding="utf-8")
    ours = _whole([sys.executable, "-m", "argmap", "draw", str(file), "-o", str(folder / "map.svg"), "--force"])
    assert ours is not None
    told = [f"argmap draw {ours * 1000:,.0f} ms"]
    commands = {
        "argdown": ["argdown", "map", str(argdown), str(folder / "out"), "-f", "svg"],
        "dot": ["dot", "-Tsvg", str(dot), "-o", str(folder / "dot.svg")],
    }
    for name, command in commands.items():
        if shutil.which(name) is None:
            told.append(f"{name}: not installed")
            continue
        taken = _whole(command)
        how = f"{taken / ours:.1f} times as long" if taken else f"fails, or takes more than {_SECONDS:g} s"
        told.append(f"{name} {how}")
    return told


def _whole(command: list[str]) -> float | None:
    """Return the seconds of computing of a process and all that it starts, the less of two; None if it fails."""
    taken = []
    for _ in range(2):
        before = os.times()
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS, env=kept_compiled())
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return None
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(taken)


def as_dot(map_: ArgumentMap) -> str:
    """Return a map as Graphviz draws arguments: boxes of wrapped text, an edge from each premise to its target."""
    lines = ["digraph { rankdir=RL; node [shape=box];"]
    for claim in map_.claims.values():
        label = "\\n".join(line.replace('"', "'") for line in wrap_text(claim.text, 14, 220))
        lines.append(f'{claim.label} [label="{label}"];')
    ends: dict[str, str] = {claim.id: claim.label for claim in map_.claims.values()}
    ends.update((step.id, ends[step.premises[0]]) for step in map_.inferences.values())
    for step in map_.inferences.values():
        lines += [f"{ends[each]} -> {ends[step.target]};" for each in step.premises]
    return "\n".join([*lines, "}"])


def main(sizes: Sequence[int]) -> None:
    """Print what each output costs at each size, its growth, and the peers."""
    measured: dict[int, dict[str, float | None]] = {}
    for claims in sizes:
        measured[claims] = costs(claims)
        told = (f"{name} {f'{each * 1000:,.1f} ms' if each else 'refused'}" for name, each in measured[claims].items())
        print(f"{claims:,} claims: " + ", ".join(told), flush=True)
    if len(sizes) > 1:
        before, last = sizes[-2:]
        for name, seconds in measured[last].items():
            earlier = measured[before][name]
            if seconds and earlier:
                growth = seconds / earlier / (last / before) * 10
                verdict = "ok" if growth <= _BAR else "OVER"
                print(f"{name}: ten times the claims take {growth:.1f} times as long (bar {_BAR:g}, {verdict})")
    for claims in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{claims:,} claims, whole commands: " + ", ".join(peers(claims, Path(folder))), flush=True)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [50, 1000, 10_000])
