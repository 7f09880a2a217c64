"""How well argmap tells near-duplicates from traps: ``python -m benchmarks.matching_quality``.

On the look-alikes of the tests, beside plain string scores; and on the five maps of one source each, whose claims
say which claim of the integrated map they are (``gold`` in ``data/maps``), with and without terms. *Traps* there are
pairs whose claims argue against one another in the integrated map: one opposes the other, or they are in conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from rapidfuzz import fuzz, utils

from argmap.matching import Weights, compare, score
from argmap.matching.worded import of_form
from argmap.wording import Terms, guard, plain_form
from tests.matching.pairs import average_precision, best_f1, look_alikes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.matching.pairs import LookAlike

MAPS = Path(__file__).parents[1] / "data" / "maps"
INTEGRATED = "iraq-troops"
FIRST = (20, 50, 100)
AT_LEAST = 0.65
LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Sourced:
    """A claim of a map of one source, and the key of the same claim in the integrated map."""

    text: str
    gold: str


def main() -> None:
    """Print both parts."""
    pairs = look_alikes()
    print(f"{len(pairs)} look-alikes: {sum(pair.same for pair in pairs)} near-duplicates, the others traps\n")
    _print_scores(pairs)
    _print_categories(pairs)
    claims, against, terms = _claims(), _against(), _terms()
    gold = sum(_is_gold(one, other) for one, other in combinations(claims, 2))
    print(f"\nfive maps of one source: {len(claims)} claims, {gold} gold pairs")
    for name, meaning in (
        ("without terms", Terms([])),
        ("general terms", Terms.general()),
        ("general and the maps' terms", Terms.with_general(terms)),
    ):
        _print_gold(name, claims, meaning, against)


def _print_scores(pairs: tuple[LookAlike, ...]) -> None:
    print(f"{'score':<24}{'AP':>6}{'AP dev':>8}{'AP own':>8}{'AP seen':>9}{'best F1':>9}")
    for name, way in _WAYS.items():
        scored = [(way(pair), pair) for pair in pairs]
        precisions = [
            average_precision((value, pair.same) for value, pair in scored if split in {"", pair.split})
            for split in ("", "dev", "own", "seen")
        ]
        f1 = best_f1((value, pair.same) for value, pair in scored)
        print(f"{name:<24}{precisions[0]:6.3f}{precisions[1]:8.3f}{precisions[2]:8.3f}{precisions[3]:9.3f}{f1:9.3f}")


def _print_categories(pairs: tuple[LookAlike, ...]) -> None:
    print("\nflagged hard, of all:")
    for same in (False, True):
        chosen = [pair for pair in pairs if pair.same == same]
        flagged = {pair.name: compare(pair.first, pair.second).is_flagged for pair in chosen}
        for category in sorted({pair.category for pair in chosen}):
            of_it = [flagged[pair.name] for pair in chosen if pair.category == category]
            print(f"  {'near-duplicate' if same else 'trap':<16}{category:<22}{sum(of_it):>4} of {len(of_it)}")
        print(f"  {'near-duplicates' if same else 'traps'}: {sum(flagged.values()) / len(flagged):.3f}")


def _plain(scorer: Callable[..., float]) -> Callable[[LookAlike], float]:
    return lambda pair: scorer(pair.first, pair.second, processor=utils.default_process)


def _guarded(pair: LookAlike) -> float:
    likeness = compare(pair.first, pair.second)
    notes = sum(not flag.hard for flag in likeness.flags)
    return likeness.score - 0.5 * likeness.is_flagged - 0.03 * notes


_WAYS: dict[str, Callable[[LookAlike], float]] = {
    "ratio": _plain(fuzz.ratio),
    "token_set_ratio": _plain(fuzz.token_set_ratio),
    "WRatio": _plain(fuzz.WRatio),
    "argmap's score": lambda pair: compare(pair.first, pair.second).score,
    "argmap's with its guard": _guarded,
}


def _print_gold(name: str, claims: list[Sourced], terms: Terms, against: set[frozenset[str]]) -> None:
    """Rank all pairs of *claims* and say how many gold pairs and traps are among the first of the near ones."""
    forms = [plain_form(claim.text, terms) for claim in claims]
    weights = Weights.of_forms(forms)
    ready = [of_form(form, weights) for form in forms]
    ranked = sorted(
        ((score(ready[one], ready[other], weights), one, other) for one, other in combinations(range(len(claims)), 2)),
        reverse=True,
    )[:LOOKED_AT]
    near = [
        (value, claims[one], claims[other])
        for value, one, other in ranked
        if not any(flag.hard for flag in guard(claims[one].text, claims[other].text, terms=terms))
    ]
    print(f"  {name}:")
    for first in FIRST:
        found = sum(_is_gold(one, other) for _, one, other in near[:first])
        traps = sum(frozenset((one.gold, other.gold)) in against for _, one, other in near[:first])
        print(f"    first {first:>3} in the near lane: {found:>3} gold pairs, {traps} traps")
    shown = [(one, other) for value, one, other in near if value >= AT_LEAST]
    traps = sum(frozenset((one.gold, other.gold)) in against for one, other in shown)
    print(
        f"    at {AT_LEAST} and more: {len(shown)} shown, {sum(_is_gold(*pair) for pair in shown)} gold, {traps} traps"
    )


def _is_gold(one: Sourced, other: Sourced) -> bool:
    return one.gold == other.gold


def _sources() -> Iterator[dict[str, Any]]:
    for path in sorted(MAPS.glob("iraq-*.yaml")):
        if path.stem != INTEGRATED:
            yield yaml.safe_load(path.read_text(encoding="utf-8"))


def _claims() -> list[Sourced]:
    return [
        Sourced(claim["text"], claim["gold"]) for map_ in _sources() for claim in map_["claims"] if claim.get("gold")
    ]


def _terms() -> list[list[str]]:
    return [term for map_ in _sources() for term in map_.get("terms", [])]


def _against() -> set[frozenset[str]]:
    """Return the pairs of claims that argue against one another in the integrated map."""
    map_ = yaml.safe_load((MAPS / f"{INTEGRATED}.yaml").read_text(encoding="utf-8"))
    keys = {claim["key"] for claim in map_["claims"]}
    positions = [claim["key"] for claim in map_["claims"] if claim.get("position")]
    opposed = {
        frozenset((premise, inference["opposes"]))
        for inference in map_["inferences"]
        if inference.get("opposes") in keys
        for premise in inference["premises"]
    }
    conflicts = {frozenset(conflict["claims"]) for conflict in map_.get("conflicts", [])}
    return opposed | conflicts | set(map(frozenset, combinations(positions, 2)))


if __name__ == "__main__":
    main()
