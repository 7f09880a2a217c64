"""Normal form: what counts in a wording, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.wording import normal_form
from tests.strategies import texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Withdrawal enables an ISIS return", "withdrawal ENABLES an Isis return."),
        ("The troops should leave", "“The troops should leave!”"),
        ("It's over", "It’s over"),
        ("A well-known fact", "A well‑known fact"),
        ("A — B", "A, B"),
        ("A – B", "A - B"),
        ("co-operate", "co\u00ad-operate"),
        ("withdrawal", "with\u200bdrawal"),
        ("withdrawal", "\ufeffwith\u2060drawal\u200e"),
        ("Cafe\u0301", "CAFÉ"),
        ("ﬁnal", "final"),
        ("Ｆｕｌｌ", "full"),
        ("STRASSE", "Straße"),
        ("one\n\ttwo   three", "one two three"),
        ("yes/no", "Yes, no?"),
        ("the 'quoted' word", "the quoted word"),
        ("(in brackets)", "in brackets"),
        ("the dogs' food", "the dogs food"),
        ("x>5", "x > 5"),
        ("❤\ufe0f heart", "❤ heart"),
        ("Aspirin® helps", "Aspirin helps"),
    ],
)
def test_case_typography_and_punctuation_do_not_count(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2,500 troops", "25,000 troops"),
        ("The deficit is 5%", "The deficit is 5"),
        ("It costs $5", "It costs €5"),
        ("It costs $5", "It costs 5"),
        ("Growth is -5%", "Growth is 5%"),
        ("Growth is −5%", "Growth is 5%"),
        ("It loses -$5", "It loses $5"),
        ("Growth is +5%", "Growth is 5%"),
        ("Inflation > 5%", "Inflation < 5%"),
        ("Inflation ≥ 5%", "Inflation ≤ 5%"),
        ("p", "¬p"),
        ("The tax 👍", "The tax 👎"),
        ("A → B", "A ← B"),
        ("It will hold", "It will not hold"),
        ("It can hold", "It can't hold"),
        ("3.5 million", "35 million"),
        ("कि", "की"),
        ("ไม", "ไม่"),
        ("resume", "resumé"),
        ("撤军", "增兵"),
        ("?", "!"),
        ("re-sign", "resign"),
    ],
)
def test_words_numbers_amounts_and_negation_count(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“Daesh”, or ISIS – in 2014!", "daesh or isis in 2014"),
        ("الانسحاب، يمكّن داعش.", "الانسحاب يمكّن داعش"),
        ("撤军,将使。", "撤军 将使"),
        ("Ça coûte 2 500 €", "ça coûte 2 500 €"),
        ("हिन्दी है।", "हिन्दी है"),
        ("Don’t!", "don't"),
        ("'90s", "90s"),
        ("?!", "?!"),
        ("— …", "- ..."),
        ("\u200b", "\u200b"),
        ("🇮🇶", "🇮🇶"),
        ("", ""),
    ],
)
def test_the_form_of_a_wording(text: str, form: str) -> None:
    assert normal_form(text) == form


@given(st.one_of(texts(), st.text()))
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


@given(texts(hostile=False))
def test_upper_case_makes_no_difference_where_it_can_be_taken_back(text: str) -> None:
    if text.upper().casefold() == text.casefold():
        assert normal_form(text.upper()) == normal_form(text)


@given(st.text())
def test_something_stays_of_every_text(text: str) -> None:
    assert bool(normal_form(text)) == bool(text)


@given(
    st.lists(st.from_regex(r"[a-zA-Z0-9]+", fullmatch=True), min_size=1),
    st.sampled_from([" ", ", ", " — ", "; “", "\n"]),
)
def test_what_stands_between_words_does_not_count(words: list[str], between: str) -> None:
    assert normal_form(between.join(words)) == " ".join(words).lower()
