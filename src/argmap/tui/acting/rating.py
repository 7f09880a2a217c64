"""Rating: how far a claim is believed, and how much it bears on the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing import set_credence, set_relevance
from argmap.model.inference import USUAL_RELEVANCE
from argmap.model.ratings import CREDENCES, RELEVANCES, next_rating
from argmap.tui.acting.chosen import claim_of, inference_of
from argmap.tui.acting.selecting import change_each
from argmap.tui.action import RATE, Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, Step
    from argmap.tui.places import Row
    from argmap.tui.stage import Stage


def _credence(key: int) -> Callable[[Stage, str], None]:
    value = None if key == 0 else list(CREDENCES.values())[key - 1]
    verb = "Rate" if key else "Take the rating back from"

    def rate(map_: ArgumentMap, row: Row) -> Step:
        return set_credence(map_, claim_of(row), value)

    return lambda screen, _: change_each(screen, rate, verb, once=lambda row: row.claim)


def _relevance(direction: int) -> Callable[[Stage, str], None]:
    verb = "Strengthen" if direction > 0 else "Weaken"

    def rate(map_: ArgumentMap, row: Row) -> Step:
        inference = map_.inferences[inference_of(row)]
        value = next_rating(inference.relevance, RELEVANCES, direction, USUAL_RELEVANCE)
        return set_relevance(map_, inference.id, value)

    return lambda screen, _: change_each(screen, rate, verb, once=lambda row: row.inference or row.place)


ACTIONS = (
    *(
        Action(
            f"credence-{key}",
            (str(key),),
            RATE,
            f"Credence: {word}",
            f"Say that you find the claim {word}.",
            _credence(key),
            edits=True,
        )
        for key, word in enumerate(CREDENCES, 1)
    ),
    Action("credence-0", ("0",), RATE, "Credence: none", "Take your credence back.", _credence(0), edits=True),
    Action(
        "weaken",
        ("<",),
        RATE,
        "Less relevant",
        "Say that the claim bears less on the one above.",
        _relevance(-1),
        edits=True,
    ),
    Action(
        "strengthen",
        (">",),
        RATE,
        "More relevant",
        "Say that the claim bears more on the one above.",
        _relevance(1),
        edits=True,
    ),
)
"""Rating what is there."""
