"""Terms: what means the same is one word, and what is written like an ordinary word is not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Term
from argmap.wording import Opposites, Terms, plain_form
from argmap.wording.lemma import lemma
from argmap.wording.lexicon import groups, read_groups, read_sides, sides
from tests.strategies import texts


def form(text: str, *own: tuple[str, ...]) -> str:
    return plain_form(text, Terms.with_general(own))


def test_the_preferred_word_stands_for_all() -> None:
    own = ("Green Charge", "levy", "eco tax")
    assert form("The levy and the ECO TAX", own) == form("the Green Charge and the green charge", own)


def test_the_longest_phrase_is_taken() -> None:
    own = (("Bank", "River Bank"), ("Vault", "River Bank of London"))
    assert form("the river bank of London", *own) == "the vault"
    assert form("the river bank", *own) == "the bank"


def test_an_acronym_that_is_also_a_word_counts_in_capitals_only() -> None:
    own = ("US Agency", "AID")
    assert form("AID is slow", own) == form("US Agency is slow", own)
    assert form("aid is slow", own) == "aid is slow"
    assert form("nato is slow") == form("NATO is slow")


def test_groups_that_share_a_word_are_one() -> None:
    """A map that prefers another name than argmap does joins it with all that argmap knows."""
    assert form("ISIL", ("Daesh", "the group")) == form("The Group", ("Daesh", "the group")) == "daesh"


def test_the_terms_of_a_map() -> None:
    map_ = ArgumentMap([Term(words=("levy", "Green Charge"))])
    assert plain_form("green charge", Terms.of(map_)) == "levy"
    for number in range(50):  # more than are kept
        Terms.with_general([("word", f"synonym {number}")])
    assert Terms.of(ArgumentMap()) is Terms.general()


@given(st.lists(st.lists(st.one_of(texts(), st.text(max_size=8)), max_size=3), max_size=3), texts())
def test_no_words_make_terms_stumble(own: list[list[str]], text: str) -> None:
    assert isinstance(plain_form(text, Terms.with_general(own)), str)


def test_lines_of_the_lexicon_are_read_as_its_reference_says() -> None:
    assert read_groups(["# x", "", "ISIS = Daesh  =  Islamic   State # y", "alone", "= a ="]) == [
        ("ISIS", "Daesh", "Islamic State")
    ]
    assert read_sides(["rise, grow | fall", "alone", "a | b | c", "| b"]) == [(("rise", "grow"), ("fall",))]


def test_the_opposites_we_ship_are_many_and_no_word_is_its_own() -> None:
    general = Opposites.general()
    pairs = {frozenset((one, other)) for left, right in sides("opposites") for one in left for other in right}
    assert len(pairs) >= 500
    assert {pair for pair in pairs if len(pair) == 1} == set()
    rise, fall = lemma("rise"), lemma("fell")
    assert general.are(rise, fall)
    assert general.are(fall, rise)
    assert not general.are(rise, rise)


def test_no_word_of_the_tables_is_spelt_in_two_ways() -> None:
    for table in ("spelling", "contractions", "irregular"):
        first = {group[0] for group in groups(table)}
        assert [form for group in groups(table) for form in group[1:] if form in first] == [], table
