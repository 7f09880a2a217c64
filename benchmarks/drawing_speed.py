"""Pictures, as ratios: ``python -m benchmarks.drawing_speed [CLAIMS …]`` (50, 1,000 and 10,000).

Run it from the project's folder. For each number of claims: milliseconds of computing for the layout, SVG, HTML, and,
up to 1,000 claims, the PDF of one page and the atlas on A4. Ends with how many times longer ten times the claims take:
at most 12 times, as what is linear but for sorting does.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from argmap.drawings import draw, draw_pages
from argmap.errors import UnfitError
from argmap.model import ArgumentMap
from argmap.outlines import Selection, selected
from argmap.publishing.page import write_page
from argmap.publishing.paging import on_paper
from argmap.publishing.palettes import PALETTES, USUAL
from argmap.publishing.pictures import one_sheet, write_pdf
from argmap.publishing.svg import write_svg
from benchmarks.synthetic import entities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_ON_PAPER = 1000
_BAR = 12.0


def costs(claims: int, times: int = 3) -> dict[str, float]:
    """Return the seconds of computing that each output of a map of so many claims takes, the least of several times."""
    map_ = ArgumentMap(entities(claims))
    chosen = selected(map_, Selection())
    scene = draw(map_, chosen)
    palette = PALETTES[USUAL]
    outputs: dict[str, Callable[[], object]] = {
        "layout": lambda: draw(map_, chosen),
        "SVG of it": lambda: write_svg(scene),
        "HTML": lambda: write_page(map_, chosen, None, palette),
        "atlas pages": lambda: draw_pages(map_, chosen, 1300, 880),
    }
    if claims <= _MOST_ON_PAPER:
        outputs["PDF, one page"] = lambda: _one_page(map_)
        outputs["PDF, atlas on A4"] = lambda: on_paper(map_, chosen, "a4")
    return {name: min(_timed(make) for _ in range(times)) for name, make in outputs.items()}


def _one_page(map_: ArgumentMap) -> object:
    try:
        return write_pdf([one_sheet(draw(map_, selected(map_, Selection())))])
    except UnfitError:  # larger than a PDF's page may be
        return None


def _timed(make: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    make()
    return time.process_time() - start


def main(sizes: Sequence[int]) -> None:
    """Print what each output costs at each size, and the growth from the last size but one to the last."""
    measured = {claims: costs(claims) for claims in sizes}
    for claims, taken in measured.items():
        print(f"{claims:,} claims: " + ", ".join(f"{name} {seconds * 1000:,.1f} ms" for name, seconds in taken.items()))
    if len(sizes) > 1:
        before, last = sizes[-2:]
        for name, seconds in measured[last].items():
            growth = seconds / measured[before][name] / (last / before) * 10
            print(f"{name}: ten times the claims take {growth:.1f} times as long (bar {_BAR:g})")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [50, 1000, 10_000])
