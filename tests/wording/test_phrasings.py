"""Phrasings: of many merged claims, each different wording once, and who said the same."""

from __future__ import annotations

from argmap.editing import merge
from argmap.model import ArgumentMap, ClaimId
from argmap.wording import in_same_words, phrasings
from tests.conftest import a_claim


def test_each_different_wording_is_named_once_with_the_claims_that_had_it() -> None:
    texts = ("Troops should leave.", "troops should leave", "They should go.", "They should go", "Troops, out!")
    map_ = ArgumentMap([a_claim(number, text) for number, text in enumerate(texts, 1)])
    for number in range(2, 6):
        map_.apply(merge(map_, ClaimId("c1"), ClaimId(f"c{number}")))
    assert [(each.text, each.numbers) for each in phrasings(map_, ClaimId("c1"))] == [
        ("They should go.", (3, 4)),
        ("Troops, out!", (5,)),
    ]
    assert in_same_words(map_, ClaimId("c1")) == (2,)


def test_the_words_a_claim_had_before_a_merge_are_one_of_them() -> None:
    map_ = ArgumentMap([a_claim(1, "Leave."), a_claim(2, "Go.")])
    map_.apply(merge(map_, ClaimId("c1"), ClaimId("c2"), text="Depart."))
    assert {(each.text, each.numbers) for each in phrasings(map_, ClaimId("c1"))} == {("Go.", (2,)), ("Leave.", ())}
