"""The guard: what speaks against taking two wordings for one claim, in kinds and in sentences."""

from __future__ import annotations

import pytest

from argmap.wording import FlagKind, Opposites, Terms, guard
from argmap.wording.difference import one_slip


def hard(first: str, second: str) -> set[FlagKind]:
    return {flag.kind for flag in guard(first, second) if flag.hard}


class TestPolarity:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Rents should rise", "Rents should not rise"),
            ("The vaccine works", "The vaccine doesn't work"),
            ("The plan is legal", "The plan is illegal"),
            ("Fees deter students", "Fees fail to deter students"),
            ("The dam is harmful", "The dam is harmless"),
            ("Prices went up", "Prices went down"),
            ("The bans raised prices", "The bans lowered prices"),
            ("Trams run if it snows", "Trams run unless it snows"),
            ("The ban is unlikely not to fail", "The ban is unlikely to fail"),
        ],
    )
    def test_an_odd_number_of_reversals_is_hard(self, first: str, second: str) -> None:
        assert hard(first, second) == {FlagKind.POLARITY}

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("The troops should not stay", "The troops should leave"),
            ("The plan is not legal", "The plan is illegal"),
            ("The drug is not unsafe", "The drug is safe"),
            ("Parliament did not reject it", "Parliament accepted it"),
            ("It is impossible to win", "One cannot win"),
            ("Not only doctors agree", "Doctors agree"),
            ("Women earn less than men", "Men earn more than women"),
            ("Cats kill more birds than dogs do", "Dogs kill fewer birds than cats do"),
            ("There is no doubt that it works", "It works"),
            ("The strikes failed to stop them", "The strikes did not stop them"),
        ],
    )
    def test_an_even_number_is_none(self, first: str, second: str) -> None:
        assert FlagKind.POLARITY not in {flag.kind for flag in guard(first, second)}

    def test_the_sentence_names_the_words(self) -> None:
        (flag,) = guard("Rents will rise", "Rents will fall")
        assert flag.sentence == "“fall” and “rise” are opposites."
        (flag,) = guard("Rents rise", "Rents never rise")
        assert flag.sentence == "Only one of them says “never”."

    def test_where_much_else_differs_it_is_a_note(self) -> None:
        first = "Nobody in the port expects the new cranes to be delivered before winter sets in"
        second = "Sailors, cooks and pilots alike hope for shorter shifts, better food and quieter nights on board"
        assert not hard(first, second)

    def test_a_user_adds_opposites(self) -> None:
        own = Opposites.with_general(["# mine", "hawkish, tough | dovish", "not a row", "a | b | c"])
        assert guard("The bank is hawkish", "The bank is dovish", terms=Terms.with_general([], own))[0].hard
        assert not any(flag.hard for flag in guard("The bank is hawkish", "The bank is dovish"))


class TestAmounts:
    @pytest.mark.parametrize(
        ("first", "second", "kind"),
        [
            ("2,500 troops remain", "900 troops remain", FlagKind.NUMBER),
            ("It costs $2 million", "It costs $2 billion", FlagKind.NUMBER),
            ("It costs 5 dollars", "It costs 5 euros", FlagKind.NUMBER),
            ("Prices doubled", "Prices tripled", FlagKind.NUMBER),
            ("The first reactor failed", "The second reactor failed", FlagKind.NUMBER),
            ("Two of the three are open", "One of the three is open", FlagKind.NUMBER),
            ("40 closed and 12 opened", "12 closed and 40 opened", FlagKind.NUMBER),
            ("The war ended in 2011", "The war ended in 2014", FlagKind.DATE),
            ("It opens in March", "It opens in April", FlagKind.DATE),
            ("They vote on Sunday", "They vote on Monday", FlagKind.DATE),
        ],
    )
    def test_other_numbers_and_dates_are_hard(self, first: str, second: str, kind: FlagKind) -> None:
        assert hard(first, second) == {kind}

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("In 2019, 120 schools closed", "120 schools closed in 2019"),
            ("It passed on 5 January 2020", "It passed on January 5th, 2020"),
            ("Two trillion dollars were spent", "$2tn were spent"),
        ],
    )
    def test_the_same_said_otherwise_is_not(self, first: str, second: str) -> None:
        assert not guard(first, second)

    def test_the_sentence_has_the_numbers(self) -> None:
        assert guard("2500 troops remain", "900 troops remain")[0].sentence == "One says 2,500, the other 900."
        (flag,) = guard("Some 2,500 troops remain", "Troops remain")[:1]
        assert (flag.hard, flag.sentence) == (False, "Only one of them says 2,500.")


class TestNames:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Iran opposes it", "Iraq opposes it"),
            ("The court in Karlsruhe agreed", "The court in Strasbourg agreed"),
            ("Danish trains are late", "Swedish trains are late"),
        ],
    )
    def test_other_names_are_hard(self, first: str, second: str) -> None:
        assert hard(first, second) == {FlagKind.NAME}

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("The Iraqi army is ready", "Iraq's army is ready"),
            ("The court in Strasbourg agreed", "The court in Strasburg agreed"),
            ("Baghdad wants the coalition out", "The Iraqi government wants the coalition out"),
            ("American troops stay", "US troops stay"),
            ("It passed in late January", "It passed in Parliament"),
        ],
    )
    def test_one_name_said_otherwise_is_not(self, first: str, second: str) -> None:
        assert FlagKind.NAME not in hard(first, second)

    def test_names_are_written_as_people_write_them(self) -> None:
        own = Terms.with_general([("US", "United States"), ("al-Sudani", "Sudani")])
        assert guard("The US sells arms", "Iran sells arms", terms=own)[0].sentence == "One names Iran, the other US."
        assert guard("The US sells arms", "Iran sells arms")[0].sentence == "One names Iran, the other USA."


class TestTheRest:
    @pytest.mark.parametrize(
        ("first", "second", "kind"),
        [
            ("Most voters agree", "Few voters agree", FlagKind.QUANTIFIER),
            ("Trains are always late", "Trains are sometimes late", FlagKind.QUANTIFIER),
            ("Only Paris can pay", "Paris can pay", FlagKind.ONLY),
            ("Poverty causes crime", "Crime causes poverty", FlagKind.ROLES),
            ("Unions sued the ministry", "The ministry sued the unions", FlagKind.ROLES),
            ("Unions sued the ministry", "Unions were sued by the ministry", FlagKind.ROLES),
            ("It rained because they prayed", "They prayed because it rained", FlagKind.ROLES),
            ("They pay more in tax than they get in aid", "They get more in aid than they pay in tax", FlagKind.ROLES),
            ("Coal is dearer than gas", "Gas is dearer than coal", FlagKind.ROLES),
            (
                "China sells more to India than India sells to China",
                "India sells more to China than China sells to India",
                FlagKind.ROLES,
            ),
        ],
    )
    def test_quantities_only_and_roles_are_hard(self, first: str, second: str, kind: FlagKind) -> None:
        assert hard(first, second) == {kind}

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Unions sued the ministry", "The ministry was sued by unions"),
            ("Kurdish and Sunni deputies left", "Sunni and Kurdish deputies left"),
            ("Teachers, parents and pupils agree", "Pupils, parents and teachers agree"),
            ("If rents rise, shops close", "Shops close if rents rise"),
            ("According to the bank, prices fall", "Prices fall, according to the bank"),
            ("In rural areas buses are rare", "Buses are rare in rural areas"),
        ],
    )
    def test_passive_lists_and_clauses_in_front_are_not(self, first: str, second: str) -> None:
        assert not hard(first, second)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("The tax 👍", "The tax 👎"),
            ("✅ Rents fell", "❌ Rents fell"),
            ("Debt → war", "Debt ← war"),
            ("a + b", "a - b"),
            ("a != b", "a = b"),
            ("C++ is fast", "C is fast"),
        ],
    )
    def test_signs_that_no_word_stands_for_are_seen(self, first: str, second: str) -> None:
        assert [(flag.kind, flag.hard) for flag in guard(first, second)] == [(FlagKind.SIGN, True)]

    @pytest.mark.parametrize(
        ("first", "second"),
        [("Growth of +5%", "Growth of 5%"), ("Aspirin® helps", "Aspirin helps"), ("I ❤ it", "I ❤\ufe0f it")],
    )
    def test_signs_that_change_nothing_are_not(self, first: str, second: str) -> None:
        assert guard(first, second) == ()

    @pytest.mark.parametrize(
        ("first", "second", "kind"),
        [
            ("Schools must teach it", "Schools may teach it", FlagKind.MODALITY),
            ("Coal was cheap", "Coal is cheap", FlagKind.MODALITY),
            ("The tax hits farmers", "The tax hits truckers", FlagKind.WORD),
        ],
    )
    def test_modality_tense_and_a_lone_word_are_notes(self, first: str, second: str, kind: FlagKind) -> None:
        assert [(flag.kind, flag.hard) for flag in guard(first, second)] == [(kind, False)]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Talks between Baghdad and Paris continue", "Talks between Baghdad andParis continue"),
            ("The coalition is a magnet", "The coaltion is a magnit"),
            ("Pull-outs are costly", "Pullouts are costly"),
        ],
    )
    def test_fused_words_and_slips_are_nothing(self, first: str, second: str) -> None:
        assert guard(first, second) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        *(("abc", other, True) for other in ("abc", "acb", "ab", "abcd", "axc")),
        *(("abc", "cba", False), ("abcd", "ab", False), ("abcd", "acbx", False), ("", "a", True), ("ab", "cd", False)),
    ],
)
def test_one_slip_is_one_letter(one: str, other: str, expected: bool) -> None:
    assert one_slip(one, other) is expected
    assert one_slip(other, one) is expected
