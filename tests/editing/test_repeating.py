"""Repeating: what the map says already is known as such, however it would be said again."""

from __future__ import annotations

import pytest

from argmap import editing
from argmap.editing.repeating import is_said, refuse_saying_again, says_again
from argmap.errors import UnfitError
from argmap.model import ArgumentMap, ClaimId, InferenceId, Polarity, Step


def c(number: int) -> ClaimId:
    return ClaimId(f"c{number}")


def r(number: int) -> InferenceId:
    return InferenceId(f"r{number}")


def again(map_: ArgumentMap) -> dict[str, Step]:
    """Steps after which *map_* would say twice what it says: by linking, and by moving."""
    map_.apply(editing.add_objection(map_, c(6), c(3)))
    return {
        "C3's objection to C2 is there already. Nothing was changed.": editing.add_objection(map_, c(2), c(3)),
        "C4 & C3's support of C1 is there already. Nothing was changed.": editing.add_reason(map_, c(1), c(4), c(3)),
        "C7's undercut of C3 & C4's step is there already. Nothing was changed.": editing.argue(
            map_, r(1), Polarity.OPPOSES, c(7)
        ),
        "C3's objection to C6 is there already. Nothing was changed.": editing.move_inference(map_, r(7), c(6)),
    }


def test_linking_or_moving_to_where_it_is_said_is_refused_with_a_sentence(small_map: ArgumentMap) -> None:
    for sentence, step in again(small_map).items():
        assert says_again(small_map, step)
        with pytest.raises(UnfitError) as refusal:
            refuse_saying_again(small_map, step)
        assert str(refusal.value) == sentence


def test_what_is_new_or_is_only_said_of_something_else_passes(small_map: ArgumentMap) -> None:
    steps = (
        editing.add_reason(small_map, c(2), c(3)),  # there it is an objection
        editing.add_reason(small_map, c(1), c(3)),  # there it is together with C4
        editing.add_objection(small_map, c(2), "Claim 3"),  # a claim of its own
        editing.move_inference(small_map, r(1), c(1)),  # behind its siblings
        editing.move_inference(small_map, r(7), c(1)),
        editing.set_relevance(small_map, r(7), 0.5),
    )
    for step in steps:
        assert not says_again(small_map, step)
        refuse_saying_again(small_map, step)


def test_where_an_inference_stands_it_is_said(small_map: ArgumentMap) -> None:
    assert is_said(small_map, small_map.inferences[r(7)], c(2))
    assert not is_said(small_map, small_map.inferences[r(7)], c(1))
