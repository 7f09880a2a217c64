"""Duplicates: no pair is lost, none that was judged returns, each stands in its lane; clusters keep their promises."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.matching import (
    Duplicates,
    Lane,
    Pair,
    Weights,
    duplicates,
    score,
    speed,
    terms_of,
    worded,
)
from argmap.matching.candidates import alike_in_letters
from argmap.matching.duplicates import usual_score
from argmap.matching.worded import sorted_ratio
from argmap.model import Alias, AliasId, ArgumentMap, Claim, ClaimId, Distinct, Term
from argmap.wording import guard, normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = (
    "Withdrawal of the troops would enable a return of the militias.",
    "The withdrawal of troops would enable the militias' return.",
    "Withdrawal of the troops would not enable a return of the militias.",
    "The parliament voted in 2020 to expel the foreign forces.",
    "The parliament voted in 2021 to expel the foreign forces.",
    "the parliament voted, in 2020, to expel the foreign forces!",
    "Oil revenue pays for the budget.",
)
ODD = ("x", "…", "?!", "7", "12", "13", "漢字", "漢字仮名", "सत्य", "x" * 10_000, "y " * 5_000, "a\u0301", "no", "not")
WORDS = (
    *("tax", "carbon", "price", "city", "school", "vote", "market", "health", "water", "rule", "budget", "not"),
    *("never", "more", "less", "5", "7", "because", "it"),
)


def map_of(*texts: str) -> ArgumentMap:
    return ArgumentMap(Claim(id=ClaimId(f"c{n}"), number=n, text=text) for n, text in enumerate(texts, 1))


def numbers(map_: ArgumentMap, found: Duplicates) -> dict[tuple[int, int], Pair]:
    return {(map_.claims[pair.first].number, map_.claims[pair.second].number): pair for pair in found.pairs}


def random_map(seed: int, count: int = 60) -> ArgumentMap:
    """A map of short claims over few words, so that many are alike."""
    choose = random.Random(seed)
    return map_of(*(" ".join(choose.choices(WORDS, k=choose.randint(1, 9))) for _ in range(count)))


def all_with_all(map_: ArgumentMap, at_least: float) -> dict[tuple[int, int], float]:
    terms = terms_of(map_)
    weights = Weights.of(map_, terms)
    said = {claim.number: worded(claim.text, weights, terms) for claim in map_.claims.values()}
    found = {}
    for one, other in combinations(sorted(said), 2):
        value = score(said[one], said[other], weights)
        if value >= at_least or sorted_ratio(said[one], said[other]) >= alike_in_letters(at_least):
            found[one, other] = value
    return found


class TestPairs:
    @pytest.mark.parametrize("at_least", [0.0, 0.05, 0.3, 0.5, 0.51, 0.65, 0.7, 0.8, 0.95, 1.0])
    @pytest.mark.parametrize("fast", [True, False])
    def test_none_is_lost_and_none_is_made_up(self, at_least: float, *, fast: bool) -> None:
        map_ = random_map(1, 40)
        found = numbers(map_, duplicates(map_, at_least=at_least, fast=fast))
        assert {key: pair.likeness.score for key, pair in found.items()} == all_with_all(map_, at_least)

    @given(st.integers(0, 10_000), st.floats(0.4, 1.0))
    @settings(max_examples=15)
    def test_numpy_changes_nothing(self, seed: int, at_least: float) -> None:
        map_ = random_map(seed, 40)
        assert duplicates(map_, at_least=at_least, fast=True) == duplicates(map_, at_least=at_least, fast=False)

    def test_without_numpy_large_maps_are_searched_all_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        map_ = map_of(*(f"Claim {n} is about {WORDS[n % 15]} and {n * 7919 % 1009}." for n in range(1_100)), *TEXTS)
        with_numpy = duplicates(map_, at_least=0.9)
        monkeypatch.setattr(speed, "find_spec", lambda _: None)
        assert duplicates(map_, at_least=0.9) == with_numpy
        assert with_numpy.pairs

    def test_lanes_say_which_kind_of_look_a_pair_asks_for(self) -> None:
        found = numbers(map_ := map_of(*TEXTS), duplicates(map_))
        lanes = {key: pair.lane for key, pair in found.items()}
        assert lanes[4, 6] is Lane.IDENTICAL
        assert lanes[1, 2] is Lane.NEAR
        assert lanes[1, 3] is lanes[2, 3] is lanes[4, 5] is lanes[5, 6] is Lane.OPPOSITE
        assert not any(7 in key for key in found)

    def test_one_that_says_more_is_more_specific(self) -> None:
        short = "Militias attacked coalition bases"
        map_ = map_of(short, f"{short} repeatedly during last winter", *ODD)
        assert numbers(map_, duplicates(map_, at_least=0.5))[1, 2].lane is Lane.SPECIFIC

    def test_lane_by_lane_the_best_come_first(self) -> None:
        map_ = random_map(4)
        found = duplicates(map_, at_least=0.6).pairs
        order = list(Lane)
        keys = [
            (order.index(p.lane), -p.likeness.score, map_.claims[p.first].number, map_.claims[p.second].number)
            for p in found
        ]
        assert keys == sorted(keys)
        assert len({lane for lane, *_ in keys}) > 2

    def test_the_order_of_claims_in_the_file_changes_nothing(self) -> None:
        map_ = random_map(5)
        turned = ArgumentMap(reversed(list(map_.claims.values())))
        assert duplicates(map_, at_least=0.6) == duplicates(turned, at_least=0.6)

    def test_a_missing_space_is_found_by_its_letters(self) -> None:
        map_ = map_of(
            "Withdraw the troopsfrom theinternational coalition", "Withdraw the troops from the international coalition"
        )
        assert (1, 2) in numbers(map_, duplicates(map_))

    def test_terms_of_the_map_count(self) -> None:
        map_ = map_of("The Zebras lost the election badly", "The Quaggas lost the election badly")
        plain = numbers(map_, duplicates(map_, at_least=0.1))[1, 2]
        told = ArgumentMap([*map_.claims.values(), Term(words=("Zebras", "Quaggas"))])
        assert plain.lane is not Lane.IDENTICAL
        assert numbers(told, duplicates(told))[1, 2].lane is Lane.IDENTICAL

    def test_rival_positions_are_to_differ_and_the_same_one_twice_is_found(self) -> None:
        texts = ("We should tax carbon now", "We should not tax carbon now", "We should tax carbon, now")
        claims = [Claim(number=n, text=text, position=f"a{n}") for n, text in enumerate(texts, 1)]
        map_ = ArgumentMap(claims)
        assert numbers(map_, duplicates(map_)).keys() == {(1, 3)}

    @pytest.mark.parametrize("fast", [True, False])
    def test_odd_claims_are_compared_like_others(self, *, fast: bool) -> None:
        map_ = map_of(*ODD, *(text.upper() for text in ODD))
        found = numbers(map_, duplicates(map_, fast=fast))
        assert {(n, n + len(ODD)) for n in range(1, len(ODD) + 1)} <= found.keys()
        assert (5, 6) not in found or found[5, 6].lane is Lane.OPPOSITE

    @pytest.mark.parametrize("texts", [(), ("alone",)])
    def test_too_few_claims_have_no_duplicates(self, texts: tuple[str, ...]) -> None:
        assert duplicates(map_of(*texts)).pairs == ()

    def test_a_thousand_copies_are_no_million_pairs(self) -> None:
        map_ = map_of(*["The same again."] * 1_000)
        found = duplicates(map_)
        assert {claim for pair in found.pairs for claim in (pair.first, pair.second)} == set(map_.claims)
        assert len(found.pairs) < 2_000

    def test_of_too_many_pairs_the_best_are_kept(self) -> None:
        map_ = random_map(6)
        whole, some = duplicates(map_, at_least=0.5), duplicates(map_, at_least=0.5, most=20)
        ranks = {(-pair.likeness.score, *key): pair for key, pair in numbers(map_, whole).items()}
        best = [ranks[rank] for rank in sorted(ranks)]
        assert (whole.has_more, some.has_more) == (False, True)
        assert set(some.pairs) == set(best[:20])

    def test_the_score_asked_for_depends_on_the_size_and_is_told(self) -> None:
        assert duplicates(map_of(*TEXTS)).at_least == usual_score(7) == 0.65
        assert (usual_score(20_000), usual_score(100_000)) == (0.7, 0.8)
        assert duplicates(map_of(*TEXTS), at_least=0.9).at_least == 0.9


class TestVerdicts:
    """A pair that was judged does not return."""

    @staticmethod
    def judged(*texts: str) -> Distinct:
        one, other = map(normal_form, texts)
        return Distinct(wordings=(one, other))

    def test_a_judged_pair_does_not_return_and_others_stay(self) -> None:
        map_ = map_of(*TEXTS[:2])
        assert numbers(map_, duplicates(map_)).keys() == {(1, 2)}
        told = ArgumentMap([*map_.claims.values(), self.judged(*TEXTS[:2])])
        assert duplicates(told).pairs == ()
        third = Claim(number=3, text="Withdrawal of troops would enable the return of the militias.")
        joined = ArgumentMap([*told.claims.values(), *told.distincts.values(), third])
        assert numbers(joined, duplicates(joined)).keys() == {(1, 3), (2, 3)}

    @given(st.integers(0, 1_000), st.data())
    @settings(max_examples=15)
    def test_none_of_any_returns(self, seed: int, data: st.DataObject) -> None:
        map_ = random_map(seed, 30)
        before = {
            key: pair
            for key, pair in numbers(map_, duplicates(map_, at_least=0.5)).items()
            if len({normal_form(map_.claims[id_].text) for id_ in (pair.first, pair.second)}) == 2
        }
        chosen = data.draw(st.lists(st.sampled_from(sorted(before)), unique=True)) if before else []
        texts = [tuple(map_.claims[id_].text for id_ in (before[key].first, before[key].second)) for key in chosen]
        told = ArgumentMap([*map_.claims.values(), *(self.judged(*pair) for pair in texts)])
        forms = {frozenset(map(normal_form, pair)) for pair in texts}
        for pair in duplicates(told, at_least=0.5).pairs:
            assert {normal_form(told.claims[id_].text) for id_ in (pair.first, pair.second)} not in forms

    def test_what_was_merged_speaks_for_its_survivor(self) -> None:
        survivor, other = map_of("Something else entirely.", TEXTS[0]).claims.values()
        alias = Alias(id=AliasId("gone"), survivor=survivor.id, number=9, text=TEXTS[1])
        map_ = ArgumentMap([survivor, other, alias])
        assert numbers(map_, duplicates(map_)).keys() == {(1, 2)}
        for wordings in ((TEXTS[0], TEXTS[1]), (TEXTS[0], "Something else entirely.")):
            assert duplicates(ArgumentMap([survivor, other, alias, self.judged(*wordings)])).pairs == ()

    @pytest.mark.parametrize("is_said_first", [True, False])
    def test_an_earlier_wording_alone_makes_no_pair_identical(self, *, is_said_first: bool) -> None:
        own = ("Oil revenue pays for the budget.", "Something else entirely.")
        first, second = (Claim(id=ClaimId(f"c{n}"), number=n, text=text) for n, text in enumerate(own, 1))
        earlier = [
            Alias(id=AliasId(f"gone{number}"), survivor=claim.id, number=9 + number, text=TEXTS[0])
            for number, claim in enumerate((first, second))
        ]
        (pair,) = duplicates(ArgumentMap([first, second, *earlier])).pairs
        assert (pair.likeness.score, pair.lane) == (1.0, Lane.NEAR)
        same = Claim(id=second.id, number=2, text=first.text)
        before = [Claim(id=ClaimId("c0"), number=0, text=TEXTS[0])] if is_said_first else []
        pairs = duplicates(ArgumentMap([*before, first, same, *earlier])).pairs
        assert next(each.lane for each in pairs if each.first == first.id) is Lane.IDENTICAL

    def test_a_merged_wording_does_not_hide_an_opposite(self) -> None:
        survivor, other = map_of(TEXTS[2], TEXTS[0]).claims.values()
        alias = Alias(id=AliasId("gone"), survivor=survivor.id, number=9, text=TEXTS[1])
        map_ = ArgumentMap([survivor, other, alias])
        assert numbers(map_, duplicates(map_))[1, 2].lane is Lane.OPPOSITE


class TestClusters:
    @given(st.integers(0, 10_000))
    @settings(max_examples=20)
    def test_they_keep_their_promises(self, seed: int) -> None:
        """Close to the centre, no flag and no verdict between any two, each claim once, and the same every time."""
        map_ = random_map(seed, 40)
        found = duplicates(map_, at_least=0.6)
        pairs = {frozenset((pair.first, pair.second)): pair for pair in found.pairs}
        seen: list[ClaimId] = []
        for cluster in found.clusters:
            together = (cluster.centre, *cluster.members)
            assert len(together) > 1
            seen += together
            for member in cluster.members:
                pair = pairs[frozenset((cluster.centre, member))]
                assert pair.likeness.score >= 0.6
            for one, other in combinations(together, 2):
                flags = guard(map_.claims[one].text, map_.claims[other].text, terms=terms_of(map_))
                assert not any(flag.hard for flag in flags)
        assert len(seen) == len(set(seen))
        assert duplicates(map_, at_least=0.6) == found

    def test_like_of_like_is_not_enough(self) -> None:
        """Each is close to the next; the ends are not close, so no cluster holds both."""
        words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima".split()  # noqa: SIM905  # words
        map_ = map_of(*(" ".join(words[n : n + 6]) for n in range(6)))
        found = duplicates(map_, at_least=0.75)
        assert len(found.pairs) >= 5
        assert all(len(cluster.members) <= 2 for cluster in found.clusters)
        assert len(found.clusters) > 1

    def test_judged_claims_are_in_no_cluster_together(self) -> None:
        texts = (TEXTS[0], TEXTS[1], "Withdrawal of troops would enable a return of the militias.")
        map_ = map_of(*texts)
        assert [len(cluster.members) for cluster in duplicates(map_).clusters] == [2]
        told = ArgumentMap([*map_.claims.values(), TestVerdicts.judged(texts[0], texts[1])])
        for cluster in duplicates(told).clusters:
            assert not {ClaimId("c1"), ClaimId("c2")} <= {cluster.centre, *cluster.members}


class TestProgress:
    def test_it_rises_from_nothing_to_all(self) -> None:
        told: list[float] = []

        def tell(done: float) -> bool:
            told.append(done)
            return True

        found = duplicates(random_map(8), at_least=0.6, progress=tell)
        assert told == sorted(told)
        assert (told[0], told[-1]) == (0.0, 1.0)
        assert found.complete

    @pytest.mark.parametrize("fast", [True, False])
    def test_breaking_off_keeps_what_was_found(self, *, fast: bool) -> None:
        """Wherever it is broken off, what is given is a part of what there is, each pair as it would be in the end."""
        map_ = random_map(9, 80)
        whole = duplicates(map_, at_least=0.6, fast=fast)
        found = []
        for after in range(0, 40, 3):
            left = iter(range(after))

            def goes_on(_: float, left: Iterator[int] = left) -> bool:
                return next(left, None) is not None

            part = duplicates(map_, at_least=0.6, fast=fast, progress=goes_on)
            found.append(len(part.pairs))
            assert part.complete is (part == replace(whole, complete=True))
            assert set(part.pairs) <= set(whole.pairs)
        assert found == sorted(found)
        assert max(found) > 0
        assert len(set(found)) > 2
