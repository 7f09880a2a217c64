"""Several edits as one step: nothing is lost, and undo takes all of it back."""

from __future__ import annotations

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
)
from argmap.editing.together import together
from tests.model.answers import answers
from tests.strategies import maps, texts

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, ClaimId, Step


def _edits(map_: ArgumentMap, claim: ClaimId, text: str) -> list[Step]:
    """Edits of every kind of field, of a claim, of the inferences it is in, and of the map."""
    inferences = [each.id for each in map_.uses_of(claim)]
    return [
        reword(map_, claim, text),
        set_note(map_, claim, text),
        set_tags(map_, claim, ["a", "b"]),
        set_implicit(map_, claim, implicit=True),
        set_as_of(map_, claim, "2024"),
        set_title(map_, text),
        *(set_warrant(map_, each, text) for each in inferences),
        *(set_scheme(map_, each, text) for each in inferences),
    ]


@given(st.data())
def test_one_step_does_what_the_edits_do_one_after_another(data: st.DataObject) -> None:
    map_ = data.draw(maps().filter(lambda map_: map_.claims))
    claim = data.draw(st.sampled_from(sorted(map_.claims)))
    text = data.draw(texts(hostile=False))
    chosen = data.draw(st.sets(st.integers(0, len(_edits(map_, claim, text)) - 1)))
    before = answers(map_)
    step = together("Edit it", [_edits(map_, claim, text)[each] for each in sorted(chosen)])
    map_.apply(step)
    at_once = answers(map_)
    map_.apply(step.reversed())
    assert answers(map_) == before
    for each in sorted(chosen):
        map_.apply(_edits(map_, claim, text)[each])
    assert answers(map_) == at_once
    assert len({change.id for change in step.changes}) == len(step.changes)


def test_a_lone_edit_keeps_its_own_label(small_map: ArgumentMap) -> None:
    claim = next(iter(small_map.claims.values()))
    same, other = reword(small_map, claim.id, claim.text), set_note(small_map, claim.id, "new")
    assert together("Edit it", [same, other]).label == other.label
    assert together("Edit it", [set_as_of(small_map, claim.id, "2024"), other]).label == "Edit it"
    assert together("Edit it", [same]) == together("Edit it", [])


def test_what_was_removed_from_each_text_is_said(small_map: ArgumentMap) -> None:
    claim = next(iter(small_map.claims))
    step = together("Edit it", [reword(small_map, claim, "a\x1bb"), set_note(small_map, claim, "c\x1bd")])
    assert step.notices == ("1 control character was removed from what you entered.",) * 2


def test_what_comes_or_goes_twice_is_refused(small_map: ArgumentMap) -> None:
    claim = next(iter(small_map.claims))
    alone = add_claim(small_map, "new")
    assert together("Edit it", [alone]) == alone
    with pytest.raises(ValueError, match="go together"):
        together("Edit it", [remove_claim(small_map, claim), set_note(small_map, claim, "x")])
