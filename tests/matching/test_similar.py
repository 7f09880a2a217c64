"""Claims close to a text are shown in full, the closest first; nothing is ever decided by it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.editing import add_claim, remove_claim, reword
from argmap.errors import ArgmapError
from argmap.matching import Wordings, similar
from argmap.model import ArgumentMap, Claim, ClaimId

TEXTS = (
    "Withdrawal enables an ISIS return.",
    "ISIS is defeated.",
    "ISIS is not defeated.",
    "Attacks doubled in 2024.",
    "Attacks doubled in 2023.",
    "The host state wants the troops to go.",
)


def map_of(*texts: str) -> ArgumentMap:
    return ArgumentMap(Claim(number=number, text=text) for number, text in enumerate(texts, 1))


def found(map_: ArgumentMap, text: str, wordings: Wordings | None = None) -> list[str]:
    return [each.claim.text for each in similar(map_, text, wordings=wordings)]


class TestSimilar:
    @pytest.mark.parametrize("text", TEXTS)
    def test_the_same_words_come_first_with_the_full_score(self, text: str) -> None:
        first = similar(map_of(*TEXTS), text.upper())[0]
        assert (first.claim.text, first.score) == (text, 1.0)

    @pytest.mark.parametrize(
        "typed", ["withdrawal enables", "Withdrawl enables an ISIS retrun", "an isis return enabled by withdrawal"]
    )
    def test_a_beginning_slips_and_another_order_are_close(self, typed: str) -> None:
        assert found(map_of(*TEXTS), typed)[0] == TEXTS[0]

    def test_opposites_are_both_shown_and_stay_two(self) -> None:
        assert found(map_of(*TEXTS), "ISIS is defeated")[:2] == [TEXTS[1], TEXTS[2]]
        assert found(map_of(*TEXTS), "ISIS is not defeated")[:2] == [TEXTS[2], TEXTS[1]]

    def test_another_year_is_another_claim(self) -> None:
        first, second = similar(map_of(*TEXTS), "Attacks doubled in 2023")[:2]
        assert first.claim.text == TEXTS[4]
        assert second.score < first.score

    @pytest.mark.parametrize("typed", ["", "   ", "Bananas are yellow fruit", "…", "the"])
    def test_what_is_not_close_is_not_offered(self, typed: str) -> None:
        assert found(map_of(*TEXTS), typed) == []

    def test_it_gives_no_more_than_asked_for(self) -> None:
        map_ = map_of(*["ISIS is defeated"] * 9)
        assert [each.claim.number for each in similar(map_, "isis is defeated", limit=4)] == [1, 2, 3, 4]

    @given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=8), st.text(max_size=60))
    def test_every_text_is_fine_and_scores_fall(self, texts: list[str], typed: str) -> None:
        try:
            map_ = map_of(*texts)
        except ArgmapError:  # what a claim may say is tested elsewhere
            assume(False)
        scores = [each.score for each in similar(map_, typed, at_least=0.0)]
        assert scores == sorted(scores, reverse=True)
        assert all(0.0 <= score <= 1.0 for score in scores)


class TestWordings:
    def test_they_follow_every_edit(self) -> None:
        map_ = map_of(*TEXTS)
        wordings = Wordings()
        assert found(map_, "attacks doubled", wordings)
        for step in (
            reword(map_, self.id(map_, 4), "Nothing of the kind happened."),
            remove_claim(map_, self.id(map_, 5)),
            add_claim(map_, "Attacks have nearly doubled"),
        ):
            map_.apply(step)
            assert found(map_, "attacks doubled", wordings) == found(map_, "attacks doubled")
        assert found(map_, "attacks doubled", wordings) == ["Attacks have nearly doubled"]

    def test_an_edit_is_taken_in_without_a_look_at_the_rest(self, monkeypatch: pytest.MonkeyPatch) -> None:
        map_ = map_of(*TEXTS)
        wordings = Wordings()
        wordings.follow(map_)
        looks: list[object] = []
        monkeypatch.setattr("argmap.matching.wordings._all_texts", looks.append)
        map_.apply(reword(map_, self.id(map_, 4), "Nothing of the kind happened."))
        assert found(map_, "nothing of the kind", wordings) == ["Nothing of the kind happened."]
        assert not looks

    def test_they_follow_to_another_map(self) -> None:
        wordings = Wordings()
        similar(map_of(*TEXTS), "isis", wordings=wordings)
        assert found(map_of("Oil prices fell."), "oil prices fell", wordings) == ["Oil prices fell."]
        assert set(wordings.using) == {"oil", "prices", "fell"}

    @pytest.mark.parametrize(
        ("typed", "close"),
        [
            ("isis", {"isis"}),
            ("atacks", {"attacks"}),
            ("attcaks", {"attacks"}),
            ("withd", {"withdrawal"}),
            ("withdarw", {"withdrawal"}),
            ("2025", set()),
            ("is", {"is"}),
            ("an", {"an"}),
        ],
    )
    def test_slips_are_few_and_numbers_are_exact(self, typed: str, close: set[str]) -> None:
        wordings = Wordings()
        wordings.follow(map_of(*TEXTS))
        assert wordings.close_to(typed) == close

    @staticmethod
    def id(map_: ArgumentMap, number: int) -> ClaimId:
        claim = map_.numbered(Claim, number)
        assert isinstance(claim, Claim)
        return claim.id
