"""Changes in words: no id of the file's is ever shown, whatever was changed and whatever is gone since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from argmap import editing
from argmap.model import ArgumentMap, ClaimId, InferenceId, Step, added
from argmap.model.naming import joined_names
from argmap.outlines.changes import Teller

if TYPE_CHECKING:
    from collections.abc import Callable


def said(map_: ArgumentMap, step: Step) -> list[str]:
    return [line for change in step.changes for line in Teller(map_, step.changes).told(change)]


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (lambda m: editing.add_reason(m, ClaimId("c1"), "x"), "+ inference R8: C11 supports C1"),
        (lambda m: editing.add_undercut(m, InferenceId("r1"), "x"), "+ inference R8: C11 opposes C3 & C4's step"),
        (lambda m: editing.remove_inference(m, InferenceId("r2")), "- inference R2: C5 opposes C1"),
        (lambda m: editing.move_inference(m, InferenceId("r2"), ClaimId("c2")), "    target: C1 -> C2"),
        (lambda m: editing.add_co_premise(m, InferenceId("r2"), ClaimId("c6")), "    premises: C5 -> C5, C6"),
        (lambda m: editing.reword(m, ClaimId("c5"), "x"), "    text: “Claim 5” -> “x”"),
        (lambda m: editing.record_conflict(m, ClaimId("c5"), ClaimId("c6")), "+ conflict: claims C5, C6"),
    ],
)
def test_what_a_step_changed_names_claims(
    small_map: ArgumentMap, edit: Callable[[ArgumentMap], Step], line: str
) -> None:
    step = edit(small_map)
    small_map.apply(step)
    assert line in said(small_map, step)


def test_what_is_gone_since_is_named_without_its_id(small_map: ArgumentMap) -> None:
    step = Step("", tuple(map(added, small_map.entities())))
    lines = said(ArgumentMap(), Step("", tuple(change for change in step.changes if change.id == "r2")))
    assert lines == ["+ inference R2: something that is gone opposes something that is gone"]
    assert not re.search(r"\b[cr]\d\b", " ".join(said(small_map, step)))


def test_of_many_premises_the_first_are_named() -> None:
    assert joined_names(["C1", "C2", "C3"]) == "C1 & C2 & C3"
    assert joined_names(["C1", "C2", "C3", "C4", "C5"]) == "C1 & C2 & 3 more"
