"""Papers, as ratios: ``python -m benchmarks.outline_speed [CLAIMS …]`` (50, 1,000 and 10,000).

Run it from the project's folder. For each kind of paper and each format: milliseconds of computing, how many times the
plain text of the outline that is, and at the end how many times longer ten times the claims take: at most 12 times, as
what is linear but for sorting does. Where it is more, also how many times longer ten maps take, each as small as the
first: what a small map gains by fitting into the processor's cache is not growth of ours. Ends with a chain of 5,000
claims under one another, beside as many side by side.
"""

from __future__ import annotations

import gc
import sys
import time
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.model import About, ArgumentMap, Claim, ClaimId, Inference, InferenceId, Polarity
from argmap.model.memory import without_collecting
from argmap.outlines import Selection, selected
from argmap.outlines.blocks import blocks
from argmap.outlines.brief import brief
from argmap.outlines.flow import PRESETS, flow
from argmap.outlines.index_cards import index_cards
from argmap.outlines.memo import memo
from argmap.outlines.pro_con import outline
from argmap.publishing import CSV, FORMATS, SHEETS, publish, publish_flow
from argmap.publishing.briefs import publish_briefs
from argmap.publishing.decks import publish_deck
from benchmarks.synthetic import entities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.publishing.formats import Format

_BAR = 12.0
_ENOUGH = 2.0
"""Seconds after which nothing is measured once more."""

_DEEP = 5000
_WIDTH = 80
_PLAINEST = "outline text"


def outputs(map_: ArgumentMap) -> dict[str, Callable[[], object]]:
    """Return what makes each kind of paper in each format, by name."""
    made: dict[str, Callable[[], object]] = {}
    for each in (*FORMATS, CSV):
        if each is not CSV:
            made[f"blocks {each.name}"] = partial(_paper, map_, blocks, each)
            made[f"memo {each.name}"] = partial(_paper, map_, memo, each)
            made[f"brief {each.name}"] = partial(_briefs, map_, each)
        made[f"outline {each.name}"] = partial(_paper, map_, outline, each)
        made[f"cards {each.name}"] = partial(_cards, map_, each)
    for each in SHEETS:
        made[f"flow {each.name}"] = partial(_flow, map_, each)
    return dict(sorted(made.items()))


def _paper(map_: ArgumentMap, make: Callable[..., object], format_: Format) -> None:
    publish(make(map_, selected(map_, Selection()), Selection()), format_)  # type: ignore[arg-type]  # a paper


def _briefs(map_: ArgumentMap, format_: Format) -> None:
    parts = selected(map_, Selection()).parts
    publish_briefs([partial(brief, map_, part) for part in parts], format_, width=_WIDTH)


def _cards(map_: ArgumentMap, format_: Format) -> None:
    publish_deck(index_cards(map_, selected(map_, Selection()), Selection()), format_, width=_WIDTH)


def _flow(map_: ArgumentMap, format_: Format) -> None:
    publish_flow(flow(map_, selected(map_, Selection()), PRESETS["policy"]), format_)


def costs(map_: ArgumentMap) -> dict[str, float]:
    """Return the seconds of computing that each output of *map_* takes, the least of two to ten times.

    A PDF is made once: typst remembers what it has typeset, and people pay for the first time.
    """
    return {name: _timed(name, [make]) for name, make in outputs(map_).items()}


def _is_typeset(name: str) -> bool:
    return name.endswith(" pdf")


def _timed(name: str, makers: Sequence[Callable[[], object]]) -> float:
    taken: list[float] = []
    least, most = (1, 1) if _is_typeset(name) else (2, 10)
    while len(taken) < least or (len(taken) < most and sum(taken) < _ENOUGH):
        gc.collect()
        start = time.process_time()
        with without_collecting():  # as the command does
            for make in makers:
                make()
        taken.append(time.process_time() - start)
    return min(taken)


def _grown(before: int, last: int, measured: dict[int, dict[str, float]]) -> None:
    """Print how many times longer ten times the claims take, and ten maps where that is over the bar."""
    print(f"ten times the claims, from {before:,} to {last:,} (bar {_BAR:g}x)")
    maps = [outputs(ArgumentMap(entities(before))) for _ in range(10)]
    for name, seconds in measured[last].items():
        least = measured[before][name]
        growth = seconds / least / (last / before) * 10
        told = f"{growth:6.1f}x"
        if growth > _BAR:
            told += "  OVER"
        if growth > _BAR and not _is_typeset(name):
            told += f"; ten maps of {before:,} take {_timed(name, [each[name] for each in maps]) / least:.1f}x"
        print(f"  {name:<18} {told}", flush=True)


def chain(count: int, *, deep: bool) -> ArgumentMap:
    """Return so many claims under one another, or all under the first."""
    claims = [
        Claim(id=ClaimId(f"c{number}"), number=number, text=f"What is said at number {number}")
        for number in range(count)
    ]
    steps = [
        Inference(
            id=InferenceId(f"r{number}"),
            number=number,
            premises=(ClaimId(f"c{number}"),),
            polarity=Polarity.SUPPORTS,
            target=ClaimId(f"c{number - 1 if deep else 0}"),
        )
        for number in range(1, count)
    ]
    return ArgumentMap([About(), *claims, *steps])


def main(sizes: Sequence[int]) -> None:
    """Print what each output costs at each size, the growth, and what a deep chain costs."""
    measured: dict[int, dict[str, float]] = {}
    for claims in sizes:
        print(f"{claims:,} claims")
        makers = outputs(ArgumentMap(entities(claims)))
        least = _timed(_PLAINEST, [makers[_PLAINEST]])
        measured[claims] = {}
        for name, make in makers.items():
            seconds = measured[claims][name] = _timed(name, [make])
            print(
                f"  {name:<18} {seconds * 1000:10,.1f} ms {seconds / least:8.1f}x the text of the outline", flush=True
            )
    for before, last in pairwise(sizes):
        _grown(before, last, measured)
    print(f"{_DEEP:,} claims under one another, beside as many side by side")
    wide = costs(chain(_DEEP, deep=False))
    for name, seconds in costs(chain(_DEEP, deep=True)).items():
        print(f"  {name:<18} {seconds * 1000:10,.1f} ms {seconds / wide[name]:8.1f}x", flush=True)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [50, 1000, 10_000])
