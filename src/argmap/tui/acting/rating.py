"""Rating: how far a claim is believed, and how much it bears on the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing import set_credence, set_relevance
from argmap.model.inference import USUAL_RELEVANCE
from argmap.model.ratings import CREDENCES, RELEVANCES, next_rating
from argmap.tui.acting.chosen import claim_of, inference_of
from argmap.tui.action import RATE, Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.tui.stage import Stage


def _credence(key: int) -> Callable[[Stage, str], None]:
    value = None if key == 0 else list(CREDENCES.values())[key - 1]
    return lambda screen, _: screen.take(set_credence(screen.document.map, claim_of(screen.tree_view.row), value))


def _relevance(direction: int) -> Callable[[Stage, str], None]:
    def rate(screen: Stage, _: str) -> None:
        map_ = screen.document.map
        inference = map_.inferences[inference_of(screen.tree_view.row)]
        value = next_rating(inference.relevance, RELEVANCES, direction, USUAL_RELEVANCE)
        screen.take(set_relevance(map_, inference.id, value))

    return rate


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
