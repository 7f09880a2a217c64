"""The set of pairs that look alike, near-duplicates and traps, and how well a way to score them tells these apart.

``trap_pairs.jsonl`` holds one pair a line: *label* 1 for a near-duplicate and 0 for a trap, its *category*, the two
wordings, and the *split*: ``dev`` and ``seen`` were looked at while the rules were made, ``own`` was written before
they were run on it. All are our own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE = Path(__file__).parent / "trap_pairs.jsonl"


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two wordings, whether they say the same, and what makes them hard to tell."""

    name: str
    same: bool
    category: str
    first: str
    second: str
    split: str


@cache
def look_alikes() -> tuple[LookAlike, ...]:
    """Return all pairs of the set."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        LookAlike(pair["id"], pair["label"] == 1, pair["category"], pair["a"], pair["b"], pair["split"])
        for pair in map(json.loads, lines)
    )


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """Return the mean, over all that are the same, of the share of the same among those ranked as high or higher."""
    ranked = sorted(scored, key=lambda each: (-each[0], each[1]))  # of equal scores, the wrong one first
    found, total = 0, 0.0
    for rank, (_, same) in enumerate(ranked, 1):
        if same:
            found += 1
            total += found / rank
    return total / found if found else 0.0


def best_f1(scored: Iterable[tuple[float, bool]]) -> float:
    """Return the best F1 that any threshold of the score gives."""
    ranked = sorted(scored, key=lambda each: (-each[0], each[1]))
    positives = sum(same for _, same in ranked)
    best, found = 0.0, 0
    for rank, (_, same) in enumerate(ranked, 1):
        found += same
        best = max(best, 2 * found / (rank + positives))
    return best
