"""What an outline has no words for, counted with the places where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats import left_out
from argmap.formats.report import Place

if TYPE_CHECKING:
    from argmap.formats.report import Tally
    from argmap.model import ArgumentMap, InferenceId


def tell_left_out(map_: ArgumentMap, shown: tuple[InferenceId, ...], tally: Tally) -> None:
    """Tell *tally* of all that an outline which shows the inferences *shown*, in that order, leaves out."""
    there = set(shown)
    for inference in sorted(map_.inferences.values(), key=lambda each: each.number):
        if inference.id not in there:
            tally.lose(
                "circles",
                "1 inference bears only on inferences that bear on it in turn and has no place in an outline",
                "{count} inferences bear only on inferences that bear on them in turn and have no place in an outline",
                Place(label=inference.label),
            )
    left_out.tell_left_out(map_, tally, "an outline")
    moved = sum(map_.inferences[id_].number != place for place, id_ in enumerate(shown, 1))
    tally.note(
        "inference-numbers",
        "1 inference gets another number when the outline is read: they are numbered as they come",
        "{count} inferences get other numbers when the outline is read: they are numbered as they come",
        count=moved,
    )
