"""Strength: which reasons and objections come first where only some can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.inference import USUAL_RELEVANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Inference

NO_VIEW = 0.5
"""What an unset credence counts as: as likely as not, so that what is held likely comes first, and unlikely last."""


def strength(map_: ArgumentMap, inference: Inference) -> float:
    """Return its relevance times the credence of its least likely premise, 0 to 1, by the mapper's own ratings."""
    relevance = USUAL_RELEVANCE if inference.relevance is None else inference.relevance
    ratings = (map_.claims[premise].credence for premise in inference.premises)
    return relevance * min(NO_VIEW if rating is None else rating for rating in ratings)


def strongest(map_: ArgumentMap, inferences: Sequence[Inference], count: int | None) -> list[Inference]:
    """Return the *count* strongest of those that support and of those that oppose, strongest first, equals in order.

    Those that support come first. Without a *count* it is all of them.
    """
    ranked = sorted(inferences, key=lambda inference: -strength(map_, inference))
    reasons = [inference for inference in ranked if inference.supports][:count]
    return reasons + [inference for inference in ranked if not inference.supports][:count]
