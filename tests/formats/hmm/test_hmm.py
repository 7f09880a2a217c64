"""h-m-m: lines under lines by tabs; signs say what a line does, and a line without one is never support."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import FormatError, UnfitError
from argmap.formats.hmm.texts import escape, parted, recognises, unescape
from argmap.model import About, ArgumentMap, Claim, MapId
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import TRAPS, arguments, cleaned, shape
from tests.strategies import HOSTILE, SAMPLES, maps

PARK = """Should the park be fenced?
\tYes
\t\t(+) Dogs run onto the road
\t\t(&) The road is busy
\t\t\t(x) Not at the hours when dogs are out
\t\t(-) A fence is ugly
\t\t\t(-) A hedge hides it
\tNo
\t\t[HIDDEN] (+) It costs too much ★★☆☆☆
"""


def steps(map_: ArgumentMap) -> list[tuple[str, tuple[str, ...], str]]:
    """The kind, the premises and the target of every inference."""
    return [
        (
            each.kind,
            tuple(map_.claims[premise].text for premise in each.premises),
            map_.claims[each.target].text if each.target in map_.claims else map_.inferences[each.target].label,  # type: ignore[index]
        )
        for each in sorted(map_.inferences.values(), key=lambda each: each.number)
    ]


def test_signs_say_what_a_line_does() -> None:
    found = formats.read(PARK.encode(), "park.hmm")
    map_ = found.map()
    assert found.report.format_name == "hmm"
    assert map_.about.question == "Should the park be fenced?"
    assert [claim.text for claim in map_.positions()] == ["Yes", "No"]
    assert steps(map_) == [
        ("reason", ("Dogs run onto the road", "The road is busy"), "Yes"),
        ("undercut", ("Not at the hours when dogs are out",), "R1"),
        ("objection", ("A fence is ugly",), "Yes"),
        ("objection", ("A hedge hides it",), "A fence is ugly"),
        ("reason", ("It costs too much",), "No"),
    ]
    assert [loss.sentence for loss in found.report.losses] == [
        "1 line has a mark of h-m-m (hidden, ✓, ✗, stars), which was left out (line 9)"
    ]


def test_a_line_without_a_sign_is_never_taken_for_support() -> None:
    plain = b"Holidays\n\tSpain\n\t\tSun\n\t\tSea\n\tNorway\n"
    found = formats.read(plain, "x.hmm")
    assert found.report.format_name == "hmm"
    assert not found.map().inferences
    assert [(loss.code, loss.count) for loss in found.report.losses] == [("bare", 2)]
    told = formats.read(plain, "x.hmm", "hmm", bare="supports")
    assert len(told.map().inferences) == 2
    with pytest.raises(UnfitError, match="either supports or opposes"):
        formats.read(plain, "x.hmm", "hmm", bare="maybe")


def test_a_map_is_written_with_a_tab_a_level(small_map: ArgumentMap) -> None:
    written = formats.write(small_map, "hmm")
    assert written.content.decode() == (
        "Title: Troops\n\tQuestion: Should the troops stay?\n"
        "\tClaim 1 [C1]\n\t\t(+) Claim 3 [C3]\n\t\t(&) Claim 4 [C4]\n\t\t\t(x) Claim 7 [C7]\n\t\t\t\t(x) Claim 8 [C8]\n"
        "\t\t(-) Claim 5 [C5]\n\t\t\t(^) Claim 9 [C9]\n\t\t\t(-) Claim 6 [C6]\n"
        "\tClaim 2 [C2]\n\t\t(-) Claim 3 [see C3]\n"
        "\tUnplaced\n\t\t(*) Claim 10 [C10]\n"
    )
    assert written.report.is_lossless


@given(arguments())
def test_an_argument_of_any_shape_comes_back(map_: ArgumentMap) -> None:
    map_ = cleaned(map_)
    written = formats.write(map_, "hmm")
    back = formats.read(written.content, "x")
    assert back.report.format_name == "hmm"
    circles = [place.label for loss in written.report.losses if loss.code == "circles" for place in loss.places]
    assert shape(back.map()) == shape(map_, circles)
    assert not [loss.code for loss in back.report.losses]


@given(maps())
def test_what_any_map_loses_is_told(map_: ArgumentMap) -> None:
    losses = {loss.code: loss.count for loss in formats.write(map_, "hmm").report.losses}
    assert losses.get("notes", 0) == sum(bool(claim.note) for claim in map_.claims.values())
    assert losses.get("conflicts", 0) == len(map_.conflicts)
    assert losses.get("sources", 0) == len(map_.sources)
    assert losses.get("warrants", 0) == sum(bool(each.warrant) for each in map_.inferences.values())


@pytest.mark.parametrize(
    "text", [*TRAPS, *SAMPLES, *HOSTILE, "[HIDDEN] x", "✓ done", "x ★★★☆☆", "&#10;", "&#0;", "\u2028 x"]
)
def test_any_text_stands_on_one_line_and_is_read_as_it_was(text: str) -> None:
    written = escape(text)
    assert "\n" not in written
    assert "\t" not in written
    assert written == written.strip()
    assert unescape(written) == text
    assert parted(f"{written} [C1]") == ("", f"{written} [C1]", False)
    map_ = ArgumentMap([About(id=MapId("m"), title=text), Claim(number=3, text=f"{text}W", position="a0"), a_claim(4)])
    assert shape(formats.read(formats.write(cleaned(map_), "hmm").content, "x").map()) == shape(cleaned(map_))


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("Root\n\ta\n\t\tb\n", True),
        ("Root\n\t(+) a\n", True),
        ("Root\n\ta [C1]\n", True),
        ("Root\n\n\t✓ a\n\t\t[HIDDEN] b\n", True),
        ("Root\n\ta\n", False),  # too little to tell it from a Makefile
        ("def f(x):\n\tif x:\n\t\treturn 1\n", False),
        ("Root\nOther\n\ta\n\t\tb\n", False),
        ("Root\n  a\n    b\n", False),
        ("Root\n\ta\n\t\t\tb\n", False),
        ("[A]: a\n\t+ b\n\t\t- c\n", False),
        ("Root\n\t- a\n\t\t- b\n", False),
        ("# Root\n\n- (+) a\n\t- (-) b\n", False),
        ('{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n', False),
        ("a\tb\tc\n1\t2\t3\n", False),
        ("Discussion Title: x\n\n1. a\n1.1. Pro: b\n", False),
        ("", False),
        ("\n\n", False),
    ],
)  # fmt: skip
def test_which_files_are_taken_for_one(text: str, *, is_ours: bool) -> None:
    assert recognises(text) is is_ours


def test_lines_that_do_not_fit_are_read_where_they_stand() -> None:
    raw = b"Root\n\tp\n\t\t\t\t(+) far in\n   (-) by spaces\n\t\t(&)\n\t\t(q) no sign\n\n\t(x) nothing above\n"
    found = formats.read(raw, "x", "hmm")
    assert {claim.text for claim in found.map().claims.values()} >= {"p", "far in", "(q) no sign"}
    assert not found.report.is_lossless


def test_several_first_lines_are_positions() -> None:
    found = formats.read(b"One\n\t(+) a\nTwo\n\t(-) b\n", "x", "hmm")
    assert steps(found.map()) == [("reason", ("a",), "One"), ("objection", ("b",), "Two")]
    assert [claim.text for claim in found.map().positions()] == ["One", "Two"]


def test_deep_and_wide_files_are_read_and_written() -> None:
    count = 1_200
    claims = [a_claim(number, position="a0" if number == 1 else None) for number in range(1, count + 1)]
    chain = ArgumentMap([*claims, *(an_inference(number, f"c{number}", number + 1) for number in range(1, count))])
    assert shape(formats.read(formats.write(chain, "hmm").content, "x").map()) == shape(chain)
    deep = "Root\n\tp\n" + "".join("\t" * level + "(+) a\n" for level in range(2, 2_000))
    assert len(formats.read(deep.encode(), "x").map().inferences) == 1_998
    wide = "Root\n\tp\n" + "\t\t(-) a\n" * 20_000
    assert len(formats.read(wide.encode(), "x").map().inferences) == 20_000


@given(st.text(st.sampled_from("ab \t\n(+)-x&[]C1#;é\u2028"), max_size=60))
def test_any_lines_are_read_or_refused(text: str) -> None:
    try:
        map_ = formats.read(text.encode(), "x", "hmm").map()
    except FormatError as error:
        assert "an empty file" in str(error)  # noqa: PT017  # other texts must be read
        return
    assert shape(formats.read(formats.write(map_, "hmm").content, "x", "hmm").map()) == shape(map_)
