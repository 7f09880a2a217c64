"""While a query is typed, the concordance finds what a search finds, and looks at less and less for it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.editing import reword
from argmap.errors import ArgmapError, QueryError
from argmap.matching import Concordance, Wordings, search, search_nearly
from argmap.model import ArgumentMap, Change, Citation, Claim, Source, Step
from tests.strategies import edits, maps

if TYPE_CHECKING:
    from argmap.model import ClaimId

PIECES = [
    *("is:objection", "is:uns", "unanswered", "source:1", "tag:", "c1", "C"),
    *("a", "e t", '"a', '"', " ", "-", "1", "\0", "ß"),
]


def numbers_found(map_: ArgumentMap, typed: str, concordance: Concordance) -> list[int] | str:
    try:
        return [map_.claims[claim].number for claim in concordance.search(typed)]
    except QueryError as error:
        return str(error)


def numbers_sought(map_: ArgumentMap, typed: str) -> list[int] | str:
    try:
        return [claim.number for claim in search(map_, typed)]
    except QueryError as error:
        return str(error)


def numbers_close(map_: ArgumentMap, typed: str, concordance: Concordance, wordings: Wordings) -> list[int]:
    with suppress(QueryError):
        return [map_.claims[claim].number for claim in concordance.search_nearly(typed, wordings)]
    return []


def numbers_nearly(map_: ArgumentMap, typed: str) -> list[int]:
    with suppress(QueryError):
        return [claim.number for claim in search_nearly(map_, typed, Wordings())]
    return []


def by_number(map_: ArgumentMap) -> list[ClaimId]:
    return [claim.id for claim in sorted(map_.claims.values(), key=lambda claim: claim.number)]


@settings(max_examples=60)
@given(maps(), st.data())
def test_it_finds_what_a_search_finds_however_the_query_and_the_map_change(
    map_: ArgumentMap, data: st.DataObject
) -> None:
    concordance, wordings, typed, order = Concordance(), Wordings(), "", by_number(map_)
    for _ in range(data.draw(st.integers(1, 8))):
        match data.draw(st.sampled_from(["type", "type", "erase", "edit"])):
            case "type":
                typed += data.draw(st.sampled_from(PIECES) | st.text(max_size=3))
            case "erase":
                typed = typed[: data.draw(st.integers(0, len(typed)))]
            case _:
                with suppress(ArgmapError):  # an edit that makes no sense
                    map_.apply(data.draw(edits(map_)).step(map_))
                order = by_number(map_)
        concordance.follow(map_, order)
        assert numbers_found(map_, typed, concordance) == numbers_sought(map_, typed)
        assert numbers_close(map_, typed, concordance, wordings) == numbers_nearly(map_, typed)


def test_a_query_that_goes_on_is_looked_for_where_it_was_found() -> None:
    map_ = ArgumentMap(Claim(number=n, text=f"Troops {'leave' if n % 10 else 'stay'} {n}") for n in range(1, 101))
    concordance = Concordance()
    concordance.follow(map_, by_number(map_))
    looked_at = []
    for typed in ("s", "st", "sta", "stay", "stay ", "stay t", "stay t is:unplaced", "stay t is:unplaced 5"):
        before = concordance.looked_at
        concordance.search(typed)
        looked_at.append(concordance.looked_at - before)
    assert looked_at == [100, 100, 10, 10, 0, 10, 10, 10]


def test_an_edit_is_taken_in_without_a_look_at_the_rest() -> None:
    map_ = ArgumentMap(Claim(number=n, text=f"Claim {n}") for n in range(1, 101))
    concordance = Concordance()
    order = by_number(map_)
    concordance.follow(map_, order)
    kept = dict(concordance._texts)
    map_.apply(reword(map_, order[6], "Something else"))
    concordance.follow(map_, order)
    assert [claim for claim, said in concordance._texts.items() if said is not kept[claim]] == [order[6]]
    assert list(concordance.search("something")) == [order[6]]


def test_the_names_of_sources_follow() -> None:
    claim, source = Claim(number=1, text="Claim"), Source(number=1, title="Gazette")
    map_ = ArgumentMap([claim, source, Citation(claim=claim.id, source=source.id)])
    concordance = Concordance()
    concordance.follow(map_, [claim.id])
    assert list(concordance.search("gazette")) == [claim.id]
    map_.apply(Step("Rename", (Change(source, Source(id=source.id, number=1, title="Herald")),)))
    concordance.follow(map_, [claim.id])
    assert not concordance.search("gazette")
    assert list(concordance.search("herald")) == [claim.id]
