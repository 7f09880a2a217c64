"""Speed of matching: finding near-duplicates against comparing all with all and against peers, and looking up claims.

    python -m benchmarks.matching_speed [--sizes 1000,5000,20000] [--cutoff 85] [--all]

Every way runs in a process of its own, on the same texts: its processor time, its peak memory, and how many of the
pairs whose ratio reaches the cutoff it finds. What compares all with all is run up to 20,000 texts (``--all``: at any
size; 100,000 take an hour and 10 GB); above, 400 texts are compared with all and the time is scaled. ``rensa`` and
``datasketch`` take part where they are installed; a line says so if they are not.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from argmap.matching import Wordings, duplicates, similar
from argmap.matching.by_letters import pairs_by_letters
from argmap.model import ArgumentMap, Claim
from benchmarks.sentences import edit, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    Pairs = set[tuple[int, int]]

SIZES = (1_000, 5_000, 20_000, 50_000, 100_000)
BAR_AT, BAR = 20_000, 10.0
ALL_UP_TO = 20_000
PLAIN_UP_TO = 5_000
SAMPLED = 400
LOOKED_UP, LOOK_UP_BAR = 200, 20
PEERS = ("rensa", "datasketch")


def sorted_words(count: int) -> list[str]:
    """Return the texts as `token_sort_ratio` compares them."""
    return [" ".join(sorted(text.lower().replace(".", "").split())) for text in sentences(count)[0]]


def joined(texts: list[str], cutoff: float) -> Pairs:
    """Find the pairs as argmap does."""
    return {pair for batch, _ in pairs_by_letters(texts, cutoff, fast=True) for pair in batch}


def joined_plainly(texts: list[str], cutoff: float) -> Pairs:
    """Find the pairs as argmap does without numpy."""
    return {pair for batch, _ in pairs_by_letters(texts, cutoff, fast=False) for pair in batch}


def compared(texts: list[str], cutoff: float) -> Pairs:
    """Compare all with all, with rapidfuzz's own matrix."""
    import numpy as np
    from rapidfuzz import fuzz, process

    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.uint8)
    one, other = np.nonzero(np.triu(scores, 1))
    return set(zip(one.tolist(), other.tolist(), strict=True))


def compared_in_part(texts: list[str], cutoff: float) -> Pairs:
    """Compare some texts with all; pairs of those."""
    import numpy as np
    from rapidfuzz import fuzz, process

    chosen = sampled(len(texts))
    some = [texts[row] for row in chosen]
    scores = process.cdist(some, texts, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.uint8)
    rows, others = np.nonzero(scores)
    found = ((chosen[row], other) for row, other in zip(rows.tolist(), others.tolist(), strict=True))
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def sampled(count: int) -> list[int]:
    """Return the texts that are compared with all."""
    return sorted(random.Random(1).sample(range(count), SAMPLED))


def with_rensa(texts: list[str], cutoff: float) -> Pairs:
    """Find pairs with rensa: 128 hashes of three letters each, 32 bands; checked by ratio."""
    rensa = import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    hashes = []
    for place, text in enumerate(texts):
        made = rensa.RMinHash(num_perm=128, seed=42)
        made.update(_threes(text))
        hashes.append(made)
        index.insert(place, made)
    return _checked(((one, other) for one, made in enumerate(hashes) for other in index.query(made)), texts, cutoff)


def with_datasketch(texts: list[str], cutoff: float) -> Pairs:
    """Find pairs with datasketch: 128 hashes of three letters each, threshold 0.5; checked by ratio."""
    datasketch = import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.5, num_perm=128)
    hashes = datasketch.MinHash.bulk([[each.encode() for each in _threes(text)] for text in texts], num_perm=128)
    for place, made in enumerate(hashes):
        index.insert(place, made)
    return _checked(((one, other) for one, made in enumerate(hashes) for other in index.query(made)), texts, cutoff)


def _threes(text: str) -> list[str]:
    return sorted({text[place : place + 3] for place in range(max(1, len(text) - 2))})


def _checked(candidates: Any, texts: list[str], cutoff: float) -> Pairs:  # noqa: ANN401  # pairs of indices
    from rapidfuzz import fuzz

    return {
        (one, other)
        for one, other in candidates
        if one < other and fuzz.ratio(texts[one], texts[other], score_cutoff=cutoff) >= cutoff
    }


WAYS: dict[str, Callable[[list[str], float], Pairs]] = {
    "argmap": joined,
    "argmap, no numpy": joined_plainly,
    "cdist": compared,
    "cdist, in part": compared_in_part,
    "rensa": with_rensa,
    "datasketch": with_datasketch,
}


def measure(way: str, count: int, cutoff: float) -> None:
    """Run one way in this process, and print what it took as JSON."""
    texts = sorted_words(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, pairs = time.process_time(), WAYS[way](texts, cutoff)
    taken = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": taken, "peak": peak / 1e6, "before": before / 1e6, "pairs": sorted(pairs)}))


def run(way: str, count: int, cutoff: float) -> dict[str, Any] | None:
    """Run one way in a process of its own; None if it failed, which is said."""
    call = [sys.executable, "-m", "benchmarks.matching_speed", "--way", way]
    options = ["--sizes", str(count), "--cutoff", str(cutoff)]
    done = subprocess.run([*call, *options], check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"  {way:<18} FAILED: {done.stderr.strip().splitlines()[-1]}", flush=True)
        return None
    return dict(json.loads(done.stdout))


def compare_ways(count: int, cutoff: float, *, everything: bool) -> None:
    """Print one line a way: its time as a multiple of argmap's, its memory, and the share of the pairs it finds."""
    ours = run("argmap", count, cutoff)
    if ours is None:
        return
    pairs = set(map(tuple, ours["pairs"]))
    print(f"\n{count:,} claims, ratio >= {cutoff:g}: {len(pairs):,} pairs")
    print(f"  {'argmap':<18} {ours['seconds']:9.2f} s           {ours['peak']:6.2f} GB", flush=True)
    exact = everything or count <= ALL_UP_TO
    ways = ["cdist" if exact else "cdist, in part", *(peer for peer in PEERS if find_spec(peer))]
    for way in (*ways, *(["argmap, no numpy"] if count <= PLAIN_UP_TO else [])):
        theirs = run(way, count, cutoff)
        if theirs is not None:
            tell(way, count, (ours["seconds"], pairs), theirs)


def tell(way: str, count: int, ours: tuple[float, Pairs], theirs: dict[str, Any]) -> None:
    """Print the line of one way."""
    our_seconds, truth = ours
    seconds, found = theirs["seconds"], set(map(tuple, theirs["pairs"]))
    if way == "cdist, in part":
        rows = set(sampled(count))
        truth = {pair for pair in truth if not rows.isdisjoint(pair)}
        seconds *= count / SAMPLED
    said = f"  {way:<18} {seconds:9.2f} s  {seconds / our_seconds:6.1f}x  {theirs['peak']:6.2f} GB"
    said += f"   recall {len(found & truth) / max(len(truth), 1):.4f}"
    if way not in PEERS:
        said += "   the same pairs" if found == truth else f"   DIFFERS: {len(found ^ truth)} pairs"
    if way == "cdist" and count == BAR_AT:
        said += f"   bar {BAR:g}x: {'ok' if seconds / our_seconds >= BAR else 'UNDER'}"
    print(said, flush=True)


def find_duplicates(count: int) -> None:
    """Print what finding the duplicates of a whole map takes, and how many of the edited sentences it finds."""
    texts, made = sentences(count)
    map_ = ArgumentMap(Claim(number=number, text=text) for number, text in enumerate(texts, 1))
    start, found = time.process_time(), duplicates(map_)
    taken = time.process_time() - start
    pairs = {(map_.claims[pair.first].number - 1, map_.claims[pair.second].number - 1) for pair in found.pairs}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    share = len(pairs & set(made)) / len(made)
    print(f"duplicates of {count:,} claims, score >= {found.at_least}: {taken:.2f} s, {peak:.2f} GB", end="; ")
    print(
        f"{len(pairs):,} pairs, {len(found.clusters):,} clusters; of the edited copies found: {share:.4f}", flush=True
    )


def look_up(count: int) -> None:
    """Print how long the claims close to a text are looked for while it is typed."""
    texts, _ = sentences(count)
    map_ = ArgumentMap(Claim(number=number, text=text) for number, text in enumerate(texts, 1))
    ids = list(map_.claims)
    wordings, choose = Wordings(), random.Random(5)
    start = time.process_time()
    wordings.follow(map_)
    print(f"index of {count:,} claims: {time.process_time() - start:.2f} s")
    for kind in ("edited", "half typed"):
        taken, hits = [], 0
        for place in choose.choices(range(count), k=LOOKED_UP):
            typed = edit(texts[place], choose) if kind == "edited" else texts[place][: max(12, len(texts[place]) // 2)]
            start = time.process_time()
            found = similar(map_, typed, limit=6, wordings=wordings)
            taken.append((time.process_time() - start) * 1000)
            hits += any(each.claim.id == ids[place] for each in found)
        taken.sort()
        middle, high = statistics.median(taken), taken[int(len(taken) * 0.95)]
        verdict = "ok" if high <= LOOK_UP_BAR else "OVER"
        print(f"look up among {count:,}, {kind}: median {middle:.2f} ms, p95 {high:.2f} ms", end=" ")
        print(f"(bar {LOOK_UP_BAR} ms, {verdict}); among the first six: {hits / LOOKED_UP:.3f}", flush=True)


def main() -> None:
    """Measure what was asked for, or run one way for the process that asks."""
    parser = argparse.ArgumentParser(description="Measure the speed of matching.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--cutoff", type=float, default=85.0)
    parser.add_argument("--all", action="store_true", help="compare all with all at any size")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--part", choices=("join", "duplicates", "lookup"), help="measure this alone")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    if asked.way:
        measure(asked.way, sizes[0], asked.cutoff)
        return
    for peer in PEERS:
        if not find_spec(peer):
            print(f"{peer} IS NOT INSTALLED and takes no part: pip install {peer}")
    for size in sizes:
        if asked.part in {None, "join"}:
            compare_ways(size, asked.cutoff, everything=asked.all)
        if asked.part in {None, "duplicates"}:
            find_duplicates(size)
    if asked.part in {None, "lookup"}:
        look_up(max(sizes))


if __name__ == "__main__":
    main()
