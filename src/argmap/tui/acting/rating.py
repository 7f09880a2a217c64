"""Rating: how far a claim is believed, and how much it bears on the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnfitError
from argmap.model.inference import USUAL_RELEVANCE
from argmap.model.ratings import CREDENCES, RELEVANCES, next_rating, relevance_word
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
        from argmap.editing import set_credence

        return set_credence(map_, claim_of(row), value)

    return lambda screen, _: change_each(screen, rate, verb, once=lambda row: row.claim)


def _relevance(direction: int) -> Callable[[Stage, str], None]:
    verb = "Strengthen" if direction > 0 else "Weaken"

    def rate(map_: ArgumentMap, row: Row) -> Step:
        from argmap.editing import set_relevance

        inference = map_.inferences[inference_of(row)]
        now = inference.relevance
        if now is None and direction > 0:
            return set_relevance(map_, inference.id, USUAL_RELEVANCE)  # what it counted as: the most is one key further
        value = next_rating(now, RELEVANCES, direction, USUAL_RELEVANCE)
        if value == now:
            message = f"{relevance_word(value)} is the {'most' if direction > 0 else 'least'}.".capitalize()
            raise UnfitError(message)
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
        "Say that the claim bears less on the one above; the first time moderate.",
        _relevance(-1),
        edits=True,
    ),
    Action(
        "strengthen",
        (">",),
        RATE,
        "More relevant",
        "Say that the claim bears more on the one above; the first time strong, the usual.",
        _relevance(1),
        edits=True,
    ),
)
"""Rating what is there."""
