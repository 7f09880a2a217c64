"""Both joins find every pair that comparing all with all finds, and no other; with numpy and without."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from argmap.matching import speed
from argmap.matching.by_letters import pairs_by_letters
from argmap.matching.by_words import pairs_by_words

ALPHABETS = ("ab", "abc d", "abcdefghij ", "éüß漢字 a", "漢字仮名交じり文", "\U0001f600\u0301 aA", "\ud800a")
CUTOFFS = (70.0, 80.0, 85.0, 88.5, 90.0, 95.0, 100.0)


def by_letters(texts: list[str], cutoff: float, *, fast: bool) -> set[tuple[int, int]]:
    found = [pair for batch, _ in pairs_by_letters(texts, cutoff, fast=fast) for pair in batch]
    assert len(found) == len(set(found)), "a pair comes twice"
    assert all(one < other for one, other in found)
    return set(found)


def all_with_all(texts: list[str], cutoff: float) -> set[tuple[int, int]]:
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.float64)
    one, other = np.nonzero(np.triu(scores >= cutoff, 1))
    return set(zip(one.tolist(), other.tolist(), strict=True))


def random_texts(alphabet: str, longest: int, count: int, seed: int) -> list[str]:
    """Texts of letters, half of them with one letter in twelve replaced, and the shortest there are."""
    choose = random.Random(seed)
    texts = ["".join(choose.choices(alphabet, k=choose.randint(0, longest))) for _ in range(count // 2)]
    spoilt = ["".join(c if choose.random() > 0.08 else choose.choice(alphabet) for c in text) for text in texts]
    return [*texts, *spoilt, "", "", alphabet[0], alphabet[0] * 2]


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("longest", [2, 12, 60, 500])
@pytest.mark.parametrize("alphabet", ALPHABETS, ids=ascii)
def test_no_pair_of_letters_is_lost(alphabet: str, longest: int, *, fast: bool) -> None:
    texts = random_texts(alphabet, longest, 120 if longest < 500 else 40, seed=longest)
    for cutoff in CUTOFFS:
        assert by_letters(texts, cutoff, fast=fast) == all_with_all(texts, cutoff)


@given(st.lists(st.text(st.sampled_from("ab c"), max_size=9), max_size=12), st.floats(20, 100))
def test_any_cutoff_and_any_texts_will_do(texts: list[str], cutoff: float) -> None:
    expected = {
        (a, b)
        for a, b in combinations(range(len(texts)), 2)
        if fuzz.ratio(texts[a], texts[b], score_cutoff=cutoff) >= cutoff
    }
    assert by_letters(texts, cutoff, fast=True) == expected
    assert by_letters(texts, cutoff, fast=False) == expected


@pytest.mark.parametrize("fast", [True, False])
def test_lengths_far_apart_and_all_the_same_are_fine(*, fast: bool) -> None:
    """The filter may not run out of bits or memory: a ladder of lengths, very long texts, and many equal ones."""
    ladder = ["ab" * 2**power for power in range(12)]
    same = ["the same words"] * 40
    long = ["x" * 9_999, "x" * 10_000, "xy" * 5_000, "yx" * 5_000]
    texts = [*ladder, *same, *long]
    assert by_letters(texts, 90.0, fast=fast) == all_with_all(texts, 90.0)


def dice_of_all(sets: list[list[int]], weights: list[float]) -> dict[tuple[int, int], float]:
    def weigh(words: set[int]) -> float:
        return sum(weights[word] for word in sorted(words))

    there = [(place, set(words)) for place, words in enumerate(sets) if words]
    return {
        (a, b): 2 * weigh(one & other) / (weigh(one) + weigh(other)) for (a, one), (b, other) in combinations(there, 2)
    }


def check_by_words(sets: list[list[int]], weights: list[float], at_least: float) -> None:
    """What is found is what comparing all finds, but for pairs so close to the bound that sums may round either way."""
    dice = dice_of_all(sets, weights)
    for fast in (True, False):
        batches = [batch for batch, _ in pairs_by_words(sets, weights, at_least, fast=fast)]
        found = {(a, b): value for batch in batches for a, b, value in batch}
        assert len(found) == sum(map(len, batches)), "a pair comes twice"
        assert {pair for pair, value in dice.items() if value >= at_least + 1e-8} <= found.keys()
        assert all(dice[pair] >= at_least - 1e-8 for pair in found)
        assert found == pytest.approx({pair: dice[pair] for pair in found})


@pytest.mark.parametrize("at_least", [0.02, 0.3, 0.5, 0.6, 0.8, 1.0])
@pytest.mark.parametrize("words", [3, 40, 400])
def test_no_pair_of_words_is_lost(words: int, at_least: float) -> None:
    choose = random.Random(words)
    weights = sorted((choose.random() * 8 + 0.01 for _ in range(words)), reverse=True)
    sets = [sorted(choose.sample(range(words), choose.randint(0, min(words, 9)))) for _ in range(120)]
    sets += [sorted({*each, choose.randrange(words)}) for each in sets[:40]]
    check_by_words(sets, weights, at_least)


@given(
    st.lists(st.sets(st.integers(0, 6), max_size=5), max_size=9),
    st.lists(st.sampled_from([0.001, 0.5, 1.0, 3.0, 1000.0]), min_size=7, max_size=7),
    st.floats(0.02, 1.0),
)
def test_any_weights_in_any_order_will_do(sets: list[set[int]], weights: list[float], at_least: float) -> None:
    check_by_words([sorted(each) for each in sets], weights, at_least)


@pytest.mark.parametrize("fast", [True, False])
def test_the_part_done_rises_to_the_whole(*, fast: bool) -> None:
    texts = random_texts("abc d", 40, 600, seed=3)
    for told in (
        [done for _, done in pairs_by_letters(texts, 80.0, fast=fast)],
        [done for _, done in pairs_by_words([[1, 2]] * 500 + [[0, 3]], [1.0] * 4, 0.5, fast=fast)],
    ):
        assert told == sorted(told)
        assert told[0] >= 0
        assert told[-1] == pytest.approx(1.0)


def test_numpy_is_used_where_it_is_there_and_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert speed.has_numpy(100_000)
    assert not speed.has_numpy(10)
    monkeypatch.setattr(speed, "find_spec", lambda _: None)
    assert not speed.has_numpy(100_000)
