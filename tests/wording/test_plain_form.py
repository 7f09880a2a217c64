"""Plain form: the words by which likeness is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.wording import normal_form, plain_form
from argmap.wording.numerals import in_digits
from tests.strategies import texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. stays", "the US stays"),
        ("America's role", "The role of the U.S.".replace("The role of the U.S.", "US role")),
        ("THE US MUST GO", "The US must go"),
        ("It doesn’t work", "It does not work"),
        ("They'll leave, won't they", "They will leave, will not they"),
        ("I can't", "I cannot"),
        ("It's Iraq's", "It is Iraq"),
        ("2,500 troops", "2500 troops"),
        ("2\u202f500 troops", "2500 troops"),
        ("$1.5bn", "1.5 billion dollars"),
        ("$2 trillion", "two trillion dollars"),
        ("US$5m a year", "$5,000,000 a year"),
        ("€200", "200 euros"),
        ("10%", "ten per cent"),
        ("one hundred and eighty times", "180 times"),
        ("a hundred schools", "100 schools"),
        ("twenty-one years", "21 years"),
        ("the twenty-first century", "the 21st century"),
        ("January 5th, 2020", "January 5, 2020"),
        ("a non-binding vote", "a nonbinding vote"),
        ("a non binding vote", "a nonbinding vote"),
        ("to de-escalate", "to deescalate"),
        ("co-operation", "cooperation"),
        ("organised labour", "organized labor"),
        ("analysing behaviours", "analyzing behaviors"),
        ("the Defence Ministry", "the Defense Ministry"),
        ("air strikes", "airstrikes"),
        ("The Popular Mobilisation Forces", "the PMF"),
        ("NATO’s wars", "NATO wars"),
        ("x ≥ 5", "x≥5"),
    ],
)
def test_what_means_the_same_has_the_same_plain_form(one: str, other: str) -> None:
    assert plain_form(one) == plain_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It helps us", "It helps US"),
        ("The WHO knows", "Who knows"),
        ("IT fails", "It fails"),
        ("re-sign", "resign"),
        ("Growth is -5%", "Growth is 5%"),
        ("2,500", "25,000"),
        ("1.5", "15"),
        ("$5", "€5"),
        ("the 1990s", "1990"),
        ("It ends in May", "It may end"),
        ("x < 5", "x > 5"),
        ("p", "¬p"),
        ("advised", "adviced"),
        ("कि", "की"),
        ("撤军", "增兵"),
        ("?", "!"),
    ],
)
def test_what_does_not_has_not(one: str, other: str) -> None:
    assert plain_form(one) != plain_form(other)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("الانسحاب، يمكّن داعش.", "الانسحاب يمكّن داعش"),
        ("撤军,将使。", "撤军 将使"),
        ("הנסיגה תחזק את איראן!", "הנסיגה תחזק את איראן"),
        ("Вывод войск — ошибка", "вывод войск ошибка"),
        ("हिन्दी है।", "हिन्दी है"),
        ("advise, exercise, surprised, promising", "advise exercise surprised promising"),
        ("No one knows; one of us may", "no one knows one of us may"),
        ("?!", "?!"),
        ("", ""),
    ],
)
def test_the_form_of_a_wording(text: str, form: str) -> None:
    assert plain_form(text) == form


@given(st.one_of(texts(), st.text()))
def test_something_stays_of_every_text(text: str) -> None:
    assert bool(plain_form(text)) == bool(text)
    assert plain_form(text) == " ".join(plain_form(text).split()) or not normal_form(text).split()


@given(st.integers(min_value=0, max_value=999_999))
def test_number_words_are_digits(number: int) -> None:
    assert in_digits(_in_words(number).split()) == ([str(number)] if number != 1 else ["one"])


@given(
    st.lists(
        st.sampled_from(
            ["one", "a", "hundred", "million", "trillion", "and", "ten", "first", "1.5", "9" * 400, "dollar"]
        )
    )
)
def test_no_row_of_number_words_is_too_much(words: list[str]) -> None:
    assert bool(in_digits(words)) == bool(words)
    assert in_digits(["one", *["hundred"] * 400])


_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _in_words(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return f"{_TENS[number // 10 - 2]} {_UNITS[number % 10] if number % 10 else ''}".strip()
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    return (
        f"{_in_words(number // size)} {name} {('and ' if rest < 100 else '') + _in_words(rest) if rest else ''}".strip()
    )
