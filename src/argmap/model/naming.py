"""Naming: what people call a step of the argument, which has no row of its own, by the claims that take part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.ids import InferenceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.ids import ClaimId
    from argmap.model.inference import Inference

_MOST = 3
"""So many claims are named; of more, the first two."""

BEARING = {"reason": "support of", "objection": "objection to", "backing": "backing of", "undercut": "undercut of"}
"""What an inference of each kind is called with its target behind it."""


def joined_names(labels: Iterable[str]) -> str:
    """Return the names of claims that are taken together, as in ``C3 & C4``."""
    names = list(labels)
    return " & ".join(names if len(names) <= _MOST else [*names[:2], f"{len(names) - 2:,} more"])


def premises_of(map_: ArgumentMap, inference: Inference) -> str:
    """Return the names of the premises of an inference."""
    return joined_names(map_.claims[premise].label for premise in inference.premises)


def name_of(map_: ArgumentMap, target: ClaimId | InferenceId) -> str:
    """Return what people call the target of an inference: ``C1``, or for the step that C3 takes ``C3's step``."""
    if isinstance(target, InferenceId):
        return f"{premises_of(map_, map_.inferences[target])}'s step"
    return map_.claims[target].label


def bearing_of(map_: ArgumentMap, inference: Inference) -> str:
    """Return what people call an inference, as in ``C3's support of C1`` or ``C7's undercut of C3's step``."""
    return f"{premises_of(map_, inference)}'s {BEARING[inference.kind]} {name_of(map_, inference.target)}"
