"""Any part of any map is printed and drawn with every claim chosen, or a sentence says why not."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.errors import UnfitError
from argmap.model import About, ArgumentMap
from argmap.outlines import Selected, Selection, selected
from argmap.publishing.drawn import Manner, pictured
from argmap.publishing.formats import format_of
from argmap.publishing.printouts import PRINTOUTS, Wishes, printed
from tests.conftest import a_claim, an_inference
from tests.strategies import maps

_SOME = st.one_of(st.none(), st.none(), st.integers(1, 6))


@st.composite
def selections(draw: st.DrawFn) -> tuple[ArgumentMap, Selection]:
    """A map, and any options together that the commands take together."""
    map_ = draw(maps())
    branches = [None, *map_.claims.values(), *map_.inferences.values()]
    at = draw(st.sampled_from(branches))
    side = draw(st.sampled_from([None, *map_.positions()])) if at is None else None
    words = draw(_SOME)
    chosen = Selection(
        at=at,
        side=side,
        depth=draw(st.one_of(_SOME, st.just(0))),
        unanswered=draw(st.booleans()),
        top=draw(_SOME),
        words=words and 4 * words,
        max_claims=draw(_SOME),
        comments=draw(st.booleans()),
    )
    return map_, chosen


PRINTED = [(each.name, format_.name) for each in PRINTOUTS.values() for format_ in each.formats if format_.is_text]
_ALL_TOLD = ("outline", "blocks", "memo", "cards")


def unnamed(chosen: Selected, text: str) -> list[str]:
    """The claims chosen whose numbers are not in a text."""
    named = set(re.findall(r"\bC\d+\b", text))
    return [claim.label for claim in chosen.claims if claim.label not in named]


@settings(max_examples=20)
@pytest.mark.parametrize(("layout", "name"), PRINTED)
@given(selections())
def test_a_part_is_printed_or_refused(layout: str, name: str, asked: tuple[ArgumentMap, Selection]) -> None:
    map_, selection = asked
    chosen = selected(map_, selection)
    format_ = format_of(name, among=PRINTOUTS[layout].formats)
    if chosen.is_empty:
        with pytest.raises(UnfitError, match=r"There is nothing to print: .*\."):
            printed(map_, layout, selection, format_, Wishes())
        return
    try:
        text = printed(map_, layout, selection, format_, Wishes()).content.decode()
    except UnfitError:
        assume(layout not in {"brief", "flow"})  # these need a position, or something argued about
        raise
    if layout in _ALL_TOLD:
        assert unnamed(chosen, text) == []


@settings(max_examples=20)
@pytest.mark.parametrize("kind", ["svg", "html"])
@given(selections())
def test_a_part_is_drawn_or_refused(kind: str, asked: tuple[ArgumentMap, Selection]) -> None:
    map_, selection = asked
    chosen = selected(map_, selection)
    if chosen.is_empty:
        with pytest.raises(UnfitError, match="There is nothing to draw: "):
            pictured(map_, selection, kind, Manner())
        return
    made = pictured(map_, selection, kind, Manner())
    assert unnamed(chosen, made.content.decode()) == []
    assert any(str(chosen.left_out) in notice for notice in made.notices) or not chosen.left_out


_LINKED = ArgumentMap([About(), a_claim(1, position="a1"), a_claim(2), an_inference(1, "c1", 2)])
_UNPLACED = ArgumentMap([About(), a_claim(1)])


@pytest.mark.parametrize(
    ("map_", "selection", "words"),
    [
        (ArgumentMap([About()]), Selection(), "this map has no claims yet"),
        (_UNPLACED, Selection(top=1), "all its claims are unplaced"),
        (_UNPLACED, Selection(words=100), "all its claims are unplaced"),
        (_LINKED, Selection(unanswered=True), "every attack here has an answer"),
        (_LINKED, Selection(unanswered=True, max_claims=9), "every attack here has an answer"),
        (_LINKED, Selection(words=1), "not even the first claim fits"),
    ],
)
def test_a_refusal_names_the_reason(map_: ArgumentMap, selection: Selection, words: str) -> None:
    for layout in PRINTOUTS.values():
        with pytest.raises(UnfitError, match=f"There is nothing to print: {words}"):
            printed(map_, layout.name, selection, layout.formats[0], Wishes())
    with pytest.raises(UnfitError, match=f"There is nothing to draw: {words}"):
        pictured(map_, selection, "svg", Manner())
