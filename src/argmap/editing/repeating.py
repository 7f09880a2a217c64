"""Repeating: whether the map says already that the same premises bear on the same target in the same way.

It may, as other programs write such maps; whoever links claims is told, as a second time would only count twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.model import Inference
from argmap.model.naming import bearing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, ClaimId, InferenceId, Step


def is_said(map_: ArgumentMap, inference: Inference, target: ClaimId | InferenceId) -> bool:
    """Whether the premises of *inference* bear on *target* already in the way they do in it."""
    there = map_.bearing_on(target)
    return any(each.polarity is inference.polarity and set(each.premises) == set(inference.premises) for each in there)


def says_again(map_: ArgumentMap, step: Step) -> bool:
    """Whether *step* adds an inference, or moves one, to where the map says the same."""
    return next(_said_again(map_, step), None) is not None


def refuse_saying_again(map_: ArgumentMap, step: Step) -> None:
    """Refuse with `UnfitError` a *step* that adds an inference, or moves one, to where the map says the same."""
    again = next(_said_again(map_, step), None)
    if again is not None:
        message = f"{bearing_of(map_, again)} is there already. Nothing was changed."
        raise UnfitError(message)


def _said_again(map_: ArgumentMap, step: Step) -> Iterator[Inference]:
    for change in step.changes:
        before, after = change.before, change.after
        if not isinstance(after, Inference):
            continue
        is_new_there = not isinstance(before, Inference) or before.target != after.target
        if is_new_there and is_said(map_, after, after.target):
            yield after
