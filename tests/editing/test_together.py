"""Several edits as one step: nothing is lost, and undo takes all of it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import (
    add_claim,
    remove_claim,
    reword,
    set_as_of,
    set_implicit,
    set_note,
    set_scheme,
    set_tags,
    set_title,
    set_warrant,
    together,
)
from argmap.errors import EditError
from argmap.model import ClaimId
from tests.model.answers import answers
from tests.strategies import maps, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, Step


def _edits(map_: ArgumentMap, claim: ClaimId, text: str) -> list[Callable[[ArgumentMap], Step]]:
    """Edits of every kind of field, of a claim, of the inferences it is in, and of the map."""
    inferences = [each.id for each in map_.uses_of(claim)]
    return [
        lambda map_: reword(map_, claim, text),
        lambda map_: set_note(map_, claim, text),
        lambda map_: set_tags(map_, claim, ["a", "b"]),
        lambda map_: set_implicit(map_, claim, implicit=True),
        lambda map_: set_as_of(map_, claim, "2024"),
        lambda map_: set_title(map_, text),
        *(partial(set_warrant, inference=each, warrant=text) for each in inferences),
        *(partial(set_scheme, inference=each, scheme=text) for each in inferences),
    ]


@given(st.data())
def test_one_step_does_what_the_edits_do_one_after_another(data: st.DataObject) -> None:
    map_ = data.draw(maps().filter(lambda map_: map_.claims))
    claim = data.draw(st.sampled_from(sorted(map_.claims)))
    text = data.draw(texts(hostile=False))
    every = _edits(map_, claim, text)
    edits = [every[each] for each in sorted(data.draw(st.sets(st.integers(0, len(every) - 1), min_size=1)))]
    before = answers(map_)
    step = together(map_, edits, "Edit it")
    assert answers(map_) == before
    map_.apply(step)
    at_once = answers(map_)
    map_.apply(step.reversed())
    assert answers(map_) == before
    for edit in edits:
        map_.apply(edit(map_))
    assert answers(map_) == at_once
    assert len({change.id for change in step.changes}) == len(step.changes)


def test_a_lone_edit_keeps_its_own_label(small_map: ArgumentMap) -> None:
    claim = next(iter(small_map.claims.values()))
    same, other = partial(reword, claim=claim.id, text=claim.text), partial(set_note, claim=claim.id, note="new")
    assert together(small_map, [same, other], "Edit it").label == other(small_map).label
    dated = partial(set_as_of, claim=claim.id, as_of="2024")
    assert together(small_map, [dated, other], "Edit it").label == "Edit it"
    assert not together(small_map, [same, same], "Edit it").changes


def test_what_was_removed_from_each_text_is_said(small_map: ArgumentMap) -> None:
    claim = next(iter(small_map.claims))
    edits = [partial(reword, claim=claim, text="a\x1bb"), partial(set_note, claim=claim, note="c\x1bd")]
    step = together(small_map, edits, "Edit it")
    assert step.notices == ("1 control character was removed from what you entered.",) * 2


def test_one_that_is_refused_refuses_all(small_map: ArgumentMap) -> None:
    claim = next(iter(small_map.claims))
    with pytest.raises(EditError):
        together(small_map, [partial(remove_claim, claim=claim), partial(set_note, claim=claim, note="x")], "Edit it")


def test_what_comes_and_goes_again_is_no_change(small_map: ArgumentMap) -> None:
    added = add_claim(small_map, "new")
    new = added.changes[0].entity.id
    step = together(small_map, [lambda _: added, lambda map_: remove_claim(map_, ClaimId(new))], "Edit it")
    assert not step.changes
