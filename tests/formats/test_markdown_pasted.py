"""What is pasted keeps its structure, whoever wrote it, and loses no words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.markdown_pasted import Pasted, read_pasted
from argmap.model import ArgumentMap, Claim, ClaimId, Polarity
from argmap.tui.pasting import standing

FOR, AGAINST = Polarity.SUPPORTS, Polarity.OPPOSES


def told(text: str, polarity: Polarity = FOR) -> list[str]:
    return [f"{'  ' * depth}{sign} {claim.text}" for depth, sign, claim in standing(read_pasted(text, polarity))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", ["+ a", "+ b"]),
        ("- a\n  - b\n    - c\n- d", ["+ a", "  + b", "    + c", "+ d"]),
        ("• a\n\t◦ b", ["+ a", "  + b"]),
        ("1. a\n2. b", ["+ a", "+ b"]),
        ("- (-) a\n- (+) b\n  - (-) c", ["- a", "+ b", "  - c"]),
        ("- a\n- (&) b\n- (x) c", ["+ a", "& b", "  x c"]),
        ("- (&) a\n- b", ["+ a", "+ b"]),
        ("- a that\n  goes on\n- b", ["+ a that goes on", "+ b"]),
        ("Why:\n- a\n\nAnd so\non\n", ["+ Why:", "+ a", "+ And so on"]),
        ("# A\n- b\n# C", ["+ A", "  + b", "+ C"]),
        ("a\nb\n  c", ["+ a", "+ b", "  + c"]),
        ("a\nwrapped\n\nb", ["+ a wrapped", "+ b"]),
        ("    a\n    b\n", ["+ a", "+ b"]),
        ("title: a\n- b", ["+ title: a", "+ b"]),
        ("- a\nplain", ["+ a", "+ plain"]),
        ("- a\n  - b\nplain\nwrapped\n- c", ["+ a", "  + b", "+ plain wrapped", "+ c"]),
        ("- a\n  - b\n  plain", ["+ a", "  + b", "  + plain"]),
        ("+ a\n- b", ["+ a", "- b"]),
        ("- a\n  + b\n  - c\n- d", ["+ a", "  + b", "  - c", "+ d"]),
        ("+ a\n  - b\n+ c\n  - d", ["+ a", "  + b", "+ c", "  + d"]),
        ("+ a\n- (&) b", ["+ a", "& b"]),
    ],
)
def test_bullets_lines_and_paragraphs(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_what_has_no_sign_bears_as_it_was_asked_for_and_deeper_supports() -> None:
    assert told("- a\n  - b\n- (+) c", AGAINST) == ["- a", "  + b", "+ c"]


def test_what_has_no_step_above_it_is_kept_and_told() -> None:
    pasted = read_pasted("- (x) a\n- b", FOR)
    assert [claim.text for claim in pasted.claims] == ["a", "b"]
    assert "unplaced" in pasted.report[0]


def _makes_a_map(pasted: Pasted) -> ArgumentMap:
    """Every claim is used at most as a premise of what is there; the map checks the rest."""
    stand_in = Claim(id=pasted.stand_in, number=len(pasted.claims) + 1, text="x")
    claims = [
        Claim(id=claim.id, number=number, text=claim.text, note=claim.note)
        for number, claim in enumerate(pasted.claims, 1)
    ]
    known: set[ClaimId] = {claim.id for claim in (*claims, stand_in)}
    steps = {each.id for each in pasted.inferences}
    for inference in pasted.inferences:
        assert set(inference.premises) <= known - {stand_in.id}
        assert inference.target in known | steps
    return ArgumentMap([*claims, stand_in, *pasted.inferences])


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    _makes_a_map(read_pasted(text, FOR))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4),
            st.sampled_from(["- ", "* ", "1. ", "", "- (-) ", "- (&) ", "- (x) ", "- (^) ", "# "]),
            st.text("abcdefg ", min_size=1, max_size=9).filter(str.strip),
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(Polarity),
)
def test_no_word_is_lost(lines: list[tuple[int, str, str]], polarity: Polarity) -> None:
    text = "\n".join(f"{'  ' * depth}{bullet}{words}" for depth, bullet, words in lines)
    map_ = _makes_a_map(read_pasted(text, polarity))
    kept = "".join(f"{claim.text}{claim.note}" for claim in map_.claims.values())
    for _, _, words in lines:
        assert all(word in kept for word in words.split())
