"""Chosen: what the row under the cursor gives an action to work on, or a sentence why it gives nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError

if TYPE_CHECKING:
    from argmap.model import ClaimId, InferenceId
    from argmap.tui.places import Row


def claim_of(row: Row) -> ClaimId:
    """Return the claim that stands there."""
    if not row.is_claim:
        message = "Choose a claim first."
        raise UnfitError(message)
    return row.claim


def inference_of(row: Row) -> InferenceId:
    """Return the inference whose premise stands there."""
    if row.inference is None:
        message = "This row bears on nothing. Choose a reason or an objection."
        raise UnfitError(message)
    return row.inference
