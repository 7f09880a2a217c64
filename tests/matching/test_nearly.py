"""A query with slips in its words finds what was meant, behind what fits as it is; the rest counts to the letter."""

from __future__ import annotations

import pytest

from argmap.errors import QueryError
from argmap.matching import Wordings, search, search_nearly
from argmap.model import ArgumentMap, Claim

TEXTS = (
    "Militias attack the bases.",
    "A militia is no army.",
    "Parliament has asked them to go.",
    "The withdrawal enables an ISIS return.",
    "Militant groups left in 2019.",
)


@pytest.fixture
def map_() -> ArgumentMap:
    tags: dict[int, tuple[str, ...]] = {3: ("vote",)}
    return ArgumentMap(
        Claim(number=number, text=text, tags=tags.get(number, ())) for number, text in enumerate(TEXTS, 1)
    )


def nearly(map_: ArgumentMap, typed: str) -> list[int]:
    return [claim.number for claim in search_nearly(map_, typed, Wordings())]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("militais", [1, 2, 5]),
        ("parlament", [3]),
        ("withdrawl isis", [4]),
        ("return withdrawl", [4]),
        ("parlament tag:vote", [3]),
        ("parlament tag:vot", []),
        ("parlament -tag:vote", []),
        ('"parlament"', []),
        ("-parlament", []),
        ("c9", []),
        ("2018", []),
        ("goo", []),
        ("", []),
        ("tag:vote", []),
    ],
)
def test_slips_in_plain_words_are_forgiven(map_: ArgumentMap, typed: str, numbers: list[int]) -> None:
    assert nearly(map_, typed) == numbers


@pytest.mark.parametrize("typed", ["militias", "militia", "parliament", "withdrawal isis"])
def test_what_fits_as_it_is_is_not_told_twice(map_: ArgumentMap, typed: str) -> None:
    exact = {claim.number for claim in search(map_, typed)}
    assert exact
    assert exact.isdisjoint(nearly(map_, typed))


def test_a_facet_there_is_not_is_refused_as_ever(map_: ArgumentMap) -> None:
    with pytest.raises(QueryError, match="unsourced"):
        search_nearly(map_, "is:unsorced militais", Wordings())
